/** What this person wants to see of each journey, kept on this device: in every view, and after a reload. */
import { ALL_SHOWN, type ViewChoice } from "@sameside/layout";
import type { Id } from "@sameside/model";
import { openValue, type Store } from "../live/store.ts";
import { forget, recall, remember } from "../ui/remembered.ts";
import { choiceFrom } from "./choiceText.ts";

type Kept = Store<ViewChoice> & { set(choice: ViewChoice): void };
const keptByJourney = new Map<Id, Kept>();

/** The choice for a journey; the same store for everybody on the page. */
export function keptChoice(journey: Id): Kept {
  const known = keptByJourney.get(journey);
  if (known) return known;
  const value = openValue(choiceFrom(recall(keyOf(journey))));
  const kept: Kept = {
    ...value,
    set(choice) {
      value.set(choice);
      if (isAll(choice)) forget(keyOf(journey));
      else remember(keyOf(journey), JSON.stringify(choice));
    },
  };
  keptByJourney.set(journey, kept);
  return kept;
}

function keyOf(journey: Id): string {
  return `shown.${journey}`;
}

function isAll(choice: ViewChoice): boolean {
  return JSON.stringify(choice) === JSON.stringify(ALL_SHOWN);
}
