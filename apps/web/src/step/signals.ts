/** What people say of themselves while a step goes on: that they are done with it, that they need help. */
import { checkAnswer } from "@sameside/model";
import { useMemo } from "react";
import type { LiveDay } from "../live/liveDay.ts";
import { useStore } from "../live/store.ts";
import type { Tell } from "../ui/Toast.tsx";

const NOTHING_BEFORE = { items: [] };

/** Who has said that they are done with this step. */
export function useDone(live: LiveDay, step: string): ReadonlySet<string> {
  return useSaid(live, "done", step);
}

/** Who has opened the page of this step; for who helps. */
export function useSeen(live: LiveDay, step: string): ReadonlySet<string> {
  return useSaid(live, "seen", step);
}

function useSaid(live: LiveDay, topic: "done" | "seen", step: string): ReadonlySet<string> {
  const rows = useStore(live.rows(topic));
  return useMemo(() => {
    const said = rows.filter(({ item, value }) => {
      // A row may come from any peer.
      const checked = checkAnswer(topic, item, value, NOTHING_BEFORE);
      return item === step && checked.ok && checked.value === true;
    });
    return new Set(said.map(({ person }) => person));
  }, [rows, topic, step]);
}

export interface OwnSignals {
  readonly isDone: boolean;
  readonly asksForHelp: boolean;
  readonly setDone: (isDone: boolean) => void;
  readonly setHelp: (asks: boolean) => void;
}

export function useOwnSignals(live: LiveDay, step: string, tell: Tell): OwnSignals {
  const { person } = useStore(live.seat);
  const done = useDone(live, step);
  const help = useStore(live.rows("help")).find((row) => row.person === person);
  const asks = help && checkAnswer("help", help.item, help.value, NOTHING_BEFORE);
  const failed = (error: unknown) => tell({ tone: "problem", text: String(error) });
  return {
    isDone: done.has(person),
    asksForHelp: asks?.ok === true && asks.value?.asking === true,
    setDone: (isDone) => void answerStep(live, "done", step, isDone).catch(failed),
    setHelp(asking) {
      live.answer({ topic: "help", person, item: "now", value: asking ? { asking } : null }).catch(failed);
    },
  };
}

/** Rejects when this device cannot store it. */
export function answerStep(live: LiveDay, topic: "done" | "seen", step: string, isSo = true): Promise<void> {
  return live.answer({ topic, person: live.seat.get().person, item: step, value: isSo ? true : null });
}
