/** One question as it lies in the document. What each field means stands with the views in schema.ts. */
import * as z from "zod";
import type { DocumentShape } from "../entityIndex.ts";
import {
  Deleted,
  EntityId,
  OptionalId,
  PlaceField,
  readEntity,
  register,
  stamped,
  Time,
  Withdrawn,
  Words,
} from "../fields.ts";
import type { Id } from "../journey/schema.ts";
import { QUESTION_PRIORITIES } from "./schema.ts";

const IdOrNone = EntityId.or(z.literal(""));

const question = z.object({
  at: stamped(PlaceField),
  author: EntityId,
  made: Time,
  askedFrom: OptionalId,
  text: stamped(Words),
  /** The question this one was merged into. */
  into: register(IdOrNone, ""),
  priority: register(z.enum(QUESTION_PRIORITIES), "normal"),
  /** Text and touchpoint in one register: an answer never lands where another answer belongs. */
  answered: stamped(z.tuple([Words, IdOrNone]).nullable())
    .optional()
    .catch(undefined),
  /** Taken away because it hurts somebody: removed, and nobody is told whose it was. */
  takenAway: register(z.boolean(), false),
  withdrawn: Withdrawn,
  del: Deleted,
});

export type QuestionRecord = z.infer<typeof question> & { readonly id: Id };
export interface QuestionRecords {
  readonly questions: QuestionRecord;
}

export const QUESTIONS: DocumentShape<QuestionRecords> = {
  kind: "questions",
  read: (_collection, id, entity) => readEntity(question, id, entity),
  holderOf: () => "",
};
