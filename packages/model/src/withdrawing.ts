/** What a person has withdrawn, found and emptied in a document: in every kind in the same way (SPEC S29). */
import { type Actor, type EmptiedFields, NOTHING, type Outcome, transact } from "./changes.ts";
import { type Collection, docOf, type SharedDocument } from "./document.ts";
import { type DocumentShape, liveIndexOf } from "./entityIndex.ts";
import type { PersonId } from "./journey/ids.ts";
import type { Id } from "./journey/schema.ts";

/** Who withdraws, and until when: milliseconds since 1970, by the clock of those who wrote. What came later stays. */
export interface Withdrawal {
  readonly person: PersonId;
  readonly time: number;
}

/** What a withdrawal means for one kind of document. */
export interface Withdrawing<D extends SharedDocument> {
  /** `true` while anything of what the person withdrew still stands in it. */
  holds(document: D, withdrawal: Withdrawal): boolean;
  /** When a person said the last thing in it, by the clock they had; 0 when they said nothing. */
  lastSaid(document: D, person: PersonId): number;
  /**
   * Empties what a person said until they withdrew it, removed things too. By the person, or on their behalf by whoever
   * hears that they have withdrawn: doing it again changes nothing. It cannot be undone.
   */
  empty(document: D, by: Actor, withdrawal: Withdrawal): Outcome;
}

/** One thing that is to be emptied, and what is left of it. */
interface ToEmpty {
  readonly collection: Collection;
  readonly id: Id;
  readonly fields: EmptiedFields;
}

/** Words that stand under their author's id. */
interface Authored {
  readonly id: Id;
  readonly author: PersonId;
  readonly made: number;
  readonly withdrawn: boolean;
}

/** What else of a document is a person's. */
interface More<D> {
  readonly toEmpty: (document: D, withdrawal: Withdrawal) => readonly ToEmpty[];
  /** When they said it. */
  readonly times: (document: D, person: PersonId) => readonly number[];
}

/** `fieldsByCollection`: what is left of an entry whose author has withdrawn it. */
export function openWithdrawing<
  D extends SharedDocument,
  C extends keyof R & Collection,
  R extends { readonly [K in C]: Authored },
>(
  shape: DocumentShape<R>,
  fieldsByCollection: Readonly<Record<C, EmptiedFields>>,
  more: More<D> = { toEmpty: () => [], times: () => [] },
): Withdrawing<D> {
  const collections = Object.keys(fieldsByCollection) as C[];
  const allOf = (document: D, collection: C): readonly Authored[] => [
    ...liveIndexOf(docOf(document), shape).index.records[collection].values(),
  ];

  function toEmpty(document: D, withdrawal: Withdrawal): readonly ToEmpty[] {
    const { person, time } = withdrawal;
    const authored = collections.flatMap((collection) => {
      const fields = fieldsByCollection[collection];
      return (
        allOf(document, collection)
          .filter(({ author, made }) => author === person && made <= time)
          // Another device of theirs may have written here before it heard that they have withdrawn.
          .filter((record) => !record.withdrawn || !isEmpty(record, fields))
          .map(({ id }) => ({ collection, id, fields }))
      );
    });
    return [...authored, ...more.toEmpty(document, withdrawal)];
  }

  return {
    holds: (document, withdrawal) => toEmpty(document, withdrawal).length > 0,
    lastSaid(document, person) {
      const authored = collections.flatMap((collection) => allOf(document, collection));
      const made = authored.filter(({ author }) => author === person).map((record) => record.made);
      return [...made, ...more.times(document, person)].reduce((last, time) => Math.max(last, time), 0);
    },
    empty(document, by, withdrawal) {
      const found = toEmpty(document, withdrawal);
      if (found.length === 0) return NOTHING;
      return transact(document, by, (write) => {
        for (const { collection, id, fields } of found) write.empty(collection, id, fields);
      });
    },
  };
}

/** Whether nothing is left of a record but what emptying leaves. */
export function isEmpty(record: object, { plain = {}, stamped = {}, texts = [] }: EmptiedFields): boolean {
  const valueByField = new Map(Object.entries(record));
  const isLeft = ([field, empty]: readonly [string, unknown]) =>
    textOf(valueIn(valueByField.get(field))) !== textOf(empty);
  return ![...Object.entries(plain), ...Object.entries(stamped), ...texts.map((field) => [field, ""] as const)].some(
    isLeft,
  );
}

/** Of a register that is read with its stamp, the value alone. */
function valueIn(field: unknown): unknown {
  return typeof field === "object" && field !== null && "value" in field ? field.value : field;
}

/** A field that was never written is as empty as one that was emptied. */
function textOf(value: unknown): string {
  return value === undefined || value === null ? '""' : JSON.stringify(value);
}
