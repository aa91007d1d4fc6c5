/** Joins by a pasted invite link, or by a short code that somebody read out. */
import { useState } from "react";
import { Choice } from "../ui/Choice.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  /** `false` when the text is neither link nor code. */
  readonly onJoin: (text: string, isOwn: boolean) => boolean;
  readonly onClose: () => void;
}

export function JoinDialog({ onJoin, onClose }: Props) {
  const words = useWords();
  const say = words.library.joinDialog;
  const [text, setText] = useState("");
  const [kind, setKind] = useState<"invite" | "own">("invite");
  const [wrong, setWrong] = useState(false);
  const submit = () => {
    if (onJoin(text.trim(), kind === "own")) onClose();
    else setWrong(true);
  };
  return (
    <FormDialog
      title={say.title}
      closeLabel={words.app.close}
      cancelLabel={words.app.cancel}
      go={say.go}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={say.link}
        hint={say.hint}
        value={text}
        onChange={(next) => {
          setText(next);
          setWrong(false);
        }}
        error={wrong ? say.wrong : undefined}
        spellCheck={false}
        autoFocus
      />
      <Choice
        label={say.kind}
        look="list"
        value={kind}
        onChange={setKind}
        options={(["invite", "own"] as const).map((value) => ({ value, ...say.kinds[value] }))}
      />
    </FormDialog>
  );
}
