/** What a template of a workshop is. */
import type { LaneKind, Role } from "../../journey/schema.ts";
import type { TemplateId } from "../../templates/templates.ts";
import type { BriefFields } from "../commands/brief.ts";
import type { LanePrompts, StepKind } from "../schema.ts";

/**
 * A workshop ready to run, as data. Its texts say none of the words that a workshop may rename (`TERMS`): they speak to
 * people as "you", so that they are right in a ward as in a shop.
 */
export interface WorkshopTemplate {
  /** Where the boards of its tables begin. */
  readonly journey: TemplateId;
  /** How many tables it usually has. */
  readonly tables: number;
  /** People at a table. */
  readonly seats: number;
  /** When it usually begins, `HH:MM`. */
  readonly startsAt: string;
  readonly brief: Pick<BriefFields, "question" | "decision" | "decider" | "dataKeeper">;
  readonly customerTypes: readonly { readonly name: string; readonly who: string }[];
  readonly departments: readonly string[];
  readonly steps: readonly PlannedStep[];
}

export interface PlannedStep {
  readonly title: string;
  readonly kind: StepKind;
  readonly minutes: number;
  readonly instructions: Readonly<Partial<Record<Role, string>>>;
  /** The kinds of lane in play; all of them when absent. */
  readonly lanes?: readonly LaneKind[];
  /** What it asks in lanes of a kind, where that is something else than usual. */
  readonly prompts?: LanePrompts;
}
