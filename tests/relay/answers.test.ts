import { CLOSE, limits } from "@sameside/protocol";
import { openSqliteStore } from "@sameside/relay";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Hall, START, WORKSHOP } from "./answersHall.ts";

let hall: Hall;

beforeEach(async () => {
  hall = await Hall.open();
});
afterEach(() => hall.end());

const DAY = 24 * 60 * 60 * 1000;

describe("a row", () => {
  it("is confirmed to its writer and told to all who may read it, and to those who come later", async () => {
    const [ann, bob] = [hall.join("ann"), hall.join("bob", "customer", "t2")];
    const row = ann.put("name", "today", "Ann");
    expect(bob.rows("name")).toEqual([]);
    await hall.told();
    expect(ann.storedTimes()).toEqual([row.time]);
    expect(bob.rows("name")).toEqual([row]);
    expect(hall.join("cyd", "dais", null).rows("name")).toEqual([row]);
  });

  it("sent again, or older than the one there, changes nothing and is confirmed with the time that holds (N2)", async () => {
    const ann = hall.join("ann");
    const first = ann.put("name", "today", "Ann");
    const later = ann.put("name", "today", "Anna", { time: START + 5 });
    ann.hear({ say: "answersPut", rows: [first] });
    ann.hear({ say: "answersPut", rows: [later] });
    await hall.told();
    expect(ann.storedTimes()).toEqual([first.time, later.time, later.time, later.time]);
    expect(await hall.store.answers(WORKSHOP)).toEqual([later]);
    expect(hall.join("bob").rows("name")).toEqual([later]);
  });

  it("is told to all devices of its person at once, also where nobody else reads it", async () => {
    const [phone, laptop, other] = [hall.join("ann"), hall.join("ann"), hall.join("bob")];
    const row = phone.put("preTask", "task1", { done: true });
    await hall.told();
    expect(laptop.rows("preTask")).toEqual([row]);
    expect(hall.join("ann").rows("preTask")).toEqual([row]);
    expect(other.wireText).not.toContain("preTask");
  });

  it("is written by nobody for somebody else, and by a screen not at all", async () => {
    const [ann, dais, helper] = [
      hall.join("ann"),
      hall.join("dais", "dais", null),
      hall.join("mod", "moderator", "t2"),
    ];
    hall.seat("bob", "customer", "t1");
    ann.put("name", "today", "Bob?", { for: "bob" });
    dais.put("name", "today", "Screen");
    helper.put("name", "today", "Bob", { for: "bob" });
    hall.join("fay", "facilitator", null).put("consent", "words", { granted: true }, { for: "bob" });
    await hall.told();
    expect([...ann.refusals(), ...dais.refusals(), ...helper.refusals()]).toEqual([
      "not-yours",
      "not-yours",
      "not-yours",
    ]);
    expect(await hall.store.answers(WORKSHOP)).toEqual([]);
  });

  it("by a helper for a person of their table is marked by the relay, whatever the device says", async () => {
    const [helper, bob] = [hall.join("mod", "moderator", "t1"), hall.join("bob")];
    const row = { topic: "name", person: "bob", item: "today", value: "Bob", time: START } as const;
    helper.hear({ say: "answersPut", rows: [{ ...row, enteredBy: "somebody" }] });
    await hall.settled();
    expect(await hall.store.answers(WORKSHOP)).toEqual([{ ...row, enteredBy: "mod" }]);
    bob.hear({ say: "answersPut", rows: [{ ...row, item: "today", value: "Rob", time: START + 1, enteredBy: "mod" }] });
    await hall.told();
    expect(helper.heard).toContainEqual({ say: "answersStored", keys: [{ key: "name/bob/today", time: START }] });
    expect(await hall.store.answers(WORKSHOP)).toEqual([{ ...row, value: "Rob", time: START + 1 }]);
    helper.put("done", "step1", true, { for: "bob" });
    await hall.told();
    expect(hall.join("cyd").rows("done")).toMatchObject([{ person: "bob", enteredBy: "mod" }]);
  });

  it("is written by a junior facilitator for who has chosen them, and for whose name they wrote down (S2-6)", async () => {
    const [junior, other, bob] = [
      hall.join("jun", "junior", "t1"),
      hall.join("jim", "junior", "t1"),
      hall.join("bob", "customer", "t1"),
    ];
    for (const helper of [junior, other]) helper.put("vote", "round1", ["a"], { for: "bob" });
    await hall.settled();
    bob.put("writesForMe", "today", "jun");
    for (const helper of [junior, other]) helper.put("vote", "round1", ["b"], { for: "bob", time: START + 5 });
    await hall.settled();
    expect([junior.refusals(), other.refusals()]).toEqual([["not-yours"], ["not-yours", "not-yours"]]);
    // Where there is one table people are bound to none: they have chosen all the same.
    hall.join("dan", "customer", null).put("writesForMe", "today", "jun");
    await hall.settled();
    for (const helper of [junior, other]) helper.put("done", "step1", true, { for: "dan" });
    await hall.settled();
    expect([junior.refusals().length, other.refusals().length]).toEqual([1, 3]);
    // What they note of somebody is no word of that person's.
    other.put("spoke", "today", 3, { for: "bob" });
    junior.put("name", "today", "Guest", { for: "guest" });
    await hall.settled();
    for (const helper of [junior, other]) helper.put("vote", "round1", ["c"], { for: "guest", time: START + 5 });
    await hall.settled();
    expect([junior.refusals().length, other.refusals().length]).toEqual([1, 4]);
    bob.put("vote", "round1", ["mine"], { time: START + 6 });
    junior.put("vote", "round1", ["theirs"], { for: "bob", time: START + 5 });
    await hall.settled();
    const votes = (await hall.store.answers(WORKSHOP)).filter(({ topic }) => topic === "vote");
    expect(votes.map(({ person, value, enteredBy }) => [person, value, enteredBy])).toEqual([
      ["bob", ["mine"], undefined],
      ["guest", ["c"], "jun"],
    ]);
  });

  it("for a person without a device is written by the helpers of the table where their name was", async () => {
    const [helper, other] = [hall.join("mod", "moderator", "t1"), hall.join("jun", "junior", "t2")];
    helper.put("vote", "round1", ["a"], { for: "guest" });
    await hall.settled();
    expect(helper.refusals()).toEqual(["not-yours"]);
    helper.put("name", "today", "Guest", { for: "guest" });
    helper.put("vote", "round1", ["b"], { for: "guest" });
    await hall.settled();
    other.put("vote", "round1", ["c"], { for: "guest", time: START + 9 });
    await hall.settled();
    expect(helper.refusals()).toEqual(["not-yours"]);
    expect(other.refusals()).toEqual(["not-yours"]);
    expect(await hall.store.answers(WORKSHOP)).toMatchObject([{ topic: "name" }, { value: ["b"], enteredBy: "mod" }]);
  });

  it("follows the helper's and the person's seats as they change", async () => {
    hall.seat("bob", "customer", "t2");
    const helper = hall.join("mod", "moderator", "t1");
    helper.put("name", "today", "Bob", { for: "bob" });
    await hall.settled();
    hall.seat("bob", "customer", "t1");
    helper.put("name", "today", "Bob", { for: "bob" });
    await hall.settled();
    expect(helper.refusals()).toHaveLength(1);
    expect(helper.storedTimes()).toHaveLength(1);
    hall.seat("cyd", "customer", "t1");
    helper.put("name", "today", "Cyd", { for: "cyd" });
    hall.seat("cyd", "customer", "t2");
    await hall.settled();
    expect(helper.refusals()).toHaveLength(2);
  });
});

