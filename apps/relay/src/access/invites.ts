/** Invites: what a link or a short code offers to whoever has it. */
import { INVITE_ROLES, type Invite, limits } from "@sameside/protocol";
import * as z from "zod";
import { type CodeMeaning, type Codes, codeHash } from "./codes.ts";
import { type RecordStore, Records } from "./records.ts";
import { Refused } from "./refused.ts";
import { newToken } from "./secrets.ts";

const InviteRecord = z.object({
  code: z.string(),
  shortCode: z.string(),
  role: z.enum(INVITE_ROLES),
  table: z.string().nullable(),
  expires: z.number().nullable(),
  /** Whoever comes by it is this person. */
  person: z.string().optional(),
  /** It stays, so that the device which made the code does not bring it back unasked. */
  hasEnded: z.boolean().default(false),
});
type InviteRecord = z.infer<typeof InviteRecord>;

export interface NewInvite extends Pick<Invite, "role" | "table" | "expires"> {
  readonly code?: string | undefined;
}

export type NewPersonalInvite = Pick<Invite, "role" | "table" | "expires"> & { readonly person: string };

export class Invites {
  readonly #invites: Records<InviteRecord>;
  readonly #codes: Codes;
  readonly #now: () => number;

  constructor(store: RecordStore, codes: Codes, now: () => number) {
    this.#invites = new Records(store, "invite", InviteRecord);
    this.#codes = codes;
    this.#now = now;
  }

  /** All that hold, personal ones too. */
  async list(workshop: string): Promise<readonly Invite[]> {
    const invites = await this.#invites.all(workshop);
    return [...invites].flatMap(([id, record]) => (this.#holds(record) ? [inviteOf(id, record)] : []));
  }

  /** The invite, when it holds. */
  async read(workshop: string, id: string): Promise<Invite | undefined> {
    const record = await this.#invites.read(workshop, id);
    return record && this.#holds(record) ? inviteOf(id, record) : undefined;
  }

  /** `true` for one whose time is over, and that nobody has ended. */
  async isOver(workshop: string, id: string): Promise<boolean> {
    const record = await this.#invites.read(workshop, id);
    return record !== undefined && !record.hasEnded && !this.#holds(record);
  }

  /** Makes an invite, or answers the one that has this code already. */
  async make(workshop: string, { code = newToken(), role, table, expires }: NewInvite): Promise<Invite> {
    const id = codeHash(code);
    const existing = await this.#invites.read(workshop, id);
    if (!existing) await this.#makeSureOfRoom(workshop);
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

  /** An invite for each of these people, in their order. One that holds keeps its codes: they may be printed. */
  async makePersonal(workshop: string, people: readonly NewPersonalInvite[]): Promise<readonly Invite[]> {
    const existing = await this.#invites.all(workshop);
    const fresh = people.filter(({ person }) => !existing.has(personalId(person)));
    const count = [...existing.values()].filter(({ person }) => person !== undefined).length;
    if (count + fresh.length > limits.MAX_PEOPLE)
      throw new Refused(409, "This workshop has all the people it can hold.");
    const made: Invite[] = [];
    for (const each of people) made.push(await this.#makePersonal(workshop, each));
    return made;
  }

  /** Ends an invite; the seats it gave stay. */
  async end(workshop: string, id: string): Promise<void> {
    if (!(await this.#end(workshop, id)))
      throw new Refused(404, "There is no such invite. Look at the list of invites.");
  }

  /** Ends the invite of a person, if they have one. */
  async endPersonal(workshop: string, person: string): Promise<void> {
    await this.#end(workshop, personalId(person));
  }

  async #end(workshop: string, id: string): Promise<boolean> {
    const { before, after } = await this.#invites.change(workshop, id, (old) =>
      old && !old.hasEnded ? { ...old, hasEnded: true } : old,
    );
    if (!before || before === after) return false;
    await this.#codes.end(codeHash(before.shortCode));
    // No device has made the code of a personal invite, so none brings it back.
    if (before.person !== undefined) await this.#codes.end(codeHash(before.code));
    return true;
  }

  async #makePersonal(workshop: string, { person, role, table, expires }: NewPersonalInvite): Promise<Invite> {
    const id = personalId(person);
    const offer = { role, table, expires, person, hasEnded: false };
    const held = await this.#invites.read(workshop, id);
    const codes = held && this.#holds(held) ? held : await this.#makeCodes({ for: "invite", workshop, invite: id });
    const { after } = await this.#invites.change(workshop, id, (old) => ({
      ...(old && this.#holds(old) ? old : { code: codes.code, shortCode: codes.shortCode }),
      ...offer,
    }));
    // Somebody else was faster: theirs are the ones that hold.
    if (after.code !== codes.code)
      for (const code of [codes.code, codes.shortCode]) await this.#codes.end(codeHash(code));
    return inviteOf(id, after);
  }

  async #makeCodes(meaning: CodeMeaning): Promise<Pick<InviteRecord, "code" | "shortCode">> {
    const code = newToken();
    await this.#codes.put(code, meaning);
    return { code, shortCode: await this.#codes.makeShort(meaning) };
  }

  /** @throws Refused when there are as many for everybody as there can be */
  async #makeSureOfRoom(workshop: string): Promise<void> {
    const open = [...(await this.#invites.all(workshop)).values()].filter(({ person }) => person === undefined);
    if (open.length >= limits.MAX_INVITES)
      throw new Refused(409, "This workshop has all the invites it can hold. Use one that is there.");
  }

  #holds({ hasEnded, expires }: InviteRecord): boolean {
    return !hasEnded && (expires === null || expires > this.#now());
  }
}

/** One for each person, however many make one at once. */
function personalId(person: string): string {
  return `person-${person}`;
}

function inviteOf(id: string, { code, shortCode, role, table, expires, person }: InviteRecord): Invite {
  return { id, code, shortCode, role, table, expires, ...(person !== undefined && { person }) };
}
