/** What a workshop lacks before it starts, a sentence each with the way to mend it. It may be started all the same. */
import { readinessOf, type Unowned, type Unready } from "@sameside/insights";
import type { PlanView } from "@sameside/model";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useWords, type Words } from "../words/words.ts";
import { nameIn } from "./planNames.ts";
import "./people.css";

interface Props {
  readonly plan: PlanView;
  readonly nameOf: (person: string) => string;
  /** The screen may be for all: people are counted, not named. */
  readonly isSafe?: boolean;
  /** Touchpoints that nobody who comes owns. */
  readonly unowned?: readonly Unowned[];
}

/** Names said in one sentence; more are counted. */
const MOST_NAMES = 6;
/** Sentences said; a town hall of empty tables lacks hundreds of things. */
const MOST_SAID = 30;

export function ReadyList({ plan, nameOf, isSafe = false, unowned = [] }: Props) {
  const words = useWords();
  const say = words.people.ready;
  const missing = readinessOf(plan);
  if (missing.length + unowned.length === 0)
    return (
      <p className="people-ready" data-ready="">
        <CircleCheck size={18} aria-hidden />
        {say.yes}
      </p>
    );
  return (
    <div className="people">
      <p className="people-lead">{say.lead}</p>
      <ul className="people-missing" aria-label={say.title}>
        {missing.slice(0, MOST_SAID).map((each) => (
          <li key={JSON.stringify(each)} className="people-ready">
            <CircleAlert size={18} aria-hidden />
            {sentenceOf(each, plan, isSafe ? undefined : nameOf, words)}
          </li>
        ))}
        {unowned.length > 0 ? (
          <li className="people-ready">
            <CircleAlert size={18} aria-hidden />
            {unownedSentence(unowned, words)}
          </li>
        ) : null}
      </ul>
      {missing.length > MOST_SAID ? <p>{say.moreMissing(missing.length - MOST_SAID)}</p> : null}
    </div>
  );
}

function unownedSentence(unowned: readonly Unowned[], { people: { ready: say }, journey }: Words): string {
  const named = unowned
    .slice(0, MOST_NAMES)
    .map(({ title, owner }) => say.unownedOne(title || journey.untitled, owner));
  const more = unowned.length - named.length;
  return say.unowned([...named, ...(more > 0 ? [say.moreNames(more)] : [])].join(", "));
}

function sentenceOf(missing: Unready, plan: PlanView, nameOf: Props["nameOf"] | undefined, words: Words): string {
  const say = words.people.ready;
  const table = (id: string) => nameIn(plan.groups, id);
  switch (missing.lacks) {
    case "seating":
      return say.seating(missing.people.length);
    case "moderator":
    case "colleague":
      return say[missing.lacks](table(missing.group));
    case "seats":
      return say.seats(table(missing.group), missing.people, missing.seats);
    case "department":
      return say.department(nameIn(plan.departments, missing.department));
    case "buddies": {
      if (!nameOf) return say.buddiesCount(missing.people.length);
      const names = missing.people.slice(0, MOST_NAMES).map(nameOf);
      const more = missing.people.length - names.length;
      return say.buddies([...names, ...(more > 0 ? [say.moreNames(more)] : [])].join(", "));
    }
    default:
      return say[missing.lacks];
  }
}