describe("a row is refused", () => {
  it("when the person has all the topic allows; one taken back makes room", async () => {
    const ann = hall.join("ann");
    for (const item of ["q1", "q2", "q3", "q4"]) ann.put("question", item, { text: "Why?" });
    await hall.settled();
    expect(ann.heard).toContainEqual({
      say: "answersRefused",
      keys: [{ key: "question/ann/q4", time: START, why: "too-many" }],
    });
    ann.put("question", "q1", null, { time: START + 1 });
    ann.put("question", "q4", { text: "Why not?" }, { time: START + 2 });
    await hall.settled();
    expect(ann.refusals()).toHaveLength(1);
    for (let turn = 0; turn < 40; turn += 1) {
      ann.put("question", `more${turn}`, { text: "?" }, { time: START + 3 });
      ann.put("question", `more${turn}`, null, { time: START + 4 });
    }
    await hall.settled();
    expect((await hall.store.answers(WORKSHOP)).length).toBeLessThanOrEqual(12);
  });

  it("when it takes back what there always is one of", async () => {
    const ann = hall.join("ann");
    ann.put("name", "today", "Ann");
    ann.put("name", "today", null, { time: START + 1 });
    await hall.settled();
    expect(ann.refusals()).toEqual(["cannot-take-back"]);
    expect(ann.rows("name")).toMatchObject([{ value: "Ann" }]);
  });

  it("when its person is faster than the topic allows, by the relay's clock", async () => {
    const ann = hall.join("ann");
    ann.put("reaction", "moment1", { kind: "agree" });
    ann.put("reaction", "moment2", { kind: "agree" }, { time: START + 50_000 });
    await hall.settled();
    expect(ann.refusals()).toEqual(["too-soon"]);
    hall.clock.pass(2_000);
    ann.put("reaction", "moment2", { kind: "agree" });
    await hall.settled();
    expect(ann.refusals()).toHaveLength(1);
  });

  it("when its time is ahead of the relay's, so that it cannot win for ever", async () => {
    const ann = hall.join("ann");
    ann.put("name", "today", "Ann", { time: START + DAY });
    ann.put("name", "today", "Anna", { time: START + limits.MAX_CLOCK_AHEAD_MS });
    await hall.settled();
    expect(ann.refusals()).toEqual(["clock-ahead"]);
    expect(await hall.store.answers(WORKSHOP)).toMatchObject([{ value: "Anna" }]);
  });

  it("when its day is over; what is there of an older day is removed", async () => {
    const ann = hall.join("ann");
    ann.put("help", "now", { asking: true });
    ann.put("name", "today", "Ann");
    await hall.settled();
    hall.clock.pass(limits.DAY_ANSWER_LIFE_MS + 10);
    ann.put("help", "now", { asking: true }, { time: START + 1 });
    await hall.settled();
    expect(ann.refusals()).toEqual(["too-old"]);
    hall = await hall.restart();
    expect(hall.join("ann").rows("help")).toEqual([]);
    expect(await hall.store.answers(WORKSHOP)).toMatchObject([{ topic: "name" }]);
  });

  it("never when it is there already: its confirmation may have been lost", async () => {
    const ann = hall.join("ann");
    const row = ann.put("reaction", "moment1", { kind: "agree" });
    ann.hear({ say: "answersPut", rows: [row] });
    await hall.settled();
    expect(ann.refusals()).toEqual([]);
    expect(ann.storedTimes()).toEqual([START, START]);
  });
});

