/** The brief: one question, the decision it serves, who stands behind it, and who keeps what people say. */
import { type BriefFields, describeBrief, GUARDIAN_AGE } from "@sameside/model";
import { CommitField } from "../ui/CommitField.tsx";
import { CountField } from "../ui/CountField.tsx";
import { useWords } from "../words/words.ts";
import type { PrepareProps } from "./slots.ts";

/** Whether the sponsor, the keeper and so on are words of one line. */
type BriefText = Exclude<keyof BriefFields, "guardianAge" | "startsAt" | "closedOn" | "journeyTemplate" | "warmUp">;

export function BriefSection({ live, plan, run, editable }: PrepareProps) {
  const say = useWords().prepare.brief;
  const { brief } = plan;
  const { sponsor } = brief;
  const write = (fields: BriefFields) => run(describeBrief(live.plan.plan, live.by, fields)).outcome !== "refused";
  const field = (name: BriefText, value: string) => ({
    label: say.fields[name],
    value,
    onCommit: (text: string) => write({ [name]: text }),
    isReadOnly: !editable,
  });
  return (
    <div className="prepare-form">
      <CommitField {...field("title", brief.title)} serif />
      <CommitField {...field("question", brief.question)} hint={say.questionHint} rows={2} serif />
      <div className="prepare-pair">
        <CommitField {...field("decision", brief.decision)} hint={say.decisionHint} rows={2} />
        <CommitField {...field("workStream", brief.workStream)} hint={say.workStreamHint} />
      </div>
      <div className="prepare-pair">
        <CommitField {...field("decider", brief.decider)} />
        <CommitField {...field("by", brief.by)} type="date" />
      </div>
      <fieldset className="prepare-group">
        <legend>{say.sponsor}</legend>
        <p className="ui-hint">{say.sponsorHint}</p>
        <div className="prepare-pair">
          <CommitField {...field("sponsor", sponsor.who)} hint={say.whoHint} />
          <CommitField {...field("sponsorAnswerBy", sponsor.answerBy)} type="date" />
        </div>
        <CommitField {...field("sponsorPromise", sponsor.promise)} rows={1} serif />
      </fieldset>
      <fieldset className="prepare-group">
        <legend>{say.data}</legend>
        <p className="ui-hint">{say.dataHint}</p>
        <CommitField {...field("dataKeeper", brief.dataKeeper)} hint={say.dataKeeperHint} />
        <div className="prepare-pair">
          <CommitField {...field("keepUntil", brief.keepUntil)} type="date" />
          <CountField
            label={say.fields.guardianAge}
            hint={say.guardianAgeHint}
            value={brief.guardianAge}
            range={GUARDIAN_AGE}
            isReadOnly={!editable}
            onChange={(guardianAge) => write({ guardianAge })}
          />
        </div>
      </fieldset>
    </div>
  );
}
