/** Closing a workshop, and until when its words are kept: for who runs it. */
import { type BriefFields, describeBrief } from "@sameside/model";
import type { KnownWorkshop } from "@sameside/replica";
import { ClipboardList, Hourglass, LayoutGrid } from "lucide-react";
import { EndDialog } from "../library/laptop/EndDialog.tsx";
import type { LiveBoard } from "../live/liveBoard.ts";
import { dayOf, type LivePlan } from "../live/livePlan.ts";
import { useStore } from "../live/store.ts";
import type { MenuAction } from "../ui/Menu.tsx";
import type { Words } from "../words/words.ts";

interface Props {
  readonly live: LiveBoard;
  readonly plan: LivePlan;
  readonly onClose: () => void;
}

export function WorkshopEnd({ live, plan, onClose }: Props) {
  const { brief } = useStore(plan.view);
  const write = (fields: BriefFields) => {
    const { outcome } = describeBrief(plan.plan, live.by, fields);
    plan.endGesture();
    return outcome !== "refused";
  };
  return (
    <EndDialog
      keepUntil={brief.keepUntil}
      closedOn={brief.closedOn}
      onKeepUntil={(keepUntil) => write({ keepUntil })}
      onClosed={(isClosed) => write({ closedOn: isClosed ? dayOf(Date.now()) : "" })}
      onClose={onClose}
    />
  );
}

/** `true` where the plan may be written. */
export function runsIt({ secret, seat, relay }: KnownWorkshop): boolean {
  return seat ? seat.role === "facilitator" : secret !== undefined || relay === undefined;
}

/** The way from a board to the page of who prepares. */
export function prepareAction(words: Words, act: () => void): MenuAction {
  return {
    id: "prepare",
    label: words.prepare.action,
    icon: <ClipboardList size={16} aria-hidden />,
    parted: true,
    act,
  };
}

/** The way from a board to the page of who runs the day. */
export function roomAction(words: Words, act: () => void): MenuAction {
  return { id: "room", label: words.room.open, icon: <LayoutGrid size={16} aria-hidden />, act };
}

export function endAction(words: Words, act: () => void): MenuAction {
  return {
    id: "end",
    label: words.laptop.end.action,
    icon: <Hourglass size={16} aria-hidden />,
    act,
  };
}
