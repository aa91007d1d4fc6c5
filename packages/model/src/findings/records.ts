/** One finding as it lies in the document. What each field means stands with the views in schema.ts. */
import * as z from "zod";
import type { COLLECTIONS } from "../document.ts";
import type { DocumentShape } from "../entityIndex.ts";
import {
  Day,
  Deleted,
  EntityId,
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
} from "../fields.ts";
import { BRIEF_ANSWERS, type Id } from "../journey/schema.ts";
import { MAX_PATTERN_CONDITIONS } from "./limits.ts";
import { DISMISSAL_REASONS, NEXT_STEP_STATUSES, RELATIONS } from "./schema.ts";

export type FindingsCollection = (typeof COLLECTIONS)["findings"][number];

const insight = z.object({
  at: stamped(PlaceField),
  author: EntityId,
  made: Time,
  text: stamped(Words),
  /** Reason and sentence in one register; never a reason with the sentence of another. `null` while it is open. */
  dismissed: stamped(z.tuple([z.enum(DISMISSAL_REASONS), Words]).nullable())
    .optional()
    .catch(undefined),
  answersBrief: register(z.enum(BRIEF_ANSWERS), ""),
  relation: register(z.enum(RELATIONS), ""),
  relatedText: register(Words, ""),
  withdrawn: Withdrawn,
  del: Deleted,
});
const pattern = z.object({
  at: stamped(PlaceField),
  title: stamped(Title),
  moment: register(Words, ""),
  conditions: register(listOf(Words, MAX_PATTERN_CONDITIONS), []),
  metrics: register(Words, ""),
  del: Deleted,
});
const support = z.object({ finding: EntityId, group: EntityId, subject: EntityId, del: Deleted });
const nextStep = z.object({
  at: stamped(PlaceField),
  what: stamped(Words),
  owner: register(Title, ""),
  department: register(Title, ""),
  due: register(Day, ""),
  status: register(z.enum(NEXT_STEP_STATUSES), "open"),
  follows: OptionalId,
  del: Deleted,
});

const RECORDS = {
  insights: insight,
  patterns: pattern,
  supports: support,
  nextSteps: nextStep,
} as const satisfies Record<FindingsCollection, z.ZodObject>;

export type FindingsRecords = {
  readonly [C in FindingsCollection]: z.infer<(typeof RECORDS)[C]> & { readonly id: Id };
};

/** What a record belongs to: a support to its insight or pattern, all others stand on their own. */
const HOLDER: { readonly [C in FindingsCollection]: (record: FindingsRecords[C]) => Id } = {
  insights: () => "",
  patterns: () => "",
  supports: (record) => record.finding,
  nextSteps: () => "",
};

export const FINDINGS: DocumentShape<FindingsRecords> = {
  kind: "findings",
  read: (collection, id, entity) =>
    readEntity(RECORDS[collection], id, entity) as FindingsRecords[typeof collection] | undefined,
  holderOf: (collection, record) => HOLDER[collection](record),
};
