/** Nothing a peer writes into a plan, questions or findings may make a reader throw (SPEC R3, R4, R7, R9). */
import {
  addCustomerType,
  addGroup,
  addInsight,
  addNextStep,
  addPattern,
  addPreparationNote,
  addPreTask,
  addQuestion,
  addStep,
  addSupport,
  asFindingsDocument,
  asPlanDocument,
  asQuestionsDocument,
  describeBrief,
  findingsFromState,
  nameTerm,
  newFindings,
  newPlan,
  newQuestions,
  openFindingsReader,
  openPlanReader,
  openQuestionsReader,
  planFromState,
  questionsFromState,
  readFindings,
  readPlan,
  readQuestions,
  saveTemplate,
} from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { attack, done, fieldsOf, person, refused } from "./meeting.ts";

const anna = person("anna");

function filledPlan() {
  const plan = newPlan();
  done(describeBrief(plan, anna, { question: "Why?" }));
  done(addCustomerType(plan, anna, { name: "Loyalists" }));
  done(addGroup(plan, anna, { name: "Table 1" }));
  done(addStep(plan, anna, { title: "Map", kind: "map" }));
  done(addPreparationNote(plan, anna, { text: "Rings first", about: { kind: "person", id: "jo" } }));
  done(addPreTask(plan, anna, { text: "Buy it yourself", role: "colleague" }));
  done(nameTerm(plan, anna, { term: "customer", one: "patient", many: "patients" }));
  done(saveTemplate(plan, anna, { title: "Own", template: { id: "own", version: 1, phases: [], lanes: [] } }));
  return plan;
}
function filledQuestions() {
  const questions = newQuestions();
  done(addQuestion(questions, anna, { text: "Why?" }));
  return questions;
}
function filledFindings() {
  const findings = newFindings();
  const finding = done(addInsight(findings, anna, { text: "It hurts" }));
  done(addSupport(findings, anna, { finding, group: "table1", subject: "card1" }));
  done(addPattern(findings, anna, { title: "P" }));
  done(addNextStep(findings, anna, { what: "Do it" }));
  return findings;
}

const KINDS = {
  plan: {
    make: () => {
      const document = filledPlan();
      return { document, read: () => readPlan(document), follow: () => openPlanReader(document) };
    },
    roots: [
      "briefs",
      "customerTypes",
      "groups",
      "departments",
      "steps",
      "words",
      "templates",
      "runs",
      "people",
      "preparationNotes",
      "preTasks",
      "messages",
    ],
  },
  questions: {
    make: () => {
      const document = filledQuestions();
      return { document, read: () => readQuestions(document), follow: () => openQuestionsReader(document) };
    },
    roots: ["questions"],
  },
  findings: {
    make: () => {
      const document = filledFindings();
      return { document, read: () => readFindings(document), follow: () => openFindingsReader(document) };
    },
    roots: ["insights", "patterns", "supports", "nextSteps"],
  },
} as const;
const FIELDS = [
  "at",
  "del",
  "name",
  "words",
  "term",
  "template",
  "kind",
  "minutes",
  "lanes",
  "seats",
  "by",
  "author",
  "text",
  "into",
  "answered",
  "dismissed",
  "metrics",
  "what",
  "finding",
  "made",
  "customerRight",
  "about",
  "grade",
];

describe.each(["plan", "questions", "findings"] as const)("a peer that breaks the %s", (kind) => {
  const { make, roots } = KINDS[kind];

  it("cannot make reading throw with any field of any shape", () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    const value = fc.oneof(json, fc.tuple(json, fc.oneof(json, fc.nat()), fc.oneof(json, fc.string({ minLength: 1 }))));
    fc.assert(
      fc.property(fc.constantFrom(...roots), fc.constantFrom(...FIELDS), value, (root, field, written) => {
        const { document, read, follow } = make();
        const reader = follow();
        reader.view();
        attack(document, (doc) => {
          const collection = doc.getMap<Y.Map<unknown>>(root);
          const [id] = [...collection.keys()];
          if (id === undefined) collection.set("new", new Y.Map<unknown>([[field, written]]));
          else fieldsOf(doc, root, id).set(field, written);
        });
        expect(reader.view()).toEqual(read());
        reader.close();
      }),
      { numRuns: 150 },
    );
  });

  it("cannot hide what honest people wrote behind 10,000 junk keys or a text of 10 MB", () => {
    const { document, read } = make();
    const before = read();
    attack(document, (doc) => {
      for (let i = 0; i < 10_000; i++) doc.getMap(roots[0]).set(`junk${i}`, i);
      doc.getMap(roots[0]).set("long", new Y.Map<unknown>([["name", ["x".repeat(10_000_000), 1, "mallory"]]]));
    });
    const shown = read();
    // An entity of the brief's collection that is not the brief is nothing to anybody, whatever it holds.
    expect(shown).toEqual({ ...before, ghosts: before.ghosts + (kind === "plan" ? 10_000 : 10_001) });
  });

  it("cannot make reading throw with things nested 20,000 deep", () => {
    const { document, read } = make();
    attack(document, (doc) => {
      let inner: Y.Map<unknown> = new Y.Map();
      const [id = ""] = [...doc.getMap(roots[0]).keys()];
      fieldsOf(doc, roots[0], id).set("name", inner);
      for (let depth = 0; depth < 20_000; depth++) {
        const next = new Y.Map<unknown>();
        inner.set("x", next);
        inner = next;
      }
    });
    expect(() => read()).not.toThrow();
  });
});

describe("a document of a newer program", () => {
  it("is shown and takes no command (D7)", () => {
    const [plan, questions, findings] = [filledPlan(), filledQuestions(), filledFindings()];
    for (const document of [plan, questions, findings])
      attack(document, (doc) => doc.getMap("meta").set("minWriter", 2));
    expect(describeBrief(plan, anna, { question: "x" })).toEqual(refused("newer-document"));
    expect(addQuestion(questions, anna, { text: "x" })).toEqual(refused("newer-document"));
    expect(addNextStep(findings, anna, { what: "x" })).toEqual(refused("newer-document"));
    expect([readPlan(plan).writable, readQuestions(questions).writable, readFindings(findings).writable]).toEqual([
      false,
      false,
      false,
    ]);
    expect(readPlan(plan).brief.question).toBe("Why?");
  });
});

describe("bytes that are no document", () => {
  it.each([planFromState, questionsFromState, findingsFromState])("are refused with a sentence", (open) => {
    expect(() => open(new TextEncoder().encode("no document"))).toThrow(/damaged/);
  });

  it("read as an empty document when there is nothing in it", () => {
    expect(readPlan(asPlanDocument(new Y.Doc()))).toMatchObject({ steps: [], ghosts: 0, writable: true });
    expect(readQuestions(asQuestionsDocument(new Y.Doc()))).toEqual({ questions: [], ghosts: 0, writable: true });
    expect(readFindings(asFindingsDocument(new Y.Doc()))).toMatchObject({ insights: [], ghosts: 0 });
  });
});
