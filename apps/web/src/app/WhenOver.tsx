/**
 * Watches whether the workshop of the open board is over. Then it says so, waits until everything of this device is at the
 * relay and nobody is typing, and goes to the page where the copy is removed.
 */
import { holdingsOf, type KnownWorkshop } from "@sameside/replica";
import { useEffect, useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { dayOf, keepsWhenOver, type LivePlan, whyOver } from "../live/livePlan.ts";
import { useStore } from "../live/store.ts";
import { useWords } from "../words/words.ts";
import { unstored } from "./departure.ts";
import { isTyping } from "./finishTyping.ts";
import { overAddress, route } from "./routes.ts";

interface Props {
  readonly known: KnownWorkshop;
  readonly live: LiveBoard;
  readonly plan: LivePlan;
}

/** How often it looks whether the day is over, or what waits has gone (ms). */
const LOOK_EVERY_MS = 1_000;

export function WhenOver({ known, live, plan }: Props) {
  const say = useWords().laptop.leaving;
  const { brief } = useStore(plan.view);
  const today = useToday();
  const isLeaving = whyOver(brief, today) !== undefined && !keepsWhenOver(known);
  const [waiting, setWaiting] = useState<number>();
  useEffect(() => {
    if (!isLeaving) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const look = async () => {
      // Words that stand in a field only are on no disk yet.
      const left = await live.saved().then(
        async () => unstored(await holdingsOf(known.id)),
        // The disk takes nothing: what is on it says nothing of what is in memory.
        () => 1,
      );
      if (gone) return;
      if (left === 0 && !isTyping()) {
        route.replace(overAddress(known.id));
        return;
      }
      setWaiting(left);
      timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    void look();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [isLeaving, live, known.id]);
  if (!isLeaving || waiting === undefined) return null;
  return (
    <div className="app-new-version" role="status">
      <span>{say.waits(waiting)}</span>
    </div>
  );
}

/** The day where this device is; another one when it has begun. */
function useToday(): string {
  const [today, setToday] = useState(() => dayOf(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setToday(dayOf(Date.now())), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return today;
}
