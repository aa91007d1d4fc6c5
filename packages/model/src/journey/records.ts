/**
 * One entity as it lies in a document, checked field by field. A field of the wrong type reads as its default (R4) and
 * leaves the stored value alone; an entity that lacks what makes it one is a ghost and is hidden (R3).
 */
import * as Y from "yjs";
import * as z from "zod";
import { MAX_ORDER_LENGTH } from "../order.ts";
import { MAX_ACTORS, MAX_BODY_LENGTH, MAX_ID_LENGTH, MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from "./limits.ts";
import {
  DEFAULT_SCALE,
  GRADES,
  LANE_KINDS,
  MOMENT_KINDS,
  MOMENT_VALUE,
  ROLES,
  type Scale,
  VARIANTS,
} from "./schema.ts";

const cut = (limit: number) => z.string().transform((text) => text.slice(0, limit));
const Title = cut(MAX_TITLE_LENGTH);
const Id = z.string().min(1).max(MAX_ID_LENGTH);
const Time = z.number().nonnegative().catch(0);

/** `parent|lane|order`. */
const Place = z
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
export type Place = z.infer<typeof Place>;
export function placeText(place: Place): string {
  return `${place.parent}|${place.lane}|${place.order}`;
}

/** `[value, time, person]`. */
const stamped = <T extends z.ZodType>(value: T) =>
  z
    .tuple([value, Time, Id])
    .rest(z.unknown())
    .transform(([it, time, person]) => ({ value: it as z.output<T>, time, person: person as string }));

const Deleted = stamped(z.boolean().nullable())
  .optional()
  .catch(undefined)
  .transform((register) => register?.value === true);

const RawScale = z.object({ min: z.number(), max: z.number() }).refine((scale) => scale.max > scale.min);

const value = <T extends z.ZodType>(schema: T, fallback: z.output<T>) =>
  stamped(schema)
    .optional()
    .catch(undefined)
    .transform((register) => register?.value ?? fallback);

/** A number within its own declared range; beyond it, the nearest end (R7). */
const clamped = (min: number, max: number) =>
  z
    .number()
    .refine(Number.isFinite)
    .transform((it) => Math.min(max, Math.max(min, it)));

const journey = z.object({
  at: stamped(Place),
  origin: Id.optional().catch(undefined),
  title: value(Title, ""),
  customerType: value(Title, ""),
  variant: value(z.enum(VARIANTS), "actual"),
  scale: value(RawScale, DEFAULT_SCALE as Scale),
  del: Deleted,
});
const phase = z.object({
  at: stamped(Place),
  origin: Id.optional().catch(undefined),
  title: value(Title, ""),
  del: Deleted,
});
const lane = z.object({
  at: stamped(Place),
  origin: Id.optional().catch(undefined),
  kind: value(z.enum(LANE_KINDS), "free"),
  name: value(Title, ""),
  owner: value(Title, ""),
  del: Deleted,
});
const touchpoint = z.object({
  at: stamped(Place),
  title: value(Title, ""),
  channel: value(Title, ""),
  owner: value(Title, ""),
  stage: value(z.enum(["front", "back"]), "front"),
  actors: value(
    z.array(Title).transform((actors) => actors.slice(0, MAX_ACTORS)),
    [],
  ),
  del: Deleted,
});
const card = z.object({
  at: stamped(Place),
  author: Id,
  role: z.enum(ROLES).catch("colleague"),
  made: Time,
  kind: z.enum(LANE_KINDS).catch("free"),
  said: cut(MAX_TEXT_LENGTH).catch(""),
  text: stamped(cut(MAX_TEXT_LENGTH).nullable()).optional().catch(undefined),
  body: z
    .instanceof(Y.Text)
    .transform((text) => text.toString().slice(0, MAX_BODY_LENGTH))
    .catch(""),
  grade: value(z.enum(GRADES), "assumed"),
  del: Deleted,
});
const rating = z.object({
  touchpoint: Id,
  person: Id,
  role: z.enum(ROLES).catch("customer"),
  value: stamped(clamped(-1, 1)),
  /** The number a file gave and the value it was stored as. */
  raw: z.tuple([z.number(), z.number()]).optional().catch(undefined),
  del: Deleted,
});
const moment = z.object({
  touchpoint: Id,
  author: Id,
  made: Time,
  kind: value(z.enum(MOMENT_KINDS), "impression"),
  value: value(clamped(MOMENT_VALUE.min, MOMENT_VALUE.max).transform(Math.round), 0),
  reason: value(cut(MAX_TEXT_LENGTH), ""),
  del: Deleted,
});
const suggestion = z.object({ card: Id, author: Id, made: Time, text: cut(MAX_TEXT_LENGTH), del: Deleted });

export const RECORDS = {
  journeys: journey,
  phases: phase,
  lanes: lane,
  touchpoints: touchpoint,
  cards: card,
  ratings: rating,
  moments: moment,
  suggestions: suggestion,
} as const;

export type RecordOf<C extends keyof typeof RECORDS> = z.infer<(typeof RECORDS)[C]> & { readonly id: string };

/**
 * Reads one entity; `undefined` for a ghost. Reads the known fields one by one: `toJSON` of a foreign subtree can
 * overflow the stack.
 */
export function readRecord<C extends keyof typeof RECORDS>(
  collection: C,
  id: string,
  entity: unknown,
): RecordOf<C> | undefined {
  if (!(entity instanceof Y.Map)) return undefined;
  const schema = RECORDS[collection];
  const fields: Record<string, unknown> = {};
  for (const field of Object.keys(schema.shape)) fields[field] = entity.get(field);
  const parsed = schema.safeParse(fields);
  return parsed.success ? ({ ...parsed.data, id } as unknown as RecordOf<C>) : undefined;
}
