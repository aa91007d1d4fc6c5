/** Two short questions before the map: a name for today, and on which side one usually sits. */
import type { Role } from "@sameside/model";
import { limits } from "@sameside/protocol";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";

export type JoinerRole = Extract<Role, "customer" | "colleague">;

interface Props {
  readonly lead: string;
  readonly firstName: string;
  readonly onDone: (you: { readonly name: string; readonly role: JoinerRole }) => void;
}

export function YouForm({ lead, firstName, onDone }: Props) {
  const words = useWords().app;
  const [name, setName] = useState(firstName);
  const [role, setRole] = useState<JoinerRole>("customer");
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    document.title = words.titleJoin;
  }, [words]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim()) onDone({ name: name.trim(), role });
  };
  return (
    <main className="app-notice">
      <h1>{words.join.title}</h1>
      <p>{lead}</p>
      <form className="app-you" onSubmit={submit}>
        <TextField
          label={words.you.name}
          hint={words.you.nameHint}
          value={name}
          onChange={setName}
          maxLength={limits.MAX_NAME_LENGTH}
          error={asked && !name.trim() ? words.you.nameNeeded : undefined}
          autoFocus
        />
        <Choice
          label={words.you.role}
          look="list"
          value={role}
          onChange={setRole}
          options={(["customer", "colleague"] as const).map((value) => ({ value, ...words.you.roles[value] }))}
        />
        <Button look="primary" type="submit">
          {words.join.go}
        </Button>
      </form>
    </main>
  );
}
