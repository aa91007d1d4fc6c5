/** What people say of themselves while a step goes on: that they are done with it, that they need help. */
import { checkAnswer } from "@sameside/model";
import { useMemo } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useStore } from "../live/store.ts";
import type { Tell } from "../ui/Toast.tsx";

const NOTHING_BEFORE = { items: [] };

/** Who has said that they are done with this step. */
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
  const put = (answer: Parameters<LiveBoard["answer"]>[0]) => {
    live.answer(answer).catch((error: unknown) => tell({ tone: "problem", text: String(error) }));
  };
  return {
    isDone: done.has(person),
    asksForHelp: asks?.ok === true && asks.value?.asking === true,
    setDone: (isDone) => put({ topic: "done", person, item: step, value: isDone ? true : null }),
    setHelp: (asking) => put({ topic: "help", person, item: "now", value: asking ? { asking } : null }),
  };
}
