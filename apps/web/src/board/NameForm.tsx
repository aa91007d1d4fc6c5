/** Asks for the name for today. */
import { limits } from "@sameside/protocol";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly firstName: string;
  /** What the button says. */
  readonly action: string;
  readonly onDone: (name: string) => void;
}

export function NameForm({ firstName, action, onDone }: Props) {
  const { you } = useWords().app;
  const [name, setName] = useState(firstName);
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim()) onDone(name.trim());
  };
  return (
    <form className="board-name-form" onSubmit={submit}>
      <TextField
        label={you.name}
        hint={you.nameHint}
        value={name}
        onChange={setName}
        maxLength={limits.MAX_NAME_LENGTH}
        error={asked && !name.trim() ? you.nameNeeded : undefined}
        autoFocus
      />
      <Button look="primary" type="submit">
        {action}
      </Button>
    </form>
  );
}
