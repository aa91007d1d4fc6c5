/** What a command's arguments must be before anything is written: one check for each field of a description. */
import type { RefusalReason, Value } from "./changes.ts";
import { isDay, isMinute } from "./fields.ts";
import { MAX_ID_LENGTH, MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from "./journey/limits.ts";

export type Problem = Extract<RefusalReason, "bad-value" | "too-long">;
type Check<T> = (value: T) => Problem | undefined;
/** A check for every field that a description may change. */
export type Checks<Fields> = { readonly [Field in keyof Fields]-?: Check<Exclude<Fields[Field], undefined>> };

/** What is wrong with the given fields; absent ones are not looked at. */
export function problemIn<Fields extends object>(checks: Checks<Fields>, fields: Fields): Problem | undefined {
  for (const field of fieldsOf(checks)) {
    const value = fields[field];
    const problem = value === undefined ? undefined : checks[field](value as Exclude<Fields[keyof Fields], undefined>);
    if (problem) return problem;
  }
  return undefined;
}

/** The given fields, ready to be written: those that have a check, and no others. */
export function givenFields<Fields extends object>(checks: Checks<Fields>, fields: Fields): Record<string, Value> {
  const given: Record<string, Value> = {};
  for (const field of fieldsOf(checks)) if (fields[field] !== undefined) given[String(field)] = fields[field] as Value;
  return given;
}

function fieldsOf<Fields>(checks: Checks<Fields>): (keyof Fields)[] {
  return Object.keys(checks) as (keyof Fields)[];
}

export const atMost =
  (limit: number): Check<string> =>
  (text) =>
    text.length > limit ? "too-long" : undefined;
export const isTitle = atMost(MAX_TITLE_LENGTH);
export const isText = atMost(MAX_TEXT_LENGTH);
export const isId: Check<string> = (id) => (id === "" ? "bad-value" : isIdOrNone(id));
/** An id, or "" for none. */
export const isIdOrNone: Check<string> = (id) => (id.length > MAX_ID_LENGTH ? "bad-value" : undefined);
/** A day `YYYY-MM-DD`, or "" for none. */
export const isDayOrNone: Check<string> = (text) => (text === "" || isDay(text) ? undefined : "bad-value");
/** A minute `YYYY-MM-DDTHH:MM`, or "" for none. */
export const isMinuteOrNone: Check<string> = (text) => (text === "" || isMinute(text) ? undefined : "bad-value");
export const isFlag: Check<boolean> = (value) => (typeof value === "boolean" ? undefined : "bad-value");

export const isOneOf =
  <T>(values: readonly T[]): Check<T> =>
  (value) =>
    values.includes(value) ? undefined : "bad-value";

export const isWhole =
  (min: number, max: number): Check<number> =>
  (value) =>
    Number.isInteger(value) && value >= min && value <= max ? undefined : "bad-value";

/** A list of at most `max` items, each as `item` wants it. */
export const isListOf =
  <T>(item: Check<T>, max: number): Check<readonly T[]> =>
  (items) =>
    items.length > max ? "too-long" : items.map(item).find((problem) => problem !== undefined);
