/** What is typed on a card, as the layout has to know it: only how many lines it takes moves anything. */
import { CARD_PAD_X, type JourneyLayout, type MeasureText, shownText } from "@sameside/layout";
import type { JourneyView } from "@sameside/model";
import { cardOf, type Editing, editedId } from "../journey/editing.ts";

interface Typed {
  /** What was typed when the words took a line more or less last: the very same object until they do so again. */
  of(editing: Editing | null): Editing | null;
  /** Takes over what is drawn: the journey with what is typed in it, and where it stands. */
  follow(journey: JourneyView, layout: JourneyLayout): void;
}

/** One for each canvas. */
export function openTyped(measure: MeasureText): Typed {
  let drawn: { readonly journey: JourneyView; readonly layout: JourneyLayout } | undefined;
  let last: Editing | null = null;
  return {
    of(editing) {
      if (!isSameSize(editing)) last = editing;
      return last;
    },
    follow(journey, layout) {
      drawn = { journey, layout };
    },
  };

  function isSameSize(editing: Editing | null): boolean {
    const id = editedId(editing);
    const box = id === undefined ? undefined : drawn?.layout.cardsById.get(id);
    const card = id === undefined ? undefined : drawn && cardOf(drawn.journey, id);
    if (!editing || !last || last.target !== editing.target || !box || !card) return false;
    const linesOf = (text: string) => measure(shownText({ ...card, text }), box.style, box.rect.width - 2 * CARD_PAD_X);
    return linesOf(editing.text) === linesOf(last.text);
  }
}
