/** Whom a note can be about, as a list to choose from. */
import { ANSWER_TOPICS, type CustomerTypeView, type NoteAbout } from "@sameside/model";

interface Option {
  readonly value: string;
  readonly label: string;
}

interface NameRow {
  readonly person: string;
  readonly value: unknown;
}

/** Customer types in their order, then people by name. A name may come from any peer: what is none is left out. */
export function aboutOptions(types: readonly CustomerTypeView[], names: readonly NameRow[]): readonly Option[] {
  const people = names.flatMap(({ person, value }) => {
    const name = ANSWER_TOPICS.name.value.safeParse(value).data;
    return name === undefined ? [] : [{ value: keyOf({ kind: "person", id: person }), label: name }];
  });
  return [
    ...types.map(({ id, name }) => ({ value: keyOf({ kind: "customerType", id }), label: name })),
    ...people.sort((a, b) => a.label.localeCompare(b.label)),
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
