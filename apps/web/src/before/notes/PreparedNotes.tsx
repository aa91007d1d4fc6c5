/** The tray of a table: the notes that were prepared for it, from which one is put on the map. */
import {
  type JourneyView,
  type Outcome,
  type PreparationNoteView,
  preparedEvidenceId,
  putPreparationCard,
  putPreparationNote,
} from "@sameside/model";
import { isHelper, parseRoom } from "@sameside/protocol";
import { BookOpen, Check, MapPin } from "lucide-react";
import { useMemo, useState } from "react";
import type { LiveBoard } from "../../live/liveBoard.ts";
import type { LivePlan } from "../../live/livePlan.ts";
import { useStore } from "../../live/store.ts";
import { useUnhurried } from "../../live/unhurried.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Menu, type MenuGroup } from "../../ui/Menu.tsx";
import type { Tell } from "../../ui/Toast.tsx";
import { useWords } from "../../words/words.ts";
import { notesOfTable } from "./tableNotes.ts";
import "./notes.css";

interface Props {
  readonly live: LiveBoard;
  readonly plan: LivePlan;
  readonly journey: JourneyView;
  readonly run: <T>(outcome: Outcome<T>) => Outcome<T>;
  readonly editable: boolean;
  readonly nameOf: (person: string) => string;
  readonly tell: Tell;
}

/** A line over the map of who helps at the table, as long as a note of it is not on the map. */
export function PreparedNotes(props: Props) {
  const { live, plan, editable } = props;
  const say = useWords().before.tray;
  const seat = useStore(live.seat);
  const view = useStore(plan.view);
  const [isOpen, setOpen] = useState(false);
  const notes = useMemo(() => notesOfTable(view, tableOf(live.room)), [view, live]);
  const placeByNote = usePlaces(live, notes);
  const waiting = notes.filter(({ id }) => !placeByNote.has(id)).length;
  if (!isHelper(seat) || !editable) return null;
  return (
    <>
      {waiting === 0 ? null : (
        <div className="before-tray-line" role="status">
          <BookOpen size={16} aria-hidden />
          <p>{say.line(waiting)}</p>
          <Button onPress={() => setOpen(true)}>{say.show}</Button>
        </div>
      )}
      {isOpen ? <TrayDialog {...props} notes={notes} placeByNote={placeByNote} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** The table whose board a room holds. */
function tableOf(room: string): string {
  const address = parseRoom(room);
  return address?.kind === "board" ? address.group : "";
}

interface TrayProps extends Props {
  readonly notes: readonly PreparationNoteView[];
  readonly placeByNote: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}

function TrayDialog({ notes, placeByNote, onClose, ...props }: TrayProps) {
  const words = useWords();
  const say = words.before.tray;
  const { live, plan, journey, run, nameOf, tell } = props;
  const { customerTypes } = useStore(plan.view);
  const whoOf = ({ about: { kind, id } }: PreparationNoteView) =>
    kind === "person" ? nameOf(id) : (customerTypes.find((type) => type.id === id)?.name ?? words.before.notes.gone);
  const put = (note: PreparationNoteView, subject: string, title: string) => {
    if (run(putPreparationNote(live.board, live.by, { note, subject })).outcome === "done")
      tell({ tone: "news", text: say.done(title) });
  };
  const putCard = (
    note: PreparationNoteView,
    phase: JourneyView["phases"][number],
    lane: JourneyView["lanes"][number],
  ) => {
    const cell = { parent: phase.id, lane: lane.id };
    if (run(putPreparationCard(live.board, live.by, { note, ...cell })).outcome === "done")
      tell({ tone: "news", text: say.cardDone(lane.name, phase.title || words.journey.untitled) });
  };
  const lanes = journey.lanes.filter(({ kind }) => kind !== "touchpoint" && kind !== "feeling");
  /** Phase by phase: what it may hang on, and the lanes in which it may stand as a card. */
  const waysOf = (note: PreparationNoteView): readonly MenuGroup[] =>
    journey.phases.map((phase) => ({
      id: phase.id,
      label: phase.title || words.journey.untitled,
      actions: [
        ...phase.touchpoints.map(({ id, title }) => {
          const name = title || words.journey.untitled;
          return { id, label: say.onto(name), act: () => put(note, id, name) };
        }),
        ...lanes.map((lane, at) => ({
          ...{ id: lane.id, label: say.asCard(lane.name), parted: at === 0 && phase.touchpoints.length > 0 },
          act: () => putCard(note, phase, lane),
        })),
      ],
    }));
  return (
    <Dialog title={say.title} closeLabel={words.app.close} onClose={onClose} size="wide">
      <p>{say.lead}</p>
      <ul className="before-tray">
        {notes.map((note) => {
          const place = placeByNote.get(note.id);
          const origin = [words.before.notes.grades[note.grade], note.source, say.about(whoOf(note))];
          return (
            <li key={note.id}>
              <p className="before-tray-text">{note.text}</p>
              {place === undefined ? (
                <Menu label={say.putAt(note.text)} look="plain" actions={waysOf(note)}>
                  <MapPin size={15} aria-hidden />
                  {say.put}
                </Menu>
              ) : (
                <span className="ui-chip">
                  <Check size={14} aria-hidden />
                  {say.onMap}
                </span>
              )}
              <p className="before-tray-origin">{origin.filter((part) => part !== "").join(" · ")}</p>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

/** Where each note hangs that is on the map, by the note. */
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
