/** Where a map stands among those of its board: in the list of maps, and so side by side or below each other. */
import { moveJourney } from "@sameside/model";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { Run } from "../journey/contract.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { MenuAction } from "../ui/Menu.tsx";
import type { Words } from "../words/words.ts";
import { neighbourPlace } from "./findOnBoard.ts";
import type { JourneyHead } from "./heads.ts";

interface Maps {
  readonly live: LiveBoard;
  readonly journey: JourneyHead;
  /** All of the board, this one among them. */
  readonly journeys: readonly JourneyHead[];
  readonly run: Run;
}

/** One place towards the first, and towards the last; none beyond the ends. */
export function orderActs(words: Words, { live: { board, by }, journey, journeys, run }: Maps): readonly MenuAction[] {
  const say = words.editing;
  const index = journeys.findIndex(({ id }) => id === journey.id);
  return ([-1, 1] as const).flatMap((step): MenuAction[] => {
    const other = journeys[index + step];
    const place = neighbourPlace(journeys, journey.id, step);
    if (!other || !place) return [];
    const [id, label, Icon] =
      step < 0
        ? (["map-before", say.moveMapBefore, ArrowUp] as const)
        : (["map-after", say.moveMapAfter, ArrowDown] as const);
    return [
      {
        id,
        label: label(other.title || words.journey.untitled, words.journey.variants[other.variant]),
        icon: <Icon size={16} aria-hidden />,
        act: () => run(moveJourney(board, by, { journey: journey.id, ...place })),
      },
    ];
  });
}
