/**
 * What the feeling lanes of a board show: as this device chose, kept for the next visit, and of whom it may be told, as
 * the people of the table answered.
 */
import { type Id, MIN_TALLY_PEOPLE } from "@sameside/model";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { type FeelingChoice, type FeelingView, FeelingViewContext, FIRST_CHOICE } from "../journey/feelingView.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { Place } from "../live/ownPlace.ts";
import { useStore } from "../live/store.ts";
import { recall, remember } from "../ui/remembered.ts";

interface Props {
  readonly live: LiveBoard;
  /** The table whose board this is. */
  readonly group: string;
  readonly children: ReactNode;
}

export function FeelingScope({ live, group, children }: Props) {
  const key = `feeling-view.${live.room}`;
  const [choice, setChoice] = useState(() => choiceFrom(recall(key)));
  const place = useStore(live.seat);
  const fewest = isAtTable(place, group) ? 1 : MIN_TALLY_PEOPLE;
  const rows = useStore(live.rows("showMine"));
  const shownBy = useMemo(() => new Set(rows.flatMap(({ person, value }) => (value === true ? [person] : []))), [rows]);
  const mayShow = useCallback((who: Id) => who === place.person || shownBy.has(who), [place.person, shownBy]);
  const view = useMemo<FeelingView>(
    () => ({
      ...choice,
      fewest,
      mayShow,
      shownBy,
      choose: (next: FeelingChoice) => {
        remember(key, JSON.stringify(next));
        setChoice(next);
      },
      showMine: (isShown) => {
        const answer = { topic: "showMine", person: place.person, item: "feelings", value: isShown } as const;
        live.answer(answer).catch((error: unknown) => console.warn("The answer was not kept", error));
      },
    }),
    [choice, fewest, mayShow, shownBy, key, live, place.person],
  );
  return <FeelingViewContext value={view}>{children}</FeelingViewContext>;
}

/** A screen in the hall and the people of other tables see no feeling of fewer than a few people. */
function isAtTable({ role, table }: Place, group: string): boolean {
  return table === null ? role !== "dais" : table === group;
}

/** What was kept may be of another version, or gone. */
function choiceFrom(kept: string | undefined): FeelingChoice {
  try {
    const { shown, gap } = JSON.parse(kept ?? "{}") as { readonly shown?: unknown; readonly gap?: unknown };
    return { shown: shownFrom(shown), gap: gap === true };
  } catch {
    return FIRST_CHOICE;
  }
}

function shownFrom(shown: unknown): FeelingChoice["shown"] {
  if (shown === "everybody" || shown === "types") return shown;
  if (typeof shown !== "object" || shown === null || !("beside" in shown)) return "sides";
  return typeof shown.beside === "string" ? { beside: shown.beside } : "sides";
}
