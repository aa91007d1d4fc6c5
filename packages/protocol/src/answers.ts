/**
 * The wire of the answers table: what each person says for themselves. A row is (topic, person, item) → value with the
 * writer's time; writing the same row twice is the same as once, and the later time wins. Rows are never in a document.
 *
 * The relay knows of a topic who reads and writes it and how it is summed, not what a value means: that is the model's.
 */
import { utf8ByteLength } from "lib0/string";
import * as z from "zod";
import { MAX_ANSWER_BYTES, MAX_ANSWERS_PER_MESSAGE } from "./limits.ts";

const Key = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export interface TopicRule {
  /** Who reads rows: the person alone; everybody the sums, never a row; everybody. While sealed: the person alone. */
  readonly read: "own" | "tally" | "all";
  /** Facilitators and moderators read the rows too, where `read` says `own` or `tally`. */
  readonly helpersRead: boolean;
  /** Answered alone: nobody else's device holds it until the reveal opens the item; from then on it stays as it is. */
  readonly sealed: boolean;
  /** Never told with a name, not even after the reveal. */
  readonly anonymous: boolean;
  /** Who helps at a table may write a row for a person of it; a junior facilitator for who has chosen them, but see `NOTED`. */
  readonly helpersWrite: boolean;
  /** Nobody but a facilitator says it. */
  readonly facilitatorsOnly: boolean;
  /** `null` takes the answer back; otherwise there is always one. */
  readonly canTakeBack: boolean;
  /** How many rows a person may have. */
  readonly items: number;
  /** Kept as long as the workshop, or deleted at the end of the day. */
  readonly keep: "workshop" | "day";
  /** Between two rows of one person, in milliseconds; 0 where it does not matter. */
  readonly interval: number;
  /**
   * When a person withdraws what they said: `emptied` rows hold nothing from then on, `kept` ones stay as they are, and
   * a row of a topic that `empties` is what withdraws.
   */
  readonly withdrawal: "emptied" | "kept" | "empties";
}

const USUAL = {
  helpersRead: false,
  sealed: false,
  anonymous: false,
  helpersWrite: false,
  facilitatorsOnly: false,
  canTakeBack: true,
  keep: "workshop",
  interval: 0,
  withdrawal: "emptied",
} as const;
const MANY = 500;
const FEW = 50;

/** The same rules as the model's topics, as far as the relay keeps them. */
export const TOPICS = {
  name: { ...USUAL, read: "all", items: 1, helpersWrite: true, canTakeBack: false },
  consent: { ...USUAL, read: "all", items: 6, canTakeBack: false },
  guardian: { ...USUAL, read: "own", helpersRead: true, items: 1 },
  pictured: { ...USUAL, read: "all", items: MANY, canTakeBack: false, withdrawal: "kept" },
  withdrawn: { ...USUAL, read: "all", items: 1, canTakeBack: false, withdrawal: "empties" },
  carriedOut: { ...USUAL, read: "all", items: MANY, facilitatorsOnly: true, withdrawal: "kept" },
  rating: { ...USUAL, read: "all", sealed: true, items: MANY, helpersWrite: true },
  showMine: { ...USUAL, read: "all", items: 1 },
  vote: { ...USUAL, read: "tally", sealed: true, anonymous: true, items: FEW, helpersWrite: true },
  guess: { ...USUAL, read: "tally", sealed: true, anonymous: true, items: 2 * MANY, helpersWrite: true },
  pulse: { ...USUAL, read: "tally", sealed: true, anonymous: true, items: 1 },
  maturity: { ...USUAL, read: "tally", sealed: true, anonymous: true, items: FEW },
  commitment: { ...USUAL, read: "all", items: FEW, helpersWrite: true },
  agreement: { ...USUAL, read: "all", items: MANY, helpersWrite: true },
  roleCard: { ...USUAL, read: "own", helpersRead: true, items: FEW },
  preTask: { ...USUAL, read: "own", helpersRead: true, items: FEW, helpersWrite: true },
  needs: { ...USUAL, read: "own", helpersRead: true, items: 1 },
  practised: { ...USUAL, read: "all", items: 1 },
  credits: { ...USUAL, read: "all", items: 1 },
  question: { ...USUAL, read: "all", items: 3, helpersWrite: true },
  upvote: { ...USUAL, read: "tally", anonymous: true, items: MANY, helpersWrite: true },
  reaction: { ...USUAL, read: "tally", helpersRead: true, anonymous: true, items: MANY, interval: 2_000 },
  seen: { ...USUAL, read: "own", helpersRead: true, items: FEW, keep: "day" },
  help: { ...USUAL, read: "own", helpersRead: true, items: 1, keep: "day" },
  done: { ...USUAL, read: "all", items: FEW, helpersWrite: true, keep: "day" },
  left: { ...USUAL, read: "all", items: 1, keep: "day" },
  writesForMe: { ...USUAL, read: "all", items: 1, keep: "day" },
  spoke: { ...USUAL, read: "own", helpersRead: true, items: 1, helpersWrite: true, keep: "day" },
  proposal: { ...USUAL, read: "own", helpersRead: true, items: MANY, helpersWrite: true },
  device: { ...USUAL, read: "own", helpersRead: true, items: FEW, keep: "day" },
} as const satisfies Record<string, TopicRule>;
export type Topic = keyof typeof TOPICS;

