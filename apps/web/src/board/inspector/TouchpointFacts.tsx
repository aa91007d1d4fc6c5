/** How long a touchpoint takes the customer, and who takes part. */
import {
  DURATION_UNITS,
  type Duration,
  type DurationUnit,
  describeTouchpoint,
  type TouchpointView,
} from "@sameside/model";
import { useWords } from "../../words/words.ts";
import { CheckedField } from "./CheckedField.tsx";
import type { Desk } from "./desk.ts";
import { LinesField } from "./LinesField.tsx";

export function TouchpointFacts({ desk, touchpoint }: { readonly desk: Desk; readonly touchpoint: TouchpointView }) {
  const say = useWords().inspector;
  const { board, by, run, editable } = desk;
  const { duration, actors } = touchpoint;
  const describe = (change: { duration?: Duration | null; actors?: readonly string[] }) =>
    run(describeTouchpoint(board, by, { touchpoint: touchpoint.id, ...change })).outcome !== "refused";
  const field = { isReadOnly: !editable, onLost: desk.onRescue };
  if (!editable && !duration && actors.length === 0) return null;
  return (
    <>
      <CheckedField
        {...field}
        label={say.duration}
        placeholder={say.durationPlaceholder}
        value={duration ? say.durationIs(duration.value, say.units[duration.unit]) : ""}
        check={(text) => (readDuration(text, say.units) ? undefined : say.durationWrong)}
        onCommit={(text) => describe({ duration: readDuration(text, say.units) ?? null })}
      />
      <LinesField
        {...field}
        label={say.actorsField}
        placeholder={say.onePerLine}
        items={actors}
        onItems={(named) => describe({ actors: named })}
      />
    </>
  );
}

/** A number and the beginning of a unit's word: "20 min", "3d", "1,5 hours". */
function readDuration(text: string, wordByUnit: Readonly<Record<DurationUnit, string>>): Duration | undefined {
  const [, digits = "", typed = ""] = /^(\d+(?:[.,]\d+)?)\s*(\p{L}+)\.?$/u.exec(text.trim()) ?? [];
  const unit = unitOf(typed.toLocaleLowerCase(), wordByUnit);
  return unit && { value: Number(digits.replace(",", ".")), unit };
}

function unitOf(typed: string, wordByUnit: Readonly<Record<DurationUnit, string>>): DurationUnit | undefined {
  if (typed === "") return undefined;
  const exact = DURATION_UNITS.find((unit) => typed === unit || typed === wordByUnit[unit].toLocaleLowerCase());
  return exact ?? BEGINNINGS.find(([beginning]) => typed.startsWith(beginning))?.[1];
}

const BEGINNINGS: readonly (readonly [string, DurationUnit])[] = [
  ["sec", "s"],
  ["mo", "month"],
  ["m", "min"],
  ["h", "h"],
  ["d", "day"],
  ["w", "week"],
];
