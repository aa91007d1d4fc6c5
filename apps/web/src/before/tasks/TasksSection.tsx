/** Tasks before the day: what each role is asked, how it gets to people, and what came back. */
import {
  addPreTask,
  describeBrief,
  describePreTask,
  movePreTask,
  PRE_TASK_ROLES,
  type PreTaskRole,
  removePreTask,
} from "@sameside/model";
import { ArrowUp, Mail, Plus, Trash2 } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button, IconButton } from "../../ui/Button.tsx";
import { CommitField } from "../../ui/CommitField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words/words.ts";
import type { PlanDesk } from "../desk.ts";
import { BeforeLink } from "./BeforeLink.tsx";
import { MailDialog } from "./MailDialog.tsx";
import { NeedsList } from "./NeedsList.tsx";
import { WhoHasDone } from "./WhoHasDone.tsx";
import "../notes/notes.css";

export interface TasksProps extends PlanDesk {
  /** What the workshop is called on this device. */
  readonly title: string;
  /** Invites and leads to the page before the day; `undefined` while the workshop is on this device only. */
  readonly link: string | undefined;
  readonly checkAddress: string;
}

export function TasksSection(props: TasksProps) {
  const { plan, live, run, editable, link, checkAddress } = props;
  const words = useWords().before;
  const say = words.tasks;
  const [isMailing, setMailing] = useState(false);
  return (
    <div className="before-section">
      <p className="before-section-lead">{say.lead}</p>
      {PRE_TASK_ROLES.map((role) => (
        <RoleTasks key={role} role={role} desk={props} />
      ))}
      <CommitField
        label={say.warmUp}
        hint={say.warmUpHint}
        placeholder={say.warmUpDefault}
        value={plan.brief.warmUp}
        rows={1}
        serif
        isReadOnly={!editable}
        onCommit={(warmUp) => run(describeBrief(live.plan.plan, live.by, { warmUp })).outcome !== "refused"}
      />
      <Group title={say.link}>
        {link === undefined ? <p className="ui-hint">{say.noLink}</p> : <BeforeLink link={link} />}
        {editable ? (
          <div>
            <Button icon={<Mail size={15} aria-hidden />} onPress={() => setMailing(true)}>
              {say.mail}
            </Button>
          </div>
        ) : null}
      </Group>
      <Group title={say.who}>
        <WhoHasDone {...props} />
      </Group>
      <Group title={words.needs.title}>
        <NeedsList live={live} empty={<p className="ui-hint">{words.needs.empty}</p>} />
      </Group>
      <p>
        <a href={checkAddress}>{words.check}</a>
      </p>
      {isMailing ? <MailDialog {...props} onClose={() => setMailing(false)} /> : null}
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="before-group" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function RoleTasks({ role, desk }: { readonly role: PreTaskRole; readonly desk: PlanDesk }) {
  const say = useWords().before.tasks;
  const { live, plan, run, editable } = desk;
  const { plan: document } = live.plan;
  const tasks = plan.preTasks.filter((task) => task.role === role);
  if (tasks.length === 0 && !editable) return null;
  return (
    <section className="before-group" aria-label={say.rolesOf(say.roles[role])}>
      <h3>{say.roles[role]}</h3>
      {tasks.length === 0 ? null : (
        <ol className="before-list">
          {tasks.map(({ id, text }, index) => (
            <li key={id}>
              <CommitField
                label={say.task}
                hideLabel
                value={text}
                required
                rows={1}
                isReadOnly={!editable}
                onCommit={(next) =>
                  run(describePreTask(document, live.by, { task: id, text: next })).outcome !== "refused"
                }
              />
              {editable ? (
                <>
                  <IconButton
                    label={say.up(text)}
                    icon={<ArrowUp size={16} aria-hidden />}
                    isDisabled={index === 0}
                    onPress={() => {
                      const before = tasks[index - 1]?.id;
                      if (before !== undefined) run(movePreTask(document, live.by, { task: id, before }));
                    }}
                  />
                  <IconButton
                    label={say.remove(text)}
                    icon={<Trash2 size={16} aria-hidden />}
                    onPress={() => run(removePreTask(document, live.by, { task: id }))}
                  />
                </>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {editable ? <NewTask role={role} desk={desk} /> : null}
    </section>
  );
}

function NewTask({ role, desk: { live, run } }: { readonly role: PreTaskRole; readonly desk: PlanDesk }) {
  const say = useWords().before.tasks;
  const [text, setText] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (run(addPreTask(live.plan.plan, live.by, { role, text: text.trim() })).outcome === "done") setText("");
  };
  return (
    <form className="before-link" onSubmit={add}>
      <TextField
        label={say.addTo(say.roles[role])}
        hideLabel
        placeholder={say.examples[role]}
        value={text}
        onChange={setText}
      />
      <Button type="submit" icon={<Plus size={15} aria-hidden />}>
        {say.add}
      </Button>
    </form>
  );
}
