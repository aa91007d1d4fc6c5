/** What people do with a plan: the agenda changes most, the words of the workshop least. */
import {
  addCustomerType,
  addDepartment,
  addGroup,
  addPeople,
  addPreparationNote,
  addPreTask,
  addStep,
  announceStep,
  beginMapsWith,
  callOffStep,
  describeBrief,
  describeCustomerType,
  describeGroup,
  describePeople,
  describePerson,
  describePreparationNote,
  describePreTask,
  describeStep,
  extendRun,
  fillPlan,
  forgetRun,
  GRADES,
  LANE_KINDS,
  makeUpTime,
  moveCustomerType,
  moveDepartment,
  moveGroup,
  movePreTask,
  moveStep,
  type NoteAbout,
  nameTerm,
  PERSON_ROLES,
  type PlanDocument,
  type PlanView,
  PRE_TASK_ROLES,
  pairBuddies,
  pauseRun,
  removeCustomerType,
  removeDepartment,
  removeGroup,
  removePeople,
  removePreparationNote,
  removePreTask,
  removeStep,
  removeTemplate,
  renameDepartment,
  renameTemplate,
  repeatStep,
  resetTerm,
  restoreInPlan,
  resumeRun,
  STEP_KINDS,
  STEP_RIGHTS,
  saveTemplate,
  seatPeople,
  sendMessage,
  shortenProtected,
  skipStep,
  splitStep,
  startRun,
  TEMPLATES,
  TERMS,
  type Template,
  takeBackMessage,
} from "@sameside/model";
import type { Random } from "../../support/random.ts";
import { beforeAmong, day, idAmong, playsOf, type RemovedByCollection, removedAmong, words } from "./subject.ts";

export type PlanSeen = ReturnType<typeof lookAtPlan>;
type Restorable = Parameters<typeof restoreInPlan>[2]["collection"];

const RESTORABLE: readonly Restorable[] = [
  "customerTypes",
  "groups",
  "departments",
  "steps",
  "templates",
  "people",
  "preparationNotes",
  "preTasks",
  "messages",
];

export function lookAtPlan(view: PlanView, removed: RemovedByCollection) {
  return {
    customerType: (random: Random) => idAmong(random, view.customerTypes),
    group: (random: Random) => idAmong(random, view.groups),
    department: (random: Random) => idAmong(random, view.departments),
    step: (random: Random) => idAmong(random, view.steps),
    template: (random: Random) => idAmong(random, view.templates),
    person: (random: Random) => idAmong(random, view.people),
    colleague: (random: Random) => idAmong(random, withRole(view, "colleague")),
    customer: (random: Random) => idAmong(random, withRole(view, "customer")),
    note: (random: Random) => idAmong(random, view.preparationNotes),
    about: (random: Random): NoteAbout =>
      random.chance(0.5)
        ? { kind: "person", id: `person${random.below(5)}` }
        : { kind: "customerType", id: idAmong(random, view.customerTypes) },
    task: (random: Random) => idAmong(random, view.preTasks),
    message: (random: Random) => idAmong(random, view.messages),
    tables: (random: Random) => (random.chance(0.5) ? [] : [idAmong(random, view.groups)]),
    before: (random: Random, list: Restorable) => beforeAmong(random, view[list]),
    removed(random: Random) {
      const collection = random.pick(RESTORABLE.filter((it) => removed.has(it))) ?? "steps";
      return { collection, id: removedAmong(random, removed, collection) };
    },
  };
}

const play = playsOf<PlanDocument, PlanSeen>();

