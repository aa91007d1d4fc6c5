/**
 * The shapes that fields of documents take, checked one by one. A field of the wrong type reads as its default (SPEC
 * R4) and leaves the stored value alone; a text over its limit is cut, a number kept within its own range (R7).
 */
import * as Y from "yjs";
import * as z from "zod";
import {
  MAX_BODY_LENGTH,
  MAX_ID_LENGTH,
  MAX_LINK_LENGTH,
  MAX_TEXT_LENGTH,
  MAX_TITLE_LENGTH,
} from "./journey/limits.ts";
import { MAX_ORDER_LENGTH } from "./order.ts";

export const cut = (limit: number) => z.string().transform((text) => text.slice(0, limit));
export const Title = cut(MAX_TITLE_LENGTH);
export const Words = cut(MAX_TEXT_LENGTH);
export const EntityId = z.string().min(1).max(MAX_ID_LENGTH);
export const OptionalId = EntityId.optional().catch(undefined);
export const Time = z.number().nonnegative().catch(0);

/** A number within its own declared range; beyond it, the nearest end (R7). */
export const clamped = (min: number, max: number) => z.number().transform((it) => Math.min(max, Math.max(min, it)));

/** A list of at most `max` items; what lies beyond is not even looked at. */
export const listOf = <T extends z.ZodType>(item: T, max: number) =>
  z
    .array(z.unknown())
    .transform((items) => items.slice(0, max))
    .pipe(z.array(item));

/** `http://` or `https://` with a host, without a name and password in front of it: they make a link look like another. */
const WEB_ADDRESS = /^https?:\/\/[^\s/?#@"<>\\]+(?:[/?#][^\s"<>\\]*)?$/i;
export function isWebAddress(text: string): boolean {
  return text.length <= MAX_LINK_LENGTH && WEB_ADDRESS.test(text);
}
/** Links that may be followed; others are left out. */
export const webAddresses = (max: number) =>
  z.array(z.unknown()).transform((items) => items.slice(0, max).filter(isWebAddressItem));
/** One link, or "" for none. */
export const WebAddress = z.string().refine((text) => text === "" || isWebAddress(text));

function isWebAddressItem(item: unknown): item is string {
  return typeof item === "string" && isWebAddress(item);
}

/** A day that the calendar has, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
/** A day, or "" for none. */
export const Day = z.string().refine((text) => text === "" || isDay(text));

/** A minute that the calendar has, where the workshop is: `YYYY-MM-DDTHH:MM`. */
export function isMinute(text: string): boolean {
  const [day = "", time = "", ...rest] = text.split("T");
  return rest.length === 0 && isDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}
/** A minute, or "" for none. */
export const Minute = z.string().refine((text) => text === "" || isMinute(text));

/** Long text: made with its entity. */
export const LongText = z
  .instanceof(Y.Text)
  .transform((text) => text.toString().slice(0, MAX_BODY_LENGTH))
  .catch("");

/** `parent|lane|order`. */
export const PlaceField = z
  .string()
  .max(2 * MAX_ID_LENGTH + MAX_ORDER_LENGTH + 2)
  .transform((at, context) => {
    const [parent, lane, order, ...rest] = at.split("|");
    if (parent === undefined || lane === undefined || order === undefined || rest.length > 0) {
      context.addIssue({ code: "custom", message: "not parent|lane|order" });
      return z.NEVER;
    }
    return { parent, lane, order };
  });
export type Place = z.infer<typeof PlaceField>;
export function placeText(place: Place): string {
  return `${place.parent}|${place.lane}|${place.order}`;
}

/** What a register holds, with the stamp of who wrote it last. */
type Stamped<T> = { readonly value: T; readonly time: number; readonly person: string };

/** `[value, time, person]`, required: an entity without it is a ghost (R3). */
export const stamped = <T extends z.ZodType>(value: T) =>
  z.unknown().transform((raw, context): Stamped<z.output<T>> => {
    const read = readStamped(value, raw);
    if (read) return read;
    context.addIssue({ code: "custom", message: "not [value, time, person]" });
    return z.NEVER;
  });

/** The value of a register; its default where it was never written or cannot be read. */
export const register = <T extends z.ZodType>(schema: T, fallback: z.output<T>) =>
  z.unknown().transform((raw): z.output<T> => readStamped(schema, raw)?.value ?? fallback);

/** By hand, because a board holds tens of thousands: only the value itself needs a schema. */
function readStamped<T extends z.ZodType>(schema: T, raw: unknown): Stamped<z.output<T>> | undefined {
  if (!Array.isArray(raw) || raw.length < STAMP_LENGTH) return undefined;
  const [it, time, person] = raw as readonly unknown[];
  if (!isEntityId(person)) return undefined;
  const value = z.safeParse(schema, it);
  return value.success ? { value: value.data, time: isTime(time) ? time : 0, person } : undefined;
}
const STAMP_LENGTH = 3;

function isEntityId(it: unknown): it is string {
  return typeof it === "string" && it !== "" && it.length <= MAX_ID_LENGTH;
}

function isTime(it: unknown): it is number {
  return typeof it === "number" && Number.isFinite(it) && it >= 0;
}

/** `true` when the thing was removed. */
export const Deleted = stamped(z.boolean().nullable())
  .optional()
  .catch(undefined)
  .transform((it) => it?.value === true);

/** `true` once their author has withdrawn the words: then nothing is read of them, whatever still lies there. */
export const Withdrawn = register(z.boolean(), false);

/**
 * Reads one entity by its schema, field by field; `undefined` for a ghost. `toJSON` of a foreign subtree can overflow
 * the stack, and what was read before and did not change since is not checked again: an edit writes one field of many.
 */
export function readEntity<S extends z.ZodObject>(
  schema: S,
  id: string,
  entity: unknown,
  known?: { readonly record: object; readonly changed: ReadonlySet<string> },
): (z.infer<S> & { readonly id: string }) | undefined {
  if (!(entity instanceof Y.Map)) return undefined;
  const fields: Record<string, unknown> = known ? { ...known.record } : {};
  for (const { field, shape, absent } of fieldsOf(schema)) {
    if (known && !known.changed.has(field)) continue;
    const raw = entity.get(field);
    const parsed = raw === undefined ? absent : z.safeParse(shape, raw);
    if (!parsed.success) return undefined;
    fields[field] = parsed.data;
  }
  fields["id"] = id;
  return fields as z.infer<S> & { readonly id: string };
}

interface Field {
  readonly field: string;
  readonly shape: z.core.$ZodType;
  /** What it reads as where it was never written: most fields of most entities are not. */
  readonly absent: z.ZodSafeParseResult<unknown>;
}

const fieldsBySchema = new WeakMap<z.ZodObject, readonly Field[]>();
function fieldsOf(schema: z.ZodObject): readonly Field[] {
  const known = fieldsBySchema.get(schema);
  if (known) return known;
  const fields = Object.entries(schema.shape).map(([field, shape]) => ({
    field,
    shape,
    absent: z.safeParse(shape, undefined),
  }));
  fieldsBySchema.set(schema, fields);
  return fields;
}
