/** The tasks as a text for a mail, and what came back taken in. */
import { readTaskText, type TaskTextRead, writeTaskText } from "@sameside/interchange";
import { PRE_TASK_ROLES, type PreTaskRole } from "@sameside/model";
import { Copy } from "lucide-react";
import { useId, useMemo, useRef, useState } from "react";
import { useStore } from "../../live/store.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { copyFrom } from "../../ui/copyText.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words/words.ts";
import { WARM_UP } from "../ownAnswers.ts";
import type { TasksProps } from "./TasksSection.tsx";
import { namedPeople } from "./taskPeople.ts";

interface Props extends TasksProps {
  readonly onClose: () => void;
}

export function MailDialog(props: Props) {
  const words = useWords();
  const say = words.before.tasks;
  return (
    <Dialog title={say.mail} closeLabel={words.app.close} onClose={props.onClose} size="wide">
      <Outgoing {...props} />
      <Incoming {...props} />
    </Dialog>
  );
}

function Outgoing({ plan, title }: Props) {
  const { tasks: say } = useWords().before;
  const [role, setRole] = useState<PreTaskRole>("colleague");
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [copied, setCopied] = useState<boolean | null>(null);
  const warmUp = { id: WARM_UP, text: plan.brief.warmUp || say.warmUpDefault };
  const own = plan.preTasks.filter((task) => task.role === role);
  const text = writeTaskText(
    role === "customer" ? [...own, warmUp] : own,
    { title: say.mailTitle(title), how: say.mailHow, name: say.mailName },
    "",
  );
  return (
    <section className="before-section">
      <p>{say.mailLead}</p>
      <Choice
        label={say.mailFor}
        value={role}
        options={PRE_TASK_ROLES.map((value) => ({ value, label: say.roles[value] }))}
        onChange={setRole}
      />
      <div className="ui-field">
        <label className="ui-label" htmlFor={id}>
          {say.mailText}
        </label>
        <textarea ref={field} id={id} className="ui-input" readOnly rows={7} value={text} />
      </div>
      <div className="before-link">
        <Button
          icon={<Copy size={15} aria-hidden />}
          onPress={() => setCopied(field.current !== null && copyFrom(field.current))}
        >
          {say.copyText}
        </Button>
        <p className="ui-hint" role="status">
          {copied === null ? "" : copied ? say.copied : say.selected}
        </p>
      </div>
    </section>
  );
}

interface Taken {
  readonly read: TaskTextRead;
  readonly name: string;
}

function Incoming({ live, plan, nameOf }: Props) {
  const { tasks: say, page } = useWords().before;
  const names = useStore(live.rows("name"));
  const people = useMemo(() => namedPeople(names), [names]);
  const [text, setText] = useState("");
  const [chosen, choose] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [taken, setTaken] = useState<Taken>();
  const tasks = [...plan.preTasks, { id: WARM_UP }];
  const read = readTaskText(text, tasks, { name: say.mailName });
  const byName = people.filter(({ name }) => name.toLowerCase() === read.name.toLowerCase());
  // Two people may have the same name: then who pastes it says which.
  const person = chosen ?? (byName.length === 1 ? byName[0]?.person : undefined) ?? "";
  const take = async () => {
    setTaken(undefined);
    if (read.answers.length === 0 && read.problems.length === 0) return setProblem(say.nothingFound);
    if (person === "") return setProblem(say.needFrom);
    setProblem(undefined);
    try {
      for (const { task, done, note } of read.answers)
        await live.answer({ topic: "preTask", person, item: task, value: { done, ...(note && { note }) } });
    } catch {
      return setProblem(page.problem);
    }
    setTaken({ read, name: nameOf(person) });
    setText("");
    choose(undefined);
  };
  return (
    <section className="before-group" aria-label={say.back}>
      <TextField
        label={say.back}
        hint={say.backHint}
        value={text}
        onChange={(next) => {
          setText(next);
          setProblem(undefined);
        }}
        rows={5}
      />
      <SelectField
        label={say.from}
        value={person}
        options={[
          { value: "", label: say.chooseFrom },
          ...people.map((each) => ({ value: each.person, label: each.name })),
        ]}
        onChange={choose}
      />
      <div>
        <Button look="primary" onPress={() => void take()}>
          {say.take}
        </Button>
      </div>
      {problem === undefined ? null : (
        <p className="ui-error" role="alert">
          {problem}
        </p>
      )}
      {taken ? <WhatWasTaken {...taken} /> : null}
    </section>
  );
}

function WhatWasTaken({ read: { answers, problems }, name }: Taken) {
  const say = useWords().before.tasks;
  return (
    <div role="status">
      <p>{say.taken(answers.length, name)}</p>
      {problems.length === 0 ? null : (
        <>
          <p>{say.problemsTitle}</p>
          <ul className="before-problems">
            {problems.map(({ line, text, why }) => (
              <li key={line}>
                {say.problemLine(line, text)}
                {say.problems[why]}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
