/** One entity of a plan as it lies in the document. What each field means stands with the views in schema.ts. */
import * as z from "zod";
import type { COLLECTIONS } from "../document.ts";
import type { DocumentShape } from "../entityIndex.ts";
import {
  clamped,
  Day,
  Deleted,
  EntityId,
  listOf,
  Minute,
  PlaceField,
  readEntity,
  register,
  stamped,
  Time,
  Title,
  Withdrawn,
  Words,
} from "../fields.ts";
import { GRADES, type Id, LANE_KINDS, type LaneKind } from "../journey/schema.ts";
import {
  GUARDIAN_AGE,
  MAX_CUSTOMER_JOURNEYS,
  MAX_CUSTOMER_WORDS,
  MAX_RUN_NUMBER,
  MAX_TABLES,
  MAX_TERM_LENGTH,
  MINUTES,
  SEATS,
} from "./limits.ts";
import { readAbout } from "./noteAbout.ts";
import { PERSON_ROLES, PRE_TASK_ROLES, STEP_KINDS, STEP_RIGHTS, type StepRight, TERMS } from "./schema.ts";
import { TemplateText } from "./templateText.ts";

export type PlanCollection = (typeof COLLECTIONS)["plan"][number];

/** Whether a step's minutes may be shortened. Words, because a flag that was never set counts as `false`. */
export const STEP_TIMINGS = ["fixed", "flexible"] as const;
export type StepTiming = (typeof STEP_TIMINGS)[number];

export type PromptField = `${LaneKind}Prompt`;
/** The field of a step that holds what it asks in lanes of this kind. */
export function promptField(kind: LaneKind): PromptField {
  return `${kind}Prompt`;
}

const whole = ({ min, max }: { readonly min: number; readonly max: number }) => clamped(min, max).transform(Math.round);
const IdOrNone = EntityId.or(z.literal(""));
const Moment = z.number().nonnegative();
const Right = register(z.enum(STEP_RIGHTS).optional(), undefined as StepRight | undefined);

const brief = z.object({
  title: register(Title, ""),
  startsAt: register(Minute, ""),
  journeyTemplate: register(IdOrNone, ""),
  question: register(Words, ""),
  decision: register(Words, ""),
  decider: register(Title, ""),
  by: register(Day, ""),
  workStream: register(Title, ""),
  sponsor: register(Title, ""),
  sponsorPromise: register(Words, ""),
  sponsorAnswerBy: register(Day, ""),
  dataKeeper: register(Words, ""),
  keepUntil: register(Day, ""),
  closedOn: register(Day, ""),
  guardianAge: register(whole(GUARDIAN_AGE), GUARDIAN_AGE.default),
  warmUp: register(Words, ""),
  del: Deleted,
});
const customerType = z.object({
  at: stamped(PlaceField),
  name: register(Title, ""),
  who: register(Words, ""),
  words: register(listOf(Words, MAX_CUSTOMER_WORDS), []),
  journeys: register(listOf(EntityId, MAX_CUSTOMER_JOURNEYS), []),
  isShown: register(z.boolean(), false),
  del: Deleted,
});
const group = z.object({
  at: stamped(PlaceField),
  name: register(Title, ""),
  customerType: register(IdOrNone, ""),
  moderator: register(IdOrNone, ""),
  seats: register(whole(SEATS), SEATS.default),
  del: Deleted,
});
const department = z.object({ at: stamped(PlaceField), name: register(Title, ""), del: Deleted });
const person = z.object({
  at: stamped(PlaceField),
  role: register(z.enum(PERSON_ROLES), "customer"),
  department: register(IdOrNone, ""),
  customerType: register(IdOrNone, ""),
  group: register(IdOrNone, ""),
  /** On a colleague: the customer. */
  buddy: register(IdOrNone, ""),
  isFixed: register(z.boolean(), false),
  isAbsent: register(z.boolean(), false),
  del: Deleted,
});
const Prompt = register(Title, "");
/** One register for each kind of lane, so that two people's prompts both hold. */
const PROMPTS = Object.fromEntries(LANE_KINDS.map((kind) => [promptField(kind), Prompt])) as Readonly<
  Record<PromptField, typeof Prompt>
