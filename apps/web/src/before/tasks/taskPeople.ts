/** Who has which tasks, and how far they are. */
import { ANSWER_TOPICS, type AnswerValue, type PreTaskRole, type PreTaskView } from "@sameside/model";

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

interface NameRow {
  readonly person: string;
  readonly value: unknown;
}

/** Everybody who has given a name, or was given one, by name. */
export function namedPeople(names: readonly NameRow[]): readonly { readonly person: string; readonly name: string }[] {
  const named = names.flatMap(({ person, value }) => {
    const name = ANSWER_TOPICS.name.value.safeParse(value).data;
    return name === undefined ? [] : [{ person, name }];
  });
  return named.sort((a, b) => a.name.localeCompare(b.name));
}

/** Everybody who has a name or has answered, by name. */
export function peopleWithTasks(
  tasks: readonly PreTaskView[],
  answersByPerson: ReadonlyMap<string, Answers>,
  names: readonly NameRow[],
  nameOf: (person: string) => string,
): readonly PersonTasks[] {
  const people = new Set([...namedPeople(names).map(({ person }) => person), ...answersByPerson.keys()]);
  return [...people]
    .map((person) => personTasks(person, nameOf(person), tasks, answersByPerson.get(person) ?? new Map()))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function personTasks(person: string, name: string, tasks: readonly PreTaskView[], answers: Answers): PersonTasks {
  const role = roleBy(tasks, answers);
  const own = tasks.filter((task) => task.role === role);
  const doneCount = own.filter(({ id }) => answers.get(id)?.done).length;
  const known = new Set(tasks.map(({ id }) => id));
  const other = [...answers].filter(([item]) => !known.has(item)).map(([, answer]) => answer);
  const said = [...tasks.map(({ id }) => answers.get(id)), ...other];
  return {
    person,
    name,
    done: role === undefined ? undefined : { done: doneCount, of: own.length },
    notes: said.flatMap((answer) => answer?.note ?? []),
  };
}

/** Each task is of one role: whoever has answered one is of that role. */
function roleBy(tasks: readonly PreTaskView[], answers: Answers): PreTaskRole | undefined {
  return tasks.find(({ id }) => answers.has(id))?.role;
}
