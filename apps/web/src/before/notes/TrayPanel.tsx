/** The tray of a table, beside its map: the notes that were prepared for it, dragged onto the map or put there by a list. */
import {
  type JourneyView,
  type Outcome,
  type PreparationNoteView,
  putPreparationCard,
  putPreparationNote,
} from "@sameside/model";
import { isHelper } from "@sameside/protocol";
import { Check, MapPin } from "lucide-react";
import { useEffect, useRef } from "react";
import { typeName, useCustomerTypes } from "../../journey/customerTypes.ts";
import type { LiveBoard } from "../../live/liveBoard.ts";
import type { LivePlan } from "../../live/livePlan.ts";
import { useStore } from "../../live/store.ts";
import { dragOntoMap } from "../../ui/dragOntoMap.ts";
import { Menu, type MenuGroup } from "../../ui/Menu.tsx";
import { SideGrip } from "../../ui/SideGrip.tsx";
import { SidePanel } from "../../ui/SidePanel.tsx";
import type { Tell } from "../../ui/Toast.tsx";
import { useWords } from "../../words/words.ts";
import "./notes.css";
import { useTableNotes } from "./useTableNotes.ts";

interface Props {
  readonly live: LiveBoard;
  readonly plan: LivePlan;
  readonly journey: JourneyView;
  readonly run: <T>(outcome: Outcome<T>) => Outcome<T>;
  readonly editable: boolean;
  readonly nameOf: (person: string) => string;
  readonly tell: Tell;
  readonly onClose: () => void;
}

export function TrayPanel({ live, plan, editable, onClose, ...props }: Props) {
  const say = useWords().before.tray;
  const seat = useStore(live.seat);
  const { notes, placeByNote } = useTableNotes(live, plan);
  const list = useRef<HTMLUListElement>(null);
  // Who has opened it with the keyboard is in it.
  useEffect(() => list.current?.querySelector("button")?.focus(), []);
  if (!isHelper(seat) || !editable) return null;
  return (
    <SidePanel title={say.title} closeLabel={say.close} onClose={onClose}>
      <p className="ui-side-quiet">{notes.every(({ id }) => placeByNote.has(id)) ? say.none : say.lead}</p>
      <ul ref={list} className="before-tray" aria-label={say.title}>
        {notes.map((note) => (
          <TrayNote key={note.id} {...props} {...{ live, note }} isOnMap={placeByNote.has(note.id)} />
        ))}
      </ul>
    </SidePanel>
  );
}

interface NoteProps extends Omit<Props, "plan" | "editable" | "onClose"> {
  readonly note: PreparationNoteView;
  readonly isOnMap: boolean;
}

function TrayNote({ live, journey, run, nameOf, tell, note, isOnMap }: NoteProps) {
  const words = useWords();
  const say = words.before.tray;
  const types = useCustomerTypes();
  const { kind, id: about } = note.about;
  const who = kind === "person" ? nameOf(about) : typeName(about, types, words);
  const origin = [words.before.notes.grades[note.grade], note.source, say.about(who)];
  const put = (subject: string) => {
    if (run(putPreparationNote(live.board, live.by, { note, subject })).outcome === "done")
      tell({ tone: "news", text: say.done(titleIn(journey, subject) || words.journey.untitled) });
  };
  const putCard = (phase: JourneyView["phases"][number], lane: JourneyView["lanes"][number]) => {
    const cell = { parent: phase.id, lane: lane.id };
    if (run(putPreparationCard(live.board, live.by, { note, ...cell })).outcome === "done")
      tell({ tone: "news", text: say.cardDone(lane.name, phase.title || words.journey.untitled) });
  };
  const lanes = journey.lanes.filter((lane) => lane.kind !== "touchpoint" && lane.kind !== "feeling");
  /** Phase by phase: what it may hang on, and the lanes in which it may stand as a card. */
  const ways = (): readonly MenuGroup[] =>
    journey.phases.map((phase) => ({
      id: phase.id,
      label: phase.title || words.journey.untitled,
      actions: [
        ...phase.touchpoints.map(({ id, title }) => ({
          ...{ id, label: say.onto(title || words.journey.untitled), act: () => put(id) },
        })),
        ...lanes.map((lane, at) => ({
          ...{ id: lane.id, label: say.asCard(lane.name), parted: at === 0 && phase.touchpoints.length > 0 },
          act: () => putCard(phase, lane),
        })),
      ],
    }));
  return (
    <li
      data-note-id={note.id}
      data-grade={note.grade}
      draggable={!isOnMap}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", note.text);
        event.dataTransfer.effectAllowed = "copy";
        dragOntoMap(event.currentTarget, put);
      }}
    >
      <p className="before-tray-text">{note.text}</p>
      <p className="before-tray-origin">{origin.filter((part) => part !== "").join(" · ")}</p>
      <div className="before-tray-ways">
        {isOnMap ? (
          <span className="ui-chip">
            <Check size={14} aria-hidden />
            {say.onMap}
          </span>
        ) : (
          <>
            <Menu label={say.putAt(note.text)} look="plain" actions={ways}>
              <MapPin size={15} aria-hidden />
              {say.put}
            </Menu>
            <SideGrip onLand={put} />
          </>
        )}
      </div>
    </li>
  );
}

/** What a touchpoint is called, or the words of a card; "" where it has none. */
function titleIn({ phases }: JourneyView, id: string): string {
  const touchpoints = phases.flatMap((phase) => phase.touchpoints);
  const cards = [...phases, ...touchpoints].flatMap(({ cardsByLane }) => Object.values(cardsByLane).flat());
  return touchpoints.find((each) => each.id === id)?.title ?? cards.find((each) => each.id === id)?.text ?? "";
}
