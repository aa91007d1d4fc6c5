/** Between consent and the map, where there are several tables and nobody has said at which one this person sits. */
import type { CustomerTypeView, GroupView } from "@sameside/model";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { useWords } from "../words/words.ts";
import "./join.css";

interface Props {
  readonly groups: readonly GroupView[];
  readonly types: readonly CustomerTypeView[];
  readonly isBusy: boolean;
  /** Why it did not work the last time. */
  readonly problem: string | undefined;
  readonly onSit: (group: string) => void;
  /** Somebody who runs the day will say it. */
  readonly onWait: () => void;
}

export function TableScreen({ groups, types, isBusy, problem, onSit, onWait }: Props) {
  const words = useWords();
  const say = words.joining.table;
  const [table, setTable] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    document.title = words.app.titleJoin;
  }, [words]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (table !== null && !isBusy) onSit(table);
  };
  const told = isAsked && table === null ? say.missing : problem;
  // What a table is of, it says only where the plan lets it be shown.
  const shown = new Map(types.flatMap(({ id, name, isShown }) => (isShown ? [[id, name]] : [])));
  return (
    <main className="join">
      <header className="join-head">
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </header>
      <form className="join-form" onSubmit={submit}>
        <Choice
          label={say.title}
          hideLabel
          look="list"
          value={table}
          onChange={setTable}
          options={groups.map(({ id, name, customerType = "" }, at) => {
            const note = shown.get(customerType);
            return { value: id, label: name || say.unnamed(at + 1), ...(note !== undefined && { note }) };
          })}
        />
        <footer className="join-foot">
          {told === undefined ? null : (
            <p className="join-problem" role="alert">
              {told}
            </p>
          )}
          <Button onPress={onWait}>{say.wait}</Button>
          <Button look="primary" type="submit" isDisabled={isBusy}>
            {words.app.join.go}
          </Button>
        </footer>
      </form>
    </main>
  );
}
