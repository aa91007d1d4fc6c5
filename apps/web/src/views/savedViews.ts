/** Views of a board that this person keeps: what is shown, how, and where. On this device, and as a text for a link. */
import { ALL_SHOWN, unknownIn, type ViewChoice } from "@sameside/layout";
import type { Id, JourneyView } from "@sameside/model";
import * as z from "zod";
import { recall, remember } from "../ui/remembered.ts";
import { ChoiceSchema, parsed } from "./choiceText.ts";

export const MAX_SAVED_VIEWS = 30;
export const MAX_VIEW_NAME = 80;
/** A longer text is not read: no view needs it. */
const MAX_VIEW_TEXT = 20_000;
const MAX_ID_LENGTH = 200;
const MAX_BESIDE = 3;
/** Layout units: further away there is no map. */
const FAR = 1_000_000;

const IdText = z.string().min(1).max(MAX_ID_LENGTH);
const ViewSchema = z
  .object({
    journey: IdText,
    as: z.enum(["canvas", "table", "outline"]),
    choice: ChoiceSchema,
    /** The maps beside it, and how. */
    beside: z.array(IdText).max(MAX_BESIDE).default([]),
    arrangement: z.enum(["stacked", "row"]).default("stacked"),
    /** Whose feelings the curve tells; as it was where absent. */
    feelings: z.enum(["sides", "types", "everybody"]).optional(),
    /** The map whose feelings stand beside everybody's. Of its own, so that who does not know it reads the rest. */
    feelingsBeside: IdText.optional(),
    /** Where the canvas stands: the sheet's point in the top left corner, and the zoom. */
    place: z
      .object({
        x: z.number().min(-FAR).max(FAR),
        y: z.number().min(-FAR).max(FAR),
        zoom: z.number().min(0.05).max(10),
      })
      .optional(),
  })
  .readonly();
export type SavedView = Omit<z.infer<typeof ViewSchema>, "choice" | "beside"> & {
  readonly choice: ViewChoice;
  readonly beside: readonly Id[];
};
export type SavedViews = readonly { readonly name: string; readonly view: SavedView }[];

const ListSchema = z
  .array(z.object({ name: z.string().max(MAX_VIEW_NAME), view: ViewSchema }).readonly())
  .max(MAX_SAVED_VIEWS)
  .readonly();

/** The views kept of a board. What cannot be read is none. */
export function savedViews(room: string): SavedViews {
  const text = recall(keyOf(room));
  return (text === undefined ? undefined : ListSchema.safeParse(parsed(text)).data) ?? [];
}

export function keepViews(room: string, views: SavedViews): void {
  remember(keyOf(room), JSON.stringify(views));
}

function keyOf(room: string): string {
  return `views.${room}`;
}

/** The view as letters and digits that an address can carry. */
export function textOfView(view: SavedView): string {
  const bytes = new TextEncoder().encode(JSON.stringify(view));
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The view that such a text holds; `undefined` when it holds none. It may come from anybody. */
export function viewFromText(text: string): SavedView | undefined {
  if (text.length > MAX_VIEW_TEXT) return undefined;
  try {
    const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    return ViewSchema.safeParse(parsed(new TextDecoder("utf-8", { fatal: true }).decode(bytes))).data;
  } catch {
    return undefined;
  }
}

/** A view's choice without what the journey does not have (any more), and how much that was. */
export function fitting(
  { choice }: SavedView,
  journey: JourneyView,
): { readonly choice: ViewChoice; readonly missing: number } {
  const unknown = new Set<Id>(unknownIn(choice, journey));
  const known = (ids: readonly Id[]) => ids.filter((id) => !unknown.has(id));
  const { hidden, folded, pinned } = choice;
  return {
    choice: { ...ALL_SHOWN, ...choice, hidden: known(hidden), folded: known(folded), pinned: known(pinned) },
    missing: unknown.size,
  };
}
