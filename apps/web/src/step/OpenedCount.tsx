/** In a step in which everybody reads (S4-6): how many have opened its page, and who, where the screen is not for all. */
import { ChipPanel } from "../ui/Chip.tsx";
import { useWords } from "../words/words.ts";
import type { PersonToday } from "./peopleToday.ts";

interface Props {
  readonly people: readonly PersonToday[];
  readonly seen: ReadonlySet<string>;
  readonly nameOf: (person: string) => string;
  readonly isSafe: boolean;
}

/** Named; more are counted. */
const MOST_NAMES = 30;

export function OpenedCount({ people, seen, nameOf, isSafe }: Props) {
  const say = useWords().step;
  const opened = people.filter(({ id }) => seen.has(id));
  const count = say.opened(opened.length, people.length);
  if (isSafe) return count;
  const lists = [
    [say.notOpened, people.filter(({ id }) => !seen.has(id))],
    [say.haveOpened, opened],
  ] as const;
  return (
    <ChipPanel
      label={count}
      panel={() =>
        lists.map(([title, those]) =>
          those.length > 0 ? (
            <section key={title} className="step-opened" aria-label={title}>
              <h3 className="ui-label">{title}</h3>
              <ul>
                {those.slice(0, MOST_NAMES).map(({ id }) => (
                  <li key={id}>{nameOf(id)}</li>
                ))}
              </ul>
              {those.length > MOST_NAMES ? <p>{say.moreNames(those.length - MOST_NAMES)}</p> : null}
            </section>
          ) : null,
        )
      }
    >
      {count}
    </ChipPanel>
  );
}
