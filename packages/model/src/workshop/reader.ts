/** Reads a workshop's plan: pure, total, the same on every device that holds the same document (SPEC R1–R9). */
import { docOf, type PlanDocument } from "../document.ts";
import { type EntityIndex, liveIndexOf } from "../entityIndex.ts";
import { listOfEntries, livingOf } from "../entries.ts";
import { type Id, LANE_KINDS } from "../journey/schema.ts";
import { type DocumentReader, openReader, readOnce } from "../reading.ts";
import { isProtectedStep } from "./keptTime.ts";
import { GUARDIAN_AGE } from "./limits.ts";
import { listPeople, moderatorByGroup } from "./peopleReader.ts";
import { PLAN, type PlanRecords, promptField } from "./records.ts";
import { rightsOf } from "./rights.ts";
import {
  type AnnouncementView,
  type BriefView,
  type GroupView,
  type LanePrompts,
  type OwnWords,
  type PlanView,
  type PreparationNoteView,
  type RunView,
  type StepView,
  TERMS,
} from "./schema.ts";

/** The id of the one brief. */
export const BRIEF = "brief";

/** Reads a plan once. Never throws. */
export function readPlan(plan: PlanDocument): PlanView {
  return readOnce(plan, PLAN, buildPlan);
}

/** Follows a plan. */
export function openPlanReader(plan: PlanDocument): DocumentReader<PlanView> {
  return openReader(plan, PLAN, buildPlan);
}

type PlanIndex = EntityIndex<PlanRecords>;

function buildPlan(index: PlanIndex, writable: boolean): PlanView {
  const people = listPeople(index);
  const moderators = moderatorByGroup(index, people);
  return {
    brief: briefView(index.records.briefs.get(BRIEF)),
    customerTypes: listOfEntries(index, "customerTypes").map(({ id, name, who, words, journeys, isShown }) => ({
      id,
      name,
      who,
      words,
      journeys,
      isShown,
    })),
    groups: listOfEntries(index, "groups").map((group) => groupView(index, group, moderators.get(group.id))),
    departments: listOfEntries(index, "departments").map(({ id, name }) => ({ id, name })),
    people,
    steps: listOfEntries(index, "steps").map(stepView),
    runs: runViews(index),
    announcements: announcementViews(index),
    words: ownWords(index),
    templates: listOfEntries(index, "templates").map(({ id, title, template }) => ({
      id,
      title,
      template: template.value,
    })),
    preparationNotes: listOfEntries(index, "preparationNotes").map(noteView),
    messages: listOfEntries(index, "messages").map(({ id, text, tables, author, made }) => ({
      ...{ id, text: text.value, tables, author, made },
    })),
    preTasks: listOfEntries(index, "preTasks").map(({ id, text, role }) => ({
      id,
      text: text.value,
      role: role.value,
    })),
    ghosts: index.ghosts.size,
    writable,
  };
}

function briefView(brief: PlanRecords["briefs"] | undefined): BriefView {
  return {
    title: brief?.title ?? "",
    startsAt: brief?.startsAt ?? "",
    journeyTemplate: brief?.journeyTemplate ?? "",
    question: brief?.question ?? "",
    decision: brief?.decision ?? "",
    decider: brief?.decider ?? "",
    by: brief?.by ?? "",
    workStream: brief?.workStream ?? "",
    sponsor: {
      who: brief?.sponsor ?? "",
      promise: brief?.sponsorPromise ?? "",
      answerBy: brief?.sponsorAnswerBy ?? "",
    },
    dataKeeper: brief?.dataKeeper ?? "",
    keepUntil: brief?.keepUntil ?? "",
    closedOn: brief?.closedOn ?? "",
    guardianAge: brief?.guardianAge ?? GUARDIAN_AGE.default,
    warmUp: brief?.warmUp ?? "",
  };
}

function groupView(index: PlanIndex, group: PlanRecords["groups"], moderator: Id | undefined): GroupView {
  const type = index.records.customerTypes.get(group.customerType);
  return {
    id: group.id,
    name: group.name,
    // What refers to something missing stays in the document and is shown again with it (R6).
    ...(type && !type.del ? { customerType: type.id } : {}),
    ...(moderator === undefined ? {} : { moderator }),
    seats: group.seats,
  };
}

function stepView(step: PlanRecords["steps"]): StepView {
  const left = step.isSkipped ? 0 : step.minutes;
  return {
    id: step.id,
    title: step.title,
    kind: step.kind,
    minutes: step.minutes,
    instructions: {
      customer: step.customerInstruction,
      colleague: step.colleagueInstruction,
      moderator: step.moderatorInstruction,
      facilitator: step.facilitatorInstruction,
    },
    lanes: step.lanes,
    prompts: promptsOf(step),
    rights: rightsOf(step.kind, {
      customer: step.customerRight,
      colleague: step.colleagueRight,
      moderator: step.moderatorRight,
    }),
    isProtected: isProtectedStep(step),
    isSkipped: step.isSkipped,
    ...(step.promised !== undefined && step.promised > left && { promised: step.promised }),
  };
}

function promptsOf(step: PlanRecords["steps"]): LanePrompts {
  return Object.fromEntries(
    LANE_KINDS.flatMap((kind) => {
      const prompt = step[promptField(kind)];
      return prompt === "" ? [] : [[kind, prompt]];
    }),
  );
}

function noteView({
  id,
  text,
  about,
  source,
  grade,
  author,
  made,
}: PlanRecords["preparationNotes"]): PreparationNoteView {
  return { id, text: text.value, about: about.value, source, grade, author, made };
}

/** The tables there ever were, removed ones too: their boards are still somewhere. */
export function everyGroup(plan: PlanDocument): readonly Id[] {
  return [...liveIndexOf(docOf(plan), PLAN).index.records.groups.keys()];
}

/** One run for each number: its id follows from the number, and one under another id says nothing. */
function runViews(index: PlanIndex): readonly RunView[] {
  return livingOf(index, "runs")
    .filter(({ id, n }) => id === runId(n))
    .sort((a, b) => a.n - b.n)
    .map(({ n, step, started, minutes, pausedAt, pausedFor, swapAfter }) => ({
      ...{ n, step: step.value, started, minutes, pausedFor },
      ...(pausedAt > 0 && { pausedAt }),
      ...(swapAfter > 0 && { swapAfter }),
    }));
}

/** The id of the run with this number. */
export function runId(n: number): string {
  return `run${n}`;
}

/** As with runs, an entry under another id than its number gives says nothing. */
function announcementViews(index: PlanIndex): readonly AnnouncementView[] {
  return livingOf(index, "announcements")
    .filter(({ id, n }) => id === announcementId(n))
    .sort((a, b) => a.n - b.n)
    .map(({ n, step, begins, staying, by }) => ({
      ...{ n, step: step.value, begins: begins.value, staying, by: by.value },
    }));
}

/** The id of the announcement of the step with this number. */
export function announcementId(n: number): string {
  return `next${n}`;
}

/** One entry for each term: its id is the term, and one under another id says nothing. */
function ownWords(index: PlanIndex): OwnWords {
  const wordsByTerm = new Map(livingOf(index, "words").map((entry) => [entry.id, entry]));
  return Object.fromEntries(
    TERMS.flatMap((term) => {
      const entry = wordsByTerm.get(term);
      if (entry?.term !== term) return [];
      const [one, many] = entry.words.value;
      return [[term, { one, many }]];
    }),
  );
}
