/** This person's tasks before the day, and for a customer the question to think about. */
import type { PlanView } from "@sameside/model";
import type { SeatRole } from "@sameside/protocol";
import type { LiveWorkshop } from "../../live/liveWorkshop.ts";
import { useStore } from "../../live/store.ts";
import { CheckList } from "../../ui/CheckList.tsx";
import { CommitField } from "../../ui/CommitField.tsx";
import { useWords } from "../../words/words.ts";
import { useTaskAnswers, WARM_UP } from "../ownAnswers.ts";
import { taskRoleOf } from "../tasks/taskPeople.ts";
import { type Answer, Part } from "./Part.tsx";

/** A note, in characters: what an answer takes. */
const MAX_NOTE_LENGTH = 500;

interface Props {
  readonly live: LiveWorkshop;
  readonly plan: PlanView;
  readonly role: SeatRole;
  readonly answer: Answer;
}

export function OwnTasks({ live, plan, role, answer }: Props) {
  const words = useWords();
  const say = words.before.page;
  const { person } = useStore(live.seat);
  const own = useTaskAnswers(live).get(person);
  const tasks = role === "dais" ? [] : plan.preTasks.filter((task) => task.role === taskRoleOf(role));
  const put = (item: string, done: boolean, note: string) =>
    answer({
      topic: "preTask",
      item,
      value: !done && note === "" ? null : { done, ...(note !== "" && { note }) },
    });
  const noteField = (item: string) => ({
    value: own?.get(item)?.note ?? "",
    maxLength: MAX_NOTE_LENGTH,
    onCommit: (note: string) => {
      put(item, item === WARM_UP ? note !== "" : (own?.get(item)?.done ?? false), note);
      return true;
    },
  });
  const question = plan.brief.warmUp || words.before.tasks.warmUpDefault;
  return (
    <>
      {role === "customer" ? (
        <Part title={say.warmUp}>
          <CommitField {...noteField(WARM_UP)} label={question} hint={say.warmUpHint} rows={2} serif />
        </Part>
      ) : null}
      {tasks.length === 0 && role === "customer" ? null : (
        <Part title={say.tasks}>
          {tasks.length === 0 ? <p className="ui-hint">{say.noTasks}</p> : null}
          <ul className="before-tasks">
            {tasks.map(({ id, text }) => (
              <li key={id}>
                <CheckList
                  label={text}
                  items={[{ key: id, label: text }]}
                  ticked={new Set(own?.get(id)?.done ? [id] : [])}
                  onChange={(ticked) => put(id, ticked.has(id), own?.get(id)?.note ?? "")}
                />
                <CommitField {...noteField(id)} label={say.note(text)} placeholder={say.noteLabel} hideLabel rows={1} />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}
