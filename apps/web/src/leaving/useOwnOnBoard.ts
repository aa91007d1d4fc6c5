/** What stands under the name of this device's person, as the board changes. */
import { useMemo } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useStore } from "../live/store.ts";
import { useUnhurried } from "../live/unhurried.ts";
import { type OwnOnBoard, ownOnBoard } from "./ownThings.ts";

export function useOwnOnBoard(live: LiveBoard): OwnOnBoard {
  const { person } = useStore(live.seat);
  const view = useUnhurried(live.view);
  return useMemo(() => ownOnBoard(view, person), [view, person]);
}
