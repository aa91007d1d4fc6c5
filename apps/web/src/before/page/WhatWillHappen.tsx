/** The day in a few lines: the question, how long it takes, and its steps. */
import type { PlanView } from "@sameside/model";
import { useWords } from "../../words/words.ts";

const MINUTES_PER_HOUR = 60;

export function WhatWillHappen({ plan: { brief, steps } }: { readonly plan: PlanView }) {
  const say = useWords().before.page;
  const today = steps.filter(({ isSkipped }) => !isSkipped);
  const minutes = today.reduce((sum, step) => sum + step.minutes, 0);
  const time = say.long(Math.floor(minutes / MINUTES_PER_HOUR), minutes % MINUTES_PER_HOUR);
  return (
    <>
      {brief.question === "" ? null : (
        <p>
          {say.question} <q className="before-question">{brief.question}</q>
        </p>
      )}
      <p>{say.how}</p>
      {today.length === 0 ? (
        <p className="ui-hint">{say.notPlanned}</p>
      ) : (
        <>
          <p>{say.longLead(time)}</p>
          <ol className="before-steps">
            {today.map(({ id, title, minutes: long }) => (
              <li key={id}>
                <span>{title}</span>
                <span className="before-minutes">{say.minutes(long)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
