/** Sums of answers that say nothing of one person: never of fewer than `MIN_TALLY_PEOPLE`. */
import type { Id } from "../journey/schema.ts";
import { MIN_TALLY_PEOPLE } from "./limits.ts";

/** One person's answer to one item of a topic. */
export interface TallyRow {
  readonly person: Id;
  readonly value: unknown;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export interface Tally {
  /** People who answered. */
  readonly people: number;
  /** How often each answer was given, by the answer as text; a vote counts every choice. Keys in order. */
  readonly countByAnswer: Readonly<Record<string, number>>;
  /** The mean, where the answers are numbers. */
  readonly mean?: number;
}

export interface GroupedTallies {
  /** Over all; absent where it and the groups shown would give away a group that is not. */
  readonly whole?: Tally;
  /** Groups of at least `MIN_TALLY_PEOPLE`. Keys in order. */
  readonly tallyByGroup: Readonly<Record<string, Tally>>;
}

/** Sums one item's rows; `undefined` while fewer than `MIN_TALLY_PEOPLE` people answered. Taken-back rows do not count. */
export function tally(rows: readonly TallyRow[]): Tally | undefined {
  const answers = [...answerByPerson(rows).values()];
  return answers.length < MIN_TALLY_PEOPLE ? undefined : sum(answers);
}

/** Sums one item's rows by what people are (role, customer type). `groupOf`: "" for who belongs to none. */
export function tallyByGroup(rows: readonly TallyRow[], groupOf: (person: Id) => string): GroupedTallies {
  const answersByGroup = new Map<string, unknown[]>();
  for (const [person, answer] of answerByPerson(rows)) {
    const answers = answersByGroup.get(groupOf(person)) ?? [];
    answers.push(answer);
    answersByGroup.set(groupOf(person), answers);
  }
  const isShown = (answers: readonly unknown[]) => answers.length >= MIN_TALLY_PEOPLE;
  const all = [...answersByGroup.values()];
  // What is left when the groups shown are taken from the whole; of one or two people it would be theirs.
  const left = all.filter((answers) => !isShown(answers)).flat().length;
  const shown = [...answersByGroup].filter(([group, answers]) => group !== "" && isShown(answers));
  const whole = left === 0 || left >= MIN_TALLY_PEOPLE ? tally(rows) : undefined;
  return {
    ...(whole ? { whole } : {}),
    tallyByGroup: inOrder(shown.map(([group, answers]) => [group, sum(answers)])),
  };
}

/** Each person's last answer. At one time the larger one counts, as on the wire, so that all devices agree. */
function answerByPerson(rows: readonly TallyRow[]): Map<Id, unknown> {
  const lastByPerson = new Map<Id, TallyRow>();
  for (const row of rows) {
    const last = lastByPerson.get(row.person);
    if (!last || row.time > last.time || (row.time === last.time && textOf(row.value) > textOf(last.value)))
      lastByPerson.set(row.person, row);
  }
  const given = [...lastByPerson].filter(([, row]) => row.value !== null && row.value !== undefined);
  return new Map(given.map(([person, row]) => [person, row.value]));
}

function sum(answers: readonly unknown[]): Tally {
  const countByAnswer = new Map<string, number>();
  for (const answer of answers)
    for (const part of partsOf(answer)) countByAnswer.set(part, (countByAnswer.get(part) ?? 0) + 1);
  const numbers = answers.flatMap(numberOf);
  const mean = numbers.reduce((total, it) => total + it, 0) / numbers.length;
  return {
    people: answers.length,
    countByAnswer: inOrder([...countByAnswer]),
    ...(numbers.length === answers.length ? { mean } : {}),
  };
}

/** What is counted: each choice of a vote, a reaction without its line, a rating without its intensity. */
function partsOf(answer: unknown): readonly string[] {
  if (Array.isArray(answer)) return answer.map(String);
  const core = coreOf(answer);
  return [typeof core === "string" ? core : textOf(core)];
}

function numberOf(answer: unknown): readonly number[] {
  const core = coreOf(answer);
  return typeof core === "number" ? [core] : [];
}

function coreOf(answer: unknown): unknown {
  if (typeof answer !== "object" || answer === null) return answer;
  if ("kind" in answer) return answer.kind;
  if ("value" in answer) return answer.value;
  return answer;
}

function textOf(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

function inOrder<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