describe("answers of a day", () => {
  it("are removed when the day ends, and the others stay", async () => {
    const ann = hall.join("ann");
    ann.put("done", "step1", true);
    ann.put("name", "today", "Ann");
    await hall.settled();
    await hall.answers.endDay();
    expect(await hall.store.answers(WORKSHOP)).toMatchObject([{ topic: "name" }]);
    const late = hall.join("bob");
    expect([late.rows("done").length, late.rows("name").length]).toEqual([0, 1]);
  });
});

describe("what helpers read", () => {
  it("is read by facilitators and by helpers of the person's table, and by nobody else", async () => {
    const facilitator = hall.join("fay", "facilitator", null);
    const [own, other] = [hall.join("mod", "moderator", "t1"), hall.join("jun", "junior", "t2")];
    const mate = hall.join("bob", "customer", "t1");
    const row = hall.join("ann", "customer", "t1").put("help", "now", { asking: true });
    await hall.told();
    expect(facilitator.rows("help")).toEqual([row]);
    expect(own.rows("help")).toEqual([row]);
    const late = hall.join("late", "moderator", "t1");
    await hall.told();
    expect(late.rows("help")).toEqual([row]);
    for (const device of [other, mate, hall.join("dais", "dais", null)]) expect(device.wireText).not.toContain("help");
  });

  it("is without a name where the topic has none, the same after a restart, another for each item", async () => {
    const facilitator = hall.join("fay", "facilitator", null);
    const moderator = hall.join("mod", "moderator", "t1");
    const ann = hall.join("ann", "customer", "t1");
    ann.put("reaction", "moment1", { kind: "agree", line: "so it is" });
    await hall.told();
    const [first] = facilitator.rows("reaction");
    ann.put("reaction", "moment1", { kind: "not-me", line: "not quite" });
    hall.clock.pass(5_000);
    ann.put("reaction", "moment2", { kind: "agree", line: "this too" });
    await hall.told();
    hall = await hall.restart();
    const again = hall.join("fay");
    await hall.told();
    const rows = again.rows("reaction");
    expect(rows.find(({ item }) => item === "moment1")).toMatchObject({
      person: first?.person,
      value: { line: "not quite" },
    });
    expect(new Set(rows.map(({ person }) => person)).size).toBe(2);
    for (const device of [facilitator, again, moderator]) expect(device.wireText).not.toContain("ann");
    expect(moderator.wireText).not.toContain("not quite");
  });
});

