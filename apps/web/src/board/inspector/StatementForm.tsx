/** A claim or an account as it is said: the words, and what shows it. What was begun is kept on this device. */
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { forget, recall, remember } from "../../ui/remembered.ts";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words/words.ts";

interface Said {
  readonly text: string;
  readonly exhibit: string;
}

interface Props {
  readonly label: string;
  readonly placeholder: string;
  /** Under which what was begun is kept. */
  readonly draftKey: string;
  readonly first?: Said;
  /** `false` when it was not taken: the words stay in the form. */
  readonly onSay: (said: Said) => boolean;
  readonly onClose: () => void;
}

export function StatementForm({ label, placeholder, draftKey, first, onSay, onClose }: Props) {
  const say = useWords().backing;
  const key = `statement-draft.${draftKey}`;
  const [text, setText] = useState(() => recall(key) ?? first?.text ?? "");
  const [exhibit, setExhibit] = useState(first?.exhibit ?? "");
  const close = () => {
    forget(key);
    onClose();
  };
  const send = () => {
    if (text.trim() !== "" && onSay({ text: text.trim(), exhibit: exhibit.trim() })) close();
  };
  const onKeyDown = (event: { key: string; ctrlKey: boolean; metaKey: boolean }) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
  };
  return (
    <div className="board-comment-form">
      <TextField
        label={label}
        placeholder={placeholder}
        value={text}
        onChange={(typed) => {
          setText(typed);
          if (typed === "") forget(key);
          else remember(key, typed);
        }}
        onKeyDown={onKeyDown}
        rows={2}
        serif
        autoFocus
      />
      <TextField
        label={say.exhibit}
        placeholder={say.exhibitPlaceholder}
        value={exhibit}
        onChange={setExhibit}
        onKeyDown={onKeyDown}
      />
      <div className="board-row">
        <Button look="primary" isDisabled={text.trim() === ""} onPress={send}>
          {first ? say.keep : say.say}
        </Button>
        <Button onPress={close}>{say.cancel}</Button>
      </div>
    </div>
  );
}
