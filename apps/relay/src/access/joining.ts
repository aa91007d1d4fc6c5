/** Getting in: a code, or the workshop's secret, becomes a seat and a token. */
import {
  type ApiAnswer,
  type ApiBody,
  type Invite,
  limits,
  type Seat,
  type SeatAnswer,
  type SeatRole,
  sitsAtOneTable,
} from "@sameside/protocol";
import { type CodeMeaning, type Codes, codeHash } from "./codes.ts";
import type { Invites } from "./invites.ts";
import type { JoinLimits } from "./joinLimits.ts";
import { Refused } from "./refused.ts";
import type { SeatKind, SeatRecord, Seats } from "./seats.ts";
import { newPersonId, readShortCode } from "./secrets.ts";
import type { Tables } from "./tables.ts";
import type { Workshops } from "./workshops.ts";

export type ClaimAsked = ApiBody<"claim">;
export type JoinAsked = ApiBody<"join">;
export type LookAsked = ApiBody<"look">;

/** The names people go by today, where the answers are. Neither ever rejects: nobody stays outside for a name. */
export interface Names {
  take(seat: Seat, name: string): Promise<void>;
  /** `undefined` when none is known. */
  of(person: Pick<Seat, "workshop" | "person">): Promise<string | undefined>;
}

export interface JoiningParts {
  readonly workshops: Workshops;
  readonly codes: Codes;
  readonly invites: Invites;
  readonly seats: Seats;
  readonly tables: Pick<Tables, "openPlace" | "change">;
  readonly limits: JoinLimits;
  readonly names: Names;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What a code offers; `invite` names it among all that were ever made. */
interface Offer extends Pick<Invite, "role" | "table" | "person"> {
  readonly is: "offer";
  readonly workshop: string;
  readonly invite: string;
}
type Found = Offer | Extract<CodeMeaning, { for: "person" }>;
/** A code that led in once; its time is over. */
const OVER = "over";

/** Facilitators come back by the secret of their workshop. */
const BY_SECRET = { role: "facilitator", table: null } as const;

export class Joining {
  readonly #parts: JoiningParts;

  constructor(parts: JoiningParts) {
    this.#parts = parts;
  }

  /** @throws Refused when the workshop is another's, or too many came from this address */
  async claim({ id, secret, person = newPersonId() }: ClaimAsked, address: string): Promise<SeatAnswer> {
    const { workshops, seats, limits } = this.#parts;
    if (await workshops.isKnown(id)) limits.countReturn(address);
    else limits.countClaim(address);
    if (!(await workshops.claim(id, secret)))
      throw new Refused(403, "This workshop belongs to another secret. Use the laptop that made it.");
    return seats.give({ workshop: id, person }, () => BY_SECRET);
  }

  /** @throws Refused when the code is none, the person is another's, or too many came */
  async join(asked: JoinAsked, address: string): Promise<SeatAnswer> {
    this.#parts.limits.countJoin(address, codeHash(asked.code));
    const found = await this.#holding(asked, address);
    const answer = await ("is" in found ? this.#take(found, asked) : this.#takePersonal(found, asked.code));
    if (asked.name !== undefined) await this.#parts.names.take(answer, asked.name);
    return answer;
  }

  /** What a code offers; nothing changes by it. @throws Refused when it is none, or too many were looked at */
  async look(asked: LookAsked, address: string): Promise<ApiAnswer<"look">> {
    this.#parts.limits.countLook(address);
    const found = await this.#holding(asked, address);
    const { workshop, person } = found;
    const offered = "is" in found ? placeOf(found) : undefined;
    const { names, seats, workshops } = this.#parts;
    const place = (person === undefined ? undefined : await seats.placeOf({ workshop, person })) ?? offered;
    if (!place) throw hasEnded();
    const name = person === undefined ? undefined : await names.of({ workshop, person });
    const greeting = await workshops.greeting(workshop);
    const known = { ...(name !== undefined && { name }), ...(greeting && { greeting }) };
    return { ...place, workshop, isPersonal: person !== undefined, ...known };
  }

  /** A code that gives this person to another device, once. */
  async makePersonalCode({ workshop, person }: Pick<Seat, "workshop" | "person">) {
    const { codes, seats, now } = this.#parts;
    const expires = now() + limits.PERSONAL_CODE_LIFE_MS;
    const code = await codes.makeShort({ for: "person", workshop, person, expires });
    const before = await seats.notePersonalCode({ workshop, person }, codeHash(code));
    if (before !== undefined) await codes.end(before);
    return { code, expires };
  }

  /** @throws Refused when the code is none, or its time is over: who has it is told which, since asking again helps */
  async #holding(asked: LookAsked, address: string): Promise<Found> {
    const found = await this.#look(asked, address);
    if (found === OVER) throw new Refused(410, "The time of this invite is over. Ask the facilitator for a new one.");
    if (!found) throw await this.#unknown(asked);
    return found;
  }

