/** What a device tells about itself while it is connected. No free text: names stand only in the answers. */
import * as z from "zod";
import { PersonId, SEAT_ROLES } from "./access.ts";
import { MAX_PRESENCE_BYTES, MAX_PRESENCE_COORDINATE, MAX_PRESENCE_THINGS } from "./limits.ts";

/** Of a journey, or of something on it. */
const ThingId = z.string().min(1).max(64);
/** Layout units. */
const Coordinate = z.number().min(-MAX_PRESENCE_COORDINATE).max(MAX_PRESENCE_COORDINATE);
const Length = z.number().min(1).max(MAX_PRESENCE_COORDINATE);
const Place = z.object({ x: Coordinate, y: Coordinate });

/** What somebody has chosen, writes in, or drags. Of many things the first ones are told. */
const Held = z.object({
  journey: ThingId,
  things: z.array(ThingId).min(1).max(MAX_PRESENCE_THINGS),
  as: z.enum(["chosen", "written", "dragged"]),
  /** Written: something new in this lane at the thing. */
  lane: ThingId.optional(),
  /** Dragged: how far from their places. */
  by: Place.optional(),
});

/** What somebody looks at. It is told only while somebody goes along with them. */
const Looking = z.object({
  journey: ThingId,
  /** The part of the sheet that they see; absent where the journey is shown as text. */
  rect: z.object({ x: Coordinate, y: Coordinate, width: Length, height: Length }).optional(),
  /** A thing in the middle, for who sees the journey another way. */
  near: ThingId.optional(),
});

/** "Everybody look here": from when, and whether the others are taken along without being asked. */
const Summons = z.object({ since: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER), takesAlong: z.boolean() });

export const Presence = z.object({
  person: PersonId,
  /** As the relay has it: it passes on no other. */
  role: z.enum(SEAT_ROLES),
  /** Where the pointer is, in the journey's own coordinates (layout units), so that screens of any size agree. */
  cursor: Place.extend({ journey: z.string().max(64) }).nullable(),
  held: Held.nullish(),
  looking: Looking.nullish(),
  /** The person whose view this one goes along with. */
  following: PersonId.nullish(),
  summons: Summons.nullish(),
  /** The device, by a name it has in this workshop alone: of a person with two, it can be seen which one is gone. */
  device: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,32}$/)
    .optional(),
  /** Not at the page at the moment. */
  away: z.boolean().optional(),
});
export type Presence = z.infer<typeof Presence>;

/** Reads another device's presence; `undefined` when it is none or too large. */
export function parsePresence(state: unknown): Presence | undefined {
  if (state === null || typeof state !== "object" || JSON.stringify(state).length > MAX_PRESENCE_BYTES)
    return undefined;
  const read = Presence.safeParse(state).data;
  // Whoever may not ask everybody is not heard asking.
  return read?.summons && !maySummon(read) ? { ...read, summons: null } : read;
}

/** As much of it as may be told: with fewer of the things that are held when it would be too large. */
export function fittingPresence(presence: Presence): Presence {
  const { held } = presence;
  if (!held || parsePresence(presence)) return presence;
  const things = held.things.slice(0, Math.floor(held.things.length / 2));
  return fittingPresence({ ...presence, held: things.length > 0 ? { ...held, things } : null });
}

/** `true` when this seat may ask everybody at a table to look somewhere. */
export function maySummon({ role }: Pick<Presence, "role">): boolean {
  return role === "facilitator" || role === "moderator";
}
