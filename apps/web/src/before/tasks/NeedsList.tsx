/** What the people of the workshop need, for how many; without names. */
import { needsSummary } from "@sameside/model";
import { type ReactNode, useMemo } from "react";
import type { LiveWorkshop } from "../../live/liveWorkshop.ts";
import { useStore } from "../../live/store.ts";
import { useWords } from "../../words/words.ts";
import "../notes/notes.css";

interface Props {
  readonly live: LiveWorkshop;
  /** What stands there while nobody has said anything. */
  readonly empty: ReactNode;
}

/** As a part of the readiness: nothing as long as nobody needs anything. */
export function NeedsToProvide({ live }: Pick<Props, "live">) {
  const say = useWords().before.needs;
  const rows = useStore(live.rows("needs"));
  const { people } = useMemo(() => needsSummary(rows), [rows]);
  if (people === 0) return null;
  return (
    <section className="before-group" aria-label={say.toProvide}>
      <h3>{say.toProvide}</h3>
      <NeedsList live={live} empty={null} />
    </section>
  );
}

export function NeedsList({ live, empty }: Props) {
  const say = useWords().before.needs;
  const rows = useStore(live.rows("needs"));
  const { people, needs, languages, lines } = useMemo(() => needsSummary(rows), [rows]);
  if (people === 0) return empty;
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
