/** Fills a plan from a template: brief, customer types, tables, departments and agenda, as one undo. */
import { type Actor, type Outcome, refused, transact, type Value, type Writer } from "../../changes.ts";
import { isMinuteOrNone, isTitle } from "../../checks.ts";
import { docOf, entityOf, type PlanDocument } from "../../document.ts";
import { beginAlike, listOfEntries } from "../../entries.ts";
import { placeText } from "../../fields.ts";
import { newId } from "../../id.ts";
import { orderSourceOf } from "../../journey/commands/place.ts";
import { type Id, LANE_KINDS } from "../../journey/schema.ts";
import { MAX_TABLES } from "../limits.ts";
import { BRIEF } from "../reader.ts";
import { promptField } from "../records.ts";
import type { PlannedStep } from "../templates/template.ts";
import { WORKSHOP_TEMPLATES, type WorkshopTemplateId } from "../templates/workshopTemplates.ts";
import { entries } from "./entries.ts";

/** What a workshop made from a template is told beside it. */
export interface PlanStart {
  readonly template: WorkshopTemplateId;
  readonly title: string;
  /** `YYYY-MM-DDTHH:MM`, "" while it is open. */
  readonly startsAt: string;
  /** One for each table. */
  readonly tableNames: readonly string[];
  /** The id of the first table, where a board is there already. */
  readonly firstTable?: Id;
}

/** Writes all that a template says behind what the plan has. Its value: the ids of the tables, in order. */
export function fillPlan(plan: PlanDocument, by: Actor, args: PlanStart): Outcome<readonly Id[]> {
  const { template: id, title, startsAt, tableNames, firstTable } = args;
  if (!Object.hasOwn(WORKSHOP_TEMPLATES, id) || tableNames.length > MAX_TABLES) return refused("bad-value");
  const problem = [title, ...tableNames].map(isTitle).find((it) => it !== undefined) ?? isMinuteOrNone(startsAt);
  if (problem) return refused(problem);
  const template = WORKSHOP_TEMPLATES[id];
  beginAlike(plan, "briefs", BRIEF);
  return transact(plan, by, (write) => {
    if (!entityOf(docOf(plan), "briefs", BRIEF)) write.create("briefs", BRIEF, {});
    const brief = { ...template.brief, title, startsAt, journeyTemplate: template.journey };
    for (const [field, value] of Object.entries(brief)) write.set("briefs", BRIEF, field, value);
    append(plan, write, "customerTypes", template.customerTypes);
    append(
      plan,
      write,
      "departments",
      template.departments.map((name) => ({ name })),
    );
    append(plan, write, "steps", template.steps.map(stepRegisters));
    const tables = tableNames.map((name) => ({ name, seats: template.seats }));
    return append(plan, write, "groups", tables, firstTable);
  });
}

type List = "customerTypes" | "departments" | "steps" | "groups";

/** New entries behind those of the list: the index sees them after the transaction only, so they follow one another here. */
function append(
  plan: PlanDocument,
  write: Writer,
  collection: List,
  items: readonly Readonly<Record<string, Value>>[],
  firstId?: Id,
): readonly Id[] {
  const order = orderSourceOf(docOf(plan));
  let last = listOfEntries(entries.indexOf(plan), collection).at(-1)?.at.value.order;
  return items.map((item, index) => {
    last = order.between(last, undefined);
    const isFree = firstId !== undefined && index === 0 && !entries.known(plan, collection, firstId);
    const id = isFree ? firstId : newId();
    write.create(collection, id, { stamped: { at: placeText({ parent: "", lane: "", order: last }), ...item } });
    return id;
  });
}

function stepRegisters({
  title,
  kind,
  minutes,
  instructions,
  lanes = [],
  prompts = {},
}: PlannedStep): Record<string, Value> {
  const said = Object.entries(instructions).map(([role, text]) => [`${role}Instruction`, text] as const);
  const asked = LANE_KINDS.flatMap((lane) => {
    const prompt = prompts[lane];
    return prompt === undefined ? [] : [[promptField(lane), prompt] as const];
  });
  return { title, kind, minutes, lanes, ...Object.fromEntries([...said, ...asked]) };
}
