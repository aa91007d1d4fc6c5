/** Whom a preparation note is about, in one register: half of it would be about somebody whom nobody chose. */
import type { NoteAbout } from "./schema.ts";

const ABOUT = /^(person|customerType):(.+)$/s;

export function aboutText({ kind, id }: NoteAbout): string {
  return `${kind}:${id}`;
}

/** `undefined` when the text is about nobody. */
export function readAbout(text: string): NoteAbout | undefined {
  const [, kind, id = ""] = ABOUT.exec(text) ?? [];
  return kind === "person" || kind === "customerType" ? { kind, id } : undefined;
}
