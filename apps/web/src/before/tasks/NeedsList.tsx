/** What the people of the workshop need, for how many; without names. */
import { needsSummary } from "@sameside/model";
import { useMemo } from "react";
import type { LiveWorkshop } from "../../live/liveWorkshop.ts";
import { useStore } from "../../live/store.ts";
import { useWords } from "../../words/words.ts";

export function NeedsList({ live }: { readonly live: LiveWorkshop }) {
  const say = useWords().before.needs;
  const rows = useStore(live.rows("needs"));
  const { people, needs, languages, lines } = useMemo(() => needsSummary(rows), [rows]);
  if (people === 0) return <p className="ui-hint">{say.empty}</p>;
  return (
    <>
      {needs.length === 0 ? null : (
        <ul className="before-needs" aria-label={say.title}>
          {needs.map(({ need, people: many }) => (
            <li key={need} className="ui-chip">
              {`${say.needs[need]}: ${say.people(many)}`}
            </li>
          ))}
        </ul>
      )}
      {languages.length === 0 ? null : (
        <p>
          {`${say.languages}: ${languages.map(({ language, people: many }) => `${language} (${many})`).join(", ")}`}
        </p>
      )}
      {lines.length === 0 ? null : (
        <ul aria-label={say.lines}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}
