/** This device's seat at a relay: how it is taken, kept, and taken again. */
import { boardRoom, CLOSE, limits, parseRoom, type Right, rightIn, type SeatAnswer } from "@sameside/protocol";
import type { HeldSeat, KnownWorkshop } from "../disk/database.ts";
import { newPersonId } from "./personId.ts";
import { callRelay, RelayError } from "./relayApi.ts";

/** What a person says of themselves when they join. */
export interface Joining {
  /** Where the invite leaves it open. */
  readonly role?: "customer" | "colleague";
  /** The name they go by today. */
  readonly name?: string;
}

/** A seat is refreshed when this part of its life is left. */
const REFRESH_AT = 1 / 3;
const TAKEN = 409;
const NOT_KNOWN = 401;

/** What a code or a secret is exchanged for, and by whom. */
export interface Claimant {
  readonly relay: string;
  readonly workshop: string;
  /** The id of this device's person. */
  readonly person: string;
  /** The seat that this device has at this relay, if any: it proves that the person is theirs. */
  readonly seat?: HeldSeat | undefined;
}

/** Takes a seat by a code. Rejects with a `RelayError`. */
export async function joinBy(code: string, who: Omit<Claimant, "workshop"> & { workshop?: string }, as: Joining) {
  const { relay, workshop, seat } = who;
  const asked = { code, ...as, ...(workshop !== undefined && { workshop }), ...(seat && { token: seat.token }) };
  try {
    return await callRelay(relay, "join", { body: { ...asked, person: seat?.person ?? who.person } });
  } catch (error) {
    // The answer to an earlier attempt was lost, and with it the token that proves the person: a new one can be proved.
    if (!isStatus(error, TAKEN)) throw error;
    return callRelay(relay, "join", { body: { ...asked, person: newPersonId() } });
  }
}

/** Takes the facilitator's seat by the workshop's secret. Rejects with a `RelayError`. */
export function claimBy(secret: string, { relay, workshop, person, seat }: Claimant): Promise<SeatAnswer> {
  return callRelay(relay, "claim", { body: { id: workshop, secret, person: seat?.person ?? person } });
}

/** By the workshop's secret, or by the code that is remembered. Rejects with a `RelayError`. */
export async function newSeat(known: KnownWorkshop, who: Claimant, as: Joining): Promise<HeldSeat> {
  const code = known.token ?? known.readToken;
  if (known.secret !== undefined) return heldSeat(await claimBy(known.secret, who));
  if (code === undefined) throw new RelayError("refused", CLOSE.seatEnded.reason);
  return heldSeat(await joinBy(code, who, { ...roleSaid(known.seat), ...as }));
}

/** Who had said what they are says the same again. */
function roleSaid(seat: HeldSeat | undefined): Joining {
  return seat?.role === "customer" || seat?.role === "colleague" ? { role: seat.role } : {};
}

/** `true` as long as the seat need not be looked after. `now` in milliseconds since 1970. */
export function isFresh({ expires }: HeldSeat, now: number): boolean {
  return expires - now > limits.TOKEN_LIFE_MS * REFRESH_AT;
}

/** A new token for the seat; `undefined` when the relay knows it no longer. Rejects when no relay answers in time. */
export async function refreshed(relay: string, seat: HeldSeat, now: number): Promise<HeldSeat | undefined> {
  try {
    return heldSeat(await callRelay(relay, "refresh", { token: seat.token }));
  } catch (error) {
    if (isStatus(error, NOT_KNOWN)) return undefined;
    // It holds for a while yet: another visit is soon enough.
    if (seat.expires > now) return seat;
    throw error;
  }
}

/** `true` when the relay knows the seat. Rejects when no relay answers. */
export async function isKnown(relay: string, { token }: HeldSeat): Promise<boolean> {
  try {
    await callRelay(relay, "seat", { token });
    return true;
  } catch (error) {
    if (isStatus(error, NOT_KNOWN)) return false;
    throw error;
  }
}

export function heldSeat({ token, expires, person, role, table }: SeatAnswer): HeldSeat {
  return { token, expires, person, role, table };
}

/** What a seat lets people do on a board before any step: what is shown until the relay says what holds. */
export function firstRight(seat: HeldSeat, { id, group }: Pick<KnownWorkshop, "id" | "group">): Right {
  const room = parseRoom(boardRoom(id, group));
  return room ? rightIn(seat, room) : "read";
}

/** Of two rows of one workshop, the seat that ends later: another tab may have refreshed it. */
export function laterSeat(kept: KnownWorkshop | undefined, next: KnownWorkshop): HeldSeat | undefined {
  const isOther = kept?.relay !== next.relay || kept?.seat?.person !== next.seat?.person;
  if (!kept?.seat || !next.seat || isOther) return next.seat;
  return kept.seat.expires > next.seat.expires ? kept.seat : next.seat;
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof RelayError && error.status === status;
}
