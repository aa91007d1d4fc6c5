import * as Y from "yjs";
import { type Actor, NOTHING, type Outcome, refused, transact, type Writer } from "../../changes.ts";
import { type Checks, givenFields, isDayOrNone, isListOf, isOneOf, isText, isTitle, problemIn } from "../../checks.ts";
import { type BoardDocument, docOf, isWritable, LOCAL } from "../../document.ts";
import { placeText } from "../../fields.ts";
import { newId } from "../../id.ts";
import { problemOfTemplate } from "../../templates/ownTemplate.ts";
import { skeletonUpdate } from "../../templates/skeleton.ts";
import type { Template } from "../../templates/template.ts";
import { type TemplateId, templateOf } from "../../templates/templates.ts";
import type { JourneyId } from "../ids.ts";
import { MAX_CONDITIONS, MAX_LEVEL_WORDS } from "../limits.ts";
import {
  GRADES,
  type Grade,
  JOURNEY_STATUSES,
  type JourneyStatus,
  type Scale,
  VARIANTS,
  type Variant,
} from "../schema.ts";
import { isFrameShut } from "./locks.ts";
import { living, orderAt, orderForMove } from "./place.ts";

interface Description {
  readonly title?: string;
  readonly customerType?: string;
  readonly variant?: Variant;
  readonly scale?: Scale;
  /** Own names for the levels, worst first; none for the usual ones. */
  readonly levelWords?: readonly string[];
  readonly persona?: string;
  readonly scenario?: string;
  /** The outcome that the customer wants. */
  readonly goal?: string;
  readonly conditionsOfSatisfaction?: readonly string[];
  readonly context?: string;
  /** Who looks after this map. */
  readonly owner?: string;
  readonly status?: JourneyStatus;
  /** The day it is looked at again, `YYYY-MM-DD`; "" for none. */
  readonly nextReview?: string;
  readonly grade?: Grade;
}
/** The list that a board's journeys stand in. */
const TOP = { parent: "", lane: "" } as const;
const CHECKS: Checks<Description> = {
  title: isTitle,
  customerType: isTitle,
  variant: isOneOf(VARIANTS),
  scale: ({ min, max }) => (Number.isFinite(min) && Number.isFinite(max) && max > min ? undefined : "bad-value"),
  levelWords: isListOf(isTitle, MAX_LEVEL_WORDS),
  persona: isTitle,
  scenario: isText,
  goal: isText,
  conditionsOfSatisfaction: isListOf(isTitle, MAX_CONDITIONS),
  context: isText,
  owner: isTitle,
  status: isOneOf(JOURNEY_STATUSES),
  nextReview: isDayOrNone,
  grade: isOneOf(GRADES),
};

/**
 * Adds a journey with a template's phases and lanes. `journey` is the id to use (`templateJourneyId` for a board's
 * first one, so that two devices make the same); a new one, behind the others, when absent.
 */
export function addJourney(
  board: BoardDocument,
  by: Actor,
  args: Description & { readonly template: TemplateId | Template; readonly journey?: JourneyId },
): Outcome<JourneyId> {
  const template = typeof args.template === "string" ? templateOf(args.template) : args.template;
  if (!template) return refused("bad-value");
  const problem = problemOfTemplate(template) ?? problemIn(CHECKS, args);
  if (problem) return refused(problem);
  const doc = docOf(board);
  if (!isWritable(doc)) return refused("newer-document");
  const journey = args.journey ?? newId();
  const existed = living(board, "journeys", journey) !== undefined;
  // A template's own order is the same for every journey made from it: a further one needs a place of its own.
  const order = args.journey === undefined ? orderAt(board, "journeys", TOP, undefined) : undefined;
  // Not one transaction with the rest: applyUpdate inside a transaction makes Yjs take our own writes for foreign ones.
  Y.applyUpdate(doc, skeletonUpdate(journey, template), LOCAL);
  const described = transact(board, by, (write) => {
    if (order !== undefined) write.set("journeys", journey, "at", placeText({ ...TOP, order }));
    describe(write, journey, args);
    return journey;
  });
  if (existed) return described;
  const steps = described.outcome === "done" ? described.changes.steps : [];
  const added = {
    collection: "journeys",
    id: journey,
    field: "del",
    kind: "register",
    before: true,
    after: null,
  } as const;
  return { outcome: "done", changes: { steps: [added, ...steps] }, value: journey };
}

/** Changes what a journey says of itself; absent arguments stay as they are, a list is replaced as a whole. */
export function describeJourney(
  board: BoardDocument,
  by: Actor,
  args: Description & { readonly journey: JourneyId },
): Outcome {
  if (!living(board, "journeys", args.journey)) return refused("gone");
  const problem = problemIn(CHECKS, args);
  if (problem) return refused(problem);
  return transact(board, by, (write) => describe(write, args.journey, args));
}

/** Puts a journey in front of another one of the board, or behind all. */
export function moveJourney(
  board: BoardDocument,
  by: Actor,
  args: { readonly journey: JourneyId; readonly before?: JourneyId },
): Outcome {
  if (!living(board, "journeys", args.journey)) return refused("gone");
  const order = orderForMove(board, "journeys", args.journey, TOP, args.before);
  if (order === undefined) return NOTHING;
  return transact(board, by, (write) => write.set("journeys", args.journey, "at", placeText({ ...TOP, order })));
}

/** Removes a journey with all that is on it; `restore` brings it back whole. Where its frame is locked, who leads does. */
export function removeJourney(board: BoardDocument, by: Actor, args: { readonly journey: JourneyId }): Outcome {
  if (!living(board, "journeys", args.journey)) return NOTHING;
  if (isFrameShut(board, by, args.journey)) return refused("locked");
  return transact(board, by, (write) => write.set("journeys", args.journey, "del", true));
}

function describe(write: Writer, journey: JourneyId, description: Description): undefined {
  for (const [field, value] of Object.entries(givenFields(CHECKS, description)))
    write.set("journeys", journey, field, value);
  return undefined;
}
