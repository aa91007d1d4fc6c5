/**
 * The wire of the answers table: what each person says for themselves. A row is (topic, person, item) → value with the
 * writer's time; writing the same row twice is the same as once, and the later time wins. Rows are never in a document.
 */
import * as z from "zod";
import { MAX_ANSWER_BYTES, MAX_ANSWERS_PER_MESSAGE, MAX_NAME_LENGTH } from "./limits.ts";

const Key = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** How a topic is read: `all` rows by everybody in the workshop. (`own` and `tally` come with sealed answers.) */
export const TOPICS = {
  /** The name a person goes by today; item is always `today`. */
  name: { read: "all", value: z.string().trim().min(1).max(MAX_NAME_LENGTH), items: 1 },
} as const;
export type Topic = keyof typeof TOPICS;

export const AnswerRow = z
  .object({
    topic: z.enum(Object.keys(TOPICS) as [Topic, ...Topic[]]),
    person: Key,
    item: Key,
    value: z.json(),
    /** Milliseconds since 1970, the writer's clock. */
    time: z.number().int().nonnegative(),
  })
  .refine((row) => TOPICS[row.topic].value.safeParse(row.value).success, { message: "value does not fit its topic" })
  .refine((row) => JSON.stringify(row.value).length <= MAX_ANSWER_BYTES, { message: "value is too large" });
export type AnswerRow = z.infer<typeof AnswerRow>;
/** The rows this program understands; one of a newer program must not hide the others. */
export const AnswerRows = z
  .array(z.unknown())
  .max(MAX_ANSWERS_PER_MESSAGE)
  .transform((rows) => rows.flatMap((row) => AnswerRow.safeParse(row).data ?? []));

/** The row's key within a workshop. */
export function answerKey(row: Pick<AnswerRow, "topic" | "person" | "item">): string {
  return `${row.topic}/${row.person}/${row.item}`;
}

/** `true` when `next` replaces `old`: later time, and at the same time the larger value, so that all ends agree. */
export function replacesAnswer(old: AnswerRow, next: AnswerRow): boolean {
  if (next.time !== old.time) return next.time > old.time;
  return JSON.stringify(next.value) > JSON.stringify(old.value);
}
