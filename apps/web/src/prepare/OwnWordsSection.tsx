/** The workshop's own words: patient for customer, ward for table. Every page of the workshop says them. */
import { nameTerm, resetTerm, TERMS, type Term, type TermWords } from "@sameside/model";
import { RotateCcw } from "lucide-react";
import { IconButton } from "../ui/Button.tsx";
import { CommitField } from "../ui/CommitField.tsx";
import { inOtherWords, USUAL_TERMS } from "../words/ownTerms.ts";
import { useWords } from "../words/words.ts";
import type { PrepareProps } from "./slots.ts";

export function OwnWordsSection(page: PrepareProps) {
  const say = useWords().prepare.ownWords;
  return (
    <div className="prepare-form">
      <p className="prepare-lead">{say.lead}</p>
      <ul className="prepare-terms">
        {TERMS.map((term) => (
          <li key={term}>
            <TermFields {...page} term={term} own={page.plan.words[term]} />
          </li>
        ))}
      </ul>
      <p className="ui-hint">{say.hint}</p>
    </div>
  );
}

interface Props extends PrepareProps {
  readonly term: Term;
  readonly own: TermWords | undefined;
}

function TermFields({ live, run, editable, term, own, plan: { groups } }: Props) {
  const words = useWords().prepare;
  const say = words.ownWords;
  const usual = USUAL_TERMS[term];
  const { plan } = live.plan;
  // Tables that were never called otherwise are called by the new word.
  const following = (now: TermWords) =>
    term === "table"
      ? groups.flatMap(({ id: group, name }) => {
          const isUsual = name === words.tables.newTable(Number(/\d+/.exec(name)?.[0]));
          return isUsual ? [{ group, name: inOtherWords(name, own ?? usual, now) }] : [];
        })
      : [];
  const reset = () => run(resetTerm(plan, live.by, { term, tables: following(usual) })).outcome !== "refused";
  const write = (one: string, many: string) =>
    run(nameTerm(plan, live.by, { term, one, many, tables: following({ one, many }) })).outcome !== "refused";
  return (
    <>
      <CommitField
        label={say.one(say.meanings[term])}
        value={own?.one ?? ""}
        placeholder={own ? "" : usual.one}
        isReadOnly={!editable}
        // As long as nobody has said how many are called, it follows.
        onCommit={(one) =>
          one === "" ? reset() : write(one, own && own.many !== `${own.one}s` ? own.many : `${one}s`)
        }
      />
      <CommitField
        label={say.many(say.meanings[term])}
        hideLabel
        value={own?.many ?? ""}
        placeholder={own ? "" : usual.many}
        isReadOnly={!editable || !own}
        onCommit={(many) => own === undefined || write(own.one, many === "" ? `${own.one}s` : many)}
      />
      {own && editable ? (
        <IconButton label={say.back(own.one)} icon={<RotateCcw size={15} aria-hidden />} onPress={reset} />
      ) : null}
    </>
  );
}