>;
const step = z.object({
  at: stamped(PlaceField),
  title: register(Title, ""),
  kind: register(z.enum(STEP_KINDS), "free"),
  minutes: register(whole(MINUTES), MINUTES.default),
  customerInstruction: register(Words, ""),
  colleagueInstruction: register(Words, ""),
  moderatorInstruction: register(Words, ""),
  facilitatorInstruction: register(Words, ""),
  lanes: register(listOf(z.enum(LANE_KINDS), LANE_KINDS.length), [] as LaneKind[]),
  ...PROMPTS,
  customerRight: Right,
  colleagueRight: Right,
  moderatorRight: Right,
  timing: register(z.enum(STEP_TIMINGS).optional(), undefined),
  isSkipped: register(z.boolean(), false),
  promised: register(whole(MINUTES).optional(), undefined as number | undefined),
  del: Deleted,
});
const announcement = z.object({
  n: z.number().int().min(1).max(MAX_RUN_NUMBER),
  step: stamped(EntityId),
  begins: stamped(Moment),
  by: stamped(EntityId),
  staying: register(listOf(EntityId, MAX_TABLES), []),
  del: Deleted,
});
const Term = z.string().trim().min(1).max(MAX_TERM_LENGTH);
const words = z.object({
  term: z.enum(TERMS),
  words: stamped(z.tuple([Term, Term])),
  del: Deleted,
});
const template = z.object({
  at: stamped(PlaceField),
  title: register(Title, ""),
  template: stamped(TemplateText),
  del: Deleted,
});
/** About nobody, it is no note. */
const About = z.string().transform((text, context) => {
  const about = readAbout(text);
  if (about) return about;
  context.addIssue({ code: "custom", message: "about nobody" });
  return z.NEVER;
});
const preparationNote = z.object({
  at: stamped(PlaceField),
  author: EntityId,
  made: Time,
  text: stamped(Words),
  about: stamped(About),
  source: register(Title, ""),
  grade: register(z.enum(GRADES), "assumed"),
  withdrawn: Withdrawn,
  del: Deleted,
});
const message = z.object({
  at: stamped(PlaceField),
  author: EntityId,
  made: Time,
  text: stamped(Words),
  tables: register(listOf(EntityId, MAX_TABLES), []),
  withdrawn: Withdrawn,
  del: Deleted,
});
const preTask = z.object({
  at: stamped(PlaceField),
  text: stamped(Words),
  role: stamped(z.enum(PRE_TASK_ROLES)),
  del: Deleted,
});
const run = z.object({
  /** The relay's number of the step as it was taken; the run's id follows from it. */
  n: z.number().int().min(1).max(MAX_RUN_NUMBER),
  step: stamped(EntityId),
  started: register(Moment, 0),
  minutes: register(whole(MINUTES), MINUTES.default),
  pausedAt: register(Moment, 0),
  pausedFor: register(Moment, 0),
  swapAfter: register(Moment, 0),
  del: Deleted,
});

const RECORDS = {
  briefs: brief,
  customerTypes: customerType,
  groups: group,
  departments: department,
  steps: step,
  words,
  templates: template,
  people: person,
  preparationNotes: preparationNote,
  preTasks: preTask,
  messages: message,
  runs: run,
  announcements: announcement,
} as const satisfies Record<PlanCollection, z.ZodObject>;

export type PlanRecords = { readonly [C in PlanCollection]: z.infer<(typeof RECORDS)[C]> & { readonly id: Id } };

export const PLAN: DocumentShape<PlanRecords> = {
  kind: "plan",
  read: (collection, id, entity) =>
    readEntity(RECORDS[collection], id, entity) as PlanRecords[typeof collection] | undefined,
  holderOf: () => "",
};
