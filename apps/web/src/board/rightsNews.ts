/** What this person may do on the board, and the sentences when that changes. */
import { RIGHTS_BEFORE_STEPS, rightIn, type SeatRole } from "@sameside/protocol";
import { useEffect, useRef } from "react";
import type { KnownWorkshop, ReplicaStatus } from "../live/device.ts";
import type { Place } from "../live/ownPlace.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";

/** `closed`: who usually writes may only read in this step. `reader`: the seat is for looking on. */
export type Writing = "open" | "closed" | "reader";

export function writingOn(known: KnownWorkshop, place: Place, status: Pick<ReplicaStatus, "right">): Writing {
  if (status.right === "write" && known.right === "write") return "open";
  const room = { workshop: known.id, kind: "board", group: known.group } as const;
  const isWriter = rightIn(place, room, RIGHTS_BEFORE_STEPS) === "write";
  // Before there were seats, a workshop was joined with a right alone.
  return isWriter && known.seat ? "closed" : "reader";
}

/** `shut` says itself why, in the map's place. */
export function useRightsNews(writing: Writing | "shut", role: SeatRole, tell: Tell): void {
  const words = useWords();
  const before = useRef({ writing, role });
  useEffect(() => {
    const last = before.current;
    before.current = { writing, role };
    if (last.role !== role) tell({ tone: "news", text: words.board.rights.role(words.journey.roles[role]) });
    if (last.writing !== writing && writing !== "shut")
      tell({ tone: "news", about: "writing", text: words.board.rights[writing] });
  }, [writing, role, tell, words]);
}
