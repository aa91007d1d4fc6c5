/** Two short questions before the map: a name for today, and on which side one usually sits. */
import type { Role } from "@sameside/model";
import { limits } from "@sameside/protocol";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";

/** Under this key the name for today is remembered for the next table. */
export const NAME_KEY = "name";

type JoinerRole = Extract<Role, "customer" | "colleague">;

export interface You {
  readonly name: string;
  readonly role: JoinerRole;
}

interface Props {
  readonly lead: string;
  readonly firstName: string;
  /** `false` where the invite says already what one is. */
  readonly asksRole: boolean;
  readonly isBusy?: boolean;
  /** Why it did not work the last time. */
  readonly problem?: string | undefined;
  readonly onDone: (you: You) => void;
}

export function YouForm({ lead, firstName, asksRole, isBusy = false, problem, onDone }: Props) {
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
    if (name.trim() && !isBusy) onDone({ name: name.trim(), role });
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
        {asksRole ? (
          <Choice
            label={words.you.role}
            look="list"
            value={role}
            onChange={setRole}
            options={(["customer", "colleague"] as const).map((value) => ({ value, ...words.you.roles[value] }))}
          />
        ) : null}
        {problem === undefined ? null : (
          <p className="app-problem" role="alert">
            {problem}
          </p>
        )}
        <Button look="primary" type="submit" isDisabled={isBusy}>
          {isBusy ? words.join.going : words.join.go}
        </Button>
      </form>
    </main>
  );
}
