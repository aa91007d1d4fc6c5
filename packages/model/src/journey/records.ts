/** One entity of a board as it lies in the document. What each field means stands with the views in schema.ts. */
import * as z from "zod";
import type { BoardCollection } from "../document.ts";
import type { DocumentShape } from "../entityIndex.ts";
import {
  clamped,
  Day,
  Deleted,
  EntityId,
  LongText,
  listOf,
  OptionalId,
  PlaceField,
  readEntity,
  register,
  stamped,
  Time,
  Title,
  Withdrawn,
  Words,
  webAddresses,
} from "../fields.ts";
import {
  account,
  claim,
  comment,
  connector,
  evidence,
  OWN_WORDS,
  quote,
  TakenAway,
  topic,
} from "./attachmentRecords.ts";
import {
  MAX_ACTORS,
  MAX_CONDITIONS,
  MAX_DURATION,
  MAX_EMOTION_WORDS,
  MAX_LEVEL_WORDS,
  MAX_LINKS,
  MAX_TAGS,
} from "./limits.ts";
import {
  BRIEF_ANSWERS,
  DEFAULT_SCALE,
  DURATION_UNITS,
  GRADES,
  type Id,
  JOURNEY_STATUSES,
  LANE_KINDS,
  MOMENT_KINDS,
  MOMENT_VALUE,
  ROLES,
  type Scale,
  SEVERITY,
  VARIANTS,
} from "./schema.ts";

/** Held fast against a slip of the hand. */
const Locked = register(z.boolean(), false);

const RawScale = z.object({ min: z.number(), max: z.number() }).refine((scale) => scale.max > scale.min);

const RawDuration = z.tuple([clamped(0, MAX_DURATION), z.enum(DURATION_UNITS)]).rest(z.unknown());
/** −1…+1; absent where nobody said. */
const OptionalEmotion = stamped(clamped(-1, 1)).optional().catch(undefined);

