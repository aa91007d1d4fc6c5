/** One note in the list. */
import type { Note } from "@sameside/replica";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly note: Note;
  /** The title of what it is about, where that is on the map. */
  readonly about: string | undefined;
  /** Resolves with whether it was kept. */
  readonly onReword: (text: string) => Promise<boolean>;
  readonly onRemove: () => void;
  readonly onAsk: () => void;
  readonly onMakeCard: (() => void) | undefined;
}

export function NoteItem({ note, about, onReword, onRemove, onAsk, onMakeCard }: Props) {
  const words = useWords();
  const say = words.notebook;
  const [draft, setDraft] = useState<string | null>(null);
  if (draft !== null) {
    const save = async () => {
      const text = draft.trim();
      if (text === "" || text === note.text || (await onReword(text))) setDraft(null);
    };
    return (
      <li className="notebook-note">
        <TextField
          label={say.text}
          hideLabel
          value={draft}
          onChange={setDraft}
          onKeyDown={({ key, ctrlKey, metaKey }) => {
            if (key === "Enter" && (ctrlKey || metaKey)) void save();
            if (key === "Escape") setDraft(null);
          }}
          rows={4}
          serif
          autoFocus
        />
        <div className="notebook-row">
          <Button look="primary" onPress={save}>
            {say.save}
          </Button>
          <Button onPress={() => setDraft(null)}>{words.app.cancel}</Button>
        </div>
      </li>
    );
  }
  return (
    <li className="notebook-note" data-content-of="note">
      {about === undefined ? null : <span className="ui-chip notebook-place">{about}</span>}
      <p className="notebook-words">{note.text}</p>
      <div className="notebook-row">
        <Button look="quiet" onPress={() => setDraft(note.text)}>
          {say.edit}
        </Button>
        <Button look="quiet" onPress={onAsk}>
          {words.listen.share.ask}
        </Button>
        {onMakeCard ? (
          <Button look="quiet" onPress={onMakeCard}>
            {say.makeCard}
          </Button>
        ) : null}
        <Button look="quiet" onPress={onRemove}>
          {say.remove}
        </Button>
      </div>
    </li>
  );
}
