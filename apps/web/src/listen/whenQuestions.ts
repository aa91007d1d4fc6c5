/** When those who listen may ask (S2-15). */
import type { StepView } from "@sameside/model";

export interface WhenQuestions {
  readonly step: StepView;
  /** Planned minutes of the steps between; 0 when it comes next. */
  readonly wait: number;
}

/** The next step for questions behind the one with this id; `undefined` where the agenda has none. */
export function whenQuestions(steps: readonly StepView[], now: string): WhenQuestions | undefined {
  const at = steps.findIndex(({ id }) => id === now);
  const coming = steps.slice(at + 1).filter(({ isSkipped }) => !isSkipped);
  const next = coming.findIndex(({ kind }) => kind === "questions");
  const step = coming[next];
  if (!step) return undefined;
  return { step, wait: coming.slice(0, next).reduce((sum, { minutes }) => sum + minutes, 0) };
}
