/** How strongly somebody feels what they rated. */
import { type RatingView, rate } from "@sameside/model";
import { Choice } from "../../ui/Choice.tsx";
import { useWords } from "../../words/words.ts";
import type { Desk } from "./desk.ts";

/** 0…1, weakest first. */
const STRENGTHS = [
  { value: "slight", intensity: 0.25 },
  { value: "clear", intensity: 0.6 },
  { value: "strong", intensity: 1 },
] as const;
type Strength = (typeof STRENGTHS)[number]["value"];

interface Props {
  readonly desk: Desk;
  readonly touchpoint: string;
  readonly mine: RatingView;
}

export function HowStrongly({ desk: { board, by, run }, touchpoint, mine }: Props) {
  const { howStrongly, strengths } = useWords().inspector;
  return (
    <Choice
      label={howStrongly}
      value={strengthOf(mine) ?? null}
      onChange={(chosen) => {
        const { intensity } = STRENGTHS.find(({ value }) => value === chosen) ?? STRENGTHS[1];
        run(rate(board, by, { touchpoint, value: mine.value, intensity }));
      }}
      options={STRENGTHS.map(({ value }) => ({ value, label: strengths[value] }))}
    />
  );
}

/** `undefined` where it was not said. */
export function strengthOf({ intensity }: RatingView): Strength | undefined {
  if (intensity === undefined) return undefined;
  const distances = STRENGTHS.map((each) => Math.abs(each.intensity - intensity));
  return STRENGTHS[distances.indexOf(Math.min(...distances))]?.value;
}
