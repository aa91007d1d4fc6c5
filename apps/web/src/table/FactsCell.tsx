/** What a touchpoint says of itself, in the row of the touchpoints: channel, owner, stage, and its moment of truth. */
import type { TouchpointView } from "@sameside/model";
import { Triangle } from "lucide-react";
import { memo } from "react";
import { momentWord } from "../journey/feelingWords.ts";
import { useWords } from "../words/words.ts";

export const FactsCell = memo(function FactsCell({ touchpoint }: { readonly touchpoint: TouchpointView }) {
  const words = useWords();
  const { id, title, channel, owner, stage, moment } = touchpoint;
  const facts = [channel || words.canvas.noChannel, owner, stage === "back" ? words.table.backstage : ""];
  return (
    <>
      <p className="table-note" data-content-of={id}>
        {facts.filter((fact) => fact !== "").join(" · ")}
      </p>
      {moment ? (
        <button
          type="button"
          tabIndex={-1}
          className="table-moment"
          data-stop={`moment ${id}`}
          data-moment-of={id}
          data-side={moment.value < 0 ? "bad" : moment.value > 0 ? "good" : "mid"}
          aria-label={words.canvas.momentMark(title, momentWord(words, moment.value))}
        >
          <Triangle size={11} fill="currentColor" aria-hidden />
          {momentWord(words, moment.value)}
        </button>
      ) : null}
    </>
  );
});
