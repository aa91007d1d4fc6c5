/** Who sits where: the wishes, what cannot be kept of them, and the tables with their people. */
import {
  allocateSeats,
  brokenRules,
  pairUp,
  SEATING_RULES,
  type SeatingRule,
  type SeatingWishes,
} from "@sameside/insights";
import { type PlanView, pairBuddies, seatPeople } from "@sameside/model";
import { HeartHandshake, Printer, Shuffle } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { CheckList } from "../ui/CheckList.tsx";
import { Choice } from "../ui/Choice.tsx";
import { useWords } from "../words/words.ts";
import { brokenSentence } from "./brokenSentence.ts";
import { PrintDialog } from "./PrintDialog.tsx";
import type { PeopleProps } from "./props.ts";
import { SeatedApart } from "./SeatedApart.tsx";
import { Tables } from "./Tables.tsx";

export function SeatingSection(props: PeopleProps) {
  const { live, plan, run, editable, nameOf, tell } = props;
  const words = useWords();
  const say = words.people.seating;
  const [wishes, setWishes] = useState(() => firstWishes(plan));
  const [round, setRound] = useState(1);
  const [prints, setPrints] = useState(false);
  const isAnybodySeated = plan.people.some(({ group }) => group !== undefined);
  const broken = isAnybodySeated ? brokenRules(plan, wishes) : [];

  const seatAll = () => {
    const { seats } = allocateSeats(plan, wishes, round);
    setRound(round + 1);
    if (run(seatPeople(live.plan.plan, live.by, { seats })).outcome !== "refused")
      tell({ tone: "news", text: words.people.told.seated(seats.length, plan.groups.length) });
  };
  const pairAll = () => {
    const pairs = pairUp(plan.people);
    if (run(pairBuddies(live.plan.plan, live.by, { pairs })).outcome !== "refused")
      tell({ tone: "news", text: words.people.told.paired(pairs.length) });
  };
  if (plan.groups.length === 0) return <p className="people-empty">{say.noTables}</p>;
  if (plan.people.length === 0) return <p className="people-empty">{say.noPeople}</p>;
  return (
    <div className="people">
      <p className="people-lead">{say.lead}</p>
      {editable ? <Wishes wishes={wishes} onChange={setWishes} /> : null}
      <div className="people-acts">
        {editable ? (
          <>
            <Button look="primary" icon={<Shuffle size={16} aria-hidden />} onPress={seatAll}>
              {isAnybodySeated ? say.again : say.go}
            </Button>
            {pairUp(plan.people).length > 0 ? (
              <Button icon={<HeartHandshake size={16} aria-hidden />} onPress={pairAll}>
                {say.pair}
              </Button>
            ) : null}
          </>
        ) : null}
        <Button icon={<Printer size={16} aria-hidden />} onPress={() => setPrints(true)}>
          {say.print}
        </Button>
      </div>
      {isAnybodySeated ? (
        <div className="people-said" role="status">
          {broken.length === 0 ? (
            <p className="people-kept">{say.kept}</p>
          ) : (
            <section className="people-broken" aria-label={say.broken}>
              <h3>{say.broken}</h3>
              <ul>
                {broken.map((each) => (
                  <li key={JSON.stringify(each)}>{brokenSentence(each, plan, nameOf, words)}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
      ) : null}
      <SeatedApart {...props} />
      <Tables {...props} />
      {prints ? <PrintDialog live={live} plan={plan} nameOf={nameOf} onClose={() => setPrints(false)} /> : null}
    </div>
  );
}

/** All of them; customers as they sit already, by type where nobody does. */
function firstWishes(plan: PlanView): SeatingWishes {
  const rules = new Set(SEATING_RULES);
  const brokenAs = (customers: SeatingWishes["customers"]) => brokenRules(plan, { customers, rules }).length;
  return { customers: brokenAs("mixed") < brokenAs("byType") ? "mixed" : "byType", rules };
}

interface WishesProps {
  readonly wishes: SeatingWishes;
  readonly onChange: (wishes: SeatingWishes) => void;
}

function Wishes({ wishes, onChange }: WishesProps) {
  const say = useWords().people.seating;
  const labelOf = (rule: SeatingRule) => say.rules[rule === "customerTypes" ? wishes.customers : rule];
  return (
    <div className="people-wishes">
      <Choice
        label={say.customers}
        value={wishes.customers}
        onChange={(customers) => onChange({ ...wishes, customers })}
        options={[
          { value: "byType", label: say.byType },
          { value: "mixed", label: say.mixed },
        ]}
      />
      <div>
        <p className="ui-label">{say.wishes}</p>
        <p className="ui-hint">{say.wishesHint}</p>
        <CheckList
          label={say.wishes}
          items={SEATING_RULES.map((rule) => ({ key: rule, label: labelOf(rule) }))}
          ticked={wishes.rules}
          onChange={(ticked) =>
            onChange({ ...wishes, rules: new Set(SEATING_RULES.filter((rule) => ticked.has(rule))) })
          }
        />
      </div>
    </div>
  );
}
