/** Which preparation notes belong on a table. */
import type { PlanView, PreparationNoteView } from "@sameside/model";

/**
 * The notes about the table's type, where it has one, and those about people. A table of no type, and one that the plan
 * does not name, has all of them: nothing that was prepared is out of reach.
 */
export function notesOfTable(
  { groups, preparationNotes }: Pick<PlanView, "groups" | "preparationNotes">,
  group: string,
): readonly PreparationNoteView[] {
  const type = groups.find(({ id }) => id === group)?.customerType;
  return preparationNotes.filter(({ about }) => type === undefined || about.kind === "person" || about.id === type);
}