/** What helpers note of a person, or answer them, in a row of theirs: no word of that person's. */
const NOTED: readonly Topic[] = ["spoke", "proposal"];
/** `true` when what stands in a row is said by who wrote it, whoever's the row is. */
export function isNoted(topic: Topic): boolean {
  return NOTED.includes(topic);
}

/** The row by which a person has chosen who writes for them. */
export const CHOSEN_WRITER = { topic: "writesForMe", item: "today" } as const;

const TopicName = z.enum(Object.keys(TOPICS) as [Topic, ...Topic[]]);

export const AnswerRow = z
  .object({
    topic: TopicName,
    person: Key,
    item: Key,
    /** What the model makes of it; `null` is an answer that was taken back. */
    value: z.json(),
    /** Milliseconds since 1970, the writer's clock. */
    time: z.number().int().nonnegative(),
    /** Who wrote it for the person; said by the relay, never believed from a device. */
    enteredBy: Key.optional(),
  })
  .refine((row) => utf8ByteLength(JSON.stringify(row.value)) <= MAX_ANSWER_BYTES, {
    message: "value is too large",
  });
export type AnswerRow = z.infer<typeof AnswerRow>;
/** The rows this program understands; one of a newer program must not hide the others. */
export const AnswerRows = z
  .array(z.unknown())
  .max(MAX_ANSWERS_PER_MESSAGE)
  .transform((rows) => rows.flatMap((row) => AnswerRow.safeParse(row).data ?? []));

/** One item that the reveal opens. */
export const OpenedItem = z.object({
  topic: TopicName,
  item: Key,
  /**
   * Opened at this table: the rows of its people, for it. Absent in what is opened = for everybody; absent in what a
   * device asks for = as its seat may, and of what one table alone has answered, for that table.
   */
  table: Key.optional(),
});
export type OpenedItem = z.infer<typeof OpenedItem>;

/** Sums over one item. Without `sum` it says only how many have answered: it is sealed, or they are too few. */
export const TallyNews = OpenedItem.omit({ table: true }).extend({
  people: z.number().int().nonnegative(),
  sum: z.object({ countByAnswer: z.record(z.string(), z.number()), mean: z.number().optional() }).optional(),
});
export type TallyNews = z.infer<typeof TallyNews>;

/** Why a row was not taken; the device stops sending it, keeps it, and says so. */
export const ANSWER_REFUSALS = [
  "not-yours",
  "too-many",
  "already-revealed",
  "too-soon",
  "cannot-take-back",
  /** Its time is ahead of the relay's: else it would win for ever. The device sends it again with the relay's time. */
  "clock-ahead",
  /** It belongs to a day that is over. */
  "too-old",
  /** Its person has withdrawn what they said until then. Whoever has the row lets go of it. */
  "withdrawn",
] as const;
export type AnswerRefusal = (typeof ANSWER_REFUSALS)[number];

/** The row's key within a workshop. */
export function answerKey(row: Pick<AnswerRow, "topic" | "person" | "item">): string {
  return `${row.topic}/${row.person}/${row.item}`;
}

/** `true` when `next` replaces `old`: later time, and at the same time the larger value, so that all ends agree. */
export function replacesAnswer(old: AnswerRow, next: AnswerRow): boolean {
  if (next.time !== old.time) return next.time > old.time;
  return JSON.stringify(next.value) > JSON.stringify(old.value);
}

/** The row by which a person withdraws all that they said before it. */
export const WITHDRAWAL = { topic: "withdrawn", item: "everything" } as const;

/** The key of the row by which this person withdraws. */
export function withdrawalKey(person: string): string {
  return answerKey({ ...WITHDRAWAL, person });
}

/**
 * What takes a row's place once its person has withdrawn: the same without a value, and later, so that it wins on every
 * end. `undefined` when the row stays as it is.
 */
export function emptiedBy(withdrawal: Pick<AnswerRow, "person" | "time">, row: AnswerRow): AnswerRow | undefined {
  const { topic, person, item, time, value } = row;
  const isMeant = person === withdrawal.person && time <= withdrawal.time && value !== null;
  if (!isMeant || TOPICS[topic].withdrawal !== "emptied") return undefined;
  return { topic, person, item, value: null, time: Math.max(withdrawal.time, time + 1) };
}
