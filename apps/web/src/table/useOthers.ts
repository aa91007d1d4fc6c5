/** The table and the outline among several people: what they tell of themselves, and going along with somebody. */
import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { JourneyProps, Selection } from "../journey/contract.ts";
import type { Editing } from "../journey/editing.ts";
import { elementOf, selectionAt } from "../journey/elements.ts";
import { heldOf, type Sight } from "../journey/others.ts";

/** Between two reports of what is seen, in milliseconds. */
const SIGHT_EVERY_MS = 100;
/** What a hand does to see something else. */
const OWN_MOVES = ["wheel", "touchmove", "keydown"] as const;
const GOING_KEYS = /^(?:Arrow|Page|Home$|End$|Tab$)/;

/** Tells what is chosen, typed in and seen here. */
export function useTellOthers(
  { onHold, onSight }: Pick<JourneyProps, "onHold" | "onSight">,
  picked: readonly Selection[],
  editing: Editing | null,
  root: RefObject<HTMLElement | null>,
): void {
  const held = useMemo(() => heldOf(picked, editing), [picked, editing]);
  useEffect(() => onHold(held), [onHold, held]);
  useEffect(() => () => onHold(null), [onHold]);
  useEffect(() => {
    const place = root.current;
    if (!place) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        onSight(() => sightOf(place));
      }, SIGHT_EVERY_MS);
    };
    look();
    place.addEventListener("scroll", look, { passive: true });
    return () => {
      clearTimeout(timer);
      place.removeEventListener("scroll", look);
    };
  }, [onSight, root]);
}

/** Brings what somebody else sees into the middle, until the person goes elsewhere. */
export function useFollowing(root: RefObject<HTMLElement | null>) {
  const onFollowLeft = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    const place = root.current;
    if (!place) return;
    const leave = (event: Event) => {
      if (event instanceof KeyboardEvent && !GOING_KEYS.test(event.key)) return;
      const tell = onFollowLeft.current;
      onFollowLeft.current = undefined;
      tell?.();
    };
    for (const move of OWN_MOVES) place.addEventListener(move, leave, { passive: true });
    return () => {
      for (const move of OWN_MOVES) place.removeEventListener(move, leave);
    };
  }, [root]);
  return useMemo(
    () => (sight: Sight, onLeft: () => void) => {
      onFollowLeft.current = onLeft;
      const thing = sight.near === undefined || !root.current ? null : elementOf(root.current, sight.near);
      thing?.scrollIntoView({ block: "center", inline: "center" });
    },
    [root],
  );
}

/** The thing in the middle of what is seen, or else one a little above or beside it. */
function sightOf(place: HTMLElement): Sight {
  const { left, top, width, height } = place.getBoundingClientRect();
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2]) {
    const across = document.elementsFromPoint(left + width * share, top + height * 0.5);
    const down = document.elementsFromPoint(left + width * 0.5, top + height * share);
    for (const element of [...across, ...down]) {
      const thing = place.contains(element) ? selectionAt(element) : null;
      if (thing?.kind === "card" || thing?.kind === "touchpoint") return { near: thing.id };
    }
  }
  return {};
}
