/**
 * How a command writes: one transaction, each step noted with what stood there before, so that undo is a new change
 * that puts back only what is still mine. A hard delete (as Y.UndoManager does for an added card) would take another
 * person's words with it.
 */
import * as Y from "yjs";
import {
  type Collection,
  collectionOf,
  docOf,
  entityOf,
  isWritable,
  LOCAL,
  type SharedDocument,
  stampVersions,
} from "./document.ts";
import type { Id, Role } from "./journey/schema.ts";
import { replaceText } from "./text.ts";

/** Who acts, and what time it is for them (milliseconds since 1970). */
export interface Actor {
  readonly person: Id;
  readonly role: Role;
  /** The customer type of a customer, as the plan names it; it stands with their ratings. */
  readonly customerType?: Id;
  /** Whose words the cards are that the actor writes: somebody who has asked them to, and says yes to each (S2-6). */
  readonly writesFor?: Speaker | undefined;
  readonly now: () => number;
}

/** Who says something that another writes down. */
export interface Speaker {
  readonly person: Id;
  readonly role: Role;
}

/** What a field may hold: small and flat. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly (string | number)[]
  | { readonly min: number; readonly max: number };

interface Step {
  readonly collection: Collection;
  readonly id: Id;
  readonly field: string;
  readonly kind: "register" | "text";
  readonly before: Value;
  readonly after: Value;
  /** When it was written, by the writer's clock. */
  readonly time?: number | undefined;
  /** Whose stamp the value has, where it is not the actor's. */
  readonly person?: Id | undefined;
}
/** What one gesture changed; hand it to a history. */
export interface Changes {
  readonly steps: readonly Step[];
}

export type RefusalReason = "gone" | "bad-value" | "not-yours" | "newer-document" | "too-long" | "locked";
export type Outcome<T = unknown> =
  | { readonly outcome: "done"; readonly changes: Changes; readonly value: T }
  | { readonly outcome: "nothing" }
  | { readonly outcome: "refused"; readonly reason: RefusalReason };

export const NOTHING = { outcome: "nothing" } as const;
export function refused(reason: RefusalReason): { readonly outcome: "refused"; readonly reason: RefusalReason } {
  return { outcome: "refused", reason };
}

export interface Writer {
  /** Makes an entity. `plain` fields never change; `stamped` ones are registers; `texts` are long texts. */
  create(
    collection: Collection,
    id: Id,
    fields: { plain?: Record<string, Value>; stamped?: Record<string, Value>; texts?: Record<string, string> },
  ): void;
  /** Takes an entity that is there already, as all devices begin it, for one that this gesture made. */
  adopt(
    collection: Collection,
    id: Id,
    fields: { plain?: Record<string, Value>; stamped?: Record<string, Value> },
  ): void;
  /** `as`: whose stamp it gets, when somebody else's words are handed on; the actor's when absent. */
  set(collection: Collection, id: Id, field: string, value: Value, as?: Id): void;
  setText(collection: Collection, id: Id, field: string, text: string): void;
  /**
   * Overwrites fields for good, plain ones too, and long texts; no step says what stood there. Where it `staysEmpty`,
   * nobody writes them again, and no history brings them back (SPEC S29).
   */
  empty(collection: Collection, id: Id, fields: EmptiedFields): void;
}

/** What takes the place of what a person has withdrawn. */
export interface EmptiedFields {
  readonly plain?: Record<string, Value>;
  readonly stamped?: Record<string, Value>;
  readonly texts?: readonly string[];
  readonly staysEmpty: boolean;
}

/** The register that says that an entity was emptied. */
const WITHDRAWN = "withdrawn";
/** Fields that hold a person's own words, or name what they added: once withdrawn they stay empty. */
const OWN_FIELDS = new Set([
  "text",
  "agreed",
  "body",
  "source",
  "url",
  "exhibit",
  "file",
  "pictured",
  "emotionWords",
  "links",
  "tags",
  "reason",
  "conditions",
  "metrics",
  "consequenceIfFailed",
  "consequenceIfMet",
  "relatedText",
]);

/** Runs one command: checks that this program may write, gathers the steps, and makes them one transaction. */
export function transact<T>(
  document: SharedDocument,
  by: Actor,
  body: (write: Writer) => T | ReturnType<typeof refused>,
): Outcome<T> {
  const doc = docOf(document);
  if (!isWritable(doc)) return refused("newer-document");
  const steps: Step[] = [];
  let result: T | ReturnType<typeof refused> | undefined;
  doc.transact(() => {
    result = body(openWriter(doc, by, steps));
  }, LOCAL);
  if (isRefused(result)) return result;
  return steps.length === 0 ? NOTHING : { outcome: "done", changes: { steps }, value: result as T };
}

/** Puts back what `changes` did, where it still stands as this person left it. Its own changes undo it again. */
export function revert(document: SharedDocument, by: Actor, changes: Changes): Outcome {
  return transact(document, by, (write) => {
    for (const step of [...changes.steps].reverse()) {
      if (!stillMine(docOf(document), by, step)) continue;
      if (step.kind === "text") write.setText(step.collection, step.id, step.field, String(step.before));
      else write.set(step.collection, step.id, step.field, step.before, step.person);
    }
    return undefined;
  });
}

function isRefused(result: unknown): result is ReturnType<typeof refused> {
  return typeof result === "object" && result !== null && "outcome" in result && result.outcome === "refused";
}

