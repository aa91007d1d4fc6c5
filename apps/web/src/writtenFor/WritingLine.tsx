/** For whom this person writes on the map: for themselves, or for somebody who says yes to each card (S2-6, S0-13). */
import { PenLine } from "lucide-react";
import { useEffect } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { useStore } from "../live/store.ts";
import { Choice } from "../ui/Choice.tsx";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { usePeopleToWriteFor } from "./peopleToWriteFor.ts";
import "./writtenFor.css";

interface Props {
  readonly live: LiveBoard;
  readonly plan: LivePlan | undefined;
  readonly editable: boolean;
  readonly nameOf: (person: string) => string;
  readonly tell: Tell;
}

const SELF = "";

export function WritingLine({ live, plan, editable, nameOf, tell }: Props) {
  const say = useWords().writtenFor.writing;
  const people = usePeopleToWriteFor(live, plan);
  const now = useStore(live.writesFor);
  const hasEnded = now !== undefined && people.every(({ person }) => person !== now.person);
  useEffect(() => {
    if (!hasEnded || !now) return;
    live.writesFor.set(undefined);
    tell({ tone: "news", text: say.ended(nameOf(now.person)) });
  }, [hasEnded, now, live, nameOf, say, tell]);
  if (people.length === 0 || !editable) return null;
  return (
    <section className="written-line" aria-label={say.label} data-on={now ? "" : undefined}>
      <PenLine size={16} aria-hidden />
      <span>{say.lead}</span>
      <Choice
        label={say.label}
        hideLabel
        value={now?.person ?? SELF}
        options={[
          { value: SELF, label: say.self },
          ...people.map(({ person }) => ({ value: person, label: say.forPerson(nameOf(person)) })),
        ]}
        onChange={(chosen) => live.writesFor.set(people.find(({ person }) => person === chosen))}
      />
      <p role="status">{now ? say.on(nameOf(now.person)) : ""}</p>
    </section>
  );
}
