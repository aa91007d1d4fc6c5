/** What happens on the table or the outline: clicks, keys and the clipboard, heard in one place for all that stands in it. */
import { withPart } from "@sameside/layout";
import { unrate } from "@sameside/model";
import { type RefObject, useCallback, useEffect } from "react";
import { movement, openMoment, touchpointOf } from "../journey/acts.ts";
import { duplicate, moveSeveral } from "../journey/changeSeveral.ts";
import type { Selection } from "../journey/contract.ts";
import { selectionAt } from "../journey/elements.ts";
import { type Intent, intentOf, isElsewhere, isField } from "../journey/keys.ts";
import { rateByStep } from "../journey/rating.ts";
import { removeSeveral, removeThing } from "../journey/removing.ts";
import { allOf, duplication } from "../journey/several.ts";
import { type PastePlace, placeBeside } from "../journey/taking.ts";
import { useClipboard } from "../journey/useClipboard.ts";
import { toggled } from "../journey/usePicked.ts";
import type { Words } from "../words/words.ts";
import { openNewCard, openNewTouchpoint } from "./adding.ts";
import { extend, severalAt } from "./choosing.ts";
import type { Desk, DeskAccess, Go } from "./desk.ts";
import { stopAt } from "./stops.ts";
import { show } from "./useKeptFocus.ts";

/** What a key asks of the map also while a button beside it has the focus; the others are that button's own. */
const PAGE_WIDE: ReadonlySet<Intent["kind"]> = new Set(["new-card", "new-touchpoint", "moment"]);

