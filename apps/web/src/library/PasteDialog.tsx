/** Takes lines, or a table copied from a spreadsheet, instead of a file. */
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly onRead: (text: string) => void;
  readonly onClose: () => void;
}

export function PasteDialog({ onRead, onClose }: Props) {
  const words = useWords();
  const say = words.library.pasteDialog;
  const [text, setText] = useState("");
  return (
    <Dialog
      title={say.title}
      closeLabel={words.app.close}
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button look="primary" isDisabled={!text.trim()} onPress={() => onRead(text)}>
            {say.go}
          </Button>
        </>
      }
    >
      <TextField
        label={say.label}
        hint={say.hint}
        placeholder={say.placeholder}
        value={text}
        onChange={setText}
        rows={9}
        autoFocus
      />
    </Dialog>
  );
}
