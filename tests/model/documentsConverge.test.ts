/** Three laptops change a plan, questions or findings apart and meet now and then: all end with the same view. */
import {
  type Actor,
  addGroup,
  addInsight,
  addNextStep,
  addQuestion,
  addStep,
  addSupport,
  answerQuestion,
  describeBrief,
  describeNextStep,
  describeStep,
  dismissInsight,
  findingsFromState,
  mergeQuestion,
  moveInsight,
  moveQuestion,
  moveStep,
  nameTerm,
  newFindings,
  newPlan,
  newQuestions,
  type Outcome,
  openFindingsReader,
  openHistory,
  openPlanReader,
  openQuestionsReader,
  planFromState,
  questionsFromState,
  readFindings,
  readPlan,
  readQuestions,
  removeQuestion,
  removeStep,
  resetTerm,
  restoreInPlan,
  restoreQuestion,
  splitStep,
  stateOf,
  unmergeQuestion,
} from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meet, person } from "./meeting.ts";

/** One laptop with its document behind it. */
interface Laptop {
  readonly document: Parameters<typeof stateOf>[0];
  readonly fresh: () => unknown;
  readonly live: () => unknown;
  /** Runs the command of this number on things chosen by two more numbers. */
  readonly run: (command: number, one: number, two: number) => Outcome<unknown>;
}

function at<T>(items: readonly T[], index: number): T | undefined {
  return items[index % Math.max(1, items.length)];
}
const idAt = (items: readonly { readonly id: string }[], index: number) => at(items, index)?.id ?? "none";

function noted(removed: { id: string }[], id: string): string {
  removed.push({ id });
  return id;
}

function planLaptop(by: Actor, state?: Uint8Array): Laptop {
  const plan = state ? planFromState(state) : newPlan();
  const reader = openPlanReader(plan);
  const step = (index: number) => idAt(reader.view().steps, index);
  const removed: { id: string }[] = [];
  const kinds = ["map", "listen", "questions"] as const;
  const commands: ((one: number, two: number) => Outcome<unknown>)[] = [
    (one) => describeBrief(plan, by, { question: `why ${one}` }),
    (one) => describeBrief(plan, by, { guardianAge: one % 22 }),
    (one, two) => addStep(plan, by, { title: `step ${one}`, kind: kinds[one % 3] ?? "map", before: step(two) }),
    (one, two) => moveStep(plan, by, { step: step(one), before: step(two) }),
    (one, two) => describeStep(plan, by, { step: step(one), kind: kinds[two % 3] ?? "map" }),
    (one, two) => describeStep(plan, by, { step: step(one), rights: { colleague: two % 2 ? "read" : "write" } }),
    (one) => splitStep(plan, by, { step: step(one), minutes: 5 }),
    (one) => removeStep(plan, by, { step: noted(removed, step(one)) }),
    (one) => restoreInPlan(plan, by, { collection: "steps", id: idAt(removed, one) }),
    (one) => addGroup(plan, by, { name: `table ${one}` }),
    (one) => nameTerm(plan, by, { term: "customer", one: `patient ${one}`, many: "patients" }),
    () => resetTerm(plan, by, { term: "customer" }),
  ];
  return laptop(
    plan,
    by,
    commands,
    () => readPlan(plan),
    () => reader.view(),
  );
}

function questionsLaptop(by: Actor, state?: Uint8Array): Laptop {
  const questions = state ? questionsFromState(state) : newQuestions();
  const reader = openQuestionsReader(questions);
  const question = (index: number) => idAt(reader.view().questions, index);
  const removed: { id: string }[] = [];
  const commands: ((one: number, two: number) => Outcome<unknown>)[] = [
    (one) => addQuestion(questions, by, { text: `why ${one}` }),
    (one) => addQuestion(questions, by, { text: "taken in", from: { person: "cleo", item: `${one % 3}` } }),
    (one, two) => mergeQuestion(questions, by, { question: question(one), into: question(two) }),
    (one) => unmergeQuestion(questions, by, { question: idAt(at(reader.view().questions, one)?.merged ?? [], one) }),
    (one, two) => moveQuestion(questions, by, { question: question(one), before: question(two) }),
    (one, two) => answerQuestion(questions, by, { question: question(one), text: `because ${two}` }),
    (one) => removeQuestion(questions, by, { question: noted(removed, question(one)) }),
    (one) => restoreQuestion(questions, by, { question: idAt(removed, one) }),
  ];
  return laptop(
    questions,
    by,
    commands,
    () => readQuestions(questions),
    () => reader.view(),
  );
}

function findingsLaptop(by: Actor, state?: Uint8Array): Laptop {
  const findings = state ? findingsFromState(state) : newFindings();
  const reader = openFindingsReader(findings);
  const insight = (index: number) => idAt(reader.view().insights, index);
  const commands: ((one: number, two: number) => Outcome<unknown>)[] = [
    (one) => addInsight(findings, by, { text: `insight ${one}` }),
    (one, two) => addSupport(findings, by, { finding: insight(one), group: "table1", subject: `card${two % 3}` }),
    (one, two) => moveInsight(findings, by, { insight: insight(one), before: insight(two) }),
    (one) => dismissInsight(findings, by, { insight: insight(one), reason: "not-the-brief", sentence: `it is ${one}` }),
    (one) => addNextStep(findings, by, { what: `do ${one}` }),
    (one, two) =>
      describeNextStep(findings, by, {
        nextStep: idAt(reader.view().nextSteps, one),
        status: two % 2 ? "doing" : "done",
      }),
  ];
  return laptop(
    findings,
    by,
    commands,
    () => readFindings(findings),
    () => reader.view(),
  );
}

function laptop(
  document: Laptop["document"],
  by: Actor,
  commands: readonly ((one: number, two: number) => Outcome<unknown>)[],
  fresh: () => unknown,
  live: () => unknown,
): Laptop {
  const history = openHistory(document, by);
  return {
    document,
    fresh,
    live,
    run(command, one, two) {
      if (command % (commands.length + 1) === commands.length) return history.undo();
      const outcome = at(commands, command)?.(one, two) ?? { outcome: "nothing" };
      if (outcome.outcome === "done") history.add(outcome.changes);
      return outcome;
    },
  };
}

describe.each([
  ["a plan", planLaptop],
  ["questions", questionsLaptop],
  ["findings", findingsLaptop],
] as const)("three laptops with %s", (_name, open) => {
  it("end with equal views, and the followed view is the read one (R9)", () => {
    const action = fc.record({
      who: fc.nat(2),
      command: fc.nat(100),
      one: fc.nat(30),
      two: fc.nat(30),
      meets: fc.option(fc.nat(2), { nil: undefined, freq: 4 }),
    });
    fc.assert(
      fc.property(fc.array(action, { minLength: 5, maxLength: 40 }), (actions) => {
        const first = open(person("anna"));
        first.run(0, 1, 1);
        const laptops = [first, ...["bert", "cleo"].map((who) => open(person(who), stateOf(first.document)))];
        for (const { who, command, one, two, meets } of actions) {
          const here = laptops[who];
          here?.run(command, one, two);
          const other = meets === undefined ? undefined : laptops[meets];
          if (here && other && other !== here) meet(here.document, other.document);
        }
        for (let round = 0; round < 2; round++)
          for (const one of laptops) for (const other of laptops) if (one !== other) meet(one.document, other.document);
        for (const each of laptops) {
          expect(each.live()).toEqual(each.fresh());
          expect(each.fresh()).toEqual(first.fresh());
        }
      }),
      { numRuns: 40 },
    );
  });
});
