/** Typing in the table and in the outline, right where the words will stand. */
import type { LaneKind } from "@sameside/model";
import { useLayoutEffect, useRef } from "react";
import { DRAFT_ID } from "../journey/editing.ts";
import { useGuide } from "../journey/LaneGuide.tsx";
import { linesOf, pasteInto } from "../journey/paste.ts";
import { useWords } from "../words/words.ts";
import { useDesk } from "./desk.ts";
import { show } from "./useKeptFocus.ts";

interface Props {
  readonly what: "card" | "touchpoint" | "phase" | "lane";
  /** The thing's id; what does not exist yet has the id of a draft. */
  readonly id: string;
  readonly text: string;
  readonly className?: string;
  /** Of a card: the kind of its lane. */
  readonly kind?: LaneKind;
  /** More to say about the place, for those who do not see it. */
  readonly note?: string;
}

/** Where the caret was when the field was last seen: others' changes may build it anew elsewhere. */
interface Caret {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}
let lastCaret: Caret | null = null;

export function Editor({ what, id, text, className = "", kind = "free", note }: Props) {
  const say = useWords().canvas;
  const { promptOf } = useGuide();
  const { now, keys } = useDesk();
  const field = useRef<HTMLTextAreaElement>(null);
  const isPlainPaste = useRef(false);
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.focus({ preventScroll: true });
    const caret = lastCaret?.id === id && id !== DRAFT_ID ? lastCaret : undefined;
    // A title is mostly written anew, a card mostly gone on with.
    const end = element.value.length;
    element.setSelectionRange(caret?.from ?? (what === "card" || id === DRAFT_ID ? end : 0), caret?.to ?? end);
    return () => {
      lastCaret = { id, from: element.selectionStart, to: element.selectionEnd };
      // Closed by the person and opened again later it begins as it always does.
      queueMicrotask(() => {
        if (!document.querySelector("[data-editor]")) lastCaret = null;
      });
    };
  }, [id, what]);
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    // It grows with its words.
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight + 2}px`;
    if (text !== null) show(element);
  }, [text]);
  const labels = { card: say.editCard, touchpoint: say.editTouchpoint, phase: say.editPhase, lane: say.editLane };
  const hints = {
    card: promptOf(kind) ?? say.newCardHint,
    touchpoint: promptOf("touchpoint") ?? say.newTouchpointHint,
    phase: say.newPhaseHint,
    lane: "",
  };
  return (
    <textarea
      ref={field}
      data-editor
      className={`table-editor table-editor-${what} ${className}`}
      aria-label={labels[what]}
      aria-description={note}
      placeholder={id === DRAFT_ID ? hints[what] : undefined}
      value={text}
      rows={1}
      onChange={(event) => now().editing.type(event.target.value)}
      onBlur={() => now().leave()}
      onKeyDown={(event) => {
        // While an input method composes, its keys are its own.
        if (event.nativeEvent.isComposing) return;
        isPlainPaste.current = event.shiftKey;
        if (keys(event.nativeEvent, now())) event.preventDefault();
        event.stopPropagation();
      }}
      onPaste={(event) => {
        const desk = now();
        const target = desk.editing.editing?.target;
        const pasted = event.clipboardData.getData("text/plain");
        // Each line becomes a card, as on the map; with Ctrl+Shift+V they stay the words of one.
        if (target?.kind !== "new-card" || isPlainPaste.current || linesOf(pasted).length < 2) return;
        event.preventDefault();
        desk.editing.finish();
        pasteInto(desk.props, target, pasted, desk.focus);
      }}
    />
  );
}
