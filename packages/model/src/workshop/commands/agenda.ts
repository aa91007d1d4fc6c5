/** The agenda: planned ahead, and changed while the day runs (S0-21). Each command is one undo. */
import { type Actor, type Outcome, refused, transact } from "../../changes.ts";
import { type Checks, givenFields, isFlag, isListOf, isOneOf, isText, isTitle, isWhole } from "../../checks.ts";
import type { PlanDocument } from "../../document.ts";
import { livingOf } from "../../entries.ts";
import { newId } from "../../id.ts";
import { type Id, LANE_KINDS, type LaneKind, type Role } from "../../journey/schema.ts";
import { isProtectedStep } from "../keptTime.ts";
import { MINUTES } from "../limits.ts";
import { type PlanRecords, type PromptField, promptField, STEP_TIMINGS, type StepTiming } from "../records.ts";
import { mayHaveRights, usualRights } from "../rights.ts";
import { type LanePrompts, STEP_KINDS, STEP_RIGHTS, type StepKind, type StepRights } from "../schema.ts";
import { entries } from "./entries.ts";

export interface StepFields {
  readonly title?: string;
  readonly kind?: StepKind;
  readonly minutes?: number;
  /** Roles that are absent keep their instruction. */
  readonly instructions?: Readonly<Partial<Record<Role, string>>>;
  /** The kinds of lane in play; none for all. */
  readonly lanes?: readonly LaneKind[];
  /** Kinds of lane that are absent keep their prompt; "" goes back to the usual one. */
  readonly prompts?: LanePrompts;
  /** Roles that are absent keep their right. */
  readonly rights?: Partial<StepRights>;
  readonly isProtected?: boolean;
}

/** Adds a step in front of `before`, or as the last. */
export function addStep(
  plan: PlanDocument,
  by: Actor,
  args: StepFields & { readonly title: string; readonly kind: StepKind; readonly before?: Id },
): Outcome<Id> {
  const fields = registersOf(args);
  if (!mayBe(undefined, fields)) return refused("bad-value");
  return entries.add(plan, by, "steps", { fields, checks: STEP, before: args.before });
}

/**
 * Changes what a step says of itself; absent arguments stay as they are. What takes promised minutes away while the day
 * runs, keeps beside them what they were.
 */
export function describeStep(plan: PlanDocument, by: Actor, args: StepFields & { readonly step: Id }): Outcome {
  const step = entries.living(plan, "steps", args.step);
  if (!step) return refused("gone");
  const fields = registersOf(args);
  if (!mayBe(step, fields)) return refused("bad-value");
  return describeKept(plan, by, step, fields);
}

/** Moves a step, in front of `before` or to the end. */
export function moveStep(plan: PlanDocument, by: Actor, args: { readonly step: Id; readonly before?: Id }): Outcome {
  return entries.move(plan, by, "steps", { id: args.step, before: args.before });
}

/** Passes a step over, or takes it in again. It stays in the agenda, with what was promised for it while the day runs. */
export function skipStep(plan: PlanDocument, by: Actor, args: { readonly step: Id; readonly skip: boolean }): Outcome {
  const step = entries.living(plan, "steps", args.step);
  return step ? describeKept(plan, by, step, { isSkipped: args.skip }) : refused("gone");
}

/** Puts the same step once more behind a step. */
export function repeatStep(plan: PlanDocument, by: Actor, args: { readonly step: Id }): Outcome<Id> {
  const step = entries.living(plan, "steps", args.step);
  return step ? copyBehind(plan, by, step, {}) : refused("gone");
}

/** Parts a step in two: it keeps `minutes`, and the rest of its time follows as a step of its own. */
export function splitStep(
  plan: PlanDocument,
  by: Actor,
  args: { readonly step: Id; readonly minutes: number },
): Outcome<Id> {
  const step = entries.living(plan, "steps", args.step);
  if (!step) return refused("gone");
  if (isWhole(1, step.minutes - 1)(args.minutes)) return refused("bad-value");
  return copyBehind(plan, by, step, { keep: args.minutes });
}

export function removeStep(plan: PlanDocument, by: Actor, args: { readonly step: Id }): Outcome {
  return entries.remove(plan, by, "steps", args.step);
}

