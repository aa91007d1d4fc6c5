/** Buddy pairs (S0-13): nobody of the company is left without a customer to go with, so that nobody shelters. */
import type { BuddyPair, Id, PersonView } from "@sameside/model";
import { whoSits } from "./rules.ts";

/**
 * A customer for each colleague who has none: one of their own table, and among these one with the fewest colleagues;
 * from another table only where there is none at their own. Nobody is left over as long as one customer comes.
 */
export function pairUp(people: readonly PersonView[]): readonly BuddyPair[] {
  const here = whoSits(people);
  const customers = here.filter(({ role }) => role === "customer");
  const colleaguesByCustomer = new Map(customers.map(({ id, buddies }) => [id, buddies.length]));
  return unpaired(people).flatMap((colleague) => {
    const atTable = customers.filter(({ group }) => group === colleague.group);
    const customer = leastTaken(atTable, colleaguesByCustomer) ?? leastTaken(customers, colleaguesByCustomer);
    if (!customer) return [];
    colleaguesByCustomer.set(customer.id, (colleaguesByCustomer.get(customer.id) ?? 0) + 1);
    return [{ colleague: colleague.id, customer: customer.id }];
  });
}

/** Colleagues who come and go with nobody who comes. */
export function unpaired(people: readonly PersonView[]): readonly PersonView[] {
  const here = whoSits(people);
  const ids = new Set(here.map(({ id }) => id));
  return here.filter(({ role, buddies }) => role === "colleague" && !buddies.some((id) => ids.has(id)));
}

function leastTaken(
  customers: readonly PersonView[],
  colleaguesByCustomer: ReadonlyMap<Id, number>,
): PersonView | undefined {
  let best: { readonly customer: PersonView; readonly taken: number } | undefined;
  for (const customer of customers) {
    const taken = colleaguesByCustomer.get(customer.id) ?? 0;
    if (!best || taken < best.taken) best = { customer, taken };
  }
  return best?.customer;
}
