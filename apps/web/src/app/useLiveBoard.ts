/**
 * The board of a page: opened with it, put away with it, and opened anew when the relay has not taken what was written
 * here: then what was written is set aside, and the board is again what the table has.
 */
import type { KnownWorkshop } from "@sameside/replica";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { Boards, Newcomer } from "./openBoards.ts";

/** `opened` counts the times that it was opened. */
interface OpenedBoard {
  readonly board: LiveBoard;
  readonly opened: number;
}

interface LiveOrBroken {
  /** `null` while it is being opened. */
  readonly live: OpenedBoard | null;
  /** Why it cannot be; `null` when it can. */
  readonly broken: unknown;
}

export function useLiveBoard(boards: Boards, known: KnownWorkshop, you: Newcomer): LiveOrBroken {
  const [shown, setShown] = useState<LiveOrBroken>({ live: null, broken: null });
  const first = useRef({ known, you });
  const latest = useRef(known);
  useEffect(() => {
    latest.current = known;
  }, [known]);
  useEffect(() => {
    const { known: asFound, you: newcomer } = first.current;
    let opened = 0;
    let isGone = false;
    let stopWatching = () => {};
    let opening = boards.open(asFound, newcomer);
    opening.then((board) => {
      if (newcomer.name !== undefined) board.takeName(newcomer.name).catch(fail);
      show(board);
    }, fail);
    return () => {
      isGone = true;
      stopWatching();
      opening.then(boards.close, () => undefined);
    };

    function show(board: LiveBoard): void {
      if (isGone) return;
      opened += 1;
      setShown({ live: { board, opened }, broken: null });
      stopWatching = whenRefused(board, () => openAnew(board));
    }

    function openAnew(board: LiveBoard): void {
      stopWatching();
      // The page goes first: a field that is being typed in writes its words when it is left, and they are set aside, too.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      flushSync(() => setShown({ live: null, broken: null }));
      opening = boards.setAside(board).then(
        () => boards.open(latest.current, newcomer),
        (error: unknown) => {
          // It is still open, and holds everything: once the disk takes it again, the next attempt comes.
          console.warn("What the relay has not taken could not be set aside yet", error);
          return board;
        },
      );
      opening.then(show, fail);
    }

    function fail(error: unknown): void {
      setShown((now) => ({ ...now, broken: error }));
    }
  }, [boards]);
  return shown;
}

/** `refused` runs once, when own changes were refused and this device's disk has all of them. Returns the way to stop. */
function whenRefused({ status }: LiveBoard, refused: () => void): () => void {
  const look = () => {
    const { refused: isRefused, disk } = status.get();
    if (!isRefused || disk !== "kept") return;
    stop();
    refused();
  };
  const stop = status.subscribe(look);
  // Not inside the setting up: it may be refused already.
  queueMicrotask(look);
  return stop;
}
