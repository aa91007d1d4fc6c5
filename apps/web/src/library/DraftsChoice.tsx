/** What a file holds: which of its maps to take, on which scale its numbers are, and what was read another way. */
import type { ReadResult } from "@sameside/interchange";
import type { JourneyDraft, Scale } from "@sameside/model";
import { Choice } from "../ui/Choice.tsx";
import { useWords } from "../words/words.ts";
import { Notes } from "./Notes.tsx";
import { ScaleQuestion } from "./ScaleQuestion.tsx";

interface Props {
  readonly found: Extract<ReadResult, { kind: "drafts" }>;
  readonly chosen: readonly JourneyDraft[] | null;
  readonly onChosen: (drafts: readonly JourneyDraft[]) => void;
  readonly scale: Scale | null;
  readonly onScale: (scale: Scale | null) => void;
}

const ALL = "all";

export function DraftsChoice({ found, chosen, onChosen, scale, onScale }: Props) {
  const words = useWords();
  const say = words.files;
  const { drafts, notes } = found;
  const value = chosen === null ? null : chosen.length > 1 ? ALL : String(drafts.indexOf(chosen[0] as JourneyDraft));
  const first = drafts[0];
  return (
    <>
      {drafts.length === 1 && first ? (
        <div>
          <h3 className="library-draft">{first.title || say.untitled}</h3>
          <p className="ui-hint">{summaryOf(first, say.summary)}</p>
        </div>
      ) : (
        <>
          <p>{say.found(drafts.length)}</p>
          <Choice
            label={say.which}
            look="list"
            value={value}
            onChange={(option) => {
              const draft = drafts[Number(option)];
              if (option === ALL) onChosen(drafts);
              else if (draft) onChosen([draft]);
            }}
            options={[
              ...drafts.map((draft, index) => ({
                value: String(index),
                label: draft.title || say.untitled,
                note: summaryOf(draft, say.summary),
              })),
              { value: ALL, label: say.takeAll },
            ]}
          />
        </>
      )}
      {"ask" in found.scale ? <ScaleQuestion asked={found.scale} scale={scale} onScale={onScale} /> : null}
      <Notes notes={notes} />
    </>
  );
}

function summaryOf(draft: JourneyDraft, say: (phases: number, touchpoints: number, cards: number) => string): string {
  const touchpoints = draft.phases.flatMap((phase) => phase.touchpoints);
  const cards = [...draft.phases, ...touchpoints].reduce((sum, each) => sum + each.cards.length, 0);
  return say(draft.phases.length, touchpoints.length, cards);
}
