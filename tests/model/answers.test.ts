/** What people answer for themselves: which answers there are, who sees them, and when (SPEC N). */
import {
  ANSWER_TOPICS,
  type AnswerProblem,
  type AnswerTopic,
  addTouchpoint,
  agreementOf,
  CONSENT_PURPOSES,
  checkAnswer,
  EXAMPLE_JOURNEY,
  type ExistingAnswers,
  importJourney,
  MAX_ANSWER_SIZE,
  MIN_TALLY_PEOPLE,
  mayAnswer,
  newBoard,
  openingId,
  rate,
  readBoard,
  SEAT_CONSENT,
  type TallyRow,
  type TopicRule,
  tally,
  tallyByGroup,
  waitBeforeAnswer,
} from "@sameside/model";
import { limits } from "@sameside/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { done, person } from "./meeting.ts";

const TOPIC_NAMES = Object.keys(ANSWER_TOPICS) as AnswerTopic[];
const ruleOf = (topic: AnswerTopic): TopicRule => ANSWER_TOPICS[topic];
const NOTHING_YET: ExistingAnswers = { items: [] };
const key = "touchpoint-1_A";

/** For each topic: an answer that is one, and others that are none, with the reason. */
const ANSWERS: Record<AnswerTopic, { good: [string, unknown][]; bad: [string, unknown, AnswerProblem][] }> = {
  name: {
    good: [["today", "Anna"]],
    bad: [
      ["today", "   ", "bad-value"],
      ["today", "x".repeat(61), "bad-value"],
      ["tomorrow", "Anna", "bad-item"],
      ["today", null, "bad-value"],
    ],
  },
  guardian: {
    good: [
      ["agreed", true],
      ["agreed", null],
    ],
    bad: [
      ["agreed", "yes", "bad-value"],
      ["words", true, "bad-item"],
    ],
  },
  pictured: {
    good: [
      ["h".repeat(43), { may: true }],
      ["h".repeat(43), { may: false }],
    ],
    bad: [
      ["h".repeat(43), { may: "yes" }, "bad-value"],
      ["h".repeat(43), null, "bad-value"],
      ["photo.jpg", { may: true }, "bad-item"],
    ],
  },
  withdrawn: {
    good: [["everything", 1_763_800_000_000]],
    bad: [
      ["everything", -1, "bad-value"],
      ["everything", true, "bad-value"],
      ["everything", null, "bad-value"],
      ["today", 1, "bad-item"],
    ],
  },
  carriedOut: {
    good: [["anna", 1_763_800_000_000]],
    bad: [
      ["anna", "yes", "bad-value"],
      ["anna", -1, "bad-value"],
      ["not an id", 1, "bad-item"],
    ],
  },
  consent: {
    good: [
      ["words", { granted: true, until: "2027-12-31" }],
      ["quote", { granted: false }],
      ["printName", { granted: true }],
    ],
    bad: [
      ["words", { granted: false }, "needed-for-a-seat"],
      ["everything", { granted: true }, "bad-item"],
      ["quote", { granted: "yes" }, "bad-value"],
      ["quote", { granted: true, until: "2027-02-30" }, "bad-value"],
      ["quote", null, "bad-value"],
    ],
  },
  rating: {
    good: [
      [key, { value: -1 }],
      [key, { value: 0.5, intensity: 1 }],
      [key, null],
    ],
    bad: [
      [key, { value: 1.1 }, "bad-value"],
      [key, { value: Number.NaN }, "bad-value"],
      [key, { value: 0, intensity: 2 }, "bad-value"],
      ["a b", { value: 0 }, "bad-item"],
      ["x".repeat(65), { value: 0 }, "bad-item"],
    ],
  },
  vote: {
    good: [
      ["round1", []],
      ["round1", ["card1", "card1"]],
    ],
    bad: [
      ["round1", Array(21).fill("card1"), "bad-value"],
      ["round1", "card1", "bad-value"],
    ],
  },
  guess: {
    good: [
      [`first-${key}`, -0.5],
      [`again-${key}`, 1],
    ],
    bad: [
      [key, 0, "bad-item"],
      [`first-${key}`, -2, "bad-value"],
    ],
  },
  pulse: {
    good: [
      ["understood", 5],
      ["learned", 1],
    ],
    bad: [
      ["understood", 0, "bad-value"],
      ["understood", 2.5, "bad-value"],
      ["happy", 3, "bad-item"],
    ],
  },
  maturity: { good: [["meeting1", 3]], bad: [["meeting1", 6, "bad-value"]] },
  commitment: {
    good: [
      ["own", { text: "I call three customers a month.", due: "2027-01-31", department: "Finance" }],
      ["question1", { text: "Answered by Friday." }],
    ],
    bad: [
      ["own", { text: "" }, "bad-value"],
      ["own", { text: "x", due: "soon" }, "bad-value"],
      ["own", "x", "bad-value"],
    ],
  },
  agreement: { good: [["step1", true]], bad: [["step1", "yes", "bad-value"]] },
  roleCard: { good: [["listen-first", true]], bad: [["listen-first", 1, "bad-value"]] },
  preTask: { good: [["shop-yourself", { done: true, note: "Took an hour" }]], bad: [["x", true, "bad-value"]] },
  needs: {
    good: [["mine", { needs: ["step-free"], language: "Deutsch", line: "By the door, please" }]],
    bad: [
      ["mine", { needs: ["diabetes"] }, "bad-value"],
      ["mine", { needs: [], line: "x".repeat(141) }, "bad-value"],
      ["theirs", { needs: [] }, "bad-item"],
    ],
  },
  showMine: { good: [["feelings", true]], bad: [["votes", true, "bad-item"]] },
  practised: { good: [["session", true]], bad: [["twice", true, "bad-item"]] },
  credits: { good: [["report", true]], bad: [["wall", true, "bad-item"]] },
  question: {
    good: [["1", { text: "Why two days?", touchpoint: key }]],
    bad: [["1", { text: "x".repeat(501) }, "bad-value"]],
  },
  upvote: {
    good: [
      ["question_1_cleo", true],
      ["question_1_cleo", null],
    ],
    bad: [
      ["question_1_cleo", false, "bad-value"],
      ["question~1~cleo", true, "bad-item"],
    ],
  },
  reaction: {
    good: [["card1", { kind: "same-here", line: "Me too" }]],
    bad: [
      ["card1", { kind: "boo" }, "bad-value"],
      ["card1", { kind: "agree", line: "x".repeat(141) }, "bad-value"],
    ],
  },
  seen: { good: [["message000000000", true]], bad: [["x y", true, "bad-item"]] },
  help: { good: [["now", { asking: true }]], bad: [["later", { asking: true }, "bad-item"]] },
  done: { good: [["step1", true]], bad: [["step1", "true", "bad-value"]] },
  left: {
    good: [["today", { table: "group1" }]],
    bad: [
      ["today", true, "bad-value"],
      ["now", { table: "group1" }, "bad-item"],
    ],
  },
  writesForMe: { good: [["today", "person1"]], bad: [["today", "no id", "bad-value"]] },
  spoke: { good: [["today", 4]], bad: [["today", -1, "bad-value"]] },
  proposal: {
    good: [
      ["Ab3_-x-0", { room: "w.board.g", changes: 12, part: 0, of: 1, data: "AAEC_-" }],
      ["Ab3_-x-answer", { taken: 3, of: 12, word: "Thank you" }],
    ],
    bad: [
      ["Ab3", { taken: 3, of: 12 }, "bad-item"],
      ["Ab3-answer", { taken: 3, of: 12, word: "x".repeat(141) }, "bad-value"],
      ["Ab3-0", { room: "w.board.g", changes: 12, part: 0, of: 1, data: "no text" }, "bad-value"],
    ],
  },
  device: {
    good: [["Ab3_-x", { kind: "laptop", waiting: 12, aside: 0, files: 1 }]],
    bad: [
      ["Ab3_-x", { kind: "watch", waiting: 0, aside: 0, files: 0 }, "bad-value"],
      ["Ab3_-x", { kind: "phone", waiting: -1, aside: 0, files: 0 }, "bad-value"],
      ["the laptop", { kind: "laptop", waiting: 0, aside: 0, files: 0 }, "bad-item"],
    ],
  },
};

