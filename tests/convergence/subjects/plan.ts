/** A workshop's plan: brief, customer types, groups, departments, agenda, words, templates and people. */
import {
  addStep,
  asPlanDocument,
  describeBrief,
  openPlanReader,
  type PlanDocument,
  type PlanView,
  readPlan,
} from "@sameside/model";
import { planRoom } from "@sameside/protocol";
import { honestGhosts } from "../ledger.ts";
import { lookAtPlan, PLAN_PLAYS, type PlanSeen } from "./planPlays.ts";
import { type Subject, WORKSHOP, words } from "./subject.ts";

const SEATS = { min: 1, max: 50 };
const MINUTES = { min: 0, max: 1_440 };
const GUARDIAN_AGE = { min: 0, max: 21 };
/** Steps in which customers and colleagues make the map together. */
const TOGETHER: ReadonlySet<string> = new Set(["map", "what-if", "pair"]);

export const PLAN: Subject<PlanDocument, PlanView, PlanSeen> = {
  room: planRoom(WORKSHOP),
  take: asPlanDocument,
  read: readPlan,
  follow: openPlanReader,
  look: lookAtPlan,
  plays: PLAN_PLAYS,
  begin(random, plan, by) {
    describeBrief(plan, by, { question: words(random) });
    addStep(plan, by, { title: words(random), kind: "map" });
  },
  ownTexts: () => [],
  brokenRules: (view, _doc, ledger) => [
    ...honestGhosts(view.ghosts, ledger),
    ...listedTwice(view),
    ...outOfRange(view),
    ...seatedWrongly(view),
    ...view.steps
      .filter(({ kind, rights }) => TOGETHER.has(kind) && rights.customer !== rights.colleague)
      .map(({ kind }) => `C8: customers and colleagues have unequal rights in a step “${kind}”`),
    ...view.steps
      .filter(({ kind, rights }) => kind === "listen" && rights.colleague === "write")
      .map(() => "C8: colleagues write in a step for listening"),
  ],
};

function listedTwice(view: PlanView): string[] {
  const { customerTypes, groups, departments, steps, templates, people, preparationNotes, preTasks, messages } = view;
  const byNumber = ({ n }: { readonly n: number }) => ({ id: String(n) });
  const lists = [
    customerTypes,
    groups,
    departments,
    steps,
    templates,
    people,
    preparationNotes,
    preTasks,
    messages,
    view.runs.map(byNumber),
    view.announcements.map(byNumber),
  ];
  const isTwice = lists.map((list) => new Set(list.map(({ id }) => id)).size < list.length);
  return isTwice.includes(true) ? ["R1: an entry of the plan is shown twice"] : [];
}

function seatedWrongly({ people, groups }: PlanView): string[] {
  const tables = new Set(groups.map(({ id }) => id));
  const led = groups
    .flatMap(({ moderator }) => moderator ?? [])
    .filter((id) => people.some((person) => person.id === id));
  return [
    ...people
      .filter(({ group }) => group !== undefined && !tables.has(group))
      .map(() => "R6: a seat at a removed table"),
    ...(new Set(led).size < led.length ? ["P31: somebody on the list leads two tables"] : []),
    ...people
      .filter(
        ({ role, buddies }) => buddies.length > (role === "customer" ? people.length : role === "colleague" ? 1 : 0),
      )
      .map(() => "P31: a buddy where there can be none"),
  ];
}

function outOfRange({ groups, steps, runs, brief }: PlanView): string[] {
  const numbers = [
    ...groups.map(({ seats }) => [seats, SEATS] as const),
    ...[...steps, ...runs].map(({ minutes }) => [minutes, MINUTES] as const),
    [brief.guardianAge, GUARDIAN_AGE] as const,
  ];
  const wrong = numbers.filter(([value, { min, max }]) => !(Number.isInteger(value) && value >= min && value <= max));
  return wrong.map(([value]) => `R7: ${value} is beyond its range`);
}
