/** Where the built web app lies: beside the program in the published package, in its own room in this repository. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PUBLISHED = "../web";
const IN_REPOSITORY = "../../web/dist";

/** Absolute; the folder need not be there. */
export function webFolder(): string {
  const published = fileURLToPath(new URL(PUBLISHED, import.meta.url));
  return existsSync(`${published}/index.html`) ? published : fileURLToPath(new URL(IN_REPOSITORY, import.meta.url));
}