const journey = z.object({
  at: stamped(PlaceField),
  origin: OptionalId,
  title: register(Title, ""),
  customerType: register(Title, ""),
  variant: register(z.enum(VARIANTS), "actual"),
  scale: register(RawScale, DEFAULT_SCALE as Scale),
  levelWords: register(listOf(Title, MAX_LEVEL_WORDS), []),
  persona: register(Title, ""),
  scenario: register(Words, ""),
  goal: register(Words, ""),
  conditionsOfSatisfaction: register(listOf(Title, MAX_CONDITIONS), []),
  context: register(Words, ""),
  owner: register(Title, ""),
  status: register(z.enum(JOURNEY_STATUSES), "draft"),
  nextReview: register(Day, ""),
  grade: register(z.enum(GRADES), "assumed"),
  frameLocked: Locked,
  del: Deleted,
});
const phase = z.object({
  at: stamped(PlaceField),
  origin: OptionalId,
  title: register(Title, ""),
  locked: Locked,
  del: Deleted,
});
const lane = z.object({
  at: stamped(PlaceField),
  origin: OptionalId,
  kind: register(z.enum(LANE_KINDS), "free"),
  name: register(Title, ""),
  owner: register(Title, ""),
  metrics: register(Words, ""),
  returns: register(Words, ""),
  locked: Locked,
  del: Deleted,
});
const touchpoint = z.object({
  at: stamped(PlaceField),
  origin: OptionalId,
  title: register(Title, ""),
  channel: register(Title, ""),
  owner: register(Title, ""),
  stage: register(z.enum(["front", "back"]), "front"),
  duration: stamped(RawDuration).optional().catch(undefined),
  actors: register(listOf(Title, MAX_ACTORS), []),
  locked: Locked,
  del: Deleted,
});
const card = z.object({
  at: stamped(PlaceField),
  origin: OptionalId,
  ...OWN_WORDS,
  /** Who wrote it down for its author, and the words that its author has agreed to. */
  writer: OptionalId,
  agreed: stamped(Words.nullable()).optional().catch(undefined),
  kind: z.enum(LANE_KINDS).catch("free"),
  body: LongText,
  grade: register(z.enum(GRADES), "assumed"),
  severity: register(clamped(SEVERITY.min, SEVERITY.max).transform(Math.round), 0),
  emotionWords: register(listOf(Title, MAX_EMOTION_WORDS), []),
  quote: register(z.boolean(), false),
  tags: register(listOf(Title, MAX_TAGS), []),
  links: register(webAddresses(MAX_LINKS), []),
  answersBrief: register(z.enum(BRIEF_ANSWERS), ""),
  locked: Locked,
  del: Deleted,
});
const rating = z.object({
  touchpoint: EntityId,
  person: EntityId,
  role: z.enum(ROLES).catch("customer"),
  customerType: OptionalId,
  value: stamped(clamped(-1, 1)),
  intensity: stamped(clamped(0, 1)).optional().catch(undefined),
  words: register(Words, ""),
  /** The number a file gave and the value it was stored as. */
  raw: z.tuple([z.number(), z.number()]).optional().catch(undefined),
  del: Deleted,
});
const moment = z.object({
  touchpoint: EntityId,
  author: EntityId,
  made: Time,
  kind: register(z.enum(MOMENT_KINDS), "impression"),
  value: register(clamped(MOMENT_VALUE.min, MOMENT_VALUE.max).transform(Math.round), 0),
  reason: register(Words, ""),
  conditions: register(listOf(Title, MAX_CONDITIONS), []),
  metrics: register(Words, ""),
  emotionIfFailed: OptionalEmotion,
  emotionIfMet: OptionalEmotion,
  consequenceIfFailed: register(Words, ""),
  consequenceIfMet: register(Words, ""),
  withdrawn: Withdrawn,
  del: Deleted,
});
const suggestion = z.object({
  card: EntityId,
  author: EntityId,
  made: Time,
  text: Words,
  withdrawn: Withdrawn,
  takenAway: TakenAway,
  del: Deleted,
});

const RECORDS = {
  journeys: journey,
  phases: phase,
  lanes: lane,
  touchpoints: touchpoint,
  cards: card,
  ratings: rating,
  moments: moment,
  suggestions: suggestion,
  evidence,
  comments: comment,
  connectors: connector,
  claims: claim,
  accounts: account,
  topics: topic,
  quotes: quote,
} as const satisfies Record<BoardCollection, z.ZodObject>;

export type BoardRecords = { readonly [C in BoardCollection]: z.infer<(typeof RECORDS)[C]> & { readonly id: Id } };
export type RecordOf<C extends BoardCollection> = BoardRecords[C];

/** The fields that this program knows of a collection's entities. */
export function fieldsOf(collection: BoardCollection): readonly string[] {
  return Object.keys(RECORDS[collection].shape);
}

/** What a record belongs to: the id that its holder would be found by. */
const HOLDER: { readonly [C in BoardCollection]: (record: RecordOf<C>) => Id } = {
  journeys: (record) => record.at.value.parent,
  phases: (record) => record.at.value.parent,
  lanes: (record) => record.at.value.parent,
  touchpoints: (record) => record.at.value.parent,
  cards: (record) => record.at.value.parent,
  ratings: (record) => record.touchpoint,
  moments: (record) => record.touchpoint,
  suggestions: (record) => record.card,
  evidence: (record) => record.subject.value,
  comments: (record) => record.subject,
  connectors: (record) => record.from,
  claims: (record) => record.touchpoint,
  accounts: (record) => record.claim,
  topics: (record) => record.at.value.parent,
  quotes: () => "",
};

export const BOARD: DocumentShape<BoardRecords> = {
  kind: "board",
  read: (collection, id, entity, known) =>
    readEntity(RECORDS[collection], id, entity, known) as RecordOf<typeof collection> | undefined,
  holderOf: (collection, record) => HOLDER[collection](record),
};
