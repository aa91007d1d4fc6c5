/** The board as it was before something stored of it was damaged: what is missing now, and the ways to get it back. */
import { addCard, type BoardView, mergeInto, readBoard, readRemoved, wasTakenAway } from "@sameside/model";
import { useMemo, useState } from "react";
import type { BoardVersions } from "../live/versions.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";
import type { HistoryDesk } from "./contract.ts";
import { missingThings, type ThingBefore, thingsOf } from "./missingThings.ts";

interface Props {
  readonly desk: HistoryDesk;
  readonly versions: BoardVersions;
  /** `null` when no view was left. */
  readonly before: BoardView | null;
}

export function BeforeDamage({ desk, versions, before }: Props) {
  const say = useWords().history.before;
  const { view } = desk;
  const missing = useMemo(() => (view && before ? missingOn(desk, before) : []), [desk, view, before]);
  const [said, setSaid] = useState("");
  if (!before) return <p>{say.none}</p>;
  const putBack = async () => {
    const found = await takeFromVersions(desk, versions, before);
    const written = writeOwn(desk, before);
    setSaid(say.putBack(found + written, missingOn(desk, before).length));
  };
  return (
    <>
      <p>{say.about}</p>
      <p role="status" className="history-status">
        {said}
      </p>
      {missing.length === 0 ? (
        <p>{say.nothingMissing}</p>
      ) : (
        <section className="history-group" aria-label={say.missing(missing.length)}>
          <div className="history-head">
            <h3>{say.missing(missing.length)}</h3>
            {desk.editable ? <Button onPress={() => void putBack()}>{say.putBackAll}</Button> : null}
          </div>
          <ul className="history-list">
            {missing.map((thing) => (
              <MissingLine key={thing.id} desk={desk} thing={thing} />
            ))}
          </ul>
        </section>
      )}
      <details className="history-before">
        <summary>{say.whole}</summary>
        <Things things={thingsOf(before)} desk={desk} missing={new Set(missing.map(({ id }) => id))} />
      </details>
    </>
  );
}

function MissingLine({ desk, thing }: { readonly desk: HistoryDesk; readonly thing: ThingBefore }) {
  const words = useWords();
  const { card } = thing;
  return (
    <li>
      <span className="history-what">{nameOfThing(thing, words)}</span>
      {card ? <span className="history-by">{byWhom(desk, card.author, words)}</span> : null}
    </li>
  );
}

interface ThingsProps {
  readonly desk: HistoryDesk;
  readonly things: readonly ThingBefore[];
  readonly missing: ReadonlySet<string>;
}

function Things({ desk, things, missing }: ThingsProps) {
  const words = useWords();
  return (
    <ul>
      {things
        .filter((thing) => !isTakenAway(desk, thing))
        .map((thing) => (
          <li key={thing.id}>
            {thing.title || words.canvas.noName}
            {missing.has(thing.id) ? <strong> {words.history.before.notHere}</strong> : null}
            {thing.holds.length > 0 ? <Things desk={desk} things={thing.holds} missing={missing} /> : null}
          </li>
        ))}
    </ul>
  );
}

function nameOfThing({ kind, title }: ThingBefore, { changes, history, canvas, journey }: ReturnType<typeof useWords>) {
  return kind === "map" ? history.before.map(title || journey.untitled) : changes.named[kind](title || canvas.noName);
}

function byWhom({ by, nameOf }: HistoryDesk, author: string, { history }: ReturnType<typeof useWords>): string {
  return author === by.person ? history.you : nameOf(author);
}

/** As the document is at this moment. */
function missingOn(desk: HistoryDesk, before: BoardView): readonly ThingBefore[] {
  const removed = new Set(readRemoved(desk.board).map(({ id }) => id));
  return missingThings(
    before,
    readBoard(desk.board),
    (thing) => removed.has(thing.id) || thing.card?.withdrawn === true || isTakenAway(desk, thing),
  );
}

/** Because it hurts somebody: it is told of nowhere. */
function isTakenAway({ board }: HistoryDesk, { kind, id }: ThingBefore): boolean {
  return kind === "card" && wasTakenAway(board, id);
}

/**
 * Versions of this board hold the very edits that are missing, whoever made them: taken in, they are what they were.
 * @returns how many things came back
 */
async function takeFromVersions(desk: HistoryDesk, versions: BoardVersions, before: BoardView): Promise<number> {
  const many = missingOn(desk, before).length;
  for (const { id } of versions.list.get() ?? []) {
    if (missingOn(desk, before).length === 0) break;
    try {
      const version = await versions.open(id);
      if (version) mergeInto(desk.board, version.state);
    } catch (error) {
      console.warn("A version cannot be read; nothing was taken from it", error);
    }
  }
  return many - missingOn(desk, before).length;
}

/** One's own cards are written again where their place is still there; what others said nobody can say for them. */
function writeOwn({ board, by, run, ...desk }: HistoryDesk, before: BoardView): number {
  const own = missingOn({ board, by, run, ...desk }, before).flatMap(({ card }) =>
    card?.author === by.person && card.writtenBy === undefined ? [card] : [],
  );
  const written = own.filter(({ parent, lane, text, body, grade, quote }) => {
    const outcome = addCard(board, by, { parent, lane, text, body, grade, quote });
    // Its place is gone as well: it stays in the list, to be read.
    return outcome.outcome === "done" && run(outcome).outcome === "done";
  });
  return written.length;
}
