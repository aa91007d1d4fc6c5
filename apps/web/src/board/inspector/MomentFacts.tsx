/** What stands behind a moment of truth: how customers measure it, what must hold, and what follows either way. */
import { describeMoment, type MomentView } from "@sameside/model";
import { namedScale } from "../../journey/feelingWords.ts";
import { Choice } from "../../ui/Choice.tsx";
import { CommitField } from "../../ui/CommitField.tsx";
import { useWords } from "../../words/words.ts";
import { levelsOf } from "../levels.ts";
import type { Desk } from "./desk.ts";
import { LinesField } from "./LinesField.tsx";
import { MetricsField } from "./MetricsField.tsx";

interface Props {
  readonly desk: Desk;
  readonly moment: MomentView;
}

const NOT_SAID = "";
/** As many as a moment of truth has values stand in one row. */
const MOST_TILES = 7;

export function MomentFacts({ desk, moment }: Props) {
  const words = useWords();
  const say = words.inspector;
  const { board, by, run, editable } = desk;
  const describe = (change: Omit<Parameters<typeof describeMoment>[2], "moment">) =>
    run(describeMoment(board, by, { moment: moment.id, ...change })).outcome !== "refused";
  const field = { isReadOnly: !editable, onLost: desk.onRescue };
  const hasMore = moment.conditions.length > 0 || hasWhatIfs(moment);
  return (
    <>
      {editable || moment.metricsText !== "" ? (
        <MetricsField
          {...field}
          label={say.measuredBy}
          value={moment.metricsText}
          metrics={moment.metrics}
          onCommit={(metrics) => describe({ metrics })}
        />
      ) : null}
      {editable || hasMore ? (
        <details className="board-more" open={hasMore}>
          <summary>{say.whatIfs}</summary>
          <LinesField
            {...field}
            label={say.conditions}
            placeholder={say.onePerLine}
            items={moment.conditions}
            onItems={(conditions) => describe({ conditions })}
          />
          <Feeling
            desk={desk}
            label={say.emotionIfFailed}
            value={moment.emotionIfFailed}
            onChange={(emotionIfFailed) => describe({ emotionIfFailed })}
          />
          <CommitField
            {...field}
            label={say.consequenceIfFailed}
            value={moment.consequenceIfFailed}
            onCommit={(consequenceIfFailed) => describe({ consequenceIfFailed })}
            rows={2}
          />
          <Feeling
            desk={desk}
            label={say.emotionIfMet}
            value={moment.emotionIfMet}
            onChange={(emotionIfMet) => describe({ emotionIfMet })}
          />
          <CommitField
            {...field}
            label={say.consequenceIfMet}
            value={moment.consequenceIfMet}
            onCommit={(consequenceIfMet) => describe({ consequenceIfMet })}
            rows={2}
          />
        </details>
      ) : null}
    </>
  );
}

function hasWhatIfs(moment: MomentView): boolean {
  const { emotionIfFailed, emotionIfMet, consequenceIfFailed, consequenceIfMet } = moment;
  return (
    emotionIfFailed !== undefined || emotionIfMet !== undefined || consequenceIfFailed !== "" || consequenceIfMet !== ""
  );
}

interface FeelingProps {
  readonly desk: Desk;
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | null) => void;
}

/** On the levels of the map's scale, or not said. */
function Feeling({ desk, label, value, onChange }: FeelingProps) {
  const words = useWords();
  const say = words.inspector;
  const levels = levelsOf(namedScale(desk.journey), words);
  const near = (feeling: number) =>
    levels.reduce((a, b) => (Math.abs(b.value - feeling) < Math.abs(a.value - feeling) ? b : a));
  const chosen = value === undefined ? undefined : near(value);
  return (
    <Choice
      label={chosen ? say.level(`${label}: ${chosen.word}`, chosen.number) : label}
      look={levels.length < MOST_TILES ? "tiles" : "grid"}
      isDisabled={!desk.editable}
      value={chosen?.number ?? NOT_SAID}
      onChange={(number) => onChange(levels.find((level) => level.number === number)?.value ?? null)}
      options={[
        { value: NOT_SAID, label: "–", name: say.notSaid },
        ...levels.map(({ number, word }) => ({ value: number, label: number, name: say.level(word, number) })),
      ]}
    />
  );
}
