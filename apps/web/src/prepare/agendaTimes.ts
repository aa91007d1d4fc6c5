/** The clock times of an agenda as it is planned. Pure: what really happens on the day is another matter. */
import type { StepView } from "@sameside/model";

const MINUTES_OF_DAY = 24 * 60;

export interface PlannedTime {
  readonly step: StepView;
  /** Minutes after the beginning of the agenda. A step that is skipped takes none. */
  readonly begins: number;
  readonly ends: number;
}

export function plannedTimes(steps: readonly StepView[]): readonly PlannedTime[] {
  let now = 0;
  return steps.map((step) => {
    const begins = now;
    now += step.isSkipped ? 0 : step.minutes;
    return { step, begins, ends: now };
  });
}

/** `HH:MM`, so many minutes after a start `YYYY-MM-DDTHH:MM`; with no start, hours and minutes since the beginning. */
export function clockTime(startsAt: string, minutes: number): string {
  const of = (minutesOfDay(startsAt.split("T")[1] ?? "00:00") + minutes + MINUTES_OF_DAY) % MINUTES_OF_DAY;
  const part = (value: number) => String(value).padStart(2, "0");
  return `${part(Math.floor(of / 60))}:${part(of % 60)}`;
}

/**
 * How many minutes later a step begins when it begins at this time of day `HH:MM`; below 0 it is earlier. The nearer of
 * the two directions; `undefined` when it is no time.
 */
export function movedBy(startsAt: string, begins: number, time: string): number | undefined {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  const by = minutesOfDay(time) - minutesOfDay(clockTime(startsAt, begins));
  if (by > MINUTES_OF_DAY / 2) return by - MINUTES_OF_DAY;
  return by < -MINUTES_OF_DAY / 2 ? by + MINUTES_OF_DAY : by;
}

/** A start `YYYY-MM-DDTHH:MM` at another time of the same day. */
export function startAt(startsAt: string, time: string): string {
  return `${startsAt.split("T")[0] ?? ""}T${time}`;
}

function minutesOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
