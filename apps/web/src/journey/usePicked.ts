/** What is chosen in a view: one thing, which the page knows and tells all about, or several, which stay here. */
import type { JourneyView } from "@sameside/model";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Words } from "../words/words.ts";
import type { JourneyProps, Selection } from "./contract.ts";
import { selectionAt } from "./elements.ts";
import { allOf } from "./several.ts";

export interface Picked {
  /** What is chosen, one thing or several. */
  readonly picked: readonly Selection[];
  readonly pick: (chosen: readonly Selection[]) => void;
  /** Chooses one thing, or nothing. */
  readonly onSelect: (selection: Selection | null) => void;
}

const NONE: readonly Selection[] = [];

export function usePicked({ journey, selection, onSelect }: JourneyProps): Picked {
  const [several, setSeveral] = useState(NONE);
  // Somebody chose one thing elsewhere on the page: it takes the place of what was chosen here.
  if (selection && several.length > 0) setSeveral(NONE);
  const living = useMemo(() => stillThere(journey, several), [journey, several]);
  const select = useCallback(
    (one: Selection | null) => {
      setSeveral(NONE);
      onSelect(one);
    },
    [onSelect],
  );
  const pick = useCallback(
    (chosen: readonly Selection[]) => {
      const [first] = chosen;
      if (chosen.length < 2) return select(first ?? null);
      onSelect(null);
      setSeveral(chosen);
    },
    [onSelect, select],
  );
  const picked = useMemo(() => (selection ? [selection] : living), [selection, living]);
  return useMemo(() => ({ picked, pick, onSelect: select }), [picked, pick, select]);
}

/** What a key is about: what has the keyboard, and with it all that is chosen when it is one of them. */
export function aimedAt(picked: readonly Selection[]): readonly Selection[] {
  const focused = selectionAt(document.activeElement);
  return focused && !picked.some(({ id }) => id === focused.id) ? [focused] : picked;
}

/** Says how many are chosen, when it is several, and when they are no longer. */
export function useSayPicked(picked: readonly Selection[], words: Words, onSay: (text: string) => void): void {
  const said = useRef(0);
  useEffect(() => {
    const count = picked.length > 1 ? picked.length : 0;
    if (count === said.current) return;
    said.current = count;
    if (count > 0) onSay(words.editing.chosen(count, named(picked, "card"), named(picked, "touchpoint")));
    else if (picked.length === 0) onSay(words.editing.noneChosen);
  }, [picked, words, onSay]);
}

/** Adds a thing to what is chosen, or takes it out. Phases, lanes and moments are chosen alone. */
export function toggled(picked: readonly Selection[], thing: Selection): readonly Selection[] {
  if (!isStop(thing)) return [thing];
  if (picked.some(({ id }) => id === thing.id)) return picked.filter(({ id }) => id !== thing.id);
  return [...picked.filter(isStop), thing];
}

function isStop({ kind }: Selection): boolean {
  return kind === "card" || kind === "touchpoint";
}

function named(picked: readonly Selection[], kind: Selection["kind"]): number {
  return picked.filter((thing) => thing.kind === kind).length;
}

/** Without what somebody removed meanwhile. */
function stillThere(journey: JourneyView, several: readonly Selection[]): readonly Selection[] {
  if (several.length === 0) return NONE;
  const there = new Set(allOf(journey).map(({ id }) => id));
  return several.every(({ id }) => there.has(id)) ? several : several.filter(({ id }) => there.has(id));
}
