/** Who of a table has written and spoken, as counts, with a tap for who spoke without writing (S0-14). Names in their order: it is no ranking. */
import { MessageCircle } from "lucide-react";
import { useState } from "react";
import type { LiveDay } from "../live/liveDay.ts";
import type { TakingPart } from "../live/takingPart.ts";
import { Button } from "../ui/Button.tsx";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import "./balance.css";

interface Props {
  readonly live: Pick<LiveDay, "answer">;
  /** What the list is called. */
  readonly label: string;
  readonly people: readonly TakingPart[];
  readonly nameOf: (person: string) => string;
  readonly tell: Tell;
}

export function BalanceList({ live, label, people, nameOf, tell }: Props) {
  const words = useWords();
  const say = words.balance;
  const [noted, setNoted] = useState("");
  const inOrder = people
    .map((one) => ({ ...one, name: nameOf(one.person) }))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.person < b.person ? -1 : 1));
  const spoke = async ({ person, spoken, name }: (typeof inOrder)[number]) => {
    try {
      await live.answer({ topic: "spoke", person, item: "today", value: spoken + 1 });
      setNoted(say.noted(name));
    } catch (error) {
      console.warn("That somebody spoke was not kept", error);
      tell({ tone: "problem", text: say.notKept });
    }
  };
  if (people.length === 0) return <p className="ui-side-quiet">{say.nobody}</p>;
  return (
    <>
      <ul className="balance-list" aria-label={label}>
        {inOrder.map((one) => (
          <li key={one.person} data-quiet={one.quietFor === undefined ? undefined : ""}>
            <p>
              <span>
                {one.name} <small>{words.journey.roles[one.role]}</small>
              </span>
              <small>
                {say.counts(one.written, one.spoken)}
                {one.quietFor === undefined ? null : (
                  <>
                    {" · "}
                    <strong>{say.quiet(one.quietFor)}</strong>
                  </>
                )}
              </small>
            </p>
            <Button
              icon={<MessageCircle size={15} aria-hidden />}
              aria-label={say.spokeFor(one.name)}
              onPress={() => void spoke(one)}
            >
              {say.spoke}
            </Button>
          </li>
        ))}
      </ul>
      <output className="ui-only-heard">{noted}</output>
    </>
  );
}
