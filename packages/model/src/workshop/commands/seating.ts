/** Who sits at which table, and who goes with whom. Each command is one transaction, however many people it is about. */
import { type Actor, type Outcome, refused, transact, type Writer } from "../../changes.ts";
import type { PlanDocument } from "../../document.ts";
import { livingOf } from "../../entries.ts";
import type { Id } from "../../journey/schema.ts";
import { entries } from "./entries.ts";

export interface SeatAtTable {
  readonly person: Id;
  /** "" for no table. */
  readonly group: Id;
  /** Whether seating everybody leaves them there; as it was when absent. */
  readonly isFixed?: boolean;
}

/** Seats people: all of them, or none. Who is not named stays where they are. */
export function seatPeople(plan: PlanDocument, by: Actor, args: { readonly seats: readonly SeatAtTable[] }): Outcome {
  const isKnown = ({ person, group }: SeatAtTable) =>
    entries.living(plan, "people", person) && (group === "" || entries.living(plan, "groups", group));
  if (!args.seats.every(isKnown)) return refused("gone");
  return transact(plan, by, (write) => {
    for (const { person, group, isFixed } of args.seats) {
      write.set("people", person, "group", group);
      if (isFixed !== undefined) write.set("people", person, "isFixed", isFixed);
    }
  });
}

export interface BuddyPair {
  readonly colleague: Id;
  /** "" for nobody. */
  readonly customer: Id;
}

/** Pairs colleagues with customers (S0-13): all of them, or none. */
export function pairBuddies(plan: PlanDocument, by: Actor, args: { readonly pairs: readonly BuddyPair[] }): Outcome {
  const roleOf = (person: Id) => entries.living(plan, "people", person)?.role;
  for (const { colleague, customer } of args.pairs) {
    const [role, buddy] = [roleOf(colleague), roleOf(customer)];
    if (role === undefined || (customer !== "" && buddy === undefined)) return refused("gone");
    if (role !== "colleague" || (customer !== "" && buddy !== "customer")) return refused("bad-value");
  }
  return transact(plan, by, (write) => {
    for (const { colleague, customer } of args.pairs) write.set("people", colleague, "buddy", customer);
  });
}

/** Whoever leads a table sits at it, where they are on the list; who led it leaves it. Inside a transaction. */
export function seatModerator(plan: PlanDocument, write: Writer, group: Id, moderator: Id): void {
  for (const person of livingOf(entries.indexOf(plan), "people"))
    if (person.role === "moderator" && person.group === group && person.id !== moderator)
      write.set("people", person.id, "group", "");
  if (!entries.living(plan, "people", moderator)) return;
  write.set("people", moderator, "role", "moderator");
  write.set("people", moderator, "group", group);
}
