/**
 * What a person meets on the way to the map: the day so far for who comes late, the role card for a colleague, and what
 * they agreed to, to be changed.
 */
import type { JourneyView } from "@sameside/model";
import { isColleague, type SeatRole } from "@sameside/protocol";
import { useCallback, useEffect, useEffectEvent, useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { recall, remember } from "../ui/remembered.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { ConsentDialog } from "./ConsentDialog.tsx";
import { consentIn, consentRows, tellsGuardian } from "./consent.ts";
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
  useGuardianApart(live, view.brief.keepUntil);
  const day = daySoFar(view, step?.id);
  const isFirst = day === undefined && view.steps.some(({ id }) => id === step?.id);
  const [seen, see] = useSeen(live, person, isFirst);
  const isListening = view.steps.some(({ id, kind }) => id === step?.id && kind === "listen");
  const isExpected = isColleague({ role }) && !isDone && view.steps.some(({ kind }) => kind === "listen");
  const isNeeded = isExpected && isListening;
  const [isReading, setReading] = useState(false);
  // The last tick does not take the card away from who reads it.
  if (isNeeded && !isReading) setReading(true);
  const isLate = day !== undefined && journey !== undefined && !seen && comesLate(role);
  return (
    <>
      {isExpected ? (
        <section className="join-line" aria-label={say.title}>
          <span>{say.line}</span>
          <Button onPress={() => onOpen("roleCard")}>{say.read}</Button>
        </section>
      ) : null}
      {isReading || open === "roleCard" ? (
        <RoleCardDialog
          live={live}
          isNeeded={isReading && isListening}
          onClose={() => {
            setReading(false);
            onClose();
          }}
        />
      ) : open === "consent" ? (
        <ConsentDialog live={live} plan={plan} tell={tell} onClose={onClose} />
      ) : isLate ? (
        <SoFarDialog day={day} role={role} journey={journey} onClose={see} />
      ) : null}
    </>
  );
}

/** A guardian's word that an earlier version kept beside the consent, for everybody to read, goes to where it stands now. */
function useGuardianApart(live: LiveBoard, keepUntil: string): void {
  const { person } = useStore(live.seat);
  const rows = useStore(live.rows("consent"));
  const isTold = tellsGuardian(rows, person);
  const apart = useEffectEvent(async () => {
    for (const row of consentRows(consentIn(rows, person), person, keepUntil)) await live.answer(row);
  });
  useEffect(() => {
    if (isTold) apart().catch((error: unknown) => console.warn("A consent could not be written anew", error));
  }, [isTold]);
}

/** Who runs the day knows it; a screen looks on. */
function comesLate(role: SeatRole): boolean {
  return role !== "facilitator" && role !== "dais";
}

/** Whether this person was here before: in the first step, for a while without any, or with a word on the map. */
function useSeen(
  { workshop, canUndo, step, status }: LiveBoard,
  person: string,
  isFirst: boolean,
): readonly [boolean, () => void] {
  const key = `seen-day.${workshop}.${person}`;
  const hasWritten = useStore(canUndo);
  const isInStep = useStore(step) !== undefined;
  const isOnline = useStore(status).wire === "online";
  const [seen, setSeen] = useState(() => recall(key) !== undefined);
  const see = useCallback(() => {
    remember(key, "yes");
    setSeen(true);
  }, [key]);
  useEffect(() => {
    if (seen) return;
    if (hasWritten || isFirst) return see();
    if (isInStep || !isOnline) return;
    const timer = setTimeout(see, TOLD_BY_THEN_MS);
    return () => clearTimeout(timer);
  }, [seen, hasWritten, isFirst, isInStep, isOnline, see]);
  return [seen, see];
}

/** By then the relay has said which step it is, if there is one, in ms. */
const TOLD_BY_THEN_MS = 10_000;
