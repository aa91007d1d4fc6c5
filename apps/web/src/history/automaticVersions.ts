/** Versions that nobody has to think of: before a step changes the work, and once in each hour of editing. */
import { useEffect } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { BoardVersions } from "../live/versions.ts";

const HOUR = 3_600_000;
/** To write a large map out takes longer than a frame: it waits until nobody has edited for so long (ms). */
const AFTER_EDITS_MS = 2_000;

export function useAutomaticVersions(live: LiveBoard, versions: BoardVersions): void {
  useEffect(() => {
    const keep = (why: "step" | "hour", mark: string) => {
      // Nothing that people wrote depends on it: a full disk is said by the state of the board itself.
      versions.keepByItself(why, mark).catch((error: unknown) => console.warn("A version was not kept", error));
    };
    let step = live.step.get()?.n;
    const stopSteps = live.step.subscribe(() => {
      const next = live.step.get()?.n;
      if (next === step) return;
      // The step that this device hears of first is no change.
      if (next !== undefined && step !== undefined) keep("step", `step/${next}`);
      step = next ?? step;
    });
    let kept: number | undefined;
    let later: ReturnType<typeof setTimeout> | undefined;
    const stopEdits = live.history.subscribe(() => {
      const hour = Math.floor(Date.now() / HOUR);
      if (hour === kept) return;
      clearTimeout(later);
      later = setTimeout(() => {
        kept = hour;
        keep("hour", `hour/${hour}`);
      }, AFTER_EDITS_MS);
    });
    return () => {
      stopSteps();
      stopEdits();
      clearTimeout(later);
    };
  }, [live, versions]);
}
