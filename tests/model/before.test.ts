/** What happens before the day: preparation notes, tasks, and what people need (SPEC P52–P55). */
import {
  addCustomerType,
  addPreparationNote,
  addPreTask,
  type BoardDocument,
  boardFromState,
  describeBrief,
  describePreparationNote,
  describePreTask,
  EXAMPLE_JOURNEY,
  importJourney,
  movePreTask,
  needsSummary,
  newBoard,
  newPlan,
  openHistory,
  planFromState,
  preparedEvidenceId,
  putPreparationCard,
  putPreparationNote,
  readBoard,
  readPlan,
  removeCard,
  removeEvidence,
  removePreparationNote,
  removePreTask,
  restoreInPlan,
  stateOf,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { attack, done, fieldsOf, meet, NOTHING, person, refused } from "./meeting.ts";

const anna = person("anna");
const bert = person("bert", "moderator");

describe("preparation notes (S0-15)", () => {
  it("say what, about whom, where from and how sure, and keep who wrote them (P52)", () => {
    const plan = newPlan();
    const type = done(addCustomerType(plan, anna, { name: "Loyalists" }));
    const about = { kind: "customerType", id: type } as const;
    const note = done(addPreparationNote(plan, anna, { text: "They ring before they look", about, source: "Calls" }));
    done(addPreparationNote(plan, anna, { text: "Asked for a seat at the door", about: { kind: "person", id: "jo" } }));
    expect(addPreparationNote(plan, anna, { text: "  ", about })).toEqual(NOTHING);
    expect(addPreparationNote(plan, anna, { text: "x".repeat(2_001), about })).toEqual(refused("too-long"));
    done(describePreparationNote(plan, bert, { note, grade: "researched", text: "They ring first" }));
    const [first, second] = readPlan(plan).preparationNotes;
    expect(first).toEqual({
      ...{ id: note, about, author: "anna", source: "Calls", grade: "researched", text: "They ring first" },
      made: expect.any(Number),
    });
    expect([second?.about, second?.grade]).toEqual([{ kind: "person", id: "jo" }, "heard"]);
    done(removePreparationNote(plan, anna, { note }));
    expect(readPlan(plan).preparationNotes.length).toBe(1);
    done(restoreInPlan(plan, anna, { collection: "preparationNotes", id: note }));
    expect(readPlan(plan).preparationNotes.length).toBe(2);
  });

  it("written by two people without a network are both there (P52)", () => {
    const [a, b] = [newPlan(), newPlan()];
    const about = { kind: "person", id: "jo" } as const;
    done(addPreparationNote(a, anna, { text: "One", about }));
    done(addPreparationNote(b, bert, { text: "Two", about }));
    meet(a, b);
    expect(readPlan(a)).toEqual(readPlan(b));
    expect(
      readPlan(a)
        .preparationNotes.map(({ text }) => text)
        .sort(),
    ).toEqual(["One", "Two"]);
  });

  it("about nobody, as only a hostile peer writes them, are ghosts", () => {
    const plan = newPlan();
    const note = done(addPreparationNote(plan, anna, { text: "One", about: { kind: "person", id: "jo" } }));
    attack(plan, (doc) => fieldsOf(doc, "preparationNotes", note).set("about", ["nobody", 1, "mallory"]));
    expect([readPlan(plan).preparationNotes, readPlan(plan).ghosts]).toEqual([[], 1]);
  });
});

function tableWith(): { board: BoardDocument; touchpoints: readonly string[] } {
  const board = newBoard();
  done(importJourney(board, anna, { draft: EXAMPLE_JOURNEY }));
  const touchpoints = readBoard(board).journeys.flatMap(({ phases }) =>
    phases.flatMap((phase) => phase.touchpoints.map(({ id }) => id)),
  );
  return { board, touchpoints };
}

const NOTE = {
  ...{ id: "note1", text: "They ring first", source: "Calls", author: "anna", made: 5 },
  grade: "researched" as const,
};

function hangingOn(board: BoardDocument, touchpoint: string) {
  const places = readBoard(board).journeys.flatMap(({ phases }) => phases.flatMap((phase) => phase.touchpoints));
  return places.find(({ id }) => id === touchpoint)?.evidence ?? [];
}

describe("a preparation note on a table's map", () => {
  it("is evidence with its words, its grade and its origin, in its author's name; once, and undone by one undo (P53)", () => {
    const { board, touchpoints } = tableWith();
    const [first = "", second = ""] = touchpoints;
    const history = openHistory(board, bert);
    const put = putPreparationNote(board, bert, { note: NOTE, subject: first });
    if (put.outcome === "done") history.add(put.changes);
    expect(done(put)).toBe(preparedEvidenceId("note1"));
    const hung = hangingOn(board, first).find(({ id }) => id === preparedEvidenceId("note1"));
    expect(hung).toMatchObject({ text: "They ring first", source: "Calls", grade: "researched", author: "anna" });
    expect(putPreparationNote(board, bert, { note: NOTE, subject: second })).toEqual(NOTHING);
    history.undo();
    expect(hangingOn(board, first).some(({ id }) => id === preparedEvidenceId("note1"))).toBe(false);
    done(putPreparationNote(board, bert, { note: NOTE, subject: second }));
    expect(hangingOn(board, second).some(({ id }) => id === preparedEvidenceId("note1"))).toBe(true);
    expect(putPreparationNote(board, bert, { note: { ...NOTE, id: "2" }, subject: "gone" })).toEqual(refused("gone"));
  });

  it("is a card of its own in a cell, with what backs it, and lies in the tray again with the card removed (P53)", () => {
    const { board, touchpoints } = tableWith();
    const [journey] = readBoard(board).journeys;
    const [phase] = journey?.phases ?? [];
    const lane = journey?.lanes.find(({ kind }) => kind === "pain");
    const cell = { parent: phase?.id ?? "", lane: lane?.id ?? "" };
    const cards = () => readBoard(board).journeys[0]?.phases[0]?.cardsByLane[cell.lane] ?? [];
    const history = openHistory(board, bert);
    const put = putPreparationCard(board, bert, { note: NOTE, ...cell });
    if (put.outcome === "done") history.add(put.changes);
    const card = done(put);
    const grade = "researched";
    expect(cards().find(({ id }) => id === card)).toMatchObject({
      ...{ text: "They ring first", author: "anna", grade, kind: "pain" },
      evidence: [{ id: preparedEvidenceId("note1"), source: "Calls", grade }],
    });
    expect(putPreparationNote(board, bert, { note: NOTE, subject: touchpoints[0] ?? "" })).toEqual(NOTHING);
    done(removeCard(board, bert, { card }));
    done(putPreparationNote(board, bert, { note: NOTE, subject: touchpoints[0] ?? "" }));
    expect(hangingOn(board, touchpoints[0] ?? "").map(({ id }) => id)).toContain(preparedEvidenceId("note1"));
    done(removeEvidence(board, bert, { evidence: preparedEvidenceId("note1") }));
    done(putPreparationCard(board, bert, { note: NOTE, ...cell }));
    expect(cards().map(({ id }) => id)).toContain(card);
    expect(putPreparationCard(board, bert, { note: { ...NOTE, id: "2" }, ...cell, lane: "gone" })).toEqual(
      refused("gone"),
    );
  });

  it("put there by two devices at once stands there once, whole (P53)", () => {
    const { board: a, touchpoints } = tableWith();
    const [first = "", second = ""] = touchpoints;
    const b = boardFromState(stateOf(a));
    done(putPreparationNote(a, anna, { note: NOTE, subject: first }));
    done(putPreparationNote(b, bert, { note: NOTE, subject: second }));
    meet(a, b);
    expect(readBoard(a)).toEqual(readBoard(b));
    const found = [first, second].flatMap((place) =>
      hangingOn(a, place).filter(({ id }) => id === preparedEvidenceId("note1")),
    );
    expect(found.map(({ text, grade }) => [text, grade])).toEqual([["They ring first", "researched"]]);
    done(removeEvidence(a, anna, { evidence: preparedEvidenceId("note1") }));
    done(putPreparationNote(a, anna, { note: NOTE, subject: first }));
    expect(hangingOn(a, first).some(({ id }) => id === preparedEvidenceId("note1"))).toBe(true);
  });
});

describe("tasks before the day (S0-18)", () => {
  it("stand in one order, each for a role, and survive as what they are on every device (P54)", () => {
    const plan = newPlan();
    const shop = done(addPreTask(plan, anna, { text: "Buy it yourself", role: "colleague" }));
    const ring = done(addPreTask(plan, anna, { text: "Ring the hotline", role: "colleague" }));
    expect(addPreTask(plan, anna, { text: "", role: "customer" })).toEqual(NOTHING);
    done(movePreTask(plan, anna, { task: ring, before: shop }));
    done(describePreTask(plan, anna, { task: shop, text: "Buy one yourself" }));
    expect(readPlan(planFromState(stateOf(plan))).preTasks).toEqual([
      { id: ring, text: "Ring the hotline", role: "colleague" },
      { id: shop, text: "Buy one yourself", role: "colleague" },
    ]);
    done(removePreTask(plan, anna, { task: ring }));
    expect(readPlan(plan).preTasks.map(({ id }) => id)).toEqual([shop]);
    expect(describePreTask(plan, anna, { task: ring, text: "x" })).toEqual(refused("gone"));
  });

  it("and one question to think about is the brief's (P55)", () => {
    const plan = newPlan();
    expect(readPlan(plan).brief.warmUp).toBe("");
    done(describeBrief(plan, anna, { warmUp: "When did it last go well?" }));
    expect(readPlan(plan).brief.warmUp).toBe("When did it last go well?");
  });
});

describe("what people need", () => {
  it("is summed up without a name; what is none of ours is passed over (P55)", () => {
    const rows = [
      { person: "a", value: { needs: ["step-free", "food"], language: "Deutsch", line: "Nuts make me ill to eat" } },
      { person: "b", value: { needs: ["step-free"], language: "Deutsch" } },
      { person: "c", value: { needs: [], language: "Türkçe" } },
      { person: "d", value: { needs: [] } },
      { person: "e", value: null },
      { person: "f", value: { needs: ["diabetes"] } },
    ];
    expect(needsSummary(rows)).toEqual({
      people: 3,
      needs: [
        { need: "step-free", people: 2 },
        { need: "food", people: 1 },
      ],
      languages: [
        { language: "Deutsch", people: 2 },
        { language: "Türkçe", people: 1 },
      ],
      lines: ["Nuts make me ill to eat"],
    });
  });
});
