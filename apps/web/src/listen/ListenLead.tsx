/** What somebody who listens is told: that they listen, and when they may ask. */
import type { StepView } from "@sameside/model";
import { Ear } from "lucide-react";
import { useWords } from "../words/words.ts";
import "./listen.css";
import { whenQuestions } from "./whenQuestions.ts";

interface Props {
  readonly steps: readonly StepView[];
  /** The id of the step that is on. */
  readonly now: string;
}

export function ListenLead({ steps, now }: Props) {
  const say = useWords().listen;
  const when = whenQuestions(steps, now);
  return (
    <section className="listen-lead" aria-label={say.title}>
      <Ear size={18} aria-hidden />
      <div>
        <p>{say.lead}</p>
        {when ? (
          <p className="listen-when">
            {when.wait === 0
              ? say.questions.next(when.step.title, when.step.minutes)
              : say.questions.later(when.step.title, when.wait, when.step.minutes)}{" "}
            {when.step.isProtected ? say.questions.protected : null}
          </p>
        ) : (
          <p className="listen-when">{say.questions.none}</p>
        )}
      </div>
    </section>
  );
}
