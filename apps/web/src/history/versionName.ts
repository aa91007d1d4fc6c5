import type { KeptVersion } from "../live/versions.ts";
import type { Words } from "../words/words.ts";

/** What people called a version, or why it was kept by itself. */
export function versionName({ name, why }: KeptVersion, words: Words): string {
  return name || words.history.versions.why[why];
}
