/** Who may write on the boards in a step, where the agenda does not say otherwise. */
import type { StepKind, StepRight, StepRights } from "./schema.ts";

const ALL_WRITE: StepRights = { customer: "write", colleague: "write", moderator: "write" };
/** Colleagues listen: they read and keep private notes, customers go on writing (S2-2). */
const CUSTOMERS_WRITE: StepRights = { customer: "write", colleague: "read", moderator: "write" };
/** People look, or answer for themselves; the map stays as it is. */
const MODERATORS_WRITE: StepRights = { customer: "read", colleague: "read", moderator: "write" };

const DEFAULT_RIGHTS: Readonly<Record<StepKind, StepRights>> = {
  read: MODERATORS_WRITE,
  map: ALL_WRITE,
  "what-if": ALL_WRITE,
  listen: CUSTOMERS_WRITE,
  guess: MODERATORS_WRITE,
  rate: MODERATORS_WRITE,
  vote: MODERATORS_WRITE,
  pair: ALL_WRITE,
  questions: ALL_WRITE,
  commit: ALL_WRITE,
  break: ALL_WRITE,
  free: ALL_WRITE,
};

/** Steps in which customers and colleagues make the map together: their rights are the same (S0-20). */
const CO_CREATION: ReadonlySet<StepKind> = new Set<StepKind>(["map", "what-if", "pair"]);

/** The rights of a kind of step where the agenda says nothing else. */
export function usualRights(kind: StepKind): StepRights {
  return DEFAULT_RIGHTS[kind];
}

/**
 * `true` when a step of this kind may have these rights. What customers may not see, colleagues may not (S1-1); who
 * makes the map together writes alike (S0-20); and who listens does not write (S2-2).
 */
export function mayHaveRights(kind: StepKind, { customer, colleague }: StepRights): boolean {
  if (customer === "none" && colleague !== "none") return false;
  if (kind === "listen" && colleague === "write") return false;
  return !CO_CREATION.has(kind) || customer === colleague;
}

/**
 * The rights that hold: what was set, else the kind's own. Where two people's changes met in rights that the kind may
 * not have, colleagues get the customers' right, and in listening they read at most.
 */
export function rightsOf(kind: StepKind, set: Readonly<Record<keyof StepRights, StepRight | undefined>>): StepRights {
  const usual = DEFAULT_RIGHTS[kind];
  const rights = {
    customer: set.customer ?? usual.customer,
    colleague: set.colleague ?? usual.colleague,
    moderator: set.moderator ?? usual.moderator,
  };
  if (mayHaveRights(kind, rights)) return rights;
  const listens = kind === "listen" && rights.customer === "write";
  return { ...rights, colleague: listens ? "read" : rights.customer };
}
