/** Who may do what: a workshop is claimed with a secret, and two tokens follow from it, one writes and one reads. */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { ClaimRequest, ClaimResponse, Right } from "@sameside/protocol";
import type { RoomStore } from "./roomStore/roomStore.ts";

export type Admission = Right | "unknown workshop" | "bad token";

export class Access {
  readonly #store: Pick<RoomStore, "claim" | "tokenHashes">;

  constructor(store: Pick<RoomStore, "claim" | "tokenHashes">) {
    this.#store = store;
  }

  /** The workshop's tokens; `undefined` when it was claimed before with another secret. */
  async claim({ id, secret }: ClaimRequest): Promise<ClaimResponse | undefined> {
    const tokens = { token: tokenOf(secret, "write", id), readToken: tokenOf(secret, "read", id) };
    const stored = await this.#store.claim(id, { write: hashOf(tokens.token), read: hashOf(tokens.readToken) });
    return isToken(tokens.token, stored.write) ? tokens : undefined;
  }

  async admit(workshop: string, token: string): Promise<Admission> {
    const hashes = await this.#store.tokenHashes(workshop);
    if (!hashes) return "unknown workshop";
    if (isToken(token, hashes.write)) return "write";
    return isToken(token, hashes.read) ? "read" : "bad token";
  }
}

function tokenOf(secret: string, right: Right, id: string): string {
  return createHmac("sha256", secret).update(`${right}:${id}`).digest("base64url");
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

function isToken(token: string, hash: string): boolean {
  const [given, known] = [Buffer.from(hashOf(token)), Buffer.from(hash)];
  return given.length === known.length && timingSafeEqual(given, known);
}
