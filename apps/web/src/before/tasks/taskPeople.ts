/** Who has which tasks, and how far they are. */
import {
  ANSWER_TOPICS,
  type AnswerValue,
  type PersonView,
  type PlanView,
  type PreTaskRole,
  type PreTaskView,
} from "@sameside/model";
import type { AnswerRow } from "@sameside/protocol";

type Task = NonNullable<AnswerValue<"preTask">>;
type Answers = ReadonlyMap<string, Task>;

export interface PersonTasks {
  readonly person: string;
  readonly name: string;
  /** `undefined` while nothing says which tasks are theirs. */
  readonly done: { readonly done: number; readonly of: number } | undefined;
  /** What they wrote, in the order of the tasks; the question to think about last. */
  readonly notes: readonly string[];
}

/** Everybody who has given a name, or was given one, by name. It may come from any peer: what is none is left out. */
export function namedPeople(
  names: readonly AnswerRow[],
): readonly { readonly person: string; readonly name: string }[] {
  const named = names.flatMap(({ person, value }) => {
    const name = ANSWER_TOPICS.name.value.safeParse(value).data;
    return name === undefined ? [] : [{ person, name }];
  });
  return named.sort((a, b) => a.name.localeCompare(b.name));
}

/** Everybody who is on the list of people, has a name or has answered, by name. */
export function peopleWithTasks(
  { preTasks, people: listed }: Pick<PlanView, "preTasks" | "people">,
  answersByPerson: ReadonlyMap<string, Answers>,
  names: readonly AnswerRow[],
  nameOf: (person: string) => string,
): readonly PersonTasks[] {
  const roleByPerson = new Map(listed.map(({ id, role }) => [id, taskRoleOf(role)]));
  const named = namedPeople(names).map(({ person }) => person);
  return [...new Set([...roleByPerson.keys(), ...named, ...answersByPerson.keys()])]
    .map((person) => {
      const answers = answersByPerson.get(person) ?? new Map();
      return personTasks({ person, name: nameOf(person) }, roleByPerson.get(person), preTasks, answers);
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

function personTasks(
  who: Pick<PersonTasks, "person" | "name">,
  listedRole: PreTaskRole | undefined,
  tasks: readonly PreTaskView[],
  answers: Answers,
): PersonTasks {
  // Each task is of one role: whoever is on no list and has answered one is of that role.
  const role = listedRole ?? tasks.find(({ id }) => answers.has(id))?.role;
  const own = tasks.filter((task) => task.role === role);
  const doneCount = own.filter(({ id }) => answers.get(id)?.done).length;
  const known = new Set(tasks.map(({ id }) => id));
  const other = [...answers].filter(([item]) => !known.has(item)).map(([, answer]) => answer);
  const said = [...tasks.map(({ id }) => answers.get(id)), ...other];
  return {
    ...who,
    done: role === undefined || own.length === 0 ? undefined : { done: doneCount, of: own.length },
    notes: said.flatMap((answer) => answer?.note ?? []),
  };
}

/** Whose tasks somebody has: who helps at a table or runs the day has the moderators'. */
export function taskRoleOf(role: PersonView["role"]): PreTaskRole {
  return role === "customer" || role === "colleague" ? role : "moderator";
}
