/** What a code that somebody shows stands for. The store keeps hashes of codes as the way to what they are for. */
import * as z from "zod";
import { type RecordStore, Records } from "./records.ts";
import { hashOf, newShortCode, readShortCode } from "./secrets.ts";

const CodeMeaning = z.discriminatedUnion("for", [
  z.object({ for: z.literal("invite"), workshop: z.string(), invite: z.string() }),
  z.object({ for: z.literal("person"), workshop: z.string(), person: z.string(), expires: z.number() }),
]);
export type CodeMeaning = z.infer<typeof CodeMeaning>;

export class Codes {
  readonly #meanings: Records<CodeMeaning>;

  constructor(store: RecordStore) {
    this.#meanings = new Records(store, "code", CodeMeaning);
  }

  meaningOf(code: string): Promise<CodeMeaning | undefined> {
    return this.#meanings.read("", codeHash(code));
  }

  /** Answers what the code stands for then: what it stood for before, if anything. */
  async put(code: string, meaning: CodeMeaning): Promise<CodeMeaning> {
    return (await this.#meanings.change("", codeHash(code), (old) => old ?? meaning)).after;
  }

  /** Makes a code to read out that stands for nothing else. */
  async makeShort(meaning: CodeMeaning): Promise<string> {
    const code = newShortCode();
    return (await this.#meanings.create("", codeHash(code), meaning)) ? code : this.makeShort(meaning);
  }

  /** Ends a code by its hash. `true` for one caller only, however many try at once. */
  async end(hash: string): Promise<boolean> {
    return (await this.#meanings.change("", hash, () => undefined)).before !== undefined;
  }
}

export function codeHash(code: string): string {
  return hashOf(readShortCode(code) ?? code);
}