describe("answers", () => {
  describe.each(TOPIC_NAMES)("of the topic %s", (topic) => {
    it.each(ANSWERS[topic].good)("take %s: %j", (item, value) => {
      expect(checkAnswer(topic, item, value, NOTHING_YET)).toEqual({ ok: true, value });
    });

    it.each(ANSWERS[topic].bad)("refuse %s: %j (%s)", (item, value, problem) => {
      expect(checkAnswer(topic, item, value, NOTHING_YET)).toEqual({ ok: false, problem });
    });

    it("are only as many as a person may have; one that is there can be changed", () => {
      const [item, value] = ANSWERS[topic].good[0] ?? ["", null];
      const others = Array.from({ length: ruleOf(topic).items }, (_, index) => `other${index}`);
      expect(checkAnswer(topic, item, value, { items: others })).toEqual({ ok: false, problem: "too-many" });
      expect(checkAnswer(topic, item, value, { items: [item, ...others.slice(1)] }).ok).toBe(true);
      expect(checkAnswer(topic, item, value, { items: others.slice(1) }).ok).toBe(true);
    });

    it("stay as they are once they were revealed, when they were sealed until then", () => {
      const [item, value] = ANSWERS[topic].good[0] ?? ["", null];
      const checked = checkAnswer(topic, item, value, { items: [item], value, revealed: true });
      expect(checked).toEqual(ruleOf(topic).sealed ? { ok: false, problem: "already-revealed" } : { ok: true, value });
    });

    it("fit the wire", () => {
      fc.assert(
        fc.property(fc.oneof(fc.json({ maxDepth: 3 }), fc.string({ maxLength: 3_000 })), (text) => {
          const [item] = ANSWERS[topic].good[0] ?? [""];
          const checked = checkAnswer(topic, item, parsed(text), NOTHING_YET);
          if (checked.ok) expect(JSON.stringify(checked.value).length).toBeLessThanOrEqual(MAX_ANSWER_SIZE);
        }),
        { numRuns: 50 },
      );
      expect(MAX_ANSWER_SIZE).toBe(limits.MAX_ANSWER_BYTES);
    });
  });

  it("are refused when they are too large for the wire, though each part fits", () => {
    const text = "\u0001".repeat(500);
    expect(checkAnswer("question", "1", { text }, NOTHING_YET)).toEqual({ ok: false, problem: "too-large" });
  });

  it("come back without spaces around them and without fields that nobody knows", () => {
    expect(checkAnswer("name", "today", "  Anna ", NOTHING_YET)).toEqual({ ok: true, value: "Anna" });
    expect(checkAnswer("help", "now", { asking: true, admin: true }, NOTHING_YET)).toEqual({
      ok: true,
      value: { asking: true },
    });
  });

  it("of a topic nobody knows are refused, also of one named like a part of every object", () => {
    for (const topic of ["gossip", "constructor", "__proto__"])
      expect(checkAnswer(topic as AnswerTopic, "x", 1, NOTHING_YET)).toEqual({ ok: false, problem: "unknown-topic" });
  });
});

