/** What hangs on the things of a map, as it lies in the document. What each field means stands in attachments.ts. */
import * as z from "zod";
import {
  cut,
  Deleted,
  EntityId,
  listOf,
  OptionalId,
  PlaceField,
  register,
  stamped,
  Time,
  Title,
  WebAddress,
  Withdrawn,
  Words,
} from "../fields.ts";
import { COMMENT_KINDS, EVIDENCE_KINDS, isFileHash, MAX_PICTURED, SETTLEMENTS } from "./attachments.ts";
import { MAX_TEXT_LENGTH } from "./limits.ts";
import { GRADES, ROLES } from "./schema.ts";

/** Taken away because it hurts somebody: removed, and nobody is told whose it was. */
export const TakenAway = register(z.boolean(), false);
/** Somebody's own words: the first wording never changes, later ones are a register. */
export const OWN_WORDS = {
  author: EntityId,
  role: z.enum(ROLES).catch("colleague"),
  made: Time,
  said: Words.catch(""),
  text: stamped(Words.nullable()).optional().catch(undefined),
  withdrawn: Withdrawn,
  takenAway: TakenAway,
};

export const evidence = z.object({
  ...OWN_WORDS,
  /** A register: what lost its card can be hung on another. */
  subject: stamped(EntityId),
  kind: z.enum(EVIDENCE_KINDS).catch("finding"),
  source: register(Title, ""),
  url: register(WebAddress, ""),
  grade: register(z.enum(GRADES), "assumed"),
  /** "" once it was taken out. */
  file: register(
    z.string().refine((hash) => hash === "" || isFileHash(hash)),
    "",
  ),
  pictured: register(listOf(EntityId, MAX_PICTURED), []),
  del: Deleted,
});
export const comment = z.object({
  ...OWN_WORDS,
  subject: EntityId,
  kind: z.enum(COMMENT_KINDS).catch("comment"),
  /** The thread's first comment. */
  replyTo: OptionalId,
  /** Counts on the thread's first comment only. */
  resolved: stamped(z.boolean().nullable()).optional().catch(undefined),
  del: Deleted,
});
export const connector = z.object({
  author: EntityId,
  made: Time,
  from: EntityId,
  to: EntityId,
  label: register(Title, ""),
  del: Deleted,
});
/** How it was settled and the sentence are one register: of two people who settle at once, one is heard whole. */
const Settled = z.tuple([z.enum(SETTLEMENTS), cut(MAX_TEXT_LENGTH)]).rest(z.unknown());
export const claim = z.object({
  ...OWN_WORDS,
  touchpoint: EntityId,
  exhibit: register(Words, ""),
  settled: stamped(Settled).optional().catch(undefined),
  del: Deleted,
});
export const account = z.object({
  ...OWN_WORDS,
  claim: EntityId,
  exhibit: register(Words, ""),
  del: Deleted,
});
export const topic = z.object({
  ...OWN_WORDS,
  at: stamped(PlaceField),
  /** The topic that it builds on. */
  buildsOn: OptionalId,
  del: Deleted,
});
/** Its author is who said it. */
export const quote = z.object({
  ...OWN_WORDS,
  writer: OptionalId,
  confirmed: register(z.boolean(), false),
  /** The evidence it became; "" for none. */
  landed: register(EntityId.or(z.literal("")), ""),
  del: Deleted,
});
