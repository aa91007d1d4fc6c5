/** The field for a comment. What was begun is kept on this device until it is said or emptied. */
import type { Id } from "@sameside/model";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { forget, recall, remember } from "../../ui/remembered.ts";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words/words.ts";
import { type Mentionable, meantBy, textOfDraft, withName } from "./mentionDraft.ts";

interface Props {
  readonly label: string;
  readonly action: string;
  /** Under which what was begun is kept. */
  readonly draftKey: Id;
  /** With names, not ids. */
  readonly first?: string;
  readonly people: readonly Mentionable[];
  /** `false` when it was not taken: the words stay in the field. */
  readonly onSend: (text: string) => boolean;
  readonly onCancel?: () => void;
  readonly autoFocus?: boolean;
}

export function CommentForm({ label, action, draftKey, first = "", people, onSend, onCancel, autoFocus }: Props) {
  const words = useWords();
  const say = words.comments;
  const key = `comment-draft.${draftKey}`;
  const [draft, setDraft] = useState(() => recall(key) ?? first);
  const change = (text: string) => {
    setDraft(text);
    if (text === "" || text === first) forget(key);
    else remember(key, text);
  };
  const send = () => {
    if (draft.trim() === "" || !onSend(textOfDraft(draft.trim(), people))) return;
    change("");
  };
  const meant = meantBy(draft, people);
  return (
    <div className="board-comment-form">
      <TextField
        label={label}
        placeholder={say.placeholder}
        rows={2}
        value={draft}
        onChange={change}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
        }}
        {...(autoFocus ? { autoFocus } : {})}
      />
      {meant.length > 0 ? (
        <fieldset className="board-row board-comment-names" aria-label={say.mentions}>
          {meant.map((person) => (
            <Button key={person.person} onPress={() => change(withName(draft, person))}>
              {say.mention(person.name)}
            </Button>
          ))}
        </fieldset>
      ) : null}
      <div className="board-row">
        <Button look="primary" isDisabled={draft.trim() === ""} onPress={send}>
          {action}
        </Button>
        {onCancel ? (
          <Button
            onPress={() => {
              forget(key);
              onCancel();
            }}
          >
            {say.cancel}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
