/** What concerns the whole map, behind "More": another map on this board, its place, its lock, and its end. */
import { copyJourney, type JourneyView, lockFrame } from "@sameside/model";
import { BookmarkPlus, CopyPlus, FilePlus2, Lock, LockOpen, Trash2 } from "lucide-react";
import type { Run } from "../journey/contract.ts";
import { isFrameShut } from "../journey/locked.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { MenuAction } from "../ui/Menu.tsx";
import type { Words } from "../words/words.ts";
import type { BoardDialog } from "./BoardDialogs.tsx";
import { orderActs } from "./mapOrder.tsx";

interface Maps {
  readonly live: LiveBoard;
  readonly journey: JourneyView;
  /** All of the board, this one among them. */
  readonly journeys: readonly JourneyView[];
  readonly run: Run;
  readonly editable: boolean;
  readonly showJourney: (journey: string) => void;
  readonly open: (dialog: BoardDialog) => void;
}

/** What changes the map, where that may be done, and what anybody makes of it. */
export function mapMenu(words: Words, maps: Maps): readonly MenuAction[] {
  const { live, journey, journeys, run, editable, showJourney, open } = maps;
  const { board, by } = live;
  const say = words.editing;
  const locked = journey.frameLocked !== true;
  const Icon = locked ? Lock : LockOpen;
  const frame: MenuAction = {
    id: "lock-frame",
    label: locked ? say.lockFrame : say.unlockFrame,
    icon: <Icon size={16} aria-hidden />,
    act: () => run(lockFrame(board, by, { journey: journey.id, locked })),
  };
  const remove: MenuAction = {
    id: "remove-map",
    label: say.removeMap.menu,
    icon: <Trash2 size={16} aria-hidden />,
    danger: true,
    parted: true,
    act: () => open({ kind: "removeMap" }),
  };
  const template: MenuAction = {
    id: "keep-template",
    label: words.template.keep.menu,
    icon: <BookmarkPlus size={16} aria-hidden />,
    act: () => open({ kind: "keepTemplate" }),
  };
  if (!editable) return [template];
  // A board has a map; who has only this one adds another first.
  const mayRemove = journeys.length > 1 && !isFrameShut(journey, by);
  return [
    {
      id: "copy-map",
      label: say.copyMap,
      icon: <CopyPlus size={16} aria-hidden />,
      act() {
        const made = run(copyJourney(board, by, { journey: journey.id, variant: "what-if" }));
        if (made.outcome === "done") showJourney(made.value);
      },
    },
    {
      id: "new-map",
      label: say.newMap,
      icon: <FilePlus2 size={16} aria-hidden />,
      act: () => open({ kind: "addMap" }),
    },
    ...orderActs(words, maps),
    ...(by.role === "facilitator" || by.role === "moderator" ? [frame] : []),
    template,
    ...(mayRemove ? [remove] : []),
  ];
}
