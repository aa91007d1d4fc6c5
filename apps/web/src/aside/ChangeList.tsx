/** What changes would do, one line each. */
import type { ProposedChange } from "@sameside/model";
import { useWords } from "../words/words.ts";
import { changeLine, placeLine } from "./changeLine.ts";

/** More than this many are counted. */
const MOST_SHOWN = 200;

interface Props {
  readonly label: string;
  /** Where there are none. */
  readonly none: string;
  readonly changes: readonly ProposedChange[];
}

export function ChangeList({ label, none, changes }: Props) {
  const words = useWords();
  if (changes.length === 0) return <p>{none}</p>;
  const hidden = changes.length - MOST_SHOWN;
  return (
    <section className="aside-changes" aria-label={label}>
      <p className="aside-quiet">{label}</p>
      <ul>
        {changes.slice(0, MOST_SHOWN).map((change) => (
          <li key={change.key}>
            <span>{changeLine(change, words)}</span>
            <span className="aside-quiet">{placeLine(change, words)}</span>
          </li>
        ))}
        {hidden > 0 ? <li className="aside-quiet">{words.aside.dialog.more(hidden)}</li> : null}
      </ul>
    </section>
  );
}
