/** The private notes beside the map: to write, to change, to remove and bring back. Only "ask this" and "make a card" show one to others. */
import type { Note, Notebook } from "@sameside/replica";
import { EyeOff } from "lucide-react";
import type { ReactNode } from "react";
import { SidePanel } from "../ui/SidePanel.tsx";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { FreshNote } from "./FreshNote.tsx";
import "./notebook.css";
import { NoteItem } from "./NoteItem.tsx";
import { useNotes } from "./useNotes.ts";

interface Place {
  /** A touchpoint's id. */
  readonly id: string;
  readonly title: string;
}

interface Props {
  readonly notebook: Notebook;
  readonly workshop: string;
  /** What is selected on the map, as far as a note can be about it. */
  readonly selected: Place | undefined;
  /** `undefined` for a place that is not on the map. */
  readonly titleOf: (place: string) => string | undefined;
  /** Makes a card of the note for everybody to read; answers whether it was made. Absent where nobody may write. */
  readonly onMakeCard: ((note: Note) => Promise<boolean>) | undefined;
  /** Makes a question of the note, after its person has looked at it once more. */
  readonly onAsk: (note: Note) => void;
  /** There is nothing else to do than to read and to write notes. */
  readonly isListening: boolean;
  /** Above and below the notes. */
  readonly lead?: ReactNode;
  readonly foot?: ReactNode;
  readonly tell: Tell;
  readonly onClose: () => void;
}

export function NotesPanel(props: Props) {
  const { notebook, workshop, selected, titleOf, onMakeCard, onAsk, isListening, lead, foot, tell, onClose } = props;
  const say = useWords().notebook;
  const notes = useNotes(notebook, workshop);
  const orTell = async (work: Promise<unknown>): Promise<boolean> => {
    try {
      await work;
      return true;
    } catch (error) {
      console.warn("A note was not kept", error);
      tell({ tone: "problem", text: say.notKept });
      return false;
    }
  };
  const bringBack = (note: Note) => ({ label: say.bringBack, act: () => void orTell(notebook.put(note)) });
  const remove = async (note: Note) => {
    if (await orTell(notebook.remove(note.id))) tell({ tone: "news", text: say.removed, action: bringBack(note) });
  };
  const makeCard = async (note: Note) => {
    if (!(await onMakeCard?.(note))) return;
    const keepNote = { label: say.keepNoteToo, act: bringBack(note).act };
    if (await orTell(notebook.remove(note.id))) tell({ tone: "news", text: say.becameCard, action: keepNote });
  };
  return (
    <SidePanel title={say.title} closeLabel={say.close} onClose={onClose} isWide={isListening}>
      {lead}
      <p className="notebook-private">
        <EyeOff size={16} aria-hidden />
        {say.private}
      </p>
      <FreshNote
        draftKey={`note-draft.${workshop}`}
        rows={isListening ? 7 : 3}
        about={selected?.title}
        onKeep={(text) => orTell(notebook.write([{ workshop, text, ...(selected ? { place: selected.id } : {}) }]))}
      />
      {notes === null ? <p role="alert">{say.notRead}</p> : null}
      {notes?.length === 0 ? <p className="notebook-quiet">{say.empty}</p> : null}
      {notes && notes.length > 0 ? (
        <ul className="notebook-list" aria-label={say.list}>
          {notes.map((note) => (
            <NoteItem
              key={note.id}
              note={note}
              about={note.place === undefined ? undefined : titleOf(note.place)}
              onReword={(text) => orTell(notebook.put({ ...note, text }))}
              onRemove={() => void remove(note)}
              onAsk={() => onAsk(note)}
              onMakeCard={onMakeCard && (() => void makeCard(note))}
            />
          ))}
        </ul>
      ) : null}
      {foot}
    </SidePanel>
  );
}
