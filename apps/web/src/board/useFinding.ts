/** Finding one's way on the page: the search beside the map, its keys, and what happens when something was found. */
import type { Id, JourneyView } from "@sameside/model";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Selection, ViewHandle } from "../journey/contract.ts";
import { useFindKey, usePaletteKey, usePresentKey } from "../ui/pageKeys.ts";
import type { BoardDialog } from "./BoardDialogs.tsx";

/** Something to go to: a map, or a thing on one, or in the tray of what has lost its place. */
export interface Goal {
  /** Empty: in the tray. */
  readonly journey: Id;
  readonly kind: Selection["kind"] | "journey";
  readonly id: Id;
  /** Where in it the words stand that were looked for. */
  readonly in?: string;
}

interface Page {
  readonly journey: JourneyView | undefined;
  readonly canvas: RefObject<ViewHandle | null>;
  /** Shows a map, with this chosen on it. */
  readonly show: (journey: Id, selection: Selection | null) => void;
  readonly open: (dialog: BoardDialog) => void;
  /** Makes room for the search, where something else stands. */
  readonly makeRoom: () => void;
  /** A map is shown, and no dialog over it. */
  readonly isFree: boolean;
}

export interface Finding {
  readonly isOpen: boolean;
  /** What was typed last. */
  readonly query: string;
  readonly setQuery: (query: string) => void;
  /** Grows each time that somebody asks for the field. */
  readonly asked: number;
  readonly open: () => void;
  /** `last`: what was found last; without it the keyboard goes back to where it was. */
  readonly close: (last?: Id) => void;
  readonly jump: (goal: Goal) => void;
  readonly openPalette: () => void;
  readonly openPresent: () => void;
}

/** Below this zoom a card's words cannot be read: what was found is shown larger. */
const READABLE_ZOOM = 0.6;
/** A map that was just opened is drawn, and the page has made room, after so many frames. */
const FRAMES_TO_WAIT = 4;

export function useFinding({ journey, canvas, show, open: openDialog, makeRoom, isFree }: Page): Finding {
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [asked, setAsked] = useState(0);
  const [goal, setGoal] = useState<Goal | null>(null);
  const before = useRef<Element | null>(null);

  const open = () => {
    if (!document.activeElement?.closest(".finding-panel")) before.current = document.activeElement;
    makeRoom();
    setOpen(true);
    setAsked((times) => times + 1);
  };
  const close = useCallback(
    (last?: Id) => {
      setOpen(false);
      const { current: origin } = before;
      requestAnimationFrame(() => {
        // A frame may be late: whoever went on meanwhile keeps the keyboard where they are.
        const { activeElement: now } = document;
        if (now !== document.body && !now?.closest(".finding-panel")) return;
        if (last !== undefined) canvas.current?.focus(last);
        else if (origin instanceof HTMLElement && origin.isConnected) origin.focus({ preventScroll: true });
      });
    },
    [canvas],
  );
  const jump = useCallback(
    (next: Goal) => {
      const { journey: map, kind, id } = next;
      if (map === "") return openDialog({ kind: "unplaced" });
      show(map, kind === "journey" ? null : { kind, id });
      setGoal({ ...next });
      // What is said of a whole map stands in a dialog only.
      if (kind === "journey" && next.in === "comment") openDialog({ kind: "about" });
    },
    [show, openDialog],
  );
  useFindKey(open, isFree);
  const openPalette = () => openDialog({ kind: "palette", commands: canvas.current?.acts() ?? [] });
  const openPresent = () => openDialog({ kind: "present" });
  usePaletteKey(openPalette, isFree);
  usePresentKey(openPresent, isFree);
  useComeInView(goal, journey?.id, canvas);
  const isShown = isOpen && journey !== undefined;
  return { isOpen: isShown, query, setQuery, asked, open, close, jump, openPalette, openPresent };
}

/** Once the map that it stands on is shown. */
function useComeInView(goal: Goal | null, shown: Id | undefined, canvas: RefObject<ViewHandle | null>): void {
  useEffect(() => {
    if (!goal || goal.journey !== shown || goal.kind === "journey") return;
    let frames = 0;
    let request = 0;
    const look = () => {
      if (frames++ < FRAMES_TO_WAIT) {
        request = requestAnimationFrame(look);
        return;
      }
      const view = canvas.current;
      const isStrip = goal.kind === "phase" || goal.kind === "lane";
      if (view && !isStrip && view.zoom() < READABLE_ZOOM) view.fitTo([goal.id]);
      else view?.reveal(goal.id);
    };
    request = requestAnimationFrame(look);
    return () => cancelAnimationFrame(request);
  }, [goal, shown, canvas]);
}
