/** The search beside the map: a field, what was found in all maps of the board, and the way from one to the next. */
import type { Found } from "@sameside/insights";
import type { BoardView, Id, JourneyView } from "@sameside/model";
import { ChevronDown, ChevronUp } from "lucide-react";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from "react";
import { TextField as AriaTextField, Input, Label, Text } from "react-aria-components";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useNames } from "../live/people.ts";
import { IconButton } from "../ui/Button.tsx";
import { SideFrame } from "../ui/SidePanel.tsx";
import { useWords } from "../words/words.ts";
import { type CoverOf, FoundList, foundName, placeOf } from "./FoundList.tsx";
import "./finding.css";
import { useFound } from "./useFound.ts";

interface Props {
  readonly live: LiveBoard;
  readonly view: BoardView;
  /** The map that is shown: it is searched first. */
  readonly journey: JourneyView;
  /** What was typed last; kept while the search is closed. */
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Grows each time that somebody asks for the field. */
  readonly asked: number;
  readonly onJump: (found: Found) => void;
  readonly coverOf: CoverOf;
  /** Says something that cannot be seen to a screen reader. */
  readonly onSay: (text: string) => void;
  /** `last`: what the map went to last, which has the keyboard then. */
  readonly onClose: (last: Id | undefined) => void;
}

export function FindPanel({ live, view, journey, query, onQuery, asked, onJump, coverOf, onSay, onClose }: Props) {
  const words = useWords();
  const say = words.finding.search;
  const field = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLElement>(null);
  const { found, at, current, go } = useFound(view, journey.id, query, useNames(live));
  useEffect(() => {
    if (asked === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  const jump = (index: number) => {
    const next = go(index);
    if (!next) return;
    onJump(next.found);
    onSay(say.gone(next.at + 1, found.length, foundName(next.found, words), placeOf(next.found, words)));
  };
  const step = (by: 1 | -1) => jump(at === undefined ? (by > 0 ? 0 : -1) : at + by);
  useStepKeys(step, found.length > 0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      // The map would leave what is chosen.
      event.stopPropagation();
      onClose(current);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (walk(panel.current, event.key === "ArrowDown" ? 1 : -1, field.current)) event.preventDefault();
    }
  };
  const isSearching = query.trim() !== "";
  return (
    <SideFrame
      ref={panel}
      className="finding-panel"
      label={say.title}
      heading={<h2>{say.title}</h2>}
      closeLabel={say.close}
      onClose={() => onClose(current)}
      onKeyDown={onKeyDown}
    >
      <AriaTextField
        className="ui-field finding-field"
        value={query}
        onChange={onQuery}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return event.continuePropagation();
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      >
        <Label className="ui-only-heard">{say.field}</Label>
        <Input ref={field} className="ui-input" type="search" autoComplete="off" placeholder={say.placeholder} />
        <Text slot="description" className="ui-hint">
          {say.hint}
        </Text>
      </AriaTextField>
      <div className="finding-steps">
        <output className="finding-count" aria-live="polite">
          {!isSearching ? "" : at === undefined ? say.count(found.length) : say.at(at + 1, found.length)}
        </output>
        <IconButton
          label={say.previous}
          keys={words.board.keys.findPrevious}
          icon={<ChevronUp size={18} aria-hidden />}
          isDisabled={found.length === 0}
          onPress={() => step(-1)}
        />
        <IconButton
          label={say.next}
          keys={words.board.keys.findNext}
          icon={<ChevronDown size={18} aria-hidden />}
          isDisabled={found.length === 0}
          onPress={() => step(1)}
        />
      </div>
      {isSearching && found.length === 0 ? <p className="finding-nothing">{say.nothing}</p> : null}
      <FoundList
        found={found}
        at={at}
        query={query}
        journeys={view.journeys}
        shown={journey.id}
        coverOf={coverOf}
        onJump={jump}
      />
    </SideFrame>
  );
}

/** F3 and Ctrl+G go on wherever the keyboard is, as in a browser's own search. */
function useStepKeys(step: (by: 1 | -1) => void, enabled: boolean): void {
  const go = useEffectEvent(step);
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: globalThis.KeyboardEvent) => {
      const isG = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "g";
      if (event.key !== "F3" && !isG) return;
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [enabled]);
}

/** Along the results with the arrow keys, from the field and back to it. */
function walk(panel: HTMLElement | null, by: 1 | -1, field: HTMLElement | null): boolean {
  const results: Element[] = [...(panel?.querySelectorAll(".finding-result") ?? [])];
  const active = document.activeElement;
  const index = active ? results.indexOf(active) : -1;
  if (index < 0 && active !== field) return false;
  const next = index + by < 0 ? field : results[index + by];
  if (active === field && by < 0) return false;
  if (next instanceof HTMLElement) next.focus();
  return true;
}
