/** Each person's tasks: how many are done, and what they wrote. */
import { useStore } from "../../live/store.ts";
import { useWords } from "../../words/words.ts";
import type { PlanDesk } from "../desk.ts";
import { useTaskAnswers } from "../ownAnswers.ts";
import { peopleWithTasks } from "./taskPeople.ts";

export function WhoHasDone({ live, plan, nameOf }: PlanDesk) {
  const say = useWords().before.tasks;
  const names = useStore(live.rows("name"));
  const people = peopleWithTasks(plan, useTaskAnswers(live), names, nameOf);
  if (people.every(({ done, notes }) => done === undefined && notes.length === 0))
    return <p className="ui-hint">{say.whoEmpty}</p>;
  return (
    <table className="before-done">
      <tbody>
        {people.map(({ person, name, done, notes }) => (
          <tr key={person}>
            <th scope="row">{name}</th>
            <td>{done ? say.doneOf(done.done, done.of) : say.notYet}</td>
            <td>
              {notes.length === 0 ? null : (
                <ul aria-label={say.answers(name)}>
                  {notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                </ul>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