function openWriter(doc: Y.Doc, by: Actor, steps: Step[]): Writer {
  const stamp = (value: Value, person = by.person, time = by.now()) => [value, time, person];
  // Undoing an add removes softly: others may have written on it by then.
  const noteMade = (collection: Collection, id: Id) =>
    void steps.push({ collection, id, field: "del", kind: "register", before: true, after: null });
  return {
    create(collection, id, { plain = {}, stamped = {}, texts = {} }) {
      stampVersions(doc);
      const entity = new Y.Map<unknown>();
      for (const [field, value] of Object.entries(plain)) entity.set(field, value);
      for (const [field, value] of Object.entries(stamped)) entity.set(field, stamp(value));
      for (const [field, text] of Object.entries(texts)) entity.set(field, new Y.Text(text));
      collectionOf(doc, collection).set(id, entity);
      noteMade(collection, id);
    },
    adopt(collection, id, { plain = {}, stamped = {} }) {
      stampVersions(doc);
      const entity = entityOf(doc, collection, id);
      for (const [field, value] of Object.entries(plain)) entity?.set(field, value);
      for (const [field, value] of Object.entries(stamped)) entity?.set(field, stamp(value));
      noteMade(collection, id);
    },
    set(collection, id, field, value, as) {
      const entity = entityOf(doc, collection, id);
      if (!entity || isEmptied(entity, field)) return;
      const before = registerOf(entity, field).value;
      if (same(before, value)) return;
      const time = by.now();
      entity.set(field, stamp(value, as, time));
      const step = { collection, id, field, kind: "register", before, after: value, time } as const;
      steps.push(as === undefined ? step : { ...step, person: as });
    },
    empty(collection, id, { plain = {}, stamped = {}, texts = [], staysEmpty }) {
      const entity = entityOf(doc, collection, id);
      if (!entity) return;
      for (const [field, value] of Object.entries(plain)) entity.set(field, value);
      for (const [field, value] of Object.entries(stamped)) entity.set(field, stamp(value));
      for (const field of texts) {
        const shared = entity.get(field);
        if (shared instanceof Y.Text) shared.delete(0, shared.length);
      }
      if (staysEmpty) entity.set(WITHDRAWN, stamp(true));
      steps.push({ collection, id, field: WITHDRAWN, kind: "register", before: true, after: true });
    },
    setText(collection, id, field, text) {
      const entity = entityOf(doc, collection, id);
      const shared = entity?.get(field);
      if (!entity || !(shared instanceof Y.Text) || isEmptied(entity, field)) return;
      const before = shared.toString();
      if (before === text) return;
      replaceText(shared, text);
      steps.push({ collection, id, field, kind: "text", before, after: text });
    },
  };
}

function stillMine(doc: Y.Doc, by: Actor, step: Step): boolean {
  const entity = entityOf(doc, step.collection, step.id);
  if (!entity) return false;
  if (step.kind === "text") {
    const shared = entity.get(step.field);
    return shared instanceof Y.Text && shared.toString() === step.after;
  }
  const { value, person } = registerOf(entity, step.field);
  return same(value, step.after) && (person === undefined || person === (step.person ?? by.person));
}

function isEmptied(entity: Y.Map<unknown>, field: string): boolean {
  return OWN_FIELDS.has(field) && registerOf(entity, WITHDRAWN).value === true;
}

/** A rating may be given again, so nothing keeps its words empty; what was said before is not kept all the same. */
function isRatingEmptied(entity: Y.Map<unknown>, collection: Collection, field: string): boolean {
  if (collection !== "ratings" || field !== "words") return false;
  return registerOf(entity, "words").value === "" && registerOf(entity, "del").value === true;
}

/** Without the steps that hold what somebody has withdrawn since; `undefined` when none is left. */
export function withoutWithdrawn(document: SharedDocument, { steps }: Changes): Changes | undefined {
  const kept = steps.filter(({ collection, id, field }) => {
    const entity = entityOf(docOf(document), collection, id);
    return !entity || !(isEmptied(entity, field) || isRatingEmptied(entity, collection, field));
  });
  if (kept.length === steps.length) return { steps };
  return kept.length === 0 ? undefined : { steps: kept };
}

/** A register's value, writer and time; `null` when it was never written. What a peer put there may be anything. */
export function registerOf(
  entity: Y.Map<unknown>,
  field: string,
): { value: Value; person: Id | undefined; time: number | undefined } {
  const register = entity.get(field);
  if (!Array.isArray(register)) return { value: null, person: undefined, time: undefined };
  const [value, time, person] = register as readonly unknown[];
  return {
    value: (value ?? null) as Value,
    person: typeof person === "string" ? person : undefined,
    time: typeof time === "number" ? time : undefined,
  };
}

/** Whether something that stands in a document is of a shape that commands write. */
export function isValue(value: unknown): value is Value {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string" || typeof item === "number");
  if (typeof value === "object" && value !== null) {
    const { min, max, ...more } = value as Record<string, unknown>;
    return typeof min === "number" && typeof max === "number" && Object.keys(more).length === 0;
  }
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function same(a: Value, b: Value): boolean {
  if (a === b) return true;
  // `del` is absent, null or false while a thing is there.
  if ((a === null || a === false) && (b === null || b === false)) return true;
  // What stands in a document may be anything, however deep: compare the known shapes only.
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => item === b[i]);
  return isScale(a) && isScale(b) && a.min === b.min && a.max === b.max;
}

function isScale(value: Value): value is { readonly min: number; readonly max: number } {
  return typeof value === "object" && value !== null && "min" in value && "max" in value;
}
