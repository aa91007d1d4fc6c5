/** The notes that were prepared for a table, and where on its map they hang. */
import { type PreparationNoteView, preparedEvidenceId } from "@sameside/model";
import { parseRoom } from "@sameside/protocol";
import { useMemo } from "react";
import type { LiveBoard } from "../../live/liveBoard.ts";
import type { LivePlan } from "../../live/livePlan.ts";
import { useStore } from "../../live/store.ts";
import { useUnhurried } from "../../live/unhurried.ts";
import { notesOfTable } from "./tableNotes.ts";

interface TableNotes {
  readonly notes: readonly PreparationNoteView[];
  /** The card or touchpoint that a note hangs on; absent for one in the tray. */
  readonly placeByNote: ReadonlyMap<string, string>;
}

export function useTableNotes(live: LiveBoard, plan: LivePlan): TableNotes {
  const view = useStore(plan.view);
  const notes = useMemo(() => notesOfTable(view, tableOf(live.room)), [view, live]);
  return { notes, placeByNote: usePlaces(live, notes) };
}

/** The table whose board a room holds. */
function tableOf(room: string): string {
  const address = parseRoom(room);
  return address?.kind === "board" ? address.group : "";
}

function usePlaces(live: LiveBoard, notes: readonly PreparationNoteView[]): ReadonlyMap<string, string> {
  const view = useUnhurried(live.view);
  return useMemo(() => {
    // A large map is looked through for nothing else.
    if (notes.length === 0) return new Map();
    const noteByEvidence = new Map(notes.map(({ id }) => [preparedEvidenceId(id), id]));
    const things = view.journeys
      .flatMap(({ phases }) => phases)
      .flatMap((phase) => [phase, ...phase.touchpoints])
      .flatMap((holder) => [...("evidence" in holder ? [holder] : []), ...Object.values(holder.cardsByLane).flat()]);
    return new Map(
      things.flatMap(({ id, evidence }) =>
        evidence.flatMap((each) => {
          const note = noteByEvidence.get(each.id);
          return note === undefined ? [] : [[note, id] as const];
        }),
      ),
    );
  }, [view, notes]);
}
