/**
 * Says in a few words what changed, for people who do not see the map: what they did themselves at once, what others
 * did when they pause, so that a table at work is heard as a sentence now and then.
 */
import type { BoardView } from "@sameside/model";
import { useEffect, useEffectEvent, useRef } from "react";
import { useWords } from "../words/words.ts";
import { changeSentence } from "./changeSentence.ts";
import { type Change, changesBetween } from "./changesBetween.ts";
import type { Commands } from "./runCommands.ts";

/** What others change within this time after the first of it is one piece of news (ms). */
const BATCH_MS = 2500;

/** `onOthers` hears what others changed, when it is told. */
export function useNews(view: BoardView, commands: Commands, onOthers: (changes: readonly Change[]) => void): void {
  const words = useWords();
  const heard = useRef(view);
  const told = useRef(view);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { say, takeOwnChange } = commands;

  const othersSentence = useEffectEvent((until: BoardView) => {
    const changes = changesBetween(told.current, until);
    onOthers(changes);
    return changeSentence(changes, words);
  });
  const tellOthers = useEffectEvent(() => {
    timer.current = undefined;
    const sentence = othersSentence(heard.current);
    told.current = heard.current;
    if (sentence !== "") say(words.changes.others(sentence));
  });
  useEffect(() => {
    const before = heard.current;
    if (before === view) return;
    heard.current = view;
    const own = takeOwnChange();
    if (own === undefined) {
      timer.current ??= setTimeout(tellOthers, BATCH_MS);
      return;
    }
    // What others did until here is told first; the own change is not theirs.
    const others = othersSentence(before);
    clearTimeout(timer.current);
    timer.current = undefined;
    told.current = view;
    const sentence = changeSentence(changesBetween(before, view), words) || (own === "" ? words.board.news.done : "");
    say([others && words.changes.others(others), own, sentence].filter((part) => part !== "").join(" "));
  }, [view, words, say, takeOwnChange]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
