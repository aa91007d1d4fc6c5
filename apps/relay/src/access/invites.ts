/** Invites: what a link or a short code offers to whoever has it. */
import { INVITE_ROLES, type Invite, limits } from "@sameside/protocol";
import * as z from "zod";
import { type Codes, codeHash } from "./codes.ts";
import { type RecordStore, Records } from "./records.ts";
import { Refused } from "./refused.ts";
import { newToken } from "./secrets.ts";

const InviteRecord = z.object({
  code: z.string(),
  shortCode: z.string(),
  role: z.enum(INVITE_ROLES),
  table: z.string().nullable(),
  expires: z.number().nullable(),
  /** It stays, so that the device which made the code does not bring it back unasked. */
  hasEnded: z.boolean().default(false),
});
type InviteRecord = z.infer<typeof InviteRecord>;

export interface NewInvite extends Pick<Invite, "role" | "table" | "expires"> {
  readonly code?: string | undefined;
}

export class Invites {
  readonly #invites: Records<InviteRecord>;
  readonly #codes: Codes;
  readonly #now: () => number;

  constructor(store: RecordStore, codes: Codes, now: () => number) {
    this.#invites = new Records(store, "invite", InviteRecord);
    this.#codes = codes;
    this.#now = now;
  }

  /** All that hold. */
  async list(workshop: string): Promise<readonly Invite[]> {
    const invites = await this.#invites.all(workshop);
    return [...invites].flatMap(([id, record]) => (this.#holds(record) ? [inviteOf(id, record)] : []));
  }

  /** The invite, when it holds. */
  async read(workshop: string, id: string): Promise<Invite | undefined> {
    const record = await this.#invites.read(workshop, id);
    return record && this.#holds(record) ? inviteOf(id, record) : undefined;
  }

  /** Makes an invite, or answers the one that has this code already. */
  async make(workshop: string, { code = newToken(), role, table, expires }: NewInvite): Promise<Invite> {
    const id = codeHash(code);
    const existing = await this.#invites.read(workshop, id);
    if (!existing && (await this.#invites.all(workshop)).size >= limits.MAX_INVITES)
      throw new Refused(409, "This workshop has all the invites it can hold. Use one that is there.");
    const meaning = { for: "invite", workshop, invite: id } as const;
    const standsFor = await this.#codes.put(code, meaning);
    if (standsFor.workshop !== workshop || standsFor.for !== "invite")
      throw new Refused(409, "This code is in use elsewhere. Make an invite without a code.");
    const shortCode = existing?.shortCode ?? (await this.#codes.makeShort(meaning));
    const made = { code, shortCode, role, table, expires, hasEnded: false };
    const { after } = await this.#invites.change(workshop, id, (old) => old ?? made);
    if (after.shortCode !== shortCode) await this.#codes.end(codeHash(shortCode));
    if (after.hasEnded) throw new Refused(409, "This invite was ended. Make another one.");
    return inviteOf(id, after);
  }

  /** Ends an invite; the seats it gave stay. */
  async end(workshop: string, id: string): Promise<void> {
    const { before } = await this.#invites.change(workshop, id, (old) => {
      if (!old || old.hasEnded) throw new Refused(404, "There is no such invite. Look at the list of invites.");
      return { ...old, hasEnded: true };
    });
    if (before) await this.#codes.end(codeHash(before.shortCode));
  }

  #holds({ hasEnded, expires }: InviteRecord): boolean {
    return !hasEnded && (expires === null || expires > this.#now());
  }
}

function inviteOf(id: string, { code, shortCode, role, table, expires }: InviteRecord): Invite {
  return { id, code, shortCode, role, table, expires };
}
