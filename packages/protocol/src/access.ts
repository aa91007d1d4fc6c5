/**
 * Who may do what. A right belongs to a whole document or a whole topic, because filtering edits inside a document is no
 * boundary. What a person may do follows from their role, the table they are bound to and the step the workshop is in.
 */
import * as z from "zod";
import { MAX_SECRET_LENGTH, MAX_STAYING_TABLES } from "./limits.ts";
import type { RoomAddress } from "./rooms.ts";

export const RIGHTS = ["none", "read", "write"] as const;
/** What a connection may do with its room; `none` = it does not get in. */
export type Right = (typeof RIGHTS)[number];

/** `junior`: a junior facilitator, who helps at one table. `dais`: a read-only screen. */
export const SEAT_ROLES = ["facilitator", "moderator", "junior", "customer", "colleague", "dais"] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];

/** What an invite offers. `participant`: who joins says whether they are a customer or a colleague. */
export const INVITE_ROLES = [
  "facilitator",
  "moderator",
  "junior",
  "participant",
  "customer",
  "colleague",
  "dais",
] as const;
export type InviteRole = (typeof INVITE_ROLES)[number];

/** A person's place in a workshop, as the relay's tokens have it. */
export interface Seat {
  readonly workshop: string;
  readonly person: string;
  readonly role: SeatRole;
  /**
   * The group whose table they sit at; `null` = bound to none, and then every board is theirs, but for a junior's. Where
   * a workshop has several tables, nobody who takes part is bound to none.
   */
  readonly table: string | null;
}

export const Token = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/, "letters, digits, - and _ only")
  .max(MAX_SECRET_LENGTH);
export const PersonId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "letters, digits, - and _ only");
export const TableId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "letters, digits, - and _ only");

/** The table of who was taken from theirs and sits at none: no board is theirs. `null` is bound to none, and free. */
export const NO_TABLE = "-";

const StepRight = z.enum(RIGHTS);
/** What a step gives to those who do not run the workshop, on the boards of their tables. */
export const StepRights = z.object({ customer: StepRight, colleague: StepRight, moderator: StepRight });
export type StepRights = z.infer<typeof StepRights>;

const StepId = z.string().min(1).max(64);
/** A table that is in an earlier step still, with its rights, until then: ms since 1970 by the relay's clock. */
const Staying = z.object({ table: TableId, id: StepId, rights: StepRights, until: z.number().int().positive() });
export type Staying = z.infer<typeof Staying>;
/** The step a workshop is in. `n` counts: a step is taken only when its `n` is one more than the relay's. */
export const Step = z.object({
  id: StepId,
  n: z.number().int().positive(),
  rights: StepRights,
  /** Tables that may stay a little. Absent for none. */
  staying: z.array(Staying).max(MAX_STAYING_TABLES).optional(),
});
export type Step = z.infer<typeof Step>;

/** How this table stays in an earlier step at this time (the relay's, in ms); `undefined` where it goes on with the others. */
export function stayOf({ staying }: Step, table: string, now: number): Staying | undefined {
  return staying?.find((stay) => stay.table === table && now < stay.until);
}

/** The rights before any step was taken. */
export const RIGHTS_BEFORE_STEPS: StepRights = { customer: "write", colleague: "write", moderator: "write" };

/** What a seat may do in a room of its workshop. `step`: the rights of the step the workshop is in. */
export function rightIn(
  seat: Omit<Seat, "workshop">,
  room: RoomAddress,
  step: StepRights = RIGHTS_BEFORE_STEPS,
): Right {
  if (seat.role === "facilitator") return "write";
  if (seat.role === "dais") return "read";
  if (room.kind === "board") return rightOnBoard(seat, room.group, step);
  if (room.kind === "plan") return "read";
  return seat.role === "moderator" ? "write" : "read";
}

/** Others' boards are read by those who help at tables, and by nobody else while people are bound to tables. */
function rightOnBoard({ role, table }: Omit<Seat, "workshop">, group: string, step: StepRights): Right {
  const isOwn = isAt(group, table) || isFree({ role, table });
  // No place is seen by colleagues and hidden from the customers of their table.
  if (role === "colleague" && step.customer === "none") return "none";
  if (role === "customer" || role === "colleague") return isOwn ? step[role] : "none";
  if (!isOwn) return "read";
  return role === "junior" && areToldSomething(step) && step.moderator === "write" ? "read" : step.moderator;
}

/** Customers write and colleagues do not: a junior facilitator, who is a colleague, listens as well (S2-2). */
function areToldSomething({ customer, colleague }: StepRights): boolean {
  return customer === "write" && colleague !== "write";
}

function isAt(group: string | null, table: string | null): boolean {
  return table === group && table !== null && table !== NO_TABLE;
}

/** `true` for who is bound to no table, so that every board is theirs. A junior facilitator is of one table or of none (S2-6). */
function isFree({ role, table }: Pick<Seat, "role" | "table">): boolean {
  return table === null && role !== "junior";
}

/** `true` for whom it matters at which table they sit: everybody but who runs the workshop, and a screen. */
export function sitsAtTable({ role }: Pick<Seat, "role">): boolean {
  return role !== "facilitator" && role !== "dais";
}

/** `true` for who takes part at one table of several; who leads tables may be free to go to each. */
export function sitsAtOneTable({ role }: Pick<Seat, "role">): boolean {
  return role === "customer" || role === "colleague";
}

/** `true` when this seat may say that the workshop goes on to another step. */
export function maySetStep({ role }: Pick<Seat, "role">): boolean {
  return role === "facilitator";
}

/** `true` when this seat may open what was answered alone, at its own table at least. */
export function mayReveal({ role, table }: Pick<Seat, "role"> & Partial<Pick<Seat, "table">>): boolean {
  return role === "facilitator" || (role === "moderator" && table !== NO_TABLE);
}

/** The one table at which this seat may open it; `undefined` for who may everywhere. */
export function revealsOnlyAt({ role, table }: Pick<Seat, "role" | "table">): string | undefined {
  return role === "facilitator" ? undefined : (table ?? undefined);
}

/** `true` when this seat is told what was opened at a table: who sits there, who leads the whole, and screens. */
export function hearsOpenedAt(table: string, seat: Pick<Seat, "role" | "table">): boolean {
  return seat.role === "facilitator" || seat.role === "dais" || isAt(table, seat.table) || isFree(seat);
}

/** `true` for who works for the company and listens while customers speak; a junior facilitator is a colleague who helps. */
export function isColleague({ role }: Pick<Seat, "role">): boolean {
  return role === "colleague" || role === "junior";
}

/** `true` when this seat reads what a topic keeps for those who run the day. */
export function isHelper({ role }: Pick<Seat, "role">): boolean {
  return role === "facilitator" || role === "moderator" || role === "junior";
}

/** Somebody for whom another one writes; `chosen`: whom they have asked to, themselves (S2-6). */
export interface Spoken extends Pick<Seat, "table"> {
  readonly chosen: string | undefined;
}

/**
 * `true` when `writer` may write a row for `person`, who is somebody else: who leads, for people of their table; a junior
 * facilitator, for people of their table who have chosen them.
 */
export function mayEnterFor(writer: Pick<Seat, "role" | "table" | "person">, person: Spoken): boolean {
  if (!isHelper(writer)) return false;
  if (writer.role === "facilitator" || isFree(writer)) return true;
  if (writer.role !== "junior") return isAt(person.table, writer.table);
  // Where there is one table, people are bound to none: they are at that of the helper whom they have chosen.
  const table = person.table ?? writer.table;
  return person.chosen === writer.person && isAt(table, writer.table);
}
