/** Many questions become few, in the order of what most people want to know (S2-4, SPEC P74, P75). */
import { alikeQuestions, queueOf } from "@sameside/insights";
import { addQuestion, mergeQuestion, newQuestions, prioritizeQuestion, readQuestions } from "@sameside/model";
import { describe, expect, it } from "vitest";

const MO = { person: "mo", role: "moderator", now: () => 1 } as const;

/** Thirty of twelve colleagues, 18 different ones: each line is one, in one or more people's words. */
const ASKED: readonly (readonly string[])[] = [
  ["Why do you order on Sunday nights?", "Why are the orders made on Sunday nights?"],
  [
    "Who tells you that a part was renumbered?",
    "Who told you the part was renumbered?",
    "Was it you who found that the part was renumbered?",
  ],
  ["How long do you wait for a call back?", "How long did you wait for the call back?"],
  ["What do you do when gate 3 is closed?", "What do you do while gate 3 is closed?"],
  ["Would a photo of the part help?", "Would it help to have a photo of the part?"],
  ["Which price do you look at first?", "Which of the prices do you look at first?"],
  ["Do you read the delivery note?", "Do you ever read the delivery note?", "Did anybody read the delivery note?"],
  ["How many people share one password?", "How many people share a password?"],
  ["What happens after a survey?", "What happened after the survey?"],
  ["Does the app work offline in the yard?", "Does our app work in the yard offline?"],
  ["Why did you come back in July?"],
  ["What would have made it plain?"],
  ["Whom do you ring on Fridays?"],
  ["How do you write your own numbers on a box?"],
  ["Who signs for your brother?"],
  ["What did Petra do that others do not?"],
  ["Where do you keep the old catalogue?"],
  ["When is late for you?"],
];

describe("a queue of questions (S2-4)", () => {
  it("30 of 12 colleagues are proposed pair by pair and merged to 18", () => {
    const questions = newQuestions();
    const all = ASKED.flat();
    expect(all).toHaveLength(30);
    for (const [at, text] of all.entries())
      addQuestion(questions, MO, {
        text,
        from: { person: `colleague${at % 12}`, item: String(1 + Math.floor(at / 12)) },
      });
    const lineOf = new Map(ASKED.flatMap((same, line) => same.map((text) => [text, line] as const)));
    // A person decides of each pair; what is not the same is kept apart.
    for (;;) {
      const pair = alikeQuestions(readQuestions(questions).questions).find(
        ({ into, question }) => lineOf.get(into.text) === lineOf.get(question.text),
      );
      if (!pair) break;
      mergeQuestion(questions, MO, { question: pair.question.id, into: pair.into.id });
    }
    const { questions: merged } = readQuestions(questions);
    expect(merged).toHaveLength(18);
    expect(merged.flatMap((question) => [question, ...question.merged])).toHaveLength(30);
  });

  it("stands by priority, then by votes, then as asked; what was answered goes last", () => {
    const questions = newQuestions();
    const ids = ["a", "b", "c", "d"].map((text) => {
      const made = addQuestion(questions, MO, { text });
      return made.outcome === "done" ? made.value : "";
    });
    prioritizeQuestion(questions, MO, { question: ids[3] ?? "", priority: "first" });
    prioritizeQuestion(questions, MO, { question: ids[0] ?? "", priority: "later" });
    const votes = new Map([
      ["c", 5],
      ["a", 9],
    ]);
    const { open, answered } = queueOf(readQuestions(questions).questions, ({ text }) => votes.get(text) ?? 0);
    expect(open.map(({ text }) => text)).toEqual(["d", "c", "b", "a"]);
    expect(answered).toEqual([]);
  });
});
