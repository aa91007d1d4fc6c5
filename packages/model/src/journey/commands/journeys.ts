import * as Y from "yjs";
import { type Actor, NOTHING, type Outcome, refused, transact, type Writer } from "../../changes.ts";
import { type BoardDocument, docOf, FORMAT, LOCAL, versionsOf } from "../../document.ts";
import { newId } from "../../id.ts";
import { skeletonUpdate } from "../../templates/skeleton.ts";
import { TEMPLATES, type TemplateId } from "../../templates/templates.ts";
import { MAX_TITLE_LENGTH } from "../limits.ts";
import type { Id, Scale, Variant } from "../schema.ts";
import { living } from "./place.ts";

interface Description {
  readonly title?: string;
  readonly customerType?: string;
  readonly variant?: Variant;
  readonly scale?: Scale;
}

/**
 * Adds a journey with a template's phases and lanes. `journey` is the id to use (`templateJourneyId` for a board's
 * first one, so that two devices make the same); a new one when absent.
 */
export function addJourney(
  board: BoardDocument,
  by: Actor,
  args: Description & { readonly template: TemplateId; readonly journey?: Id },
): Outcome<Id> {
  const template = TEMPLATES.find((candidate) => candidate.id === args.template);
  if (!template) return refused("bad-value");
  const problem = problemOf(args);
  if (problem) return refused(problem);
  const doc = docOf(board);
  if (versionsOf(doc).minWriter > FORMAT) return refused("newer-document");
  const journey = args.journey ?? newId();
  const existed = living(board, "journeys", journey) !== undefined;
  // Not one transaction with the rest: applyUpdate inside a transaction makes Yjs take our own writes for foreign ones.
  Y.applyUpdate(doc, skeletonUpdate(journey, template), LOCAL);
  const described = transact(board, by, (write) => {
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

/** Changes what a journey says of itself; absent arguments stay as they are. */
export function describeJourney(
  board: BoardDocument,
  by: Actor,
  args: Description & { readonly journey: Id },
): Outcome {
  if (!living(board, "journeys", args.journey)) return refused("gone");
  const problem = problemOf(args);
  if (problem) return refused(problem);
  return transact(board, by, (write) => describe(write, args.journey, args));
}

/** Removes a journey with all that is on it; `restore` brings it back whole. */
export function removeJourney(board: BoardDocument, by: Actor, args: { readonly journey: Id }): Outcome {
  if (!living(board, "journeys", args.journey)) return NOTHING;
  return transact(board, by, (write) => write.set("journeys", args.journey, "del", true));
}

function describe(write: Writer, journey: Id, { title, customerType, variant, scale }: Description): undefined {
  if (title !== undefined) write.set("journeys", journey, "title", title);
  if (customerType !== undefined) write.set("journeys", journey, "customerType", customerType);
  if (variant !== undefined) write.set("journeys", journey, "variant", variant);
  if (scale !== undefined) write.set("journeys", journey, "scale", scale);
  return undefined;
}

function problemOf({ title = "", customerType = "", scale }: Description): "too-long" | "bad-value" | undefined {
  if (title.length > MAX_TITLE_LENGTH || customerType.length > MAX_TITLE_LENGTH) return "too-long";
  if (scale && !(Number.isFinite(scale.min) && Number.isFinite(scale.max) && scale.max > scale.min)) return "bad-value";
  return undefined;
}
