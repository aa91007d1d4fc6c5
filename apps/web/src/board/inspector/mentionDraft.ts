/** A comment while it is typed holds names; the one that is kept holds ids. */
import { type Id, mentionOf, partsOfComment } from "@sameside/model";

export interface Mentionable {
  readonly person: Id;
  readonly name: string;
}

/** "@Anna" becomes Anna's id. The longer name is tried first; a name that two people have stays a word. */
export function textOfDraft(draft: string, people: readonly Mentionable[]): string {
  const known = people.filter(({ name }) => people.filter((other) => other.name === name).length === 1);
  const longestFirst = known.toSorted((a, b) => b.name.length - a.name.length);
  return longestFirst.reduce((text, { person, name }) => {
    const named = new RegExp(`@${escaped(name)}(?![\\p{L}\\p{N}])`, "gu");
    return text.replace(named, () => mentionOf(person));
  }, draft);
}

/** The other way round, to change what was said. */
export function draftOfText(text: string, nameOf: (person: Id) => string): string {
  return partsOfComment(text)
    .map((part) => ("person" in part ? `@${nameOf(part.person)}` : part.words))
    .join("");
}

/** Who can be meant by what is being typed behind the last "@"; nobody when there is none. */
export function meantBy(draft: string, people: readonly Mentionable[]): readonly Mentionable[] {
  const begun = /(?:^|\s)@([^@\n]{0,40})$/u.exec(draft)?.[1]?.toLocaleLowerCase();
  if (begun === undefined) return [];
  return people.filter(({ name }) => name.toLocaleLowerCase().startsWith(begun) && name.toLocaleLowerCase() !== begun);
}

/** The draft with the name that was chosen for what stands behind its last "@". */
export function withName(draft: string, { name }: Mentionable): string {
  return `${draft.slice(0, draft.lastIndexOf("@"))}@${name} `;
}

/** A name as a pattern that matches it and nothing else. */
function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