export const PLAN_PLAYS = [
  play(4, describeBrief, (random) => ({ question: words(random), by: day(random), guardianAge: random.below(22) })),
  play(3, describeBrief, (random) => ({
    sponsor: words(random),
    sponsorAnswerBy: day(random),
    decision: words(random),
  })),
  play(8, addStep, (random, see) => ({ ...stepFields(random), ...see.before(random, "steps") })),
  play(8, moveStep, (random, see) => ({ step: see.step(random), ...see.before(random, "steps") })),
  play(6, describeStep, (random, see) => ({ step: see.step(random), ...stepFields(random) })),
  play(4, describeStep, (random, see) => ({
    step: see.step(random),
    rights: { [random.chance(0.5) ? "customer" : "colleague"]: random.pick(STEP_RIGHTS) ?? "read" },
  })),
  play(3, splitStep, (random, see) => ({ step: see.step(random), minutes: 1 + random.below(20) })),
  play(2, repeatStep, (random, see) => ({ step: see.step(random) })),
  play(3, skipStep, (random, see) => ({ step: see.step(random), skip: random.chance(0.6) })),
  play(3, removeStep, (random, see) => ({ step: see.step(random) })),
  play(4, startRun, (random, see) => ({ n: runNumber(random), step: see.step(random), started: runTime(random) })),
  play(1, forgetRun, (random) => ({ n: runNumber(random) })),
  play(3, announceStep, (random, see) => ({
    n: runNumber(random),
    step: see.step(random),
    begins: runTime(random),
    staying: [see.group(random)],
  })),
  play(1, callOffStep, (random) => ({ n: runNumber(random) })),
  play(3, extendRun, (random) => ({ n: runNumber(random), minutes: 1 + random.below(5), at: runTime(random) })),
  play(2, pauseRun, (random) => ({ n: runNumber(random), at: runTime(random) })),
  play(2, resumeRun, (random) => ({ n: runNumber(random), at: runTime(random) })),
  play(2, shortenProtected, (random, see) => ({ step: see.step(random), minutes: 1 + random.below(20) })),
  play(2, makeUpTime, (random, see) => ({ after: see.step(random), minutes: 1 + random.below(20) })),
  play(4, addCustomerType, (random, see) => ({ name: words(random), ...see.before(random, "customerTypes") })),
  play(4, describeCustomerType, (random, see) => ({
    customerType: see.customerType(random),
    words: [words(random), words(random)],
    isShown: random.chance(0.5),
  })),
  play(2, moveCustomerType, (random, see) => ({
    customerType: see.customerType(random),
    ...see.before(random, "customerTypes"),
  })),
  play(2, removeCustomerType, (random, see) => ({ customerType: see.customerType(random) })),
  play(4, addGroup, (random, see) => ({
    name: words(random),
    customerType: random.chance(0.5) ? see.customerType(random) : "",
    ...see.before(random, "groups"),
  })),
  play(4, describeGroup, (random, see) => ({
    group: see.group(random),
    moderator: `person${random.below(5)}`,
    seats: 1 + random.below(50),
  })),
  play(2, moveGroup, (random, see) => ({ group: see.group(random), ...see.before(random, "groups") })),
  play(2, removeGroup, (random, see) => ({ group: see.group(random) })),
  play(3, addDepartment, (random, see) => ({ name: words(random), ...see.before(random, "departments") })),
  play(2, renameDepartment, (random, see) => ({ department: see.department(random), name: words(random) })),
  play(2, moveDepartment, (random, see) => ({
    department: see.department(random),
    ...see.before(random, "departments"),
  })),
  play(1, removeDepartment, (random, see) => ({ department: see.department(random) })),
  play(4, addPreparationNote, (random, see) => ({
    text: words(random),
    about: see.about(random),
    source: words(random),
    ...see.before(random, "preparationNotes"),
  })),
  play(3, describePreparationNote, (random, see) => ({
    note: see.note(random),
    text: words(random),
    grade: random.pick(GRADES) ?? "heard",
    ...(random.chance(0.3) && { about: see.about(random) }),
  })),
  play(1, removePreparationNote, (random, see) => ({ note: see.note(random) })),
  play(3, addPreTask, (random, see) => ({
    text: words(random),
    role: random.pick(PRE_TASK_ROLES) ?? "colleague",
    ...see.before(random, "preTasks"),
  })),
  play(2, describePreTask, (random, see) => ({
    task: see.task(random),
    text: words(random),
    role: random.pick(PRE_TASK_ROLES) ?? "colleague",
  })),
  play(2, movePreTask, (random, see) => ({ task: see.task(random), ...see.before(random, "preTasks") })),
  play(1, removePreTask, (random, see) => ({ task: see.task(random) })),
  play(5, restoreInPlan, (random, see) => see.removed(random)),
  play(3, nameTerm, (random, see) => ({
    ...{ term: term(random), one: words(random), many: words(random) },
    tables: [{ group: see.group(random), name: words(random) }],
  })),
  play(2, resetTerm, (random) => ({ term: term(random) })),
  play(5, addPeople, (random, see) => ({
    people: [
      { person: `person${random.below(8)}`, role: random.pick(PERSON_ROLES) ?? "customer" },
      { role: "customer" as const, customerType: random.chance(0.3) ? see.customerType(random) : "" },
    ],
  })),
  play(3, describePerson, (random, see) => ({
    person: see.person(random),
    role: random.pick(PERSON_ROLES) ?? "colleague",
    department: random.chance(0.5) ? see.department(random) : "",
    isAbsent: random.chance(0.2),
  })),
  play(2, describePeople, (random, see) => ({
    people: [see.person(random), see.person(random)].map((person) => ({
      person,
      role: random.pick(PERSON_ROLES) ?? "colleague",
    })),
  })),
  play(6, seatPeople, (random, see) => ({
    seats: [
      { person: see.person(random), group: see.group(random), isFixed: random.chance(0.3) },
      { person: see.person(random), group: random.chance(0.2) ? "" : see.group(random) },
    ],
  })),
  play(4, pairBuddies, (random, see) => ({
    pairs: [{ colleague: see.colleague(random), customer: random.chance(0.2) ? "" : see.customer(random) }],
  })),
  play(2, removePeople, (random, see) => ({ people: [see.person(random)] })),
  play(2, saveTemplate, (random, see) => ({
    title: words(random),
    template: template(random),
    ...see.before(random, "templates"),
  })),
  play(1, beginMapsWith, (random) => ({ title: words(random), template: template(random) })),
  play(1, renameTemplate, (random, see) => ({ template: see.template(random), title: words(random) })),
  play(2, sendMessage, (random, see) => ({ text: words(random), tables: see.tables(random) })),
  play(1, takeBackMessage, (random, see) => ({ message: see.message(random) })),
  play(1, fillPlan, (random) => ({
    template: random.pick(["halfDay", "townHall"] as const) ?? "halfDay",
    title: words(random),
    startsAt: random.chance(0.5) ? "" : `2027-05-1${random.below(10)}T09:00`,
    tableNames: [words(random), words(random)].slice(random.below(2)),
    firstTable: "table1",
  })),
  play(1, removeTemplate, (random, see) => ({ template: see.template(random) })),
];

function stepFields(random: Random) {
  return {
    title: words(random),
    kind: random.pick(STEP_KINDS) ?? "map",
    minutes: random.below(90),
    instructions: { customer: words(random) },
    lanes: [random.pick(LANE_KINDS) ?? "pain"],
    prompts: { [random.pick(LANE_KINDS) ?? "pain"]: words(random) },
    isProtected: random.chance(0.3),
  };
}

function withRole(view: PlanView, role: string) {
  return view.people.filter((person) => person.role === role);
}

/** Few, so that people begin and pause the same one. */
function runNumber(random: Random): number {
  return 1 + random.below(3);
}

function runTime(random: Random): number {
  return 1 + random.below(10_000_000);
}

/** Few of the terms, so that people name the same one. */
function term(random: Random) {
  return random.pick(TERMS.slice(0, 2)) ?? "customer";
}

function template(random: Random): Template {
  const catalogued = random.pick(TEMPLATES);
  if (catalogued && random.chance(0.3)) return catalogued;
  return {
    id: `own${random.below(3)}`,
    version: random.below(3),
    phases: [{ id: "phase1", title: words(random) }],
    lanes: [{ id: "pain", kind: "pain", name: words(random) }],
  };
}
