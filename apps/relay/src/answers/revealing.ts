/** What somebody may open of what they ask for: everything, or what the people of their table alone have answered. */
import { type AnswerRow, limits, NO_TABLE, type OpenedItem, revealsOnlyAt, type Seat } from "@sameside/protocol";
import { type PlaceOf, ruleOf } from "./reading.ts";

/**
 * The item as this seat may open it; `undefined` when it may not. Rows are opened at the table whose people alone have
 * answered, or that is named. A sum names nobody and is told to all, so who leads one table opens it only when enough
 * have answered and all of them sit there. `rows`: those of the item.
 */
export function openedBy(
  seat: Pick<Seat, "role" | "table">,
  { topic, item, table }: OpenedItem,
  rows: readonly AnswerRow[],
  placeOf: PlaceOf,
): OpenedItem | undefined {
  const own = revealsOnlyAt(seat);
  const answers = rows.filter(({ value }) => value !== null);
  const tables = new Set(answers.map(({ person }) => placeOf(person)?.table));
  if (own !== undefined && table !== undefined && table !== own) return undefined;
  if (ruleOf(topic).read === "tally") {
    const isOwn = [...tables].every((each) => each === own) && answers.length >= limits.MIN_TALLY_PEOPLE;
    return own === undefined || isOwn ? { topic, item } : undefined;
  }
  const [only] = tables;
  const isOfOne = tables.size === 1 && typeof only === "string" && only !== NO_TABLE;
  const at = own ?? table ?? (isOfOne ? only : undefined);
  return { topic, item, ...(at !== undefined && { table: at }) };
}
