/** Asks which scale a file's numbers are on, with the numbers that were seen. */
import type { ReadResult } from "@sameside/interchange";
import type { Scale } from "@sameside/model";
import { useState } from "react";
import { Choice } from "../ui/Choice.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";

type Asked = Extract<Extract<ReadResult, { kind: "drafts" }>["scale"], { ask: true }>;

interface Props {
  readonly asked: Asked;
  readonly scale: Scale | null;
  readonly onScale: (scale: Scale | null) => void;
}

const OWN = "own";
/** The scales people know best are offered even when some number lies outside them; it then counts as the nearest end. */
const USUAL: readonly Scale[] = [
  { min: 1, max: 5 },
  { min: 0, max: 10 },
  { min: 1, max: 10 },
];

export function ScaleQuestion({ asked, scale, onScale }: Props) {
  const say = useWords().files;
  const [own, setOwn] = useState(asked.suggestions.length === 0);
  const [min, setMin] = useState(String(asked.min));
  const [max, setMax] = useState(String(asked.max));
  const offered = [...asked.suggestions, ...USUAL].filter(
    (each, index, all) => all.findIndex((other) => keyOf(other) === keyOf(each)) === index,
  );
  const takeOwn = (low: string, high: string) => {
    setMin(low);
    setMax(high);
    onScale(ownScale(low, high));
  };
  return (
    <section className="library-scale">
      <p>{say.scaleSeen(asked.min, asked.max)}</p>
      <Choice
        label={say.scale}
        value={own ? OWN : scale ? keyOf(scale) : null}
        onChange={(option) => {
          setOwn(option === OWN);
          if (option === OWN) onScale(ownScale(min, max));
          else onScale(offered.find((each) => keyOf(each) === option) ?? null);
        }}
        options={[
          ...offered.map((each) => ({ value: keyOf(each), label: say.scaleOption(each.min, each.max) })),
          { value: OWN, label: say.ownScale },
        ]}
      />
      {own ? (
        <div className="library-own-scale">
          <TextField label={say.ownMin} value={min} onChange={(text) => takeOwn(text, max)} />
          <TextField
            label={say.ownMax}
            value={max}
            onChange={(text) => takeOwn(min, text)}
            error={scale === null ? say.ownWrong : undefined}
          />
        </div>
      ) : null}
    </section>
  );
}

function keyOf(scale: Scale): string {
  return `${scale.min}..${scale.max}`;
}

function ownScale(low: string, high: string): Scale | null {
  const [min, max] = [low, high].map((text) => (text.trim() === "" ? Number.NaN : Number(text.replace("−", "-"))));
  if (min === undefined || max === undefined || !Number.isInteger(min) || !Number.isInteger(max)) return null;
  return min < max ? { min, max } : null;
}
