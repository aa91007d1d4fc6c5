/** What was removed, by whom and when; one thing or all of a person's come back in one gesture. */
import { type Id, type RemovedView, readRemoved, restore, restoreAll } from "@sameside/model";
import { useMemo, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";
import { type HistoryDesk, whenWords } from "./contract.ts";

export function RemovedList({ desk }: { readonly desk: HistoryDesk }) {
  const say = useWords().history.removed;
  const { board, view } = desk;
  // The view is another object whenever the document has changed.
  const removed = useMemo(() => (view ? readRemoved(board) : []), [board, view]);
  const [said, setSaid] = useState("");
  const thingsByPerson = Map.groupBy(removed, ({ by }) => by.person);
  return (
    <>
      <p role="status" className="history-status">
        {said}
      </p>
      {removed.length === 0 ? <p>{say.none}</p> : null}
      {[...thingsByPerson].map(([person, things]) => (
        <PersonsRemoved key={person} desk={desk} person={person} things={things} onDone={() => setSaid(say.done)} />
      ))}
    </>
  );
}

interface PersonProps {
  readonly desk: HistoryDesk;
  readonly person: Id;
  readonly things: readonly RemovedView[];
  readonly onDone: () => void;
}

function PersonsRemoved({ desk, person, things, onDone }: PersonProps) {
  const words = useWords();
  const say = words.history.removed;
  const { board, by, run, editable } = desk;
  const isOwn = person === by.person;
  const name = isOwn ? words.history.you : desk.nameOf(person);
  const title = isOwn ? say.byYou(things.length) : say.by(name, things.length);
  return (
    <section className="history-group" aria-label={title}>
      <div className="history-head">
        <h3>{title}</h3>
        {editable && things.length > 1 ? (
          <Button
            aria-label={say.allOf(name)}
            onPress={() => {
              if (run(restoreAll(board, by, { things })).outcome === "done") onDone();
            }}
          >
            {say.all}
          </Button>
        ) : null}
      </div>
      <ul className="history-list">
        {things.map(({ collection, id, title: called, by: { time } }) => {
          const what = say.what(say.kinds[collection], called || words.canvas.noName);
          return (
            <li key={`${collection}/${id}`}>
              <div className="history-what">
                <span>{what}</span>
                <time dateTime={dateTimeOf(time)} data-content-of={id}>
                  {whenWords(time)}
                </time>
              </div>
              {editable ? (
                <Button
                  look="quiet"
                  aria-label={say.oneNamed(what)}
                  onPress={() => {
                    if (run(restore(board, by, { collection, id })).outcome === "done") onDone();
                  }}
                >
                  {say.one}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A clock that was far off may have stamped what is no date. */
function dateTimeOf(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
