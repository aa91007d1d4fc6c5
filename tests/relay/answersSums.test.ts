import { tally as tallyOfModel } from "@sameside/model";
import { type AnswerRow, limits, TOPICS, type Topic } from "@sameside/protocol";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Hall, type HallDevice, START } from "./answersHall.ts";

let hall: Hall;
let dais: HallDevice;

beforeEach(async () => {
  hall = await Hall.open();
  dais = hall.join("dais", "dais", null);
});
afterEach(() => hall.end());

/** Each of these people reacts to the moment with the next answer. */
async function react(...kinds: readonly (readonly [person: string, kind: string])[]): Promise<void> {
  for (const [person, kind] of kinds) hall.join(person).put("reaction", "moment1", { kind });
  await hall.told();
  hall.clock.pass(5_000);
}

describe("a sum", () => {
  it("is told of three people and more, to everybody; of fewer not even that there are any (N5)", async () => {
    await react(["ann", "agree"], ["bob", "agree"]);
    expect(dais.tallies("reaction", "moment1")).toEqual([]);
    expect(hall.join("early").tallies("reaction", "moment1")).toEqual([]);
    await react(["cyd", "not-me"]);
    expect(dais.tallies("reaction", "moment1").at(-1)).toEqual({
      topic: "reaction",
      item: "moment1",
      people: 3,
      sum: { countByAnswer: { agree: 2, "not-me": 1 } },
    });
    expect(hall.join("late").sums("reaction", "moment1")).toHaveLength(1);
  });

  it("says of votes for a question how many there are as they come, and never whose (P76)", async () => {
    const vote = async (person: string) => {
      hall.join(person).put("upvote", "question_1_dan", true);
      await hall.told();
      hall.clock.pass(5_000);
    };
    for (const person of ["ann", "bob"]) await vote(person);
    // Of two there is nothing in any frame, and no frame that would say that somebody has voted.
    expect(dais.wireText).not.toMatch(/upvote|question_1_dan|"people"/);
    await vote("cyd");
    expect(dais.tallies("upvote", "question_1_dan").map(({ people }) => people)).toEqual([3, 3]);
    await vote("eve");
    expect(dais.tallies("upvote", "question_1_dan").at(-1)?.people).toBe(4);
    hall.join("eve").put("upvote", "question_1_dan", null);
    await hall.told();
    hall.clock.pass(5_000);
    hall.join("cyd").put("upvote", "question_1_dan", null);
    await hall.told();
    hall.clock.pass(5_000);
    const last = { topic: "upvote", item: "question_1_dan", people: 0 };
    expect(dais.tallies("upvote", "question_1_dan").at(-1)).toEqual(last);
    expect(dais.wireText).not.toMatch(/ann|bob|cyd|eve/);
    const before = dais.wireText;
    hall.join("bob").put("upvote", "question_1_dan", null);
    await hall.told();
    hall.clock.pass(5_000);
    expect(dais.wireText).toBe(before);
  });

  it("is told again only when three answers differ from it, so that nobody's can be subtracted (N5)", async () => {
    await react(["ann", "agree"], ["bob", "agree"], ["cyd", "agree"]);
    await react(["dan", "not-me"]);
    await react(["eve", "not-me"]);
    expect(dais.sums("reaction", "moment1")).toEqual([{ countByAnswer: { agree: 3 } }]);
    expect(dais.tallies("reaction", "moment1").at(-1)?.people).toBe(5);
    await react(["ann", "not-me"]);
    expect(dais.sums("reaction", "moment1").at(-1)).toEqual({ countByAnswer: { agree: 2, "not-me": 3 } });
  });

  it("does not count as changed who came back to the answer it counts, or said the same again", async () => {
    await react(["ann", "agree"], ["bob", "agree"], ["cyd", "agree"]);
    await react(["ann", "not-me"], ["bob", "agree"]);
    await react(["ann", "agree"], ["dan", "not-me"], ["eve", "not-me"]);
    expect(dais.sums("reaction", "moment1")).toHaveLength(1);
    await react(["fay", "same-here"]);
    expect(dais.sums("reaction", "moment1")).toHaveLength(2);
  });

  it("is told no more while fewer than three have an answer", async () => {
    await react(["ann", "agree"], ["bob", "agree"], ["cyd", "agree"]);
    hall.join("ann").put("reaction", "moment1", null);
    await hall.told();
    expect(dais.tallies("reaction", "moment1").at(-1)).toEqual({ topic: "reaction", item: "moment1", people: 0 });
  });

  it("is the same after a restart, although one more answered since", async () => {
    await react(["ann", "agree"], ["bob", "agree"], ["cyd", "agree"]);
    await react(["dan", "not-me"]);
    hall = await hall.restart();
    const late = hall.join("late");
    expect(late.tallies("reaction", "moment1").at(-1)).toMatchObject({
      people: 4,
      sum: { countByAnswer: { agree: 3 } },
    });
    await react(["eve", "not-me"], ["fay", "not-me"], ["gil", "not-me"]);
    expect(late.sums("reaction", "moment1").at(-1)).toEqual({ countByAnswer: { agree: 3, "not-me": 4 } });
  });

  it("of what was sealed counts the answers that were on their way when it was opened", async () => {
    const fay = hall.join("fay", "facilitator", null);
    for (const person of ["ann", "bob", "cyd"]) hall.join(person).put("vote", "round1", ["a"]);
    await hall.told();
    hall.join("dan").put("vote", "round1", ["b"]);
    fay.reveal("vote", "round1");
    await hall.told();
    expect(dais.sums("vote", "round1")).toEqual([{ countByAnswer: { a: 3, b: 1 } }]);
  });

  it("counts no text that is no answer to choose, and no more parts than there can be", async () => {
    for (const person of ["ann", "bob", "cyd"])
      hall
        .join(person)
        .put("vote", "round1", [
          "x".repeat(limits.MAX_COUNTED_LENGTH + 1),
          ...Array.from({ length: limits.MAX_COUNTED_PARTS + 5 }, (_, index) => `c${index}`),
        ]);
    hall.join("fay", "facilitator", null).reveal("vote", "round1");
    await hall.told();
    const [sum] = dais.sums("vote", "round1");
    expect(Object.keys(sum?.countByAnswer ?? {})).toHaveLength(limits.MAX_COUNTED_PARTS);
  });
});

