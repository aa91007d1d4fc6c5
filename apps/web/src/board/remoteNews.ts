/** Says in a few words what others changed, for people who do not see the map. */
import type { BoardView } from "@sameside/model";
import { useEffect, useRef } from "react";
import { useWords } from "../words/words.ts";
import { cardsOf } from "./findOnBoard.ts";
import type { Commands } from "./runCommands.ts";

/** News come in bursts while a table works; one sentence in this time is enough (ms). */
const QUIET_MS = 4000;

export function useRemoteNews(view: BoardView, commands: Commands): void {
  const words = useWords().board.news;
  const before = useRef(view);
  const saidAt = useRef(0);
  const { say, takeOwnChange } = commands;
  useEffect(() => {
    if (before.current === view) return;
    const had = countCards(before.current);
    const has = countCards(view);
    before.current = view;
    if (takeOwnChange()) return;
    if (Date.now() - saidAt.current < QUIET_MS) return;
    saidAt.current = Date.now();
    if (has > had) say(words.cardsArrived(has - had));
    else if (has < had) say(words.cardsGone(had - has));
    else say(words.changed);
  }, [view, words, say, takeOwnChange]);
}

function countCards(view: BoardView): number {
  return view.journeys.reduce((sum, journey) => sum + cardsOf(journey).length, 0);
}
