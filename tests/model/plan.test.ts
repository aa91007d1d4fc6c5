import {
  addCustomerType,
  addDepartment,
  addGroup,
  addStep,
  beginMapsWith,
  describeBrief,
  describeCustomerType,
  describeGroup,
  describeStep,
  EXAMPLE_JOURNEY,
  fillPlan,
  importJourney,
  moveCustomerType,
  moveDepartment,
  moveGroup,
  moveStep,
  nameTerm,
  newBoard,
  newPlan,
  openHistory,
  openPlanReader,
  type PlanDocument,
  planFromState,
  readBoard,
  readPlan,
  removeCustomerType,
  removeDepartment,
  removeGroup,
  removeStep,
  removeTemplate,
  renameDepartment,
  renameTemplate,
  repeatStep,
  resetTerm,
  restoreInPlan,
  STEP_KINDS,
  saveTemplate,
  skipStep,
  splitStep,
  stateOf,
  templateFrom,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { attack, done, fieldsOf, meet, NOTHING, person, refused } from "./meeting.ts";

const anna = person("anna");
const bert = person("bert");

/** A plan and its twin on another laptop. */
function twins(prepare: (plan: PlanDocument) => void = () => undefined): [PlanDocument, PlanDocument] {
  const a = newPlan();
  prepare(a);
  return [a, planFromState(stateOf(a))];
}

const titles = (plan: PlanDocument) => readPlan(plan).steps.map((step) => step.title);
const ids = (items: readonly { readonly id: string }[]) => items.map((item) => item.id);

describe("the brief (S3-2, S3-13)", () => {
  it("reads with defaults before anybody wrote it, and back as it was written", () => {
    const plan = newPlan();
    expect(readPlan(plan).brief).toMatchObject({ question: "", by: "", guardianAge: 16, sponsor: { who: "" } });
    done(
      describeBrief(plan, anna, {
        question: "Why do reorders stop?",
        decision: "Keep or replace the portal",
        decider: "Head of sales",
        by: "2027-01-31",
        sponsor: "Managing director",
        sponsorPromise: "I will answer every next step in person.",
        sponsorAnswerBy: "2027-02-15",
        guardianAge: 14,
      }),
    );
    expect(readPlan(plan).brief).toMatchObject({
      question: "Why do reorders stop?",
      by: "2027-01-31",
      sponsor: {
        who: "Managing director",
        promise: "I will answer every next step in person.",
        answerBy: "2027-02-15",
      },
      guardianAge: 14,
    });
    expect(describeBrief(plan, anna, { decider: "Head of sales" })).toEqual(NOTHING);
  });

  it("keeps what two people wrote into it apart, though neither had a brief before", () => {
    const [a, b] = twins();
    done(describeBrief(a, anna, { question: "Why?" }));
    done(describeBrief(b, bert, { decision: "What we build next" }));
    meet(a, b);
    expect(readPlan(a)).toEqual(readPlan(b));
    expect(readPlan(a).brief).toMatchObject({ question: "Why?", decision: "What we build next" });
  });

  it.each([
    [{ by: "2026-02-30" }, "bad-value"],
    [{ by: "tomorrow" }, "bad-value"],
    [{ guardianAge: 99 }, "bad-value"],
    [{ question: "x".repeat(2_001) }, "too-long"],
    [{ question: "good", sponsor: "x".repeat(301) }, "too-long"],
  ])("refuses %j whole (C2)", (fields, reason) => {
    const plan = newPlan();
    const before = stateOf(plan);
    expect(describeBrief(plan, anna, fields)).toEqual(refused(reason));
    expect(stateOf(plan)).toEqual(before);
  });

  it("says until when words are kept, and on which day the workshop was closed and opened again (S35)", () => {
    const plan = newPlan();
    expect(readPlan(plan).brief).toMatchObject({ keepUntil: "", closedOn: "" });
    done(describeBrief(plan, anna, { keepUntil: "2027-06-30" }));
    done(describeBrief(plan, anna, { closedOn: "2026-11-22" }));
    expect(readPlan(plan).brief).toMatchObject({ keepUntil: "2027-06-30", closedOn: "2026-11-22" });
    expect(describeBrief(plan, anna, { closedOn: "now" })).toEqual(refused("bad-value"));
    done(describeBrief(plan, anna, { closedOn: "" }));
    expect(readPlan(plan).brief.closedOn).toBe("");
  });

  it("takes a gesture back", () => {
    const plan = newPlan();
    const history = openHistory(plan, anna);
    const outcome = describeBrief(plan, anna, { question: "Why?" });
    if (outcome.outcome === "done") history.add(outcome.changes);
    done(history.undo());
    expect(readPlan(plan).brief.question).toBe("");
    done(history.redo());
    expect(readPlan(plan).brief.question).toBe("Why?");
  });
});

describe("customer types and groups (S0-2, S0-3)", () => {
  it("have a page each, and a name that is shown only when the facilitator says so", () => {
    const plan = newPlan();
    const customerType = done(addCustomerType(plan, anna, { name: "Loyalists" }));
    done(
      describeCustomerType(plan, anna, {
        customerType,
        who: "Have bought for ten years",
        words: ["They know me by name."],
        journeys: ["journey1"],
      }),
    );
    expect(readPlan(plan).customerTypes).toEqual([
      {
        id: customerType,
        name: "Loyalists",
        who: "Have bought for ten years",
        words: ["They know me by name."],
        journeys: ["journey1"],
        isShown: false,
      },
    ]);
    done(describeCustomerType(plan, bert, { customerType, isShown: true }));
    expect(readPlan(plan).customerTypes[0]?.isShown).toBe(true);
    expect(describeCustomerType(plan, bert, { customerType, words: Array(51).fill("x") })).toEqual(refused("too-long"));
    expect(describeCustomerType(plan, bert, { customerType, journeys: [""] })).toEqual(refused("bad-value"));
  });

  it("count as mixed while their type is removed, and have it again with it (R6)", () => {
    const plan = newPlan();
    const customerType = done(addCustomerType(plan, anna, { name: "Rejectors" }));
    const group = done(addGroup(plan, anna, { name: "Table 1", customerType, moderator: "mo" }));
    expect(readPlan(plan).groups).toEqual([{ id: group, name: "Table 1", customerType, moderator: "mo", seats: 8 }]);
    done(removeCustomerType(plan, anna, { customerType }));
    expect(readPlan(plan).groups[0]).not.toHaveProperty("customerType");
    expect(addGroup(plan, anna, { name: "Table 2", customerType })).toEqual(refused("gone"));
    done(restoreInPlan(plan, bert, { collection: "customerTypes", id: customerType }));
    expect(readPlan(plan).groups[0]?.customerType).toBe(customerType);
  });

  it("lose their moderator and type when these are taken away, and refuse impossible seats", () => {
    const plan = newPlan();
    const group = done(addGroup(plan, anna, { name: "Table 1", moderator: "mo", seats: 10 }));
    done(describeGroup(plan, anna, { group, moderator: "", customerType: "" }));
    expect(readPlan(plan).groups).toEqual([{ id: group, name: "Table 1", seats: 10 }]);
    for (const seats of [0, 51, 2.5, Number.NaN])
      expect(describeGroup(plan, anna, { group, seats })).toEqual(refused("bad-value"));
    done(removeGroup(plan, anna, { group }));
    expect(removeGroup(plan, anna, { group })).toEqual(NOTHING);
    expect(describeGroup(plan, anna, { group, name: "x" })).toEqual(refused("gone"));
    expect(restoreInPlan(plan, anna, { collection: "groups", id: "unknown" })).toEqual(refused("gone"));
  });
});

describe("lists of a plan", () => {
  it.each([
    ["customerTypes", addCustomerType, moveCustomerType, "customerType"],
    ["groups", addGroup, moveGroup, "group"],
    ["departments", addDepartment, moveDepartment, "department"],
  ] as const)("%s stand where they were put, whoever moved them meanwhile (D5, C3)", (list, add, move, argument) => {
    const moved = (plan: PlanDocument, id: string, before?: string) =>
      (move as typeof moveGroup)(plan, anna, { [argument]: id, ...(before ? { before } : {}) } as never);
    const [a, b] = twins((plan) => {
      for (const name of ["one", "two", "three"]) done(add(plan, anna, { name }));
    });
    const [one = "", two = "", three = ""] = ids(readPlan(a)[list]);
    expect(moved(a, one, two)).toEqual(NOTHING);
    expect(moved(a, three)).toEqual(NOTHING);
    done(moved(a, three, one));
    expect(ids(readPlan(a)[list])).toEqual([three, one, two]);
    done(moved(b, one, "removed meanwhile"));
    meet(a, b);
    expect(readPlan(a)).toEqual(readPlan(b));
    expect(ids(readPlan(a)[list])).toEqual([three, two, one]);
    const front = done(add(a, anna, { name: "front", before: three }));
    expect(ids(readPlan(a)[list])[0]).toBe(front);
  });

  it("shows departments that are wanted (S4-5)", () => {
    const plan = newPlan();
    const department = done(addDepartment(plan, anna, { name: "Finance" }));
    done(renameDepartment(plan, bert, { department, name: "Finance and billing" }));
    expect(readPlan(plan).departments).toEqual([{ id: department, name: "Finance and billing" }]);
    done(removeDepartment(plan, bert, { department }));
    expect(readPlan(plan).departments).toEqual([]);
    done(restoreInPlan(plan, anna, { collection: "departments", id: department }));
    expect(readPlan(plan).departments).toHaveLength(1);
  });
});

describe("the agenda (S0-21, S4-10)", () => {
  it("lets colleagues only read while customers speak, and everybody write while they map (S0-20, S2-2)", () => {
    const plan = newPlan();
    for (const kind of STEP_KINDS) done(addStep(plan, anna, { title: kind, kind }));
    const rightsByKind = Object.fromEntries(readPlan(plan).steps.map((step) => [step.kind, step.rights]));
    expect(rightsByKind["listen"]).toEqual({ customer: "write", colleague: "read", moderator: "write" });
    for (const kind of ["map", "what-if", "pair"])
      expect(rightsByKind[kind]).toEqual({ customer: "write", colleague: "write", moderator: "write" });
  });

  it("never gives customers and colleagues different rights where they make the map together (S0-20)", () => {
    const [a, b] = twins((plan) => void done(addStep(plan, anna, { title: "Map", kind: "listen" })));
    const step = readPlan(a).steps[0]?.id ?? "";
    done(describeStep(a, anna, { step, kind: "map" }));
    expect(describeStep(a, anna, { step, rights: { colleague: "read" } })).toEqual(refused("bad-value"));
    expect(addStep(a, anna, { title: "x", kind: "map", rights: { customer: "read" } })).toEqual(refused("bad-value"));
    done(describeStep(b, bert, { step, rights: { customer: "read", colleague: "none" } }));
    meet(a, b);
    expect(readPlan(a)).toEqual(readPlan(b));
    expect(readPlan(a).steps[0]).toMatchObject({
      kind: "map",
      rights: { customer: "read", colleague: "read", moderator: "write" },
    });
  });

  it("lets nobody who listens write, whatever two people set at the same time (S2-2)", () => {
    const [a, b] = twins((plan) => void done(addStep(plan, anna, { title: "Listen", kind: "free" })));
    const step = readPlan(a).steps[0]?.id ?? "";
    done(describeStep(a, anna, { step, kind: "listen" }));
    expect(describeStep(a, anna, { step, rights: { colleague: "write" } })).toEqual(refused("bad-value"));
    done(describeStep(b, bert, { step, rights: { colleague: "write", moderator: "read" } }));
    meet(a, b);
    expect(readPlan(a)).toEqual(readPlan(b));
    expect(readPlan(a).steps[0]?.rights).toEqual({ customer: "write", colleague: "read", moderator: "read" });
  });

  it("asks in each kind of lane what was set for it, from a template and by hand (S4-7, P68)", () => {
    const [a, b] = twins((plan) => {
      done(fillPlan(plan, anna, { template: "scenario", title: "x", startsAt: "", tableNames: [] }));
    });
    const asked = (plan: PlanDocument) => readPlan(plan).steps.find(({ title }) => title === "What would stop it?");
    expect(asked(a)?.prompts).toMatchObject({ pain: expect.stringContaining("turn away") });
    const step = asked(a)?.id ?? "";
    done(describeStep(a, anna, { step, prompts: { pain: "Here I gave up", "what-if": "If it were otherwise" } }));
    done(describeStep(b, bert, { step, prompts: { metric: "" } }));
    meet(a, b);
    expect(asked(b)?.prompts).toEqual({ pain: "Here I gave up", "what-if": "If it were otherwise" });
    expect(describeStep(a, anna, { step, prompts: { pain: "x".repeat(301) } })).toEqual(refused("too-long"));
    const copy = done(repeatStep(a, anna, { step }));
    expect(readPlan(a).steps.find(({ id }) => id === copy)?.prompts).toEqual(asked(a)?.prompts);
  });

  it("keeps what two people said to two roles at the same time", () => {
    const [a, b] = twins((plan) => void done(addStep(plan, anna, { title: "Listen", kind: "listen" })));
    const step = readPlan(a).steps[0]?.id ?? "";
    done(describeStep(a, anna, { step, instructions: { customer: "Tell your story" }, lanes: ["pain", "doing"] }));
    done(describeStep(b, bert, { step, instructions: { colleague: "Do not explain" }, minutes: 25 }));
    meet(a, b);
    expect(readPlan(b).steps[0]).toMatchObject({
      instructions: { customer: "Tell your story", colleague: "Do not explain", moderator: "", facilitator: "" },
      lanes: ["pain", "doing"],
      minutes: 25,
    });
  });

  it("is changed while the day runs: insert, repeat, split, skip, one undo each", () => {
    const plan = newPlan();
    const history = openHistory(plan, anna);
    const run = (outcome: ReturnType<typeof addStep>) => {
      if (outcome.outcome === "done") history.add(outcome.changes);
      return done(outcome);
    };
    const map = run(addStep(plan, anna, { title: "Map", kind: "map", minutes: 60 }));
    const rate = run(addStep(plan, anna, { title: "Rate", kind: "rate", minutes: 10 }));
    run(addStep(plan, anna, { title: "What if", kind: "what-if", minutes: 10, before: rate }));
    expect(titles(plan)).toEqual(["Map", "What if", "Rate"]);
    run(splitStep(plan, anna, { step: map, minutes: 45 }));
    expect(readPlan(plan).steps.map((step) => step.minutes)).toEqual([45, 15, 10, 10]);
    run(repeatStep(plan, anna, { step: rate }));
    expect(titles(plan)).toEqual(["Map", "Map", "What if", "Rate", "Rate"]);
    done(skipStep(plan, anna, { step: rate, skip: true }));
    expect(readPlan(plan).steps.map((step) => step.isSkipped)).toEqual([false, false, false, true, false]);
    history.undo();
    expect(titles(plan)).toEqual(["Map", "Map", "What if", "Rate"]);
    history.undo();
    expect(readPlan(plan).steps.map((step) => step.minutes)).toEqual([60, 10, 10]);
    for (const minutes of [0, 60, 2.5])
      expect(splitStep(plan, anna, { step: map, minutes })).toEqual(refused("bad-value"));
    expect(moveStep(plan, anna, { step: rate })).toEqual(NOTHING);
    done(moveStep(plan, anna, { step: rate, before: map }));
    done(removeStep(plan, anna, { step: map }));
    expect(titles(plan)).toEqual(["Rate", "What if"]);
    expect(repeatStep(plan, anna, { step: map })).toEqual(refused("gone"));
  });

  it("protects the minutes for questions unless the facilitator says otherwise (S2-15)", () => {
    const plan = newPlan();
    const step = done(addStep(plan, anna, { title: "Ask", kind: "questions" }));
    done(addStep(plan, anna, { title: "Map", kind: "map" }));
    expect(readPlan(plan).steps.map((it) => it.isProtected)).toEqual([true, false]);
    done(describeStep(plan, anna, { step, isProtected: false }));
    expect(readPlan(plan).steps[0]?.isProtected).toBe(false);
  });
});

describe("the workshop's own words (S3-10)", () => {
  it("are said instead of the usual ones, until they are reset", () => {
    const plan = newPlan();
    expect(readPlan(plan).words).toEqual({});
    done(nameTerm(plan, anna, { term: "customer", one: " patient ", many: "patients" }));
    done(nameTerm(plan, anna, { term: "colleague", one: "nurse", many: "nurses" }));
    done(resetTerm(plan, anna, { term: "colleague" }));
    expect(readPlan(plan).words).toEqual({ customer: { one: "patient", many: "patients" } });
    done(nameTerm(plan, bert, { term: "colleague", one: "doctor", many: "doctors" }));
    expect(readPlan(plan).words.colleague).toEqual({ one: "doctor", many: "doctors" });
    expect(nameTerm(plan, bert, { term: "colleague", one: "doctor", many: "doctors" })).toEqual(NOTHING);
    expect(nameTerm(plan, anna, { term: "table", one: "", many: "x" })).toEqual(refused("bad-value"));
    expect(nameTerm(plan, anna, { term: "rival" as never, one: "x", many: "x" })).toEqual(refused("bad-value"));
    expect(nameTerm(plan, anna, { term: "table", one: "x".repeat(61), many: "x" })).toEqual(refused("too-long"));
  });

  it("are what tables are called by, in the same undo (P26)", () => {
    const plan = newPlan();
    const history = openHistory(plan, anna);
    const [first = "", second = ""] = ["Table 1", "The harbour"].map((name) => done(addGroup(plan, anna, { name })));
    const tables = [
      { group: first, name: "Ward 1" },
      { group: "nobody", name: "Ward 2" },
    ];
    const named = nameTerm(plan, anna, { term: "table", one: "ward", many: "wards", tables });
    if (named.outcome === "done") history.add(named.changes);
    const names = () => readPlan(plan).groups.map(({ id, name }) => [id, name]);
    expect(names()).toEqual([
      [first, "Ward 1"],
      [second, "The harbour"],
    ]);
    history.undo();
    expect(readPlan(plan).words).toEqual({});
    expect(names()).toContainEqual([first, "Table 1"]);
    expect(history.canUndo()).toBe(false);
  });

  it("are one person's pair when two rename the same term at once", () => {
    const [a, b] = twins();
    done(nameTerm(a, anna, { term: "workshop", one: "visit", many: "visits" }));
    done(nameTerm(b, bert, { term: "workshop", one: "round", many: "rounds" }));
    meet(a, b);
    expect(readPlan(a)).toEqual(readPlan(b));
    expect([
      { one: "visit", many: "visits" },
      { one: "round", many: "rounds" },
    ]).toContainEqual(readPlan(a).words.workshop);
  });
});

describe("templates of one's own", () => {
  it("come back as they were saved from a map", () => {
    const [plan, board] = [newPlan(), newBoard()];
    done(importJourney(board, anna, { draft: EXAMPLE_JOURNEY }));
    const journey = readBoard(board).journeys[0];
    if (!journey) throw new Error("no journey");
    const template = templateFrom(journey);
    const id = done(saveTemplate(plan, anna, { title: "Pumps", template }));
    expect(readPlan(plan).templates).toEqual([{ id, title: "Pumps", template }]);
    done(renameTemplate(plan, bert, { template: id, title: "Pump service" }));
    expect(readPlan(plan).templates[0]?.title).toBe("Pump service");
    done(removeTemplate(plan, bert, { template: id }));
    expect(readPlan(plan).templates).toEqual([]);
    done(restoreInPlan(plan, anna, { collection: "templates", id }));
    expect(readPlan(plan).templates).toHaveLength(1);
    const twice = { ...template, phases: [...template.phases, ...template.phases] };
    expect(saveTemplate(plan, anna, { title: "x", template: twice })).toEqual(refused("bad-value"));
  });

  it("are what new tables' maps begin with, in one undo", () => {
    const plan = newPlan();
    const history = openHistory(plan, anna);
    done(describeBrief(plan, anna, { journeyTemplate: "b2b" }));
    const template = { id: "own", version: 1, phases: [{ id: "p", title: "P" }], lanes: [] };
    const begun = beginMapsWith(plan, anna, { title: "Own", template });
    const id = done(begun);
    expect(readPlan(plan).brief.journeyTemplate).toBe(id);
    expect(readPlan(plan).templates).toEqual([{ id, title: "Own", template }]);
    if (begun.outcome === "done") history.add(begun.changes);
    history.undo();
    expect(readPlan(plan).brief.journeyTemplate).toBe("b2b");
    expect(readPlan(plan).templates).toEqual([]);
    const twice = { ...template, phases: [...template.phases, ...template.phases] };
    expect(beginMapsWith(plan, anna, { title: "Own", template: twice })).toEqual(refused("bad-value"));
  });

  it("are ghosts when a peer wrote something else there (R3)", () => {
    const plan = newPlan();
    const template = { id: "own", version: 1, phases: [{ id: "p", title: "P" }], lanes: [] };
    const id = done(saveTemplate(plan, anna, { title: "Own", template }));
    for (const text of [
      "{",
      "[".repeat(30_000),
      JSON.stringify({ ...template, lanes: [{ id: "p|q", kind: "pain", name: "" }] }),
    ]) {
      attack(plan, (doc) => fieldsOf(doc, "templates", id).set("template", [text, 1, "mallory"]));
      expect(readPlan(plan)).toMatchObject({ templates: [], ghosts: 1 });
    }
  });
});

describe("following a plan", () => {
  it("tells of each change and keeps what did not change the same object (R9)", () => {
    const plan = newPlan();
    done(addStep(plan, anna, { title: "Map", kind: "map" }));
    done(addGroup(plan, anna, { name: "Table 1" }));
    const reader = openPlanReader(plan);
    const before = reader.view();
    expect(reader.view()).toBe(before);
    let told = 0;
    reader.subscribe(() => told++);
    done(describeBrief(plan, anna, { question: "Why?" }));
    expect(told).toBeGreaterThan(0);
    expect(reader.view()).toEqual(readPlan(plan));
    expect(reader.view().steps).toBe(before.steps);
    expect(reader.view().groups).toBe(before.groups);
    expect(reader.view().brief).not.toBe(before.brief);
    reader.close();
  });
});
