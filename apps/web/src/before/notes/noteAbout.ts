/** Whom a note can be about, as a list to choose from. */
import type { CustomerTypeView, NoteAbout } from "@sameside/model";

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Named {
  readonly person: string;
  readonly name: string;
}

/** Customer types in their order, then people in theirs. */
export function aboutOptions(types: readonly CustomerTypeView[], people: readonly Named[]): readonly Option[] {
  return [
    ...types.map(({ id, name }) => ({ value: keyOf({ kind: "customerType", id }), label: name })),
    ...people.map(({ person, name }) => ({ value: keyOf({ kind: "person", id: person }), label: name })),
  ];
}

export function keyOf({ kind, id }: NoteAbout): string {
  return `${kind}:${id}`;
}

/** The reverse of `keyOf`. */
export function aboutOf(key: string): NoteAbout {
  const at = key.indexOf(":");
  return { kind: key.slice(0, at) === "person" ? "person" : "customerType", id: key.slice(at + 1) };
}