  async #look(asked: LookAsked, address: string): Promise<Found | typeof OVER | undefined> {
    // Codes of links are too long to be guessed: a hall whose address has used up its guesses still joins by them.
    if (readShortCode(asked.code) === undefined && asked.code.length >= MIN_LINK_CODE_LENGTH) return this.#find(asked);
    const wasRight = this.#parts.limits.countGuess(address);
    const found = await this.#find(asked);
    if (found && found !== OVER) wasRight();
    return found;
  }

  async #find({ code, workshop }: LookAsked): Promise<Found | typeof OVER | undefined> {
    const { codes, invites, now } = this.#parts;
    const meaning = await codes.meaningOf(code);
    if (!meaning) return workshop === undefined ? undefined : this.#findOld(workshop, code);
    if (workshop !== undefined && meaning.workshop !== workshop) return undefined;
    if (meaning.for === "person") return meaning.expires > now() ? meaning : OVER;
    const invite = await invites.read(meaning.workshop, meaning.invite);
    // A person's invite is made anew under the same id: codes of the one before are none.
    const isItsCode = invite && [invite.code, invite.shortCode].some((each) => codeHash(each) === codeHash(code));
    if (!invite && (await invites.isOver(meaning.workshop, meaning.invite))) return OVER;
    if (!invite || !isItsCode) return undefined;
    const { role, table, person } = invite;
    return { is: "offer", workshop: meaning.workshop, invite: codeHash(invite.code), role, table, person };
  }

  /** Links of the first version hold a token of the workshop. */
  async #findOld(workshop: string, code: string): Promise<Offer | undefined> {
    const right = await this.#parts.workshops.oldRight(workshop, code);
    const role = right === "write" ? "participant" : "dais";
    return right && { is: "offer", workshop, invite: codeHash(code), role, table: null };
  }

  async #unknown({ workshop }: LookAsked): Promise<Refused> {
    const isHere = workshop === undefined || (await this.#parts.workshops.isKnown(workshop));
    const sentence = isHere
      ? "This code lets nobody in. Look closely, or ask the facilitator for a new one."
      : "This relay does not know the workshop. Invite again from the laptop that has it.";
    return new Refused(404, sentence);
  }

  async #takePersonal(
    { workshop, person }: Extract<CodeMeaning, { for: "person" }>,
    code: string,
  ): Promise<SeatAnswer> {
    if (!(await this.#parts.codes.end(codeHash(code)))) throw await this.#unknown({ code });
    return this.#parts.seats.give({ workshop, person }, (old) => {
      if (!old || old.hasEnded) throw hasEnded();
      return old;
    });
  }

  async #take(offer: Offer, { person, token, role: chosen }: JoinAsked): Promise<SeatAnswer> {
    const role = roleOffered(offer, chosen);
    const place =
      offer.table === null ? await this.#parts.tables.openPlace(offer.workshop, role) : { table: offer.table };
    const offered: SeatKind = { role, ...place, invite: offer.invite };
    const who = offer.person ?? person ?? newPersonId();
    const answer = await this.#parts.seats.give({ workshop: offer.workshop, person: who }, (old, holds) => {
      if (!old) return offered;
      const isTheirs = offer.person !== undefined || (token !== undefined && holds(token));
      // The invite it came by does not undo that it was taken away; another one, which a facilitator gave since, does.
      if (old.hasEnded && (!isTheirs || old.invite === offer.invite)) throw hasEnded();
      if (old.hasEnded) return offered;
      if (!isTheirs)
        throw new Refused(
          409,
          "This person has joined already. Use a personal code of theirs, or join as somebody new.",
        );
      return better(old, offered);
    });
    return this.#placed(answer);
  }

  /** Tables may have been told while the seat was given. */
  async #placed(answer: SeatAnswer): Promise<SeatAnswer> {
    const { tables } = this.#parts;
    if (answer.table !== null || !sitsAtOneTable(answer)) return answer;
    const { mayChooseTable } = await tables.openPlace(answer.workshop, answer.role);
    if (mayChooseTable !== true) return answer;
    const { table } = await tables.change(answer, {});
    return { ...answer, table, mayChooseTable };
  }
}

/** From this length on a code is as random as a link's: the shortest that devices may make. */
const MIN_LINK_CODE_LENGTH = 22;

const RANKS = { dais: 0, customer: 1, colleague: 1, junior: 2, moderator: 3, facilitator: 4 } as const satisfies Record<
  SeatRole,
  number
>;

function placeOf({ role, table }: Offer): Pick<Invite, "role" | "table"> {
  return { role, table };
}

function roleOffered({ role }: Offer, chosen: "customer" | "colleague" | undefined): SeatRole {
  return role === "participant" ? (chosen ?? "customer") : role;
}

/** No invite takes away what somebody has; one they came by before says nothing new. */
function better(old: SeatRecord, offered: SeatKind): SeatKind {
  if (old.invite === offered.invite || RANKS[offered.role] < RANKS[old.role]) return old;
  const isHigher = RANKS[offered.role] > RANKS[old.role];
  const namesNone = offered.mayChooseTable === true ? old.table !== null : offered.table === null && !isHigher;
  return namesNone ? { ...offered, table: old.table, mayChooseTable: old.mayChooseTable } : offered;
}

function hasEnded(): Refused {
  return new Refused(403, "Your seat in this workshop has ended. Ask the facilitator for a new one.");
}
