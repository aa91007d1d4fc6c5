/** The first screen before the map: what this is, a name for today, and on which side one usually sits. */
import type { Role } from "@sameside/model";
import { limits } from "@sameside/protocol";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import "./join.css";

type JoinerRole = Extract<Role, "customer" | "colleague">;

export interface You {
  readonly name: string;
  readonly role: JoinerRole;
}

interface Props {
  readonly lead: string;
  readonly firstName: string;
  /** The code is this person's own; whoever they are is known. */
  readonly isKnown?: boolean;
  /** `false` where the invite says already what one is. */
  readonly asksRole: boolean;
  /** `true` where a second screen follows. */
  readonly isFirst: boolean;
  /** What the button says. */
  readonly go: string;
  readonly isBusy?: boolean;
  /** Why it did not work the last time. */
  readonly problem?: string | undefined;
  readonly onDone: (you: You) => void;
}

export function YouScreen(props: Props) {
  const { lead, firstName, isKnown = false, asksRole, isFirst, go, isBusy = false, problem, onDone } = props;
  const words = useWords();
  const { you, join: say } = words.app;
  const [name, setName] = useState(firstName);
  const [role, setRole] = useState<JoinerRole>("customer");
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    document.title = words.app.titleJoin;
  }, [words]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() && !isBusy) onDone({ name: name.trim(), role });
  };
  return (
    <main className="join">
      <header className="join-head">
        {isFirst ? <p className="join-step">{words.joining.step(1)}</p> : null}
        <h1>{say.title}</h1>
        <p>{isKnown && firstName !== "" ? words.joining.known(firstName) : lead}</p>
      </header>
      <form className="join-form" onSubmit={submit}>
        <TextField
          label={you.name}
          hint={you.nameHint}
          value={name}
          onChange={setName}
          maxLength={limits.MAX_NAME_LENGTH}
          error={asked && !name.trim() ? you.nameNeeded : undefined}
          autoFocus
        />
        {asksRole ? (
          <Choice
            label={you.role}
            look="list"
            value={role}
            onChange={setRole}
            options={(["customer", "colleague"] as const).map((value) => ({ value, ...you.roles[value] }))}
          />
        ) : null}
        <footer className="join-foot">
          {problem === undefined ? null : (
            <p className="join-problem" role="alert">
              {problem}
            </p>
          )}
          <Button look="primary" type="submit" isDisabled={isBusy}>
            {isBusy ? say.going : go}
          </Button>
        </footer>
      </form>
    </main>
  );
}
