/** One entity of a board as it lies in the document. What each field means stands with the views in schema.ts. */
import * as z from "zod";
import type { BoardCollection } from "../document.ts";
import type { DocumentShape } from "../entityIndex.ts";
import {
  clamped,
  Deleted,
  EntityId,
  LongText,
  OptionalId,
  PlaceField,
  readEntity,
  register,
  stamped,
  Time,
  Title,
  Words,
} from "../fields.ts";
import { MAX_ACTORS } from "./limits.ts";
import {
  DEFAULT_SCALE,
  GRADES,
  type Id,
  LANE_KINDS,
  MOMENT_KINDS,
  MOMENT_VALUE,
  ROLES,
  type Scale,
  VARIANTS,
} from "./schema.ts";

const RawScale = z.object({ min: z.number(), max: z.number() }).refine((scale) => scale.max > scale.min);

const journey = z.object({
  at: stamped(PlaceField),
  origin: OptionalId,
  title: register(Title, ""),
  customerType: register(Title, ""),
  variant: register(z.enum(VARIANTS), "actual"),
  scale: register(RawScale, DEFAULT_SCALE as Scale),
  del: Deleted,
});
const phase = z.object({
  at: stamped(PlaceField),
  origin: OptionalId,
  title: register(Title, ""),
  del: Deleted,
});
const lane = z.object({
  at: stamped(PlaceField),
  origin: OptionalId,
  kind: register(z.enum(LANE_KINDS), "free"),
  name: register(Title, ""),
  owner: register(Title, ""),
  del: Deleted,
});
const touchpoint = z.object({
  at: stamped(PlaceField),
  title: register(Title, ""),
  channel: register(Title, ""),
  owner: register(Title, ""),
  stage: register(z.enum(["front", "back"]), "front"),
  actors: register(
    z.array(Title).transform((actors) => actors.slice(0, MAX_ACTORS)),
    [],
  ),
  del: Deleted,
});
const card = z.object({
  at: stamped(PlaceField),
  author: EntityId,
  role: z.enum(ROLES).catch("colleague"),
  made: Time,
  kind: z.enum(LANE_KINDS).catch("free"),
  said: Words.catch(""),
  text: stamped(Words.nullable()).optional().catch(undefined),
  body: LongText,
  grade: register(z.enum(GRADES), "assumed"),
  del: Deleted,
});
const rating = z.object({
  touchpoint: EntityId,
  person: EntityId,
  role: z.enum(ROLES).catch("customer"),
  value: stamped(clamped(-1, 1)),
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
  del: Deleted,
});
const suggestion = z.object({ card: EntityId, author: EntityId, made: Time, text: Words, del: Deleted });

const RECORDS = {
  journeys: journey,
  phases: phase,
  lanes: lane,
  touchpoints: touchpoint,
  cards: card,
  ratings: rating,
  moments: moment,
  suggestions: suggestion,
} as const satisfies Record<BoardCollection, z.ZodObject>;

export type BoardRecords = { readonly [C in BoardCollection]: z.infer<(typeof RECORDS)[C]> & { readonly id: Id } };
export type RecordOf<C extends BoardCollection> = BoardRecords[C];

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
};

export const BOARD: DocumentShape<BoardRecords> = {
  kind: "board",
  read: (collection, id, entity) =>
    readEntity(RECORDS[collection], id, entity) as RecordOf<typeof collection> | undefined,
  holderOf: (collection, record) => HOLDER[collection](record),
};
