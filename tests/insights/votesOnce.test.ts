/** Whoever voted for several questions that stand as one counts once, until they stand apart again (S2-4, SPEC P75). */
import { type OwnVotes, votesOnce } from "@sameside/insights";
import {
  addQuestion,
  mergeQuestion,
  newQuestions,
  type QuestionsDocument,
  type QuestionView,
  readQuestions,
  unmergeQuestion,
} from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const MO = { person: "mo", role: "moderator", now: () => 1 } as const;
const QUESTIONS = 6;
const at = fc.nat(QUESTIONS - 1);
const asked = fc.array(fc.uniqueArray(at), { minLength: 1, maxLength: 5 });
const changes = fc.array(
  fc.oneof(
    fc.record({ how: fc.constant("merge" as const), question: at, into: at }),
    fc.record({ how: fc.constant("unmerge" as const), question: at }),
  ),
  { maxLength: 12 },
);

function ask(document: QuestionsDocument): readonly string[] {
  return Array.from({ length: QUESTIONS }, (_, n) => {
    const made = addQuestion(document, MO, { text: `Why ${n}?` });
    return made.outcome === "done" ? made.value : "";
  });
}

/** As the person's own device does it. */
function settle(questions: readonly QuestionView[], votes: OwnVotes): OwnVotes {
  const { give, takeBack, resting } = votesOnce(questions, votes);
  const given = new Set([...votes.given, ...give]);
  for (const question of takeBack) given.delete(question);
  return { given, resting };
}

describe("votes for merged questions", () => {
  it("count each person once, in whatever order questions are merged and stand apart again", () => {
    fc.assert(
      fc.property(asked, changes, (wantedByPerson, acts) => {
        const document = newQuestions();
        const ids = ask(document);
        const wanted = wantedByPerson.map((all) => new Set(all.map((n) => ids[n] ?? "")));
        let votes: OwnVotes[] = wanted.map((given) => ({ given, resting: new Set() }));
        for (const act of acts) {
          const question = ids[act.question] ?? "";
          if (act.how === "merge") mergeQuestion(document, MO, { question, into: ids[act.into] ?? "" });
          else unmergeQuestion(document, MO, { question });
          const { questions } = readQuestions(document);
          votes = votes.map((own) => settle(questions, own));
          for (const { id, merged } of questions) {
            const group = [id, ...merged.map((it) => it.id)];
            const counted = votes.flatMap(({ given }) => group.filter((each) => given.has(each))).length;
            expect(counted).toBe(wanted.filter((own) => group.some((each) => own.has(each))).length);
          }
        }
      }),
    );
  });

  it("change nothing for who has one, and nothing twice", () => {
    const document = newQuestions();
    const [first = "", second = "", third = ""] = ask(document);
    mergeQuestion(document, MO, { question: second, into: first });
    const { questions } = readQuestions(document);
    const one = { given: new Set([second, third]), resting: new Set<string>() };
    expect(votesOnce(questions, one)).toEqual({ give: [], takeBack: [], resting: new Set() });
    const two = settle(questions, { given: new Set([first, second]), resting: new Set() });
    expect(two).toEqual({ given: new Set([first]), resting: new Set([second]) });
    expect(votesOnce(questions, two)).toEqual({ give: [], takeBack: [], resting: new Set([second]) });
  });
});