export function useViewEvents(root: RefObject<HTMLElement | null>, { now }: DeskAccess, go: Go, words: Words): void {
  useEffect(() => {
    const place = root.current;
    if (!place) return;
    const onClick = (event: MouseEvent) => press(now(), event.target, event.shiftKey);
    const onMouseDown = (event: MouseEvent) => {
      // With Shift the browser would mark the text up to here.
      if (event.shiftKey && stopAt(event.target)) event.preventDefault();
    };
    const onContextMenu = (event: MouseEvent) => {
      const subject = selectionAt(event.target instanceof Element ? event.target : null);
      const at = stopAt(event.target);
      const { editable, showing } = now().props;
      // Who only reads may still choose what of the map they see.
      const isOpen = editable || (showing && (subject?.kind === "lane" || subject?.kind === "phase"));
      if (!subject || !at || !isOpen || isField(event.target)) return;
      event.preventDefault();
      at.focus({ preventScroll: true });
      const several = severalAt(now(), subject);
      now().openMenu({ kind: "acts", at, subject, ...(several && { subjects: several }) });
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isField(event.target)) return;
      if (act(place, now(), event, go)) event.preventDefault();
    };
    place.addEventListener("mousedown", onMouseDown);
    place.addEventListener("click", onClick);
    place.addEventListener("contextmenu", onContextMenu);
    document.addEventListener("keydown", onKeyDown);
    return () => {
      place.removeEventListener("mousedown", onMouseDown);
      place.removeEventListener("click", onClick);
      place.removeEventListener("contextmenu", onContextMenu);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [root, now, go]);
  useClipboard(
    now,
    useCallback((aimed) => pastePlace(now(), aimed), [now]),
    words,
  );
}

/** A button that adds says where: something pasted goes there. */
function pastePlace({ props: { journey } }: Desk, aimed: Selection | null): PastePlace {
  const stop = stopAt(document.activeElement);
  const parent = stop?.dataset["parent"];
  if (parent === undefined) return placeBeside(journey, aimed, null);
  const isPhase = journey.phases.some(({ id }) => id === parent);
  const place = placeBeside(journey, { kind: isPhase ? "phase" : "touchpoint", id: parent }, null);
  return { ...place, cell: cellOfAdd(stop) ?? place.cell };
}

/**
 * A click, a tap, or what a screen reader calls one. The first selects a thing, one on what is selected writes it; with
 * Shift it is chosen besides, or no longer.
 */
function press(desk: Desk, target: EventTarget | null, withShift: boolean): void {
  if (!(target instanceof Element)) return;
  const { props, editing, openMenu } = desk;
  const button = target.closest<HTMLElement>("button");
  if (!button) return;
  const { ratingOf, momentOf, add, unfold } = button.dataset;
  const subject = selectionAt(button);
  if (unfold !== undefined) {
    const { showing } = props;
    showing?.change(withPart(showing.choice, "folded", unfold, false));
    desk.focus(unfold);
  } else if (button.matches("[data-acts]")) {
    if (props.selection) openMenu({ kind: "acts", at: button, subject: props.selection });
  } else if (ratingOf !== undefined) {
    openMenu({ kind: "rating", at: button, subject: { kind: "touchpoint", id: ratingOf } });
  } else if (momentOf !== undefined) {
    props.onSelect({ kind: "moment", id: momentOf });
  } else if (add !== undefined) {
    openAdded(desk, button);
  } else if (subject) {
    // Safari gives a pressed button no focus.
    button.focus({ preventScroll: true });
    const isSelected = props.selection?.id === subject.id;
    if (withShift) desk.pick(toggled(desk.picked, subject));
    else if (isSelected && props.editable && subject.kind !== "moment")
      editing.open({ kind: subject.kind, id: subject.id });
    else props.onSelect(subject);
  }
}

function openAdded({ editing, openMenu }: Desk, button: HTMLElement): void {
  const { add, parent = "" } = button.dataset;
  const cell = cellOfAdd(button);
  if (cell) editing.open({ kind: "new-card", ...cell });
  else if (add === "touchpoint") editing.open({ kind: "new-touchpoint", phase: parent });
  else if (add === "phase") editing.open({ kind: "new-phase" });
  else if (add === "lane") openMenu({ kind: "lane-kinds", at: button });
}

function cellOfAdd(stop: HTMLElement | null): { readonly parent: string; readonly lane: string } | undefined {
  const { add, parent, lane } = stop?.dataset ?? {};
  return add === "card" && parent !== undefined && lane !== undefined ? { parent, lane } : undefined;
}

function act(root: HTMLElement, desk: Desk, event: KeyboardEvent, go: Go): boolean {
  const { props } = desk;
  const isHere = !isElsewhere(event.target, root);
  const stop = isHere ? stopAt(document.activeElement) : null;
  // A folded strip is a button: it is pressed.
  if (stop?.dataset["unfold"] !== undefined && (event.key === "Enter" || event.key === " ")) return false;
  const next = stop && go(root, stop, event);
  if (next) {
    goTo(desk, next);
    return true;
  }
  if (stop?.dataset["ratingOf"] && props.editable && rateByKey(desk, stop.dataset["ratingOf"], event.key)) return true;
  const intent = intentOf(event);
  if (intent?.kind === "extend" && stop) return extend(desk, root, stop, event, go);
  if (!intent || (!isHere && !PAGE_WIDE.has(intent.kind))) return false;
  return perform(desk, intent, stop, selectionAt(stop) ?? (stop ? null : props.selection));
}

/** While something is selected, what is told about follows the keyboard. */
function goTo({ props }: Desk, stop: HTMLElement): void {
  show(stop);
  stop.focus({ preventScroll: true });
  const subject = stop.matches("[data-add]") ? null : selectionAt(stop);
  if (props.selection && subject) props.onSelect(subject);
}

function rateByKey({ props }: Desk, touchpoint: string, key: string): boolean {
  const { board, by, run, journey } = props;
  if (key === "Delete" || key === "Backspace") {
    run(unrate(board, by, { touchpoint }));
    return true;
  }
  const rated = touchpointOf(journey, touchpoint);
  const step = key === "+" ? 1 : key === "-" ? -1 : 0;
  if (!rated || step === 0) return false;
  rateByStep(props, rated, step);
  return true;
}

/** What is done to all that are chosen. False when it is not about several. */
function performOnSeveral(desk: Desk, intent: Intent, subject: Selection | null): boolean {
  const chosen = severalAt(desk, subject);
  if (!chosen || !desk.props.editable) return false;
  switch (intent.kind) {
    case "remove":
      removeSeveral(desk.props, chosen);
      return true;
    case "move":
      moveSeveral(desk, chosen, intent.direction);
      return true;
    case "duplicate":
      return duplicate(desk, chosen);
    default:
      return false;
  }
}

/** `stop` has the focus; a button that is no thing of the map keeps its own Enter and Space. */
function perform(desk: Desk, intent: Intent, stop: HTMLElement | null, subject: Selection | null): boolean {
  const { props, editing, picked, pick, focus } = desk;
  if (performOnSeveral(desk, intent, subject)) return true;
  switch (intent.kind) {
    case "leave":
      if (picked.length === 0) return false;
      pick([]);
      return true;
    case "all":
      pick(allOf(props.journey));
      return true;
    case "select":
      if (!subject || !isThing(stop)) return false;
      props.onSelect(subject);
      return true;
    case "edit":
      if (!props.editable || !subject || subject.kind === "moment" || !isThing(stop)) return false;
      editing.open({ kind: subject.kind, id: subject.id });
      return true;
  }
  if (!props.editable) return false;
  switch (intent.kind) {
    case "new-card": {
      const cell = cellOfAdd(stop);
      if (cell) editing.open({ kind: "new-card", ...cell });
      else openNewCard(desk, subject ?? props.selection);
      return true;
    }
    case "new-touchpoint":
      openNewTouchpoint(desk, subject ?? props.selection);
      return true;
    case "moment":
      return openMoment(props, subject ?? props.selection);
    case "remove":
      if (!subject || !isThing(stop)) return false;
      removeThing(props, subject);
      return true;
    case "duplicate": {
      const outcome = subject && duplication(props, [subject]);
      const made = outcome && props.run(outcome);
      if (made?.outcome !== "done") return outcome !== null && outcome !== undefined;
      const copy = typeof made.value === "string" ? made.value : [...made.value.touchpoints, ...made.value.cards].at(0);
      if (copy !== undefined) focus(copy);
      return true;
    }
    case "move": {
      const outcome = subject && movement(props, subject, intent.direction);
      if (outcome) props.run<unknown>(outcome);
      if (subject && outcome) focus(subject.id);
      return subject !== null;
    }
    default:
      return false;
  }
}

function isThing(stop: HTMLElement | null): boolean {
  return stop !== null && selectionAt(stop)?.id === stop.dataset["stop"];
}
