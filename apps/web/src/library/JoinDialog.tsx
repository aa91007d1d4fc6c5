/** Joins by a pasted invite link. */
import { type FormEvent, useId, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  /** `false` when the text is no invite link. */
  readonly onJoin: (link: string) => boolean;
  readonly onClose: () => void;
}

export function JoinDialog({ onJoin, onClose }: Props) {
  const words = useWords();
  const say = words.library.joinDialog;
  const [link, setLink] = useState("");
  const [wrong, setWrong] = useState(false);
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (onJoin(link.trim())) onClose();
    else setWrong(true);
  };
  return (
    <Dialog
      title={say.title}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button look="primary" type="submit" form={form}>
            {say.go}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField
          label={say.link}
          hint={say.hint}
          value={link}
          onChange={(text) => {
            setLink(text);
            setWrong(false);
          }}
          error={wrong ? say.wrong : undefined}
          spellCheck={false}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
