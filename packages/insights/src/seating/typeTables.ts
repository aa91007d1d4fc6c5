/**
 * Which tables are for which customer type. Tables are given out one by one, each to the type with the most customers
 * for every table it has: the method of D'Hondt (Jefferson), which keeps the largest table as small as it can be
 * (Balinski and Young, Fair Representation, 1982).
 */
import type { GroupView, Id, PersonView } from "@sameside/model";

/**
 * The types for which each table is. One for most; several where there are more types than tables.
 *
 * @param kept the type of whoever sits there already and stays, by group
 */
export function tablesForTypes(
  groups: readonly GroupView[],
  customers: readonly PersonView[],
  kept: ReadonlyMap<Id, Id>,
): ReadonlyMap<Id, ReadonlySet<Id>> {
  const customersByType = new Map<Id, number>();
  for (const { customerType } of customers)
    if (customerType) customersByType.set(customerType, (customersByType.get(customerType) ?? 0) + 1);
  const typesByGroup = new Map<Id, Set<Id>>();
  const tablesByType = new Map([...customersByType.keys()].map((type) => [type, 0]));
  const free: GroupView[] = [];
  for (const group of groups) {
    const type = group.customerType ?? kept.get(group.id);
    typesByGroup.set(group.id, new Set(type ? [type] : []));
    if (type === undefined) free.push(group);
    else tablesByType.set(type, (tablesByType.get(type) ?? 0) + 1);
  }
  const wonByType = new Map<Id, number>();
  for (const _table of free) {
    const type = neediest(customersByType, tablesByType);
    if (type === undefined) break;
    tablesByType.set(type, (tablesByType.get(type) ?? 0) + 1);
    wonByType.set(type, (wonByType.get(type) ?? 0) + 1);
  }
  // Tables of one type stand beside each other in the list.
  const winners = [...wonByType].flatMap(([type, won]) => Array.from({ length: won }, () => type));
  for (const [index, type] of winners.entries()) typesByGroup.get(free[index]?.id ?? "")?.add(type);
  shareTables(typesByGroup, customersByType, tablesByType);
  return typesByGroup;
}

/** The type with the most customers for each of its tables; at first each one that has no table. */
function neediest(customersByType: ReadonlyMap<Id, number>, tablesByType: ReadonlyMap<Id, number>): Id | undefined {
  let best: { readonly type: Id; readonly load: number; readonly customers: number } | undefined;
  for (const [type, customers] of customersByType) {
    const load = customers / (tablesByType.get(type) ?? 0);
    if (!best || load > best.load || (load === best.load && customers > best.customers))
      best = { type, load, customers };
  }
  return best?.type;
}

/** A type that got no table joins the table with the fewest customers. */
function shareTables(
  typesByGroup: ReadonlyMap<Id, Set<Id>>,
  customersByType: ReadonlyMap<Id, number>,
  tablesByType: ReadonlyMap<Id, number>,
): void {
  const expected = (types: ReadonlySet<Id>) =>
    [...types].reduce((sum, type) => sum + (customersByType.get(type) ?? 0) / (tablesByType.get(type) || 1), 0);
  for (const [type] of customersByType) {
    if ((tablesByType.get(type) ?? 0) > 0) continue;
    const emptiest = [...typesByGroup.values()].reduce<Set<Id> | undefined>(
      (least, types) => (least && expected(least) <= expected(types) ? least : types),
      undefined,
    );
    emptiest?.add(type);
  }
}
