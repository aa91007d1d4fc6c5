/** What people say of themselves while a step goes on: that they are done with it, that they need help. */
import { checkAnswer } from "@sameside/model";
import { useMemo } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useStore } from "../live/store.ts";
import type { Tell } from "../ui/Toast.tsx";

const NOTHING_BEFORE = { items: [] };

/** Says that somebody has the page of a step before them. */
export function seenItem(step: string): string {
  return `seen-${step}`;
}

/** Who has said that they are done with this step, or with another item of the topic. */
export function useDone(live: LiveBoard, step: string): ReadonlySet<string> {
  const rows = useStore(live.rows("done"));
  return useMemo(() => {
    const own = rows.filter(({ item }) => item === step);
    // A row may come from any peer.
    const said = own.filter(({ item, value }) => {
      const checked = checkAnswer("done", item, value, NOTHING_BEFORE);
      return checked.ok && checked.value === true;
    });
    return new Set(said.map(({ person }) => person));
  }, [rows, step]);
}

export interface OwnSignals {
  readonly isDone: boolean;
  readonly asksForHelp: boolean;
  readonly setDone: (isDone: boolean) => void;
  readonly setHelp: (asks: boolean) => void;
}

export function useOwnSignals(live: LiveBoard, step: string, tell: Tell): OwnSignals {
  const { person } = useStore(live.seat);
  const done = useDone(live, step);
  const help = useStore(live.rows("help")).find((row) => row.person === person);
  const asks = help && checkAnswer("help", help.item, help.value, NOTHING_BEFORE);
  const failed = (error: unknown) => tell({ tone: "problem", text: String(error) });
  return {
    isDone: done.has(person),
    asksForHelp: asks?.ok === true && asks.value?.asking === true,
    setDone: (isDone) => void sayDone(live, step, isDone).catch(failed),
    setHelp(asking) {
      live.answer({ topic: "help", person, item: "now", value: asking ? { asking } : null }).catch(failed);
    },
  };
}

/** Rejects when this device cannot store it. */
export function sayDone(live: LiveBoard, item: string, isDone: boolean): Promise<void> {
  return live.answer({ topic: "done", person: live.seat.get().person, item, value: isDone ? true : null });
}
