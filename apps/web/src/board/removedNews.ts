/** What somebody else took off the map is told to whom it concerns, and comes back with one press (S0-26). */
import { type Id, type RemovedView, readFieldChanges, readRemoved, restoreAll } from "@sameside/model";
import { useCallback } from "react";
import type { Run } from "../journey/contract.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import type { Change } from "./changesBetween.ts";
import { countWaitingFor } from "./waiting.ts";

interface Desk {
  readonly live: LiveBoard;
  readonly run: Run;
  readonly nameOf: (person: Id) => string;
  readonly tell: Tell;
}

/** Hears what others changed. A card concerns its author; maps, phases, lanes and touchpoints concern everybody. */
export function useRemovedNews({ live, run, nameOf, tell }: Desk): (changes: readonly Change[]) => void {
  const words = useWords();
  return useCallback(
    (changes) => {
      const removed = removedByOthers(live, changes);
      const [first, ...more] = removed;
      if (!first) return;
      const say = words.inspector;
      const { named } = words.changes;
      const what = named[KIND_BY_COLLECTION[first.collection]](first.title || words.canvas.noName);
      const things = removed.map(({ collection, id }) => ({ collection, id }));
      const said =
        more.length === 0 ? say.removedByAnother(nameOf(first.by.person), what) : say.removedByOthers(removed.length);
      const waiting = countWaitingFor(live.view.get(), things);
      tell({
        tone: "news",
        text: waiting > 0 ? `${said} ${say.waiting(waiting)}` : said,
        action: {
          label: more.length === 0 ? say.bringBack : say.bringAllBack,
          act: () => run(restoreAll(live.board, live.by, { things })),
        },
      });
    },
    [live, run, nameOf, tell, words],
  );
}

const KIND_BY_COLLECTION = {
  journeys: "journey",
  phases: "phase",
  lanes: "lane",
  touchpoints: "touchpoint",
  cards: "card",
} as const;
type Removed = RemovedView & { readonly collection: keyof typeof KIND_BY_COLLECTION };

/** What only lost its place with something else is not removed. */
function removedByOthers({ board, by }: LiveBoard, changes: readonly Change[]): readonly Removed[] {
  const gone = new Set(changes.filter(({ how }) => how === "removed").map(({ id }) => id));
  if (gone.size === 0) return [];
  return readRemoved(board)
    .filter((one): one is Removed => one.collection in KIND_BY_COLLECTION)
    .filter((one) => gone.has(one.id) && one.by.person !== by.person)
    .filter(({ collection, id }) => collection !== "cards" || authorOf(board, id) === by.person);
}

function authorOf(board: LiveBoard["board"], id: Id): Id | undefined {
  return readFieldChanges(board, { collection: "cards", id }).find(({ field }) => field === "made")?.by.person;
}
