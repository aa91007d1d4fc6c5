/** Which workshops a relay knows: the first secret claims one, for good. */
import { createHmac } from "node:crypto";
import { type Greeting, GreetingSchema } from "@sameside/protocol";
import * as z from "zod";
import { type RecordStore, Records } from "./records.ts";
import { hashOf, isHashOf } from "./secrets.ts";

const ClaimRecord = z.object({ secretHash: z.string() });
/** Of a workshop that a relay of the first version knew: the hashes of its two tokens. */
const OldTokens = z.object({ write: z.string(), read: z.string() });

export class Workshops {
  readonly #claims: Records<z.infer<typeof ClaimRecord>>;
  readonly #oldTokens: Records<z.infer<typeof OldTokens>>;
  readonly #greetings: Records<Greeting>;

  constructor(store: RecordStore) {
    this.#claims = new Records(store, "workshop", ClaimRecord);
    this.#oldTokens = new Records(store, "oldTokens", OldTokens);
    this.#greetings = new Records(store, "greeting", GreetingSchema);
  }

  async isKnown(id: string): Promise<boolean> {
    return (await this.#claims.read(id, "")) !== undefined || (await this.#oldTokens.read(id, "")) !== undefined;
  }

  /** `false` when it was claimed before with another secret. */
  async claim(id: string, secret: string): Promise<boolean> {
    const old = await this.#oldTokens.read(id, "");
    if (old && !isHashOf(oldWriteToken(id, secret), old.write)) return false;
    const { after } = await this.#claims.change(id, "", (claimed) => claimed ?? { secretHash: hashOf(secret) });
    return isHashOf(secret, after.secretHash);
  }

  /** What it says to whoever looks at a code of it; the last one holds. */
  async greet(id: string, greeting: Greeting): Promise<void> {
    await this.#greetings.change(id, "", () => greeting);
  }

  greeting(id: string): Promise<Greeting | undefined> {
    return this.#greetings.read(id, "");
  }

  /** What a token of the first version let people do; `undefined` when it is none of this workshop's. */
  async oldRight(id: string, token: string): Promise<"write" | "read" | undefined> {
    const old = await this.#oldTokens.read(id, "");
    if (old && isHashOf(token, old.write)) return "write";
    return old && isHashOf(token, old.read) ? "read" : undefined;
  }
}

/** Tokens of the first version followed from the secret. */
function oldWriteToken(id: string, secret: string): string {
  return createHmac("sha256", secret).update(`write:${id}`).digest("base64url");
}
