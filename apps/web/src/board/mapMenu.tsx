/** What concerns the whole map, behind "More": another map on this board, and the lock of its phases and lanes. */
import { copyJourney, type JourneyView, lockFrame } from "@sameside/model";
import { CopyPlus, FilePlus2, Lock, LockOpen } from "lucide-react";
import type { Run } from "../journey/contract.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { MenuAction } from "../ui/Menu.tsx";
import type { Words } from "../words/words.ts";
import type { BoardDialog } from "./BoardDialogs.tsx";

/** `onMade` is told the id of a new map, to be shown. */
export function mapMenu(
  words: Words,
  { board, by }: LiveBoard,
  journey: JourneyView,
  run: Run,
  onMade: (journey: string) => void,
  open: (dialog: BoardDialog) => void,
): readonly MenuAction[] {
  const say = words.editing;
  const locked = journey.frameLocked !== true;
  const Icon = locked ? Lock : LockOpen;
  const frame: MenuAction = {
    id: "lock-frame",
    label: locked ? say.lockFrame : say.unlockFrame,
    icon: <Icon size={16} aria-hidden />,
    act: () => run(lockFrame(board, by, { journey: journey.id, locked })),
  };
  return [
    {
      id: "copy-map",
      label: say.copyMap,
      icon: <CopyPlus size={16} aria-hidden />,
      act() {
        const made = run(copyJourney(board, by, { journey: journey.id, variant: "what-if" }));
        if (made.outcome === "done") onMade(made.value);
      },
    },
    {
      id: "new-map",
      label: say.newMap,
      icon: <FilePlus2 size={16} aria-hidden />,
      act: () => open({ kind: "addMap" }),
    },
    ...(by.role === "facilitator" || by.role === "moderator" ? [frame] : []),
  ];
}
