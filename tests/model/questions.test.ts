import {
  addQuestion,
  answerQuestion,
  mergeQuestion,
  moveQuestion,
  newQuestions,
  openHistory,
  openingId,
  openQuestionsReader,
  prioritizeQuestion,
  type QuestionsDocument,
  questionsFromState,
  readQuestions,
  removeQuestion,
  reopenQuestion,
  restoreQuestion,
  rewordQuestion,
  stateOf,
  unmergeQuestion,
  withdrawQuestions,
} from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { attack, done, fieldsOf, meet, NOTHING, person, refused } from "./meeting.ts";

const mo = person("mo", "moderator");
const max = person("max", "moderator");

function asked(...texts: readonly string[]): { questions: QuestionsDocument; ids: string[] } {
  const questions = newQuestions();
  return { questions, ids: texts.map((text) => done(addQuestion(questions, mo, { text }))) };
}
const shape = (questions: QuestionsDocument) =>
  readQuestions(questions).questions.map(({ text, merged }) => [text, ...merged.map((it) => it.text)]);

describe("questions (S2-4)", () => {
  it("of who has withdrawn hold no words, on any device and in no copy; later ones and others' stay (S0-20, S29)", () => {
    const { questions, ids } = asked("Why two days?");
    const from = { person: "cleo", item: "1" };
    const hers = done(addQuestion(questions, mo, { text: "Who decides that?", from }));
    done(removeQuestion(questions, mo, { question: hers }));
    const withdrawal = { person: "cleo", time: Date.now() + 1 };
    done(withdrawQuestions(questions, mo, withdrawal));
    expect(withdrawQuestions(questions, mo, withdrawal)).toEqual(NOTHING);
    done(restoreQuestion(questions, mo, { question: hers }));
    expect(shape(questions)).toEqual([["Why two days?"], [""]]);
    expect(ids).toHaveLength(1);
    expect(Buffer.from(stateOf(questions)).includes("Who decides that?")).toBe(false);
    expect(withdrawQuestions(questions, mo, { person: "mo", time: 0 })).toEqual(NOTHING);
  });

  it("are taken in from a person's answer once, on however many devices", () => {
    const [a, b] = [newQuestions(), newQuestions()];
    const args = { text: "Why two days?", askedFrom: "touchpoint1", from: { person: "cleo", item: "1" } };
    const id = done(addQuestion(a, mo, args));
    expect(done(addQuestion(b, max, args))).toBe(id);
    expect(id).toBe(openingId("question", "cleo", "1"));
    meet(a, b);
    expect(addQuestion(a, max, args)).toEqual(NOTHING);
    expect(readQuestions(a)).toEqual(readQuestions(b));
    expect(readQuestions(a).questions).toMatchObject([
      { text: "Why two days?", author: "cleo", askedFrom: "touchpoint1" },
    ]);
  });

  it("keep what was written on either of two devices that took in the same answer apart (D9, C4)", () => {
    const [a, b] = [newQuestions(), newQuestions()];
    const args = { text: "Why two days?", from: { person: "cleo", item: "1" } };
    const question = done(addQuestion(a, mo, args));
    done(rewordQuestion(a, person("cleo"), { question, text: "Why three days?" }));
    done(addQuestion(b, max, args));
    done(answerQuestion(b, max, { question, text: "The depot is far." }));
    meet(a, b);
    for (const questions of [a, b])
      expect(readQuestions(questions).questions).toMatchObject([
        { text: "Why three days?", author: "cleo", answered: { text: "The depot is far." } },
      ]);
  });

  it("are taken in again after a peer deleted them altogether", () => {
    const questions = newQuestions();
    const args = { text: "Why two days?", from: { person: "cleo", item: "1" } };
    const id = done(addQuestion(questions, mo, args));
    attack(questions, (doc) => doc.getMap("questions").delete(id));
    expect(shape(questions)).toEqual([]);
    expect(done(addQuestion(questions, max, args))).toBe(id);
    expect(shape(questions)).toEqual([["Why two days?"]]);
  });

  it("that were taken in are taken out again by undo, and stand where they stood when they come back (U2)", () => {
    const { questions, ids } = asked("First", "Last");
    const history = openHistory(questions, mo);
    const taken = addQuestion(questions, mo, {
      text: "Mid",
      from: { person: "cleo", item: "1" },
      before: ids[1] ?? "",
    });
    if (taken.outcome === "done") history.add(taken.changes);
    expect(shape(questions)).toEqual([["First"], ["Mid"], ["Last"]]);
    history.undo();
    expect(shape(questions)).toEqual([["First"], ["Last"]]);
    done(restoreQuestion(questions, max, { question: done(taken) }));
    expect(shape(questions)).toEqual([["First"], ["Mid"], ["Last"]]);
  });

  it("stay their author's words", () => {
    const { questions, ids } = asked("Why?");
    const question = ids[0] ?? "";
    expect(rewordQuestion(questions, max, { question, text: "Really?" })).toEqual(refused("not-yours"));
    done(rewordQuestion(questions, mo, { question, text: "Why so long?" }));
    expect(rewordQuestion(questions, mo, { question, text: " " })).toEqual(refused("bad-value"));
    expect(rewordQuestion(questions, mo, { question, text: "x".repeat(2_001) })).toEqual(refused("too-long"));
    expect(addQuestion(questions, mo, { text: " " })).toEqual(NOTHING);
    expect(shape(questions)).toEqual([["Why so long?"]]);
  });

  it("are merged with both wordings kept, and parted again", () => {
    const { questions, ids } = asked("Why two days?", "Why so slow?", "Who decides?");
    const [first = "", second = "", third = ""] = ids;
    done(mergeQuestion(questions, mo, { question: second, into: first }));
    done(mergeQuestion(questions, mo, { question: third, into: second }));
    expect(shape(questions)).toEqual([["Why two days?", "Why so slow?", "Who decides?"]]);
    expect(mergeQuestion(questions, mo, { question: first, into: third })).toEqual(refused("bad-value"));
    expect(mergeQuestion(questions, mo, { question: second, into: second })).toEqual(refused("bad-value"));
    expect(mergeQuestion(questions, mo, { question: first, into: "unknown" })).toEqual(refused("gone"));
    done(unmergeQuestion(questions, mo, { question: third }));
    expect(unmergeQuestion(questions, mo, { question: third })).toEqual(NOTHING);
    done(removeQuestion(questions, mo, { question: first }));
    expect(shape(questions)).toEqual([["Why so slow?"], ["Who decides?"]]);
    done(restoreQuestion(questions, mo, { question: first }));
    expect(shape(questions)).toEqual([["Why two days?", "Why so slow?"], ["Who decides?"]]);
  });

  it("merged into each other by two people at once stand once, the same everywhere", () => {
    const { questions: a, ids } = asked("A", "B");
    const [first = "", second = ""] = ids;
    const b = questionsFromState(stateOf(a));
    done(mergeQuestion(a, mo, { question: first, into: second }));
    done(mergeQuestion(b, max, { question: second, into: first }));
    meet(a, b);
    expect(readQuestions(a)).toEqual(readQuestions(b));
    expect(readQuestions(a).questions).toHaveLength(1);
    expect(shape(a).flat().sort()).toEqual(["A", "B"]);
  });

  it("stand exactly once under any merging that a peer can write (R1)", () => {
    const count = 6;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: count }), { minLength: count, maxLength: count }), (into) => {
        const { questions, ids } = asked(...Array.from({ length: count }, (_, index) => `q${index}`));
        attack(questions, (doc) => {
          for (const [index, target] of into.entries())
            fieldsOf(doc, "questions", ids[index] ?? "").set("into", [ids[target] ?? "elsewhere", 9, "mallory"]);
        });
        expect(shape(questions).flat().sort()).toEqual(["q0", "q1", "q2", "q3", "q4", "q5"]);
      }),
      { numRuns: 60 },
    );
  });

  it("read a ring of 20,000 merges: the smallest id stands for all, wherever it is in the list", () => {
    const questions = newQuestions();
    const count = 20_000;
    attack(questions, (doc) => {
      for (let i = 0; i < count; i++) {
        const into = `q${(i + 1) % count}`;
        const at = i === 0 ? "||b" : "||a";
        const fields = { at: [at, 1, "m"], author: "m", text: ["?", 1, "m"], into: [into, 1, "m"] };
        doc.getMap("questions").set(`q${i}`, new Y.Map<unknown>(Object.entries(fields)));
      }
    });
    const view = readQuestions(questions);
    expect(view.questions.map((it) => it.id)).toEqual(["q0"]);
    expect(view.questions[0]?.merged).toHaveLength(count - 1);
  });

  it("are answered on a touchpoint, and opened again", () => {
    const { questions, ids } = asked("Why?");
    const question = ids[0] ?? "";
    done(answerQuestion(questions, max, { question, text: "The courier changes.", touchpoint: "touchpoint1" }));
    expect(readQuestions(questions).questions[0]?.answered).toMatchObject({
      text: "The courier changes.",
      touchpoint: "touchpoint1",
      by: "max",
    });
    expect(answerQuestion(questions, max, { question, text: "" })).toEqual(refused("bad-value"));
    expect(
      answerQuestion(questions, max, { question, text: "The courier changes.", touchpoint: "touchpoint1" }),
    ).toEqual(NOTHING);
    done(reopenQuestion(questions, mo, { question }));
    expect(readQuestions(questions).questions[0]).not.toHaveProperty("answered");
    expect(reopenQuestion(questions, mo, { question })).toEqual(NOTHING);
  });

  it("keep an answer when they are merged into another", () => {
    const { questions, ids } = asked("A", "B");
    const [first = "", second = ""] = ids;
    done(answerQuestion(questions, mo, { question: second, text: "Because." }));
    done(mergeQuestion(questions, mo, { question: second, into: first }));
    expect(readQuestions(questions).questions[0]?.merged[0]?.answered?.text).toBe("Because.");
  });

  it("answered by two people at once hold one whole answer", () => {
    const { questions: a, ids } = asked("Why?");
    const question = ids[0] ?? "";
    const b = questionsFromState(stateOf(a));
    done(answerQuestion(a, mo, { question, text: "A", touchpoint: "onA" }));
    done(answerQuestion(b, max, { question, text: "B", touchpoint: "onB" }));
    meet(a, b);
    const answered = readQuestions(a).questions[0]?.answered;
    expect(readQuestions(b).questions[0]?.answered).toEqual(answered);
    expect([
      ["A", "onA"],
      ["B", "onB"],
    ]).toContainEqual([answered?.text, answered?.touchpoint]);
  });

  it("are ordered and marked, one undo each", () => {
    const { questions, ids } = asked("A", "B", "C");
    const history = openHistory(questions, mo);
    const [first = "", , third = ""] = ids;
    const moved = moveQuestion(questions, mo, { question: third, before: first });
    if (moved.outcome === "done") history.add(moved.changes);
    expect(shape(questions).flat()).toEqual(["C", "A", "B"]);
    const marked = prioritizeQuestion(questions, mo, { question: first, priority: "first" });
    if (marked.outcome === "done") history.add(marked.changes);
    expect(readQuestions(questions).questions[1]?.priority).toBe("first");
    expect(prioritizeQuestion(questions, mo, { question: first, priority: "loud" as never })).toEqual(
      refused("bad-value"),
    );
    done(history.undo());
    done(history.undo());
    expect(readQuestions(questions).questions.map((it) => [it.text, it.priority])).toEqual([
      ["A", "normal"],
      ["B", "normal"],
      ["C", "normal"],
    ]);
  });

  it("are followed: what did not change stays the same object (R9)", () => {
    const { questions, ids } = asked("A", "B");
    const reader = openQuestionsReader(questions);
    const before = reader.view();
    done(prioritizeQuestion(questions, mo, { question: ids[0] ?? "", priority: "later" }));
    expect(reader.view()).toEqual(readQuestions(questions));
    expect(reader.view().questions[1]).toBe(before.questions[1]);
    expect(reader.view().questions[0]).not.toBe(before.questions[0]);
    reader.close();
  });
});