describe("a helper's own answer", () => {
  it("is not told to them a second time without their name", async () => {
    const facilitator = hall.join("fay", "facilitator", null);
    const other = hall.join("guy", "facilitator", null);
    facilitator.put("reaction", "moment1", { kind: "agree" });
    hall.join("ann").put("reaction", "moment1", { kind: "agree" });
    await hall.told();
    const late = hall.join("fay");
    await hall.told();
    expect(facilitator.rows("reaction")).toHaveLength(1);
    expect(late.rows("reaction").filter(({ person }) => person === "fay")).toHaveLength(1);
    expect(late.rows("reaction")).toHaveLength(2);
    expect(other.rows("reaction")).toHaveLength(2);
  });
});

describe("a disk that fails", () => {
  it("ends the connection, and the row is taken when it comes again", async () => {
    const store = openSqliteStore({ file: ":memory:" });
    let isFull = true;
    const full = await Hall.open({
      store,
      commit: (writes) => (isFull ? Promise.reject(new Error("no space")) : store.commit(writes)),
    });
    const ann = full.join("ann");
    const row = ann.put("name", "today", "Ann");
    await full.settled();
    expect(ann.closed).toBe(CLOSE.cannotStore);
    isFull = false;
    const again = full.join("ann");
    again.hear({ say: "answersPut", rows: [row] });
    await full.settled();
    expect(await store.answers(WORKSHOP)).toEqual([row]);
    await full.end();
  });
});

describe("an answer that came over HTTP", () => {
  it("is stored as the person's own, with the relay's time", async () => {
    const seat = hall.seat("ann");
    const bob = hall.join("bob");
    expect(await hall.answers.enter(seat, { topic: "name", item: "today", value: "Ann" })).toBeUndefined();
    expect(await hall.answers.enter(seat, { topic: "name", item: "today", value: null })).toBe("cannot-take-back");
    await hall.told();
    expect(bob.rows("name")).toEqual([{ topic: "name", person: "ann", item: "today", value: "Ann", time: START }]);
  });
});

describe("two thousand people", () => {
  it("are told rows in few frames, which all share", async () => {
    const PEOPLE = 2_000;
    const devices = Array.from({ length: PEOPLE }, (_, index) => hall.join(`p${index}`));
    for (const device of devices) device.put("name", "today", device.seat.person);
    await hall.told();
    const [first] = devices;
    expect(first?.rows("name")).toHaveLength(PEOPLE);
    const frames = new Set(devices.flatMap((device) => device.frames.filter((frame) => frame.length > 200)));
    expect(frames.size).toBeLessThanOrEqual(PEOPLE / limits.MAX_ANSWERS_PER_MESSAGE + 2);
    const late = [hall.join("late"), hall.join("later")];
    expect(late[0]?.frames).toHaveLength(PEOPLE / limits.MAX_ANSWERS_PER_MESSAGE);
    expect(late[0]?.frames.every((frame, index) => frame === late[1]?.frames[index])).toBe(true);
  });

  it("and more rows than may wait for one connection come in portions", async () => {
    const ROWS = 400;
    const text = "x".repeat(limits.MAX_ANSWER_BYTES - 100);
    for (let index = 0; index < ROWS; index += 1) {
      const person = hall.join(`p${index % 50}`);
      person.put("commitment", `own${Math.floor(index / 50)}`, { text });
      person.leave();
    }
    await hall.settled();
    const [gone, late] = [hall.join("gone"), hall.join("late")];
    const bytes = () => late.frames.reduce((sum, frame) => sum + frame.length, 0);
    expect(late.rows("commitment").length).toBeLessThan(ROWS);
    expect(bytes()).toBeLessThan(512 * 1024);
    gone.leave();
    const before = gone.frames.length;
    await hall.told();
    expect(late.rows("commitment")).toHaveLength(ROWS);
    expect(gone.frames).toHaveLength(before);
  });
});
