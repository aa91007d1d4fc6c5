/**
 * What a person meets on the way to the map: the day so far for who comes late, the role card for a colleague, and what
 * they agreed to, to be changed.
 */
import type { JourneyView } from "@sameside/model";
import type { SeatRole } from "@sameside/protocol";
import { useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { recall, remember } from "../ui/remembered.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { ConsentDialog } from "./ConsentDialog.tsx";
import { RoleCardDialog } from "./RoleCardDialog.tsx";
import { roleCardDone } from "./roleCard.ts";
import { SoFarDialog } from "./SoFarDialog.tsx";
import { daySoFar } from "./soFar.ts";
import "./join.css";

interface Props {
  readonly live: LiveBoard;
  readonly plan: LivePlan | undefined;
  readonly journey: JourneyView | undefined;
  readonly tell: Tell;
  /** What the person asked for. */
  readonly open: "consent" | "roleCard" | null;
  readonly onOpen: (what: "roleCard") => void;
  readonly onClose: () => void;
}

export function Arrival({ plan, ...page }: Props) {
  // Nothing of it can be said before the plan is read from the disk.
  return plan ? <Arrived {...page} plan={plan} /> : null;
}

interface ArrivedProps extends Props {
  readonly plan: LivePlan;
}

function Arrived({ live, plan, journey, tell, open, onOpen, onClose }: ArrivedProps) {
  const words = useWords();
  const say = words.joining.roleCard;
  const view = useStore(plan.view);
  const step = useStore(live.step);
  const { person, role } = useStore(live.seat);
  const isDone = roleCardDone(useStore(live.rows("roleCard")), person);
  const day = daySoFar(view, step?.id);
  const [seen, see] = useSeen(live, person);
  const isListening = view.steps.some(({ id, kind }) => id === step?.id && kind === "listen");
  const isExpected = role === "colleague" && !isDone && view.steps.some(({ kind }) => kind === "listen");
  const isNeeded = isExpected && isListening;
  if (isNeeded || open === "roleCard") return <RoleCardDialog live={live} isNeeded={isNeeded} onClose={onClose} />;
  if (open === "consent") return <ConsentDialog live={live} plan={plan} tell={tell} onClose={onClose} />;
  if (day && journey && !seen && comesLate(role)) {
    return <SoFarDialog day={day} role={role} journey={journey} onClose={see} />;
  }
  if (!isExpected) return null;
  return (
    <section className="join-line" aria-label={say.title}>
      <span>{say.line}</span>
      <Button onPress={() => onOpen("roleCard")}>{say.read}</Button>
    </section>
  );
}

/** Who runs the day knows it; a screen looks on. */
function comesLate(role: SeatRole): boolean {
  return role !== "facilitator" && role !== "dais";
}

/** Whether this person has been on a board of the workshop before: seen it, or written on it. */
function useSeen({ workshop, canUndo }: LiveBoard, person: string): readonly [boolean, () => void] {
  const key = `seen-day.${workshop}.${person}`;
  const hasWritten = useStore(canUndo);
  const [seen, setSeen] = useState(() => recall(key) !== undefined);
  if (hasWritten && !seen) {
    remember(key, "yes");
    setSeen(true);
  }
  return [
    seen,
    () => {
      remember(key, "yes");
      setSeen(true);
    },
  ];
}
