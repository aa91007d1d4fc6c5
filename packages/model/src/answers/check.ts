/** Whether a person may give an answer: the same question on the device, before anything is stored, and for a file. */
import { MAX_ANSWER_SIZE } from "./limits.ts";
import { type AnswerTopic, type AnswerValue, type AnswerWriter, SEAT_CONSENT, topicRule } from "./topics.ts";

/** What is there already. */
export interface ExistingAnswers {
  /** The items of the topic that this person has rows for. */
  readonly items: readonly string[];
  /** This person's value for the item; absent when there is none. */
  readonly value?: unknown;
  /** The item was revealed: everybody has seen what it sealed. */
  readonly revealed?: boolean;
}

export type AnswerProblem =
  | "unknown-topic"
  | "bad-item"
  | "bad-value"
  | "too-large"
  /** All the rows a person may have in the topic are there; take one back or change one. */
  | "too-many"
  /** It was opened to everybody and stays as it was. */
  | "already-revealed"
  /** Without this consent there is no seat; once given it can be withdrawn. */
  | "needed-for-a-seat";

export type CheckedAnswer<T extends AnswerTopic = AnswerTopic> =
  | { readonly ok: true; readonly value: AnswerValue<T> }
  | { readonly ok: false; readonly problem: AnswerProblem };

/** Checks one answer. The value that comes back is the one to store: trimmed, and without fields nobody knows. */
export function checkAnswer<T extends AnswerTopic>(
  topic: T,
  item: string,
  value: unknown,
  existing: ExistingAnswers,
): CheckedAnswer<T> {
  const rule = topicRule(topic);
  if (!rule) return wrong("unknown-topic");
  if (!rule.item.safeParse(item).success) return wrong("bad-item");
  const checked = checkedValue(rule, value);
  if (!checked.ok) return checked;
  if (JSON.stringify(checked.value).length > MAX_ANSWER_SIZE) return wrong("too-large");
  if (!existing.items.includes(item) && new Set(existing.items).size >= rule.items) return wrong("too-many");
  if (rule.sealed && existing.revealed) return wrong("already-revealed");
  if (topic === "consent" && item === SEAT_CONSENT && !isGranted(checked.value) && !isGranted(existing.value))
    return wrong("needed-for-a-seat");
  return { ok: true, value: checked.value as AnswerValue<T> };
}

/** `true` when this writer may give an answer of the topic for a person. */
export function mayAnswer(topic: AnswerTopic, writer: AnswerWriter): boolean {
  return topicRule(topic)?.writers.includes(writer) ?? false;
}

/** How long this person has to wait before the next answer of the topic, in milliseconds. `last`: the time of the last. */
export function waitBeforeAnswer(topic: AnswerTopic, last: number | undefined, now: number): number {
  const interval = topicRule(topic)?.interval ?? 0;
  // A clock that was put back must not lock anybody out for longer than the interval.
  return last === undefined ? 0 : Math.min(interval, Math.max(0, last + interval - now));
}

function checkedValue(rule: NonNullable<ReturnType<typeof topicRule>>, value: unknown): CheckedAnswer {
  if (value === null) return rule.canTakeBack ? { ok: true, value: null } : wrong("bad-value");
  const parsed = rule.value.safeParse(value);
  return parsed.success ? { ok: true, value: parsed.data as AnswerValue } : wrong("bad-value");
}

function isGranted(value: unknown): boolean {
  return typeof value === "object" && value !== null && "granted" in value && value.granted === true;
}

function wrong(problem: AnswerProblem): { readonly ok: false; readonly problem: AnswerProblem } {
  return { ok: false, problem };
}
