/** The one thing that may be typed into at a time. What was typed is never dropped. */
import { withPart } from "@sameside/layout";
import type { CardView, Id, JourneyView } from "@sameside/model";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { JourneyProps } from "./contract.ts";
import { cardOf, commit, type Editing, type EditTarget, isThere } from "./editing.ts";
import { columnIds } from "./several.ts";

export interface EditingControls {
  readonly editing: Editing | null;
  /** Opens the target for typing, after finishing what was open. Others' cards refuse with "not-yours". */
  open(target: EditTarget): void;
  type(text: string): void;
  /** What is typed becomes something else, or stands elsewhere: the words and the caret stay. */
  turn(target: EditTarget): void;
  /** Writes what was typed and closes. `next` says what is opened for typing after it. */
  finish(next?: NextTarget): void;
}

/** Where typing goes on. `written` is what was made or edited; absent when nothing was typed for something new. */
export type NextTarget = (journey: JourneyView, done: EditTarget, written: Id | undefined) => EditTarget | undefined;

/** `wantFocus` is told what should have the keyboard once it is drawn. */
export function useEditing(props: JourneyProps, wantFocus: (id: Id) => void): EditingControls {
  const [editing, setEditing] = useState<Editing | null>(null);
  // A blur, a key and the unmounting may all close the same editor within one event: the first one wins.
  const open = useRef<Editing | null>(null);
  const latest = useRef({ props, wantFocus });
  useEffect(() => {
    latest.current = { props, wantFocus };
  });

  const set = useCallback((next: Editing | null) => {
    open.current = next;
    setEditing(next);
  }, []);
  const controls = useMemo(() => {
    const finish = (then?: NextTarget) => {
      const done = open.current;
      if (!done) return;
      set(null);
      const written = write(latest.current.props, done);
      const next = then?.(latest.current.props.journey, done.target, written);
      if (next) set({ target: next, text: "", original: "" });
      else if (written !== undefined) latest.current.wantFocus(written);
    };
    return {
      open(target: EditTarget) {
        finish();
        const { props } = latest.current;
        if (!props.editable) return;
        unfoldFor(props, target);
        const card = target.kind === "card" ? cardOf(props.journey, target.id) : undefined;
        if (card && card.author !== props.by.person && card.writtenBy !== props.by.person)
          return refuseOthersWords(props, card);
        const original = textOf(props.journey, target);
        set({ target, text: original, original });
      },
      type(text: string) {
        if (open.current) set({ ...open.current, text });
      },
      turn(target: EditTarget) {
        if (open.current) set({ ...open.current, target });
      },
      finish,
    };
  }, [set]);

  const gone = editing !== null && !isThere(props.journey, editing.target);
  useEffect(() => {
    if (!gone || !open.current) return;
    const { text, original } = open.current;
    set(null);
    if (text.trim() !== "" && text.trim() !== original) latest.current.props.onRescue(text);
  }, [gone, set]);
  // Leaving the page finishes the card like leaving the field does.
  useEffect(() => () => controls.finish(), [controls]);

  return { editing: gone ? null : editing, ...controls };
}

/** What is written is seen: a strip that something new goes into opens. */
function unfoldFor({ showing }: JourneyProps, target: EditTarget): void {
  if (!showing) return;
  const places = target.kind === "new-card" ? [target.parent, target.lane] : "phase" in target ? [target.phase] : [];
  const folded = places.filter((id) => showing.choice.folded.includes(id));
  if (folded.length === 0) return;
  showing.change(folded.reduce((choice, id) => withPart(choice, "folded", id, false), showing.choice));
}

/** Runs the command; the id of what was made or edited. Refused words are handed back to the person. */
function write(props: JourneyProps, editing: Editing): Id | undefined {
  const { board, by, journey, run, onSelect, onRescue } = props;
  const written = commit(board, by, journey.id, editing);
  const own = "id" in editing.target ? editing.target.id : undefined;
  if (!written) return own;
  const outcome = run(written.outcome);
  if (outcome.outcome === "refused") onRescue(editing.text);
  if (outcome.outcome !== "done" || !written.made) return own;
  const selection = written.made(outcome.value);
  if (selection) onSelect(selection);
  return selection?.id;
}

/** After Ctrl+Enter: an empty card below the one that was finished. */
export const cardBelow: NextTarget = (journey, target, written) => {
  if (target.kind === "new-card") return written === undefined ? undefined : target;
  if (target.kind !== "card") return undefined;
  const card = cardOf(journey, target.id);
  return card && below(journey, card);
};

/** After Tab (1) or Shift+Tab (−1): an empty card at the touchpoint beside, in the same lane. */
export function cardBeside(journey: JourneyView, target: EditTarget, step: 1 | -1): EditTarget | undefined {
  const place = target.kind === "card" ? cardOf(journey, target.id) : target.kind === "new-card" ? target : undefined;
  if (!place) return undefined;
  const columns = columnIds(journey);
  const parent = columns[columns.indexOf(place.parent) + step];
  if (parent === undefined || !columns.includes(place.parent)) return undefined;
  return { kind: "new-card", parent, lane: place.lane };
}

/** The place right below a card. */
export function below(journey: JourneyView, card: CardView): EditTarget {
  const parents = journey.phases.flatMap((phase) => [phase, ...phase.touchpoints]);
  const siblings = parents.find(({ id }) => id === card.parent)?.cardsByLane[card.lane] ?? [];
  const next = siblings[siblings.findIndex(({ id }) => id === card.id) + 1];
  return { kind: "new-card", parent: card.parent, lane: card.lane, ...(next && { before: next.id }) };
}

/** A person's words stay that person's: the inspector offers to suggest others. */
function refuseOthersWords(props: JourneyProps, card: CardView): void {
  props.onSelect({ kind: "card", id: card.id });
  props.run({ outcome: "refused", reason: "not-yours" });
}

function textOf(journey: JourneyView, target: EditTarget): string {
  switch (target.kind) {
    case "card":
      return cardOf(journey, target.id)?.text ?? "";
    case "touchpoint":
      return journey.phases.flatMap((phase) => phase.touchpoints).find(({ id }) => id === target.id)?.title ?? "";
    case "phase":
      return journey.phases.find(({ id }) => id === target.id)?.title ?? "";
    case "lane":
      return journey.lanes.find(({ id }) => id === target.id)?.name ?? "";
    default:
      return "";
  }
}