describe("consent (S0-20)", () => {
  it("can be refused for each purpose but the first, and the first can be withdrawn", () => {
    for (const purpose of CONSENT_PURPOSES)
      expect(checkAnswer("consent", purpose, { granted: false }, NOTHING_YET).ok).toBe(purpose !== SEAT_CONSENT);
    const given = { items: [SEAT_CONSENT], value: { granted: true } };
    expect(checkAnswer("consent", SEAT_CONSENT, { granted: false }, given).ok).toBe(true);
  });

  it("is given by the person, or for a child by a guardian; by nobody who helps", () => {
    expect([mayAnswer("consent", "self"), mayAnswer("consent", "guardian"), mayAnswer("consent", "helper")]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("who sees and who writes", () => {
  it("leaves what is anonymous or private to the person: nobody enters a pulse for another", () => {
    for (const topic of ["pulse", "maturity", "roleCard", "credits", "practised", "help", "needs"] as const)
      expect([mayAnswer(topic, "helper"), mayAnswer(topic, "self")]).toEqual([false, true]);
    for (const topic of ["name", "rating", "vote", "guess", "commitment", "question", "spoke", "preTask"] as const)
      expect(mayAnswer(topic, "helper")).toBe(true);
  });

  it("never shows a row of an anonymous topic to everybody", () => {
    for (const topic of TOPIC_NAMES) if (ruleOf(topic).anonymous) expect(ruleOf(topic).read).toBe("tally");
  });

  it("seals what is answered alone: ratings, votes, guesses, pulse and maturity", () => {
    expect(TOPIC_NAMES.filter((topic) => ruleOf(topic).sealed)).toEqual([
      "rating",
      "vote",
      "guess",
      "pulse",
      "maturity",
    ]);
  });

  it("keeps the count of who spoke for one day and from everybody but helpers (S0-14)", () => {
    expect(ruleOf("spoke")).toMatchObject({ read: "own", helpersRead: true, keep: "day" });
  });

  it("takes at most one reaction per 2 s and person (S0-6), whatever the clock does", () => {
    expect(waitBeforeAnswer("reaction", undefined, 5_000)).toBe(0);
    expect(waitBeforeAnswer("reaction", 5_000, 5_500)).toBe(1_500);
    expect(waitBeforeAnswer("reaction", 5_000, 7_000)).toBe(0);
    expect(waitBeforeAnswer("reaction", 5_000_000, 7_000)).toBe(2_000);
    expect(waitBeforeAnswer("vote", 5_000, 5_000)).toBe(0);
  });
});

describe("the id of an opened answer", () => {
  it("is the same for one answer and different for two", () => {
    const part = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
    const answer = fc.tuple(fc.constantFrom(...TOPIC_NAMES), part, part);
    fc.assert(
      fc.property(answer, answer, (one, two) => {
        expect(openingId(...one) === openingId(...two)).toBe(JSON.stringify(one) === JSON.stringify(two));
        expect(openingId(...one).length).toBeLessThanOrEqual(140);
      }),
    );
  });

  it("of a rating is the rating's own: opened and given on the board it is one (C5)", () => {
    const board = newBoard();
    done(importJourney(board, person("anna"), { draft: EXAMPLE_JOURNEY }));
    const phase = readBoard(board).journeys[0]?.phases[0]?.id ?? "";
    const touchpoint = done(addTouchpoint(board, person("anna"), { phase, title: "Wait" }));
    done(rate(board, person("cleo", "customer"), { touchpoint, value: 1 }));
    const ratings = readBoard(board).journeys[0]?.phases[0]?.touchpoints.at(-1)?.ratings;
    expect(ratings?.map((rating) => rating.id)).toEqual([openingId("rating", "cleo", touchpoint)]);
  });
});

describe("a tally", () => {
  const row = (who: string, value: unknown, time = 1): TallyRow => ({ person: who, value, time });

  it("says nothing of fewer than three people (S0-22)", () => {
    expect(tally([row("a", 5), row("b", 5)])).toBeUndefined();
    expect(tally([row("a", 5), row("b", 5), row("b", 4, 2)])).toBeUndefined();
    expect(tally([row("a", 5), row("b", 5), row("c", null)])).toBeUndefined();
    expect(tally([row("a", 5), row("b", 4), row("c", 3)])).toEqual({
      people: 3,
      countByAnswer: { 3: 1, 4: 1, 5: 1 },
      mean: 4,
    });
  });

  it("counts a person's last answer, each choice of a vote, and a reaction without its line", () => {
    expect(tally([row("a", ["x", "x"]), row("b", ["y"]), row("c", ["y"], 1), row("c", ["x"], 2)])).toEqual({
      people: 3,
      countByAnswer: { x: 3, y: 1 },
    });
    const reactions = [
      row("a", { kind: "agree", line: "secret" }),
      row("b", { kind: "agree" }),
      row("c", { kind: "not-me" }),
    ];
    expect(tally(reactions)).toEqual({ people: 3, countByAnswer: { agree: 2, "not-me": 1 } });
    expect(tally([row("a", { value: 1 }), row("b", { value: 0 }), row("c", { value: -1, intensity: 1 })])?.mean).toBe(
      0,
    );
  });

  it("is the same in whatever order the rows come", () => {
    const rows = fc.array(
      fc.record({
        person: fc.constantFrom("a", "b", "c", "d"),
        value: fc.integer({ min: 1, max: 5 }),
        time: fc.nat(2),
      }),
    );
    fc.assert(
      fc.property(rows, (given) => {
        expect(tally([...given].reverse())).toEqual(tally(given));
      }),
    );
  });

  it("by group hides small groups, and the whole where it would give one away (principle 3)", () => {
    const groupOf = (who: string) => who.replace(/\d/g, "");
    const rows = (groups: Record<string, number>) =>
      Object.entries(groups).flatMap(([group, count]) =>
        Array.from({ length: count }, (_, i) => row(`${group}${i}`, 3)),
      );
    expect(tallyByGroup(rows({ customer: 4, colleague: 2 }), groupOf)).toEqual({
      tallyByGroup: { customer: { people: 4, countByAnswer: { 3: 4 }, mean: 3 } },
    });
    expect(tallyByGroup(rows({ customer: 2, colleague: 2 }), groupOf).whole?.people).toBe(4);
    expect(tallyByGroup(rows({ customer: 3, colleague: 3 }), groupOf)).toMatchObject({
      whole: { people: 6 },
      tallyByGroup: { colleague: { people: 3 }, customer: { people: 3 } },
    });
  });

  it("by group never lets anybody work out a sum of one or two people", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.integer({ min: 1, max: 6 })), (groups) => {
        const rows = Object.entries(groups).flatMap(([group, count]) =>
          Array.from({ length: count }, (_, index) => row(`${group}${index}`, 1)),
        );
        const { whole, tallyByGroup: shown } = tallyByGroup(rows, (who) => who.replace(/\d/g, ""));
        const people = Object.values(shown).map((it) => it.people);
        for (const count of people) expect(count).toBeGreaterThanOrEqual(MIN_TALLY_PEOPLE);
        const left = (whole?.people ?? 0) - people.reduce((sum, count) => sum + count, 0);
        if (whole) expect(left === 0 || left >= MIN_TALLY_PEOPLE).toBe(true);
      }),
    );
  });
});

describe("agreement to a next step (S1-7)", () => {
  const people = [
    ...["k1", "k2", "k3", "k4", "k5"].map((who) => ({ person: who, role: "colleague" as const })),
    ...["c1", "c2", "c3", "c4"].map((who) => ({ person: who, role: "customer" as const })),
  ];
  const ticks = (...who: string[]) => who.map((it) => ({ person: it, value: true }));

  it("is not called agreed with 5 of 5 colleagues and 2 of 4 customers", () => {
    expect(agreementOf(ticks("k1", "k2", "k3", "k4", "k5", "c1", "c2"), people)).toEqual({
      byRole: { colleague: { agreed: 5, of: 5 }, customer: { agreed: 2, of: 4 } },
      isAgreed: false,
    });
  });

  it("is agreed with everybody, a customer among them", () => {
    const all = ticks(...people.map((it) => it.person));
    expect(agreementOf(all, people).isAgreed).toBe(true);
    expect(
      agreementOf(
        all,
        people.filter((it) => it.role === "colleague"),
      ).isAgreed,
    ).toBe(false);
    expect(agreementOf([...all.slice(1), { person: "k1", value: false }], people).isAgreed).toBe(false);
  });
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