/** A step's fields as they lie in the document: one register each, so that two people's changes both hold. */
interface StepRegisters extends Partial<Record<PromptField, string | undefined>> {
  readonly title?: string | undefined;
  readonly kind?: StepKind | undefined;
  readonly minutes?: number | undefined;
  readonly lanes?: readonly LaneKind[] | undefined;
  readonly timing?: StepTiming | undefined;
  readonly isSkipped?: boolean | undefined;
  readonly customerInstruction?: string | undefined;
  readonly colleagueInstruction?: string | undefined;
  readonly moderatorInstruction?: string | undefined;
  readonly facilitatorInstruction?: string | undefined;
  readonly customerRight?: StepRights["customer"] | undefined;
  readonly colleagueRight?: StepRights["colleague"] | undefined;
  readonly moderatorRight?: StepRights["moderator"] | undefined;
}
const isRight = isOneOf(STEP_RIGHTS);
const PROMPTS = Object.fromEntries(LANE_KINDS.map((kind) => [promptField(kind), isTitle])) as Readonly<
  Record<PromptField, typeof isTitle>
>;
const STEP: Checks<StepRegisters> = {
  ...PROMPTS,
  title: isTitle,
  kind: isOneOf(STEP_KINDS),
  minutes: isWhole(MINUTES.min, MINUTES.max),
  lanes: isListOf(isOneOf(LANE_KINDS), LANE_KINDS.length),
  timing: isOneOf(STEP_TIMINGS),
  isSkipped: isFlag,
  customerInstruction: isText,
  colleagueInstruction: isText,
  moderatorInstruction: isText,
  facilitatorInstruction: isText,
  customerRight: isRight,
  colleagueRight: isRight,
  moderatorRight: isRight,
};

function registersOf({
  instructions = {},
  prompts = {},
  rights = {},
  isProtected,
  ...fields
}: StepFields): StepRegisters {
  const registers: Record<string, unknown> = { ...fields };
  if (isProtected !== undefined) registers["timing"] = isProtected ? "fixed" : "flexible";
  for (const [role, text] of Object.entries(instructions)) registers[`${role}Instruction`] = text;
  for (const kind of LANE_KINDS) if (prompts[kind] !== undefined) registers[promptField(kind)] = prompts[kind];
  for (const [role, right] of Object.entries(rights)) registers[`${role}Right`] = right;
  return registers;
}

type StepRecord = PlanRecords["steps"];
const KEPT: Checks<StepRegisters & { readonly promised?: number }> = {
  ...STEP,
  promised: isWhole(MINUTES.min, MINUTES.max),
};

/** As the fields say; minutes that were promised and are lost by it stand beside them (SPEC P119). */
function describeKept(plan: PlanDocument, by: Actor, step: StepRecord, fields: StepRegisters): Outcome {
  const promised = isLost(plan, step, fields) ? { promised: Math.max(step.promised ?? 0, step.minutes) } : {};
  return entries.describe(plan, by, "steps", step.id, { ...fields, ...promised }, KEPT);
}

function isLost(plan: PlanDocument, step: StepRecord, changed: StepRegisters): boolean {
  const runs = livingOf(entries.indexOf(plan), "runs");
  const isKept =
    runs.length > 0 && isProtectedStep(step) && !step.isSkipped && !runs.some((run) => run.step.value === step.id);
  const isShorter = (changed.minutes ?? step.minutes) < step.minutes || changed.isSkipped === true;
  const isFree = !isProtectedStep({ kind: changed.kind ?? step.kind, timing: changed.timing ?? step.timing });
  return isKept && (isShorter || isFree);
}

/** `true` when a step of its kind may have the rights that it has when so changed. */
function mayBe(step: PlanRecords["steps"] | undefined, changed: StepRegisters): boolean {
  const kind = changed.kind ?? step?.kind ?? "free";
  // A kind there is none of is refused with the other fields.
  if (isOneOf(STEP_KINDS)(kind)) return true;
  const usual = usualRights(kind);
  return mayHaveRights(kind, {
    customer: changed.customerRight ?? step?.customerRight ?? usual.customer,
    colleague: changed.colleagueRight ?? step?.colleagueRight ?? usual.colleague,
    moderator: changed.moderatorRight ?? step?.moderatorRight ?? usual.moderator,
  });
}

/** A copy of a step right behind it. With `keep`, the step keeps that many minutes and the copy gets the others. */
function copyBehind(
  plan: PlanDocument,
  by: Actor,
  step: PlanRecords["steps"],
  { keep }: { readonly keep?: number },
): Outcome<Id> {
  const copied = { ...step, minutes: step.minutes - (keep ?? 0), isSkipped: false };
  const id = newId();
  return transact(plan, by, (write) => {
    const at = entries.placeBefore(plan, "steps", entries.next(plan, "steps", step.id));
    write.create("steps", id, { stamped: { at, ...givenFields(STEP, copied) } });
    if (keep !== undefined) write.set("steps", step.id, "minutes", keep);
    return id;
  });
}
