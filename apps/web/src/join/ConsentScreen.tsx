/** The second screen before the map: what the workshop is, who keeps what is said, and what this person agrees to. */
import { type PlanView, SEAT_CONSENT } from "@sameside/model";
import { TOPICS, type Topic } from "@sameside/protocol";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { CheckList } from "../ui/CheckList.tsx";
import { useWords } from "../words/words.ts";
import { ConsentTicks } from "./ConsentTicks.tsx";
import { type ConsentChoice, NOTHING_TICKED } from "./consent.ts";
import { seenBeside } from "./seenBeside.ts";
import "./join.css";

interface Props {
  readonly plan: Pick<PlanView, "brief" | "steps" | "people">;
  /** Names for today, by person. */
  readonly names: ReadonlyMap<string, string>;
  /** Rejects when it could not be kept; then it can be tried again. */
  readonly onDone: (choice: ConsentChoice) => Promise<void>;
  readonly onLeave: () => void;
}

export function ConsentScreen({ plan, names, onDone, onLeave }: Props) {
  const words = useWords();
  const say = words.joining.consent;
  const { guardianAge } = plan.brief;
  const [choice, setChoice] = useState(NOTHING_TICKED);
  const [isYoung, setYoung] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    document.title = words.app.titleJoin;
  }, [words]);
  const missing = !choice.granted.has(SEAT_CONSENT)
    ? say.wordsMissing
    : isYoung && !choice.byGuardian
      ? say.guardianMissing
      : undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    try {
      await onDone(choice);
    } catch (error) {
      console.warn("What was agreed to could not be kept", error);
      setProblem(say.notKept);
      setBusy(false);
    }
  };
  return (
    <main className="join">
      <header className="join-head">
        <p className="join-step">{words.joining.step(2)}</p>
        <h1>{say.title}</h1>
      </header>
      <AboutWorkshop plan={plan} names={names} />
      <form className="join-form" onSubmit={(event) => void submit(event)}>
        <ConsentTicks choice={choice} onChange={setChoice} />
        {guardianAge > 0 ? (
          <CheckList
            label={say.under(guardianAge)}
            items={[
              { key: "young", label: say.under(guardianAge) },
              ...(isYoung ? [{ key: "guardian", label: say.guardian }] : []),
            ]}
            ticked={new Set([...(isYoung ? ["young"] : []), ...(choice.byGuardian ? ["guardian"] : [])])}
            onChange={(ticked) => {
              setYoung(ticked.has("young"));
              setChoice({ ...choice, byGuardian: ticked.has("young") && ticked.has("guardian") });
            }}
          />
        ) : null}
        <footer className="join-foot">
          {problem === undefined ? null : (
            <p className="join-problem" role="alert">
              {problem}
            </p>
          )}
          <Button onPress={onLeave}>{say.leave}</Button>
          <Button look="primary" type="submit" isDisabled={isBusy}>
            {words.app.join.go}
          </Button>
        </footer>
      </form>
    </main>
  );
}

function AboutWorkshop({ plan: { brief, steps, people }, names }: Pick<Props, "plan" | "names">) {
  const words = useWords();
  const say = words.joining.consent;
  const minutes = steps.reduce((sum, step) => sum + (step.isSkipped ? 0 : step.minutes), 0);
  const runBy = people.flatMap(({ id, role, isAbsent }) =>
    role === "facilitator" && !isAbsent ? (names.get(id) ?? []) : [],
  );
  // Where no facilitator is on the list, who stands behind it is whom people can turn to.
  const sponsor = brief.sponsor.who;
  return (
    <section className="join-about" aria-label={say.about}>
      <p className={brief.question === "" ? "join-what" : "join-what join-question"}>
        {brief.question === "" ? say.noQuestion : brief.question}
      </p>
      <dl>
        {minutes > 0 ? (
          <div>
            <dt>{say.long}</dt>
            <dd>{say.minutes(minutes)}</dd>
          </div>
        ) : null}
        <div>
          <dt>{say.runs}</dt>
          <dd>{runBy.join(", ") || sponsor || say.noRunner}</dd>
        </div>
        {runBy.length > 0 && sponsor !== "" ? (
          <div>
            <dt>{say.behind}</dt>
            <dd>{sponsor}</dd>
          </div>
        ) : null}
        <div>
          <dt>{say.keeper}</dt>
          <dd>{brief.dataKeeper === "" ? say.noKeeper : brief.dataKeeper}</dd>
        </div>
        <div>
          <dt>{say.until}</dt>
          <dd>{brief.keepUntil === "" ? say.noUntil : say.untilDay(dayInWords(brief.keepUntil))}</dd>
        </div>
        <div>
          <dt>{say.back}</dt>
          <dd>{say.backText}</dd>
        </div>
      </dl>
      <details>
        <summary>{say.sees}</summary>
        <p>{say.seesLead}</p>
        <ul>
          {HELPER_TOPICS.map((topic) => (
            <li key={topic}>{say.helpersRead[topic]}</li>
          ))}
          {seenBeside().map(({ room, by }) => (
            <li key={room}>{say.seenBeside[room](by.map((role) => words.journey.roles[role]).join(", "))}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** What helpers read and the table does not: named here, so that there is no place that a customer does not know of. */
type HelperTopic = {
  [T in Topic]: (typeof TOPICS)[T]["helpersRead"] extends true ? T : never;
}[Topic];
const HELPER_TOPICS = (Object.keys(TOPICS) as Topic[]).filter(
  (topic): topic is HelperTopic => TOPICS[topic].helpersRead,
);

/** Of YYYY-MM-DD. */
function dayInWords(day: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00Z`));
}
