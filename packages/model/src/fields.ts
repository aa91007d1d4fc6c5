/**
 * The shapes that fields of documents take, checked one by one. A field of the wrong type reads as its default (SPEC
 * R4) and leaves the stored value alone; a text over its limit is cut, a number kept within its own range (R7).
 */
import * as Y from "yjs";
import * as z from "zod";
import { MAX_BODY_LENGTH, MAX_ID_LENGTH, MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from "./journey/limits.ts";
import { MAX_ORDER_LENGTH } from "./order.ts";

export const cut = (limit: number) => z.string().transform((text) => text.slice(0, limit));
export const Title = cut(MAX_TITLE_LENGTH);
export const Words = cut(MAX_TEXT_LENGTH);
export const EntityId = z.string().min(1).max(MAX_ID_LENGTH);
export const OptionalId = EntityId.optional().catch(undefined);
export const Time = z.number().nonnegative().catch(0);

/** A number within its own declared range; beyond it, the nearest end (R7). */
export const clamped = (min: number, max: number) => z.number().transform((it) => Math.min(max, Math.max(min, it)));

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

/** `[value, time, person]`, required: an entity without it is a ghost (R3). */
export const stamped = <T extends z.ZodType>(value: T) =>
  z
    .tuple([value, Time, EntityId])
    .rest(z.unknown())
    .transform(([it, time, person]) => ({ value: it as z.output<T>, time, person: person as string }));

/** The value of a register; its default where it was never written or cannot be read. */
export const register = <T extends z.ZodType>(schema: T, fallback: z.output<T>) =>
  stamped(schema)
    .optional()
    .catch(undefined)
    .transform((it) => it?.value ?? fallback);

/** `true` when the thing was removed. */
export const Deleted = stamped(z.boolean().nullable())
  .optional()
  .catch(undefined)
  .transform((it) => it?.value === true);

/**
 * Reads one entity by its schema; `undefined` for a ghost. Reads the known fields one by one: `toJSON` of a foreign
 * subtree can overflow the stack.
 */
export function readEntity<S extends z.ZodObject>(
  schema: S,
  id: string,
  entity: unknown,
): (z.infer<S> & { readonly id: string }) | undefined {
  if (!(entity instanceof Y.Map)) return undefined;
  const fields: Record<string, unknown> = {};
  for (const field of Object.keys(schema.shape)) fields[field] = entity.get(field);
  const parsed = schema.safeParse(fields);
  return parsed.success ? ({ ...parsed.data, id } as z.infer<S> & { readonly id: string }) : undefined;
}
