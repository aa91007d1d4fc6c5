/**
 * What people answer for themselves: a row (topic, person, item) → value, in no document. For each topic: what an item
 * and a value may be, how many a person has, who reads the rows, and who else may write them.
 */
import * as z from "zod";
import { Day } from "../fields.ts";
import {
  MAX_ANSWER_TEXT_LENGTH,
  MAX_CHOICES,
  MAX_FEW_ITEMS,
  MAX_ITEMS,
  MAX_LINE_LENGTH,
  MAX_NAME_LENGTH,
  MAX_PROPOSAL_PART_LENGTH,
  MAX_PROPOSAL_ROOM_LENGTH,
  MAX_QUESTIONS,
  REACTION_INTERVAL_MS,
} from "./limits.ts";

/** Who writes a row: the person, who helps at their table (marked as such), or a guardian. */
export type AnswerWriter = "self" | "helper" | "guardian";

export interface TopicRule<Value extends z.ZodType = z.ZodType> {
  /** Which items there are. */
  readonly item: z.ZodType<string>;
  readonly value: Value;
  /** How many rows a person may have. */
  readonly items: number;
  /** Who reads rows: the person alone; everybody the sums, never a row; everybody. While sealed: the person alone. */
  readonly read: "own" | "tally" | "all";
  /** Facilitators and moderators read the rows too, where `read` says `own`; the consent page lists these topics. */
  readonly helpersRead: boolean;
  /** Answered alone: no other device holds it until the reveal opens the item; from then on it stays as it is. */
  readonly sealed: boolean;
  /** Never shown with a name, not even after the reveal. */
  readonly anonymous: boolean;
  /** Who may write a row for a person. */
  readonly writers: readonly AnswerWriter[];
  /** Nobody but a facilitator says it. */
  readonly facilitatorsOnly: boolean;
  /** `null` takes the answer back; otherwise there is always one. */
  readonly canTakeBack: boolean;
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

/** Separate consents (S0-20): the first is what it takes to have a seat, each other one may be refused. */
export const CONSENT_PURPOSES = ["words", "quote", "media", "training", "contact", "printName"] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];
/** The consent without which nobody's words are kept. */
export const SEAT_CONSENT: ConsentPurpose = "words";

/** What somebody may need to take part well (S0-29): what to provide, never why. */
export const ACCESS_NEEDS = [
  "step-free",
  "large-print",
  "hear-well",
  "sign-language",
  "writes-for-me",
  "quiet-corner",
  "more-breaks",
  "companion",
  "food",
] as const;
export type AccessNeed = (typeof ACCESS_NEEDS)[number];

export const REACTIONS = ["agree", "same-here", "not-me"] as const;
export const PULSES = ["understood", "learned"] as const;

const Key = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const Text = z.string().trim().min(1).max(MAX_ANSWER_TEXT_LENGTH);
const Feeling = z.number().min(-1).max(1);
const Count = z.number().int().min(0).max(1_000_000);
const OneToFive = z.number().int().min(1).max(5);
const SELF: readonly AnswerWriter[] = ["self"];
/** A moderator, scribe or junior helper may write for a person of their table. */
const AT_THE_TABLE: readonly AnswerWriter[] = ["self", "helper"];

const USUAL = {
  helpersRead: false,
  sealed: false,
  anonymous: false,
  writers: SELF,
  facilitatorsOnly: false,
  canTakeBack: true,
  keep: "workshop",
  interval: 0,
  withdrawal: "emptied",
} as const;
const SEALED_TALLY = { ...USUAL, read: "tally", sealed: true, anonymous: true } as const;
const FOR_HELPERS = { ...USUAL, read: "own", helpersRead: true } as const;

function topic<Value extends z.ZodType>(rule: TopicRule<Value>): TopicRule<Value> {
  return rule;
}

