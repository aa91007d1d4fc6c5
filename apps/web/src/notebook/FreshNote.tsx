/** Writes a new note. What is not finished is still there after a reload. */
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { forget, recall, remember } from "../ui/remembered.ts";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  /** Under which the unfinished words are kept on this device. */
  readonly draftKey: string;
  readonly rows: number;
  /** What the note will be about; absent when nothing is selected. */
  readonly about: string | undefined;
  /** Resolves with whether it was kept. */
  readonly onKeep: (text: string) => Promise<boolean>;
}

export function FreshNote({ draftKey, rows, about, onKeep }: Props) {
  const say = useWords().notebook;
  const [text, setText] = useState(() => recall(draftKey) ?? "");
  const change = (next: string) => {
    setText(next);
    if (next === "") forget(draftKey);
    else remember(draftKey, next);
  };
  const keep = async () => {
    const written = text.trim();
    if (written !== "" && (await onKeep(written))) change("");
  };
  return (
    <div className="notebook-fresh">
      <TextField
        label={say.fresh}
        placeholder={say.placeholder}
        value={text}
        onChange={change}
        onKeyDown={({ key, ctrlKey, metaKey }) => {
          if (key === "Enter" && (ctrlKey || metaKey)) void keep();
        }}
        rows={rows}
        serif
        autoFocus
      />
      <div className="notebook-row">
        <Button look="primary" isDisabled={text.trim() === ""} onPress={keep}>
          {say.keep}
        </Button>
        <span className="notebook-quiet">{about === undefined ? say.aboutHint : say.about(about)}</span>
      </div>
    </div>
  );
}
