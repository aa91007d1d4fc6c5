/** What stands under a person's name on this map: read back to them, to keep, to put right, or to take back (S0-27). */
import { type Outcome, rate, unrate } from "@sameside/model";
import { useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useWords } from "../words/words.ts";
import { FeelingItem } from "./FeelingItem.tsx";
import type { OwnFeeling, OwnOnBoard, OwnThing } from "./ownThings.ts";
import { agreeTo, bringBack, correct, takeBack } from "./putRight.ts";
import { ThingItem } from "./ThingItem.tsx";

interface Props {
  readonly live: LiveBoard;
  readonly own: OwnOnBoard;
  readonly run: (outcome: Outcome) => Outcome;
  readonly editable: boolean;
  readonly nameOf: (person: string) => string;
}

export function ReadBack({ live, own: { things, feelings }, run, editable, nameOf }: Props) {
  const words = useWords();
  const say = words.leaving.readBack;
  const shownThings = useInPlace(things, idOfThing);
  const shownFeelings = useInPlace(feelings, idOfFeeling);
  const [said, setSaid] = useState("");
  const { board, by } = live;
  /** `true` when all of it was done or nothing was left to do. */
  const change = (outcomes: readonly Outcome[], told: string) => {
    const isTaken = outcomes.map((outcome) => run(outcome).outcome !== "refused").every(Boolean);
    if (isTaken) setSaid(told);
    return isTaken;
  };
  const waiting = things.filter(({ writtenBy }) => writtenBy !== undefined).length;
  if (shownThings.all.length + shownFeelings.all.length === 0) return <p>{say.none}</p>;
  return (
    <>
      <p>{say.lead}</p>
      <p className="leaving-quiet">
        {say.sum(things.length, feelings.length)}
        {waiting === 0 ? null : <strong> · {say.waiting(waiting)}</strong>}
      </p>
      {editable ? null : <p className="leaving-note">{say.readOnly}</p>}
      <ul className="leaving-list" aria-label={say.list}>
        {shownThings.all.map(({ thing, isGone }) => (
          <ThingItem
            key={thing.id}
            {...{ thing, isGone, editable }}
            writer={thing.writtenBy === undefined ? undefined : nameOf(thing.writtenBy)}
            onYes={() => change(agreeTo(live, thing), say.said.yes)}
            onCorrect={(text) => change(correct(live, thing, text), say.said.corrected)}
            onTakeBack={() => {
              if (change(takeBack(live, thing), say.said.taken)) shownThings.keep(thing);
            }}
            onBringBack={() => change(bringBack(live, thing), say.said.back)}
          />
        ))}
        {shownFeelings.all.map(({ thing: feeling, isGone }) => {
          const { touchpoint, rating } = feeling;
          const { value, intensity, words: told } = rating;
          const before = { ...(intensity !== undefined && { intensity }), ...(told !== undefined && { words: told }) };
          return (
            <FeelingItem
              key={touchpoint}
              {...{ feeling, isGone, editable }}
              onRate={(level) => change([rate(board, by, { touchpoint, value: level })], say.said.corrected)}
              onCorrect={(text) => change([rate(board, by, { touchpoint, value, words: text })], say.said.corrected)}
              onTakeBack={() => {
                if (change([unrate(board, by, { touchpoint })], say.said.taken)) shownFeelings.keep(feeling);
              }}
              onBringBack={() => change([rate(board, by, { touchpoint, value, ...before })], say.said.back)}
            />
          );
        })}
      </ul>
      <output className="ui-only-heard">{said}</output>
    </>
  );
}

interface InPlace<T> {
  /** What is there and what was taken back here, in the order in which it was read first. */
  readonly all: readonly { readonly thing: T; readonly isGone: boolean }[];
  /** Remembers what is taken back, so that it can be put back where it stood. */
  readonly keep: (thing: T) => void;
}

function useInPlace<T>(things: readonly T[], idOf: (thing: T) => string): InPlace<T> {
  const [first] = useState(() => things.map(idOf));
  const [taken, setTaken] = useState<readonly T[]>([]);
  const here = new Set(things.map(idOf));
  const placeOf = (thing: T) => {
    const place = first.indexOf(idOf(thing));
    return place < 0 ? first.length : place;
  };
  const gone = taken.filter((thing) => !here.has(idOf(thing)));
  const all = [
    ...things.map((thing) => ({ thing, isGone: false })),
    ...gone.map((thing) => ({ thing, isGone: true })),
  ].sort((a, b) => placeOf(a.thing) - placeOf(b.thing));
  return {
    all,
    keep: (thing) => setTaken((before) => [...before.filter((each) => idOf(each) !== idOf(thing)), thing]),
  };
}

function idOfThing({ id }: OwnThing): string {
  return id;
}

function idOfFeeling({ touchpoint }: OwnFeeling): string {
  return touchpoint;
}
