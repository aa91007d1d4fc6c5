/** What stands beside the map: changes that were set aside, and the private notes. Here the one meets the other. */
import type { ProposedChange } from "@sameside/model";
import { useMemo } from "react";
import { cardFromNote } from "./app/cardFromNote.ts";
import { AsideLines } from "./aside/AsideLines.tsx";
import { noteText } from "./aside/changeLine.ts";
import { PreparedNotes } from "./before/notes/PreparedNotes.tsx";
import type { BesideProps } from "./board/slots.ts";
import { useUnhurried } from "./live/unhurried.ts";
import { NotesPanel } from "./notebook/NotesPanel.tsx";
import { notebook } from "./notes.ts";
import { useWords } from "./words/words.ts";

export function Lines({ live, plan, journey, run, editable, nameOf, tell }: BesideProps) {
  const words = useWords();
  const copyToNotes = async (changes: readonly ProposedChange[]) => {
    const notes = changes.map((change) => ({
      workshop: live.workshop,
      text: noteText(change, words),
      ...(change.touchpoint === undefined ? {} : { place: change.touchpoint }),
    }));
    // The one written last stands first: so they stand in the order of the list.
    await notebook.write(notes.toReversed());
  };
  return (
    <>
      <AsideLines live={live} run={run} editable={editable} nameOf={nameOf} tell={tell} onCopyToNotes={copyToNotes} />
      {plan && journey ? <PreparedNotes {...{ live, plan, journey, run, editable, nameOf, tell }} /> : null}
    </>
  );
}

export function Notes({
  live,
  journey,
  selection,
  run,
  editable,
  tell,
  onClose,
}: BesideProps & { readonly onClose: () => void }) {
  const words = useWords();
  const view = useUnhurried(live.view);
  const touchpoints = useMemo(
    () => view.journeys.flatMap(({ phases }) => phases).flatMap((phase) => phase.touchpoints),
    [view],
  );
  const titleOf = (place: string) => touchpoints.find(({ id }) => id === place)?.title;
  const selected = touchpoints.find(
    ({ id, cardsByLane }) =>
      id === selection?.id ||
      Object.values(cardsByLane).some((cards) => cards.some((card) => card.id === selection?.id)),
  );
  return (
    <NotesPanel
      notebook={notebook}
      workshop={live.workshop}
      selected={selected}
      titleOf={titleOf}
      onMakeCard={
        editable && journey
          ? (note) => {
              const made = cardFromNote(live, journey, note);
              if (!made) tell({ tone: "problem", text: words.notebook.noPlace });
              return made !== undefined && run(made).outcome === "done";
            }
          : undefined
      }
      tell={tell}
      onClose={onClose}
    />
  );
}
