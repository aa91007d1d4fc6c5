/** Which preparation notes belong on a table. */
import type { NoteAbout, PlanView, PreparationNoteView } from "@sameside/model";

/**
 * The notes about the table's type and about the people who sit at it. What belongs on no table that the plan names is
 * on all of them: nothing that was prepared is out of reach.
 */
export function notesOfTable(
  { groups, people, preparationNotes }: Pick<PlanView, "groups" | "people" | "preparationNotes">,
  group: string,
): readonly PreparationNoteView[] {
  const tablesOf = ({ kind, id }: NoteAbout): readonly string[] =>
    kind === "person"
      ? people.flatMap((person) => (person.id === id ? (person.group ?? []) : []))
      : groups.flatMap((table) => (table.customerType === id ? table.id : []));
  return preparationNotes.filter(({ about }) => {
    const tables = tablesOf(about);
    return tables.length === 0 || tables.includes(group);
  });
}