export const ANSWER_TOPICS = {
  /** The name a person goes by today. */
  name: topic({
    ...USUAL,
    item: z.literal("today"),
    value: z.string().trim().min(1).max(MAX_NAME_LENGTH),
    items: 1,
    read: "all",
    writers: AT_THE_TABLE,
    canTakeBack: false,
  }),
  /** A tick for each purpose; read by all, because every device that shows or exports words must keep to it. */
  consent: topic({
    ...USUAL,
    item: z.enum(CONSENT_PURPOSES),
    /** `guardian`: as it was said before there was a topic for it. */
    value: z.object({ granted: z.boolean(), until: Day.optional(), guardian: z.boolean().optional() }),
    items: CONSENT_PURPOSES.length,
    read: "all",
    writers: ["self", "guardian"],
    canTakeBack: false,
  }),
  /**
   * This person is under the age that the brief names, and somebody who looks after them agreed as well; apart from what
   * they agreed to, because who is a minor is nobody else's business at the table.
   */
  guardian: topic({
    ...FOR_HELPERS,
    item: z.literal("agreed"),
    value: z.boolean(),
    items: 1,
    writers: ["self", "guardian"],
  }),
  /**
   * Whether a picture or a sound (the item: its hash) that this person is in may be shared. One "no" takes it out for
   * good, everywhere (S0-24); read by all, because every device that holds it must keep to it.
   */
  pictured: topic({
    ...USUAL,
    item: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    value: z.object({ may: z.boolean() }),
    items: MAX_ITEMS,
    read: "all",
    canTakeBack: false,
    withdrawal: "kept",
  }),
  /**
   * Withdraws all that this person said before: their words, pictures, ratings and name (S0-20). Read by all, because
   * every device that holds any of it lets go of it.
   */
  withdrawn: topic({
    ...USUAL,
    item: z.literal("everything"),
    /** Until when they said it, by the clock of the devices that wrote: milliseconds since 1970. */
    value: z.number().int().nonnegative(),
    items: 1,
    read: "all",
    canTakeBack: false,
    withdrawal: "empties",
  }),
  /**
   * What this person (the item) has withdrawn is emptied in every document that the relay has of the workshop, and out of
   * its stored bytes: said by a facilitator's device, which may write all of them. Read by all, since whoever may not
   * empty a document themselves fetches it then.
   */
  carriedOut: topic({
    ...USUAL,
    item: Key,
    /** Until when they had said it: the value of their `withdrawn`. */
    value: z.number().int().nonnegative(),
    items: MAX_ITEMS,
    read: "all",
    facilitatorsOnly: true,
    withdrawal: "kept",
  }),
  /** How a touchpoint (the item) feels: −1…+1, and how strongly, 0…1. */
  rating: topic({
    ...USUAL,
    item: Key,
    value: z.object({ value: Feeling, intensity: z.number().min(0).max(1).optional() }),
    items: MAX_ITEMS,
    read: "all",
    sealed: true,
    writers: AT_THE_TABLE,
  }),
  /**
   * "You may show mine": where fewer than three of a side or a type rated, their feelings are shown at the table only
   * when each of them says so; read by all, because every device at the table must keep to it.
   */
  showMine: topic({ ...USUAL, item: z.literal("feelings"), value: z.boolean(), items: 1, read: "all" }),
  /** The things chosen in a round of voting (the item); one chosen twice counts twice. */
  vote: topic({
    ...SEALED_TALLY,
    item: Key,
    value: z.array(Key).max(MAX_CHOICES),
    items: MAX_FEW_ITEMS,
    writers: AT_THE_TABLE,
  }),
  /** What a colleague believes customers feel, −1…+1: `first-<touchpoint>` before hearing them, `again-<touchpoint>` after. */
  guess: topic({
    ...SEALED_TALLY,
    item: z.string().regex(/^(?:first|again)-[A-Za-z0-9_-]{1,58}$/),
    value: Feeling,
    items: 2 * MAX_ITEMS,
    writers: AT_THE_TABLE,
  }),
  /** How true it is, 1–5: customers "I felt understood", colleagues "I learned something I did not know" (S0-22). */
  pulse: topic({ ...SEALED_TALLY, item: z.enum(PULSES), value: OneToFive, items: 1 }),
  /** The company's stage, 1–5, on an occasion (the item): the vote is repeated later (S4-9). */
  maturity: topic({ ...SEALED_TALLY, item: Key, value: OneToFive, items: MAX_FEW_ITEMS }),
  /** What a person will do: `own`, or to a question (its id) put to the dais. */
  commitment: topic({
    ...USUAL,
    item: Key,
    value: z.object({ text: Text, due: Day.optional(), department: z.string().max(MAX_NAME_LENGTH).optional() }),
    items: MAX_FEW_ITEMS,
    read: "all",
    writers: AT_THE_TABLE,
  }),
  /** Whether a person agrees to a next step (the item). */
  agreement: topic({
    ...USUAL,
    item: Key,
    value: z.boolean(),
    items: MAX_ITEMS,
    read: "all",
    writers: AT_THE_TABLE,
  }),
  /** A rule of the role card (the item), read and ticked (S2-1). */
  roleCard: topic({ ...FOR_HELPERS, item: Key, value: z.boolean(), items: MAX_FEW_ITEMS }),
  /** A task before the day (the item), done or not, with a note (S0-18). Who runs the day enters what came by mail. */
  preTask: topic({
    ...FOR_HELPERS,
    writers: AT_THE_TABLE,
    item: Key,
    value: z.object({ done: z.boolean(), note: Text.optional() }),
    items: MAX_FEW_ITEMS,
  }),
  /** What this person needs on the day, from a list and in a line of their own, and the language they like (S0-29). */
  needs: topic({
    ...FOR_HELPERS,
    item: z.literal("mine"),
    value: z.object({
      needs: z.array(z.enum(ACCESS_NEEDS)).max(ACCESS_NEEDS.length),
      language: z.string().trim().max(MAX_NAME_LENGTH).optional(),
      line: z.string().trim().max(MAX_LINE_LENGTH).optional(),
    }),
    items: 1,
  }),
  /** Has been through a practice session (S2-5). */
  practised: topic({ ...USUAL, item: z.literal("session"), value: z.boolean(), items: 1, read: "all" }),
  /** Wants to be named in the report's credits (S2-7). */
  credits: topic({ ...USUAL, item: z.literal("report"), value: z.boolean(), items: 1, read: "all" }),
  /** A question, at most three each (S2-4), and the touchpoint it came from. */
  question: topic({
    ...USUAL,
    item: Key,
    value: z.object({ text: Text, touchpoint: Key.optional() }),
    items: MAX_QUESTIONS,
    read: "all",
    writers: AT_THE_TABLE,
  }),
  /** Wants this question (the item: its id) answered. How many do is told as it changes, never who. */
  upvote: topic({
    ...USUAL,
    item: Key,
    value: z.literal(true),
    items: MAX_ITEMS,
    read: "tally",
    anonymous: true,
    writers: AT_THE_TABLE,
  }),
  /** From the stands, on what is lit (the item). Helpers read the lines, to pass them before the screen shows one (S0-6). */
  reaction: topic({
    ...USUAL,
    item: Key,
    value: z.object({ kind: z.enum(REACTIONS), line: z.string().trim().max(MAX_LINE_LENGTH).optional() }),
    items: MAX_ITEMS,
    read: "tally",
    helpersRead: true,
    anonymous: true,
    interval: REACTION_INTERVAL_MS,
  }),
  /** Has read what who runs the day said (the item: a message's id), or had the page of a step (its id) open (S4-6). */
  seen: topic({ ...FOR_HELPERS, item: Key, value: z.boolean(), items: MAX_FEW_ITEMS, keep: "day" }),
  /** A table asks for help (S0-9). */
  help: topic({
    ...FOR_HELPERS,
    item: z.literal("now"),
    value: z.object({ asking: z.boolean(), note: z.string().trim().max(MAX_LINE_LENGTH).optional() }),
    items: 1,
    keep: "day",
  }),
  /** Has finished what a step (the item) asks. */
  done: topic({
    ...USUAL,
    item: Key,
    value: z.boolean(),
    items: MAX_FEW_ITEMS,
    read: "all",
    writers: AT_THE_TABLE,
    keep: "day",
  }),
  /** Has said goodbye before the end of the day, at a table (a group's id); they take it back by coming again (S4-13). */
  left: topic({
    ...USUAL,
    item: z.literal("today"),
    value: z.object({ table: Key }),
    items: 1,
    read: "all",
    keep: "day",
  }),
  /** The helper (an id) whom this person has asked to write down what they say; they end it by taking it back (S2-6). */
  writesForMe: topic({
    ...USUAL,
    item: z.literal("today"),
    value: Key,
    items: 1,
    read: "all",
    keep: "day",
  }),
  /** Spoke, as the moderator tapped it: how often (S0-14). Never on a shared screen, deleted at the end of the day. */
  spoke: topic({
    ...FOR_HELPERS,
    item: z.literal("today"),
    value: z.number().int().min(0).max(10_000),
    items: 1,
    writers: AT_THE_TABLE,
    keep: "day",
  }),
  /**
   * Changes that the relay did not take, for who leads the table to look at: `<proposal>-<part>` is a part of them, and
   * `<proposal>-answer`, written by a helper, what became of them.
   */
  proposal: topic({
    ...FOR_HELPERS,
    item: z.string().regex(/^[A-Za-z0-9_-]{1,57}-(?:\d{1,3}|answer)$/),
    value: z.union([
      z.object({
        /** The document that they are for. */
        room: z.string().max(MAX_PROPOSAL_ROOM_LENGTH),
        /** How many changes, as their person counted them. */
        changes: z.number().int().positive(),
        part: z.number().int().nonnegative(),
        of: z.number().int().positive(),
        data: z
          .string()
          .regex(/^[A-Za-z0-9_-]*$/)
          .max(MAX_PROPOSAL_PART_LENGTH),
      }),
      z.object({
        taken: z.number().int().nonnegative(),
        of: z.number().int().nonnegative(),
        word: z.string().trim().max(MAX_LINE_LENGTH).optional(),
      }),
    ]),
    items: MAX_ITEMS,
    writers: AT_THE_TABLE,
  }),
  /** What of this person's work is on a device of theirs (the item) and nowhere else, as that device said last. */
  device: topic({
    ...FOR_HELPERS,
    item: Key,
    value: z.object({
      kind: z.enum(["laptop", "phone"]),
      /** Changes and answers that go out by themselves when it is connected. */
      waiting: Count,
      /** Changes that were not taken: kept apart on it until its person decides. */
      aside: Count,
      /** Pictures and sounds. */
      files: Count,
    }),
    items: MAX_FEW_ITEMS,
    keep: "day",
  }),
} as const;

export type AnswerTopic = keyof typeof ANSWER_TOPICS;
/** What a topic's rows hold; `null` is an answer that was taken back. */
export type AnswerValue<T extends AnswerTopic = AnswerTopic> = z.infer<(typeof ANSWER_TOPICS)[T]["value"]> | null;

/** A topic's rule; `undefined` for a topic of a newer program. */
export function topicRule(topicName: string): TopicRule | undefined {
  return Object.hasOwn(ANSWER_TOPICS, topicName) ? ANSWER_TOPICS[topicName as AnswerTopic] : undefined;
}