describe("sums", () => {
  it("are told at once, and then at most twice a second, only those that changed", async () => {
    const counts = () => dais.heard.filter(({ say }) => say === "tallies").length;
    hall.join("p0").put("vote", "round1", ["a"]);
    await hall.settled();
    expect(counts()).toBe(1);
    for (let person = 1; person <= 50; person += 1) {
      hall.join(`p${person}`).put("vote", person % 2 ? "round1" : "round2", ["a"]);
      await hall.settled();
      hall.clock.pass(20);
    }
    expect(counts()).toBe(3);
    await hall.told();
    expect(dais.tallies("vote", "round1").at(-1)?.people).toBe(26);
    const before = counts();
    await hall.told();
    expect(counts()).toBe(before);
  });

  it("are the model's, whatever was answered and changed in whatever order", async () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.integer({ min: 1, max: 5 }),
      fc.double({ min: -1, max: 1, noNaN: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
      fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 4 }),
      fc.record({ kind: fc.constantFrom("agree", "not-me"), line: fc.string({ maxLength: 5 }) }),
    );
    const change = fc.record({ person: fc.constantFrom("p1", "p2", "p3", "p4", "p5"), value });
    const topic = fc.constantFrom<Topic>("vote", "guess", "maturity");
    await fc.assert(
      fc.asyncProperty(topic, fc.array(change, { maxLength: 15 }), async (topicName, changes) => {
        const own = await Hall.open();
        const screen = own.join("dais", "dais", null);
        const rows = changes.map(
          ({ person, value: answer }, index): AnswerRow =>
            own.join(person).put(topicName, "item1", answer, { time: START + index }),
        );
        await own.settled();
        own.join("fay", "facilitator", null).reveal(topicName, "item1");
        await own.told();
        const told = screen.tallies(topicName, "item1").at(-1);
        const expected = tallyOfModel(rows);
        expect(told?.sum?.countByAnswer).toEqual(expected?.countByAnswer);
        if (expected) expect(told?.people).toBe(expected.people);
        if (expected?.mean === undefined) expect(told?.sum?.mean).toBeUndefined();
        else expect(told?.sum?.mean).toBeCloseTo(expected.mean, 9);
        await own.end();
      }),
      { numRuns: 60 },
    );
  });

  it("are told of every topic that only shows sums, and of no other", async () => {
    for (const [topic, rule] of Object.entries(TOPICS) as [Topic, (typeof TOPICS)[Topic]][]) {
      for (const person of ["ann", "bob", "cyd"]) hall.join(person).put(topic, "item1", 1);
      hall.join("fay", "facilitator", null).reveal(topic, "item1");
      await hall.told();
      expect([topic, dais.sums(topic, "item1").length]).toEqual([topic, rule.read === "tally" ? 1 : 0]);
    }
  });
});
