/** What a device tells about itself while it is connected. No free text: names stand only in the answers. */
import * as z from "zod";
import { SEAT_ROLES } from "./access.ts";
import { MAX_PRESENCE_BYTES } from "./limits.ts";

export const Presence = z.object({
  person: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  /** As the relay has it: it passes on no other. */
  role: z.enum(SEAT_ROLES),
  /** Where the pointer is, in the journey's own coordinates (layout units), so that screens of any size agree. */
  cursor: z.object({ journey: z.string().max(64), x: z.number(), y: z.number() }).nullable(),
});
export type Presence = z.infer<typeof Presence>;

/** Reads another device's presence; `undefined` when it is none or too large. */
export function parsePresence(state: unknown): Presence | undefined {
  if (state === null || typeof state !== "object" || JSON.stringify(state).length > MAX_PRESENCE_BYTES)
    return undefined;
  return Presence.safeParse(state).data;
}
