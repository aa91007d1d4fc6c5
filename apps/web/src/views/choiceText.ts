/** A choice of what is shown as a text: kept on this device, and carried by links. What comes from outside is checked. */
import { ALL_SHOWN, type ViewChoice } from "@sameside/layout";
import { type CardKind, GRADES, LANE_KINDS, ROLES } from "@sameside/model";
import * as z from "zod";

/** More lanes and phases than this are not on a map that anybody reads. */
const MAX_PARTS = 200;
const MAX_ID_LENGTH = 200;
const MAX_TYPES = 40;
const MAX_TYPE_LENGTH = 200;

export const CARD_KINDS: readonly CardKind[] = LANE_KINDS.filter(
  (kind): kind is CardKind => kind !== "touchpoint" && kind !== "feeling",
);

const Ids = z.array(z.string().min(1).max(MAX_ID_LENGTH)).max(MAX_PARTS).default([]);

export const ChoiceSchema = z
  .object({
    hidden: Ids,
    folded: Ids,
    pinned: Ids,
    without: z
      .object({
        kinds: z.array(z.enum(CARD_KINDS)).max(CARD_KINDS.length).default([]),
        grades: z.array(z.enum(GRADES)).max(GRADES.length).default([]),
        roles: z.array(z.enum(ROLES)).max(ROLES.length).default([]),
        customerTypes: z.array(z.string().max(MAX_TYPE_LENGTH)).max(MAX_TYPES).default([]),
      })
      .prefault({}),
  })
  .readonly();

/** The choice that a text holds; everything where it holds none. */
export function choiceFrom(text: string | undefined): ViewChoice {
  return (text === undefined ? undefined : ChoiceSchema.safeParse(parsed(text)).data) ?? ALL_SHOWN;
}

/** What a JSON text holds; `undefined` when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
