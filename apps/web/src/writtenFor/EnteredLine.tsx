/**
 * An answer that somebody who helps has given for this person, one after the other: whose words it holds, who wrote it
 * down, and whether it is right (S2-6). Their own answer, whenever they give it, takes its place.
 */
import { answerKey } from "@sameside/protocol";
import { Check, PenLine } from "lucide-react";
import { useMemo, useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { recall, remember } from "../ui/remembered.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { ENTERED_TOPICS, type EnteredAnswer, enteredFor, mayTakeBack, saidIn } from "./entered.ts";
import "./writtenFor.css";

interface Props {
  readonly live: LiveBoard;
  readonly nameOf: (person: string) => string;
  readonly tell: Tell;
}

export function EnteredLine({ live, nameOf, tell }: Props) {
  const say = useWords().writtenFor.entered;
  const { person } = useStore(live.seat);
  const entered = useStore(useMemo(() => openEntered(live, person), [live, person]));
  const key = `entered.${live.workshop}.${person}`;
  const [seen, see] = useState<ReadonlySet<string>>(() => new Set((recall(key) ?? "").split(" ")));
  const first = entered.find((row) => !seen.has(nameOfRow(row)));
  if (!first) return null;
  const { topic, item, value } = first;
  const settle = (next: EnteredAnswer["value"]) => {
    const all = new Set(seen).add(nameOfRow(first));
    live.answer({ topic, person, item, value: next }).then(
      () => {
        remember(key, [...all].join(" "));
        see(all);
      },
      (error: unknown) => {
        console.warn("What was written for this person could not be settled", error);
        tell({ tone: "problem", text: say.notKept });
      },
    );
  };
  const said = saidIn(first);
  return (
    <section className="written-awaiting" aria-label={say.label}>
      <PenLine size={16} aria-hidden />
      <div className="written-words">
        <p className="written-who">{say.by(nameOf(first.enteredBy), say.what[topic])}</p>
        {said === undefined ? null : <blockquote>{said}</blockquote>}
      </div>
      <div className="written-acts">
        <Button look="primary" icon={<Check size={15} aria-hidden />} onPress={() => settle(value)}>
          {say.yes}
        </Button>
        {mayTakeBack(topic) ? <Button onPress={() => settle(null)}>{say.no}</Button> : null}
      </div>
    </section>
  );
}

/** One that was written again is another one. */
function nameOfRow(row: EnteredAnswer): string {
  return `${answerKey(row)}@${row.time}`;
}

/** Everything that stands for this person by another; the same list until one of the topics has changed. */
function openEntered(live: LiveBoard, person: string) {
  const stores = ENTERED_TOPICS.map((topic) => live.rows(topic));
  let last = stores.map((store) => store.get());
  let entered = enteredFor(last.flat(), person);
  return {
    get() {
      const now = stores.map((store) => store.get());
      if (now.some((rows, at) => rows !== last[at])) entered = enteredFor(now.flat(), person);
      last = now;
      return entered;
    },
    subscribe: (hear: () => void) => live.rows("name").subscribe(hear),
  };
}
