import { TOPICS } from "@sameside/protocol";
import { openSqliteStore, type RoomStore } from "@sameside/relay";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Hall, type HallDevice, START, WORKSHOP } from "./answersHall.ts";

let hall: Hall;

beforeEach(async () => {
  hall = await Hall.open();
});
afterEach(() => hall.end());

/** What a table mate, a helper of the table, a facilitator and a screen are told, now and when they come later. */
function everybodyElse(): readonly HallDevice[] {
  return [
    hall.join("mate", "customer", "t1"),
    hall.join("mod", "moderator", "t1"),
    hall.join("fay", "facilitator", null),
    hall.join("dais", "dais", null),
  ];
}

describe("a sealed answer", () => {
  it("is in no frame to anybody else before the reveal; how many have answered is (N4)", async () => {
    const here = everybodyElse();
    const [ann, phone] = [hall.join("ann"), hall.join("ann")];
    ann.put("rating", "touchpoint1", { value: 0.123456 });
    ann.put("vote", "round1", ["secretChoice"]);
    ann.put("guess", "first-touchpoint1", -0.654321);
    await hall.told();
    hall = await hall.restart();
    const late = everybodyElse();
    await hall.told();
    for (const device of [...here, ...late])
      for (const trace of ["0.123456", "secretChoice", "0.654321", "ann"]) expect(device.wireText).not.toContain(trace);
    expect(late[0]?.tallies("rating", "touchpoint1").at(-1)).toEqual({
      topic: "rating",
      item: "touchpoint1",
      people: 1,
    });
    expect(phone.rows("vote")).toMatchObject([{ value: ["secretChoice"] }]);
    expect(hall.join("ann").rows("rating")).toMatchObject([{ value: { value: 0.123456 } }]);
  });

  it("of which everybody reads the rows is told after the reveal, to those who come later, too", async () => {
    const [mate, fay] = [hall.join("mate"), hall.join("fay", "facilitator", null)];
    const row = hall.join("ann").put("rating", "touchpoint1", { value: 1 });
    hall.join("ann").put("rating", "touchpoint2", { value: -1 });
    await hall.settled();
    fay.reveal("rating", "touchpoint1");
    await hall.told();
    const opened = { say: "opened", items: [{ topic: "rating", item: "touchpoint1", table: "t1" }] };
    expect(mate.heard).toContainEqual(opened);
    hall = await hall.restart();
    const late = hall.join("late");
    for (const device of [mate, late]) expect(device.rows("rating")).toEqual([row]);
    expect(late.heard[0]).toEqual(opened);
  });

  it("stays as it was from the reveal on; who sends another hears which one holds (N4)", async () => {
    const [ann, mod] = [hall.join("ann"), hall.join("mod", "moderator", "t1")];
    const row = ann.put("rating", "touchpoint1", { value: 1 });
    mod.reveal("rating", "touchpoint1", "untouched");
    ann.put("rating", "touchpoint1", { value: -1 }, { time: START + 1 });
    hall.join("bob").put("rating", "untouched", { value: 0.5 });
    mod.put("rating", "touchpoint1", { value: 0 }, { for: "bob" });
    await hall.told();
    ann.hear({ say: "answersPut", rows: [row] });
    await hall.settled();
    expect(ann.refusals()).toEqual(["already-revealed"]);
    expect(mod.refusals()).toEqual(["already-revealed"]);
    expect(ann.rows("rating")).toEqual([row]);
    expect(ann.storedTimes()).toEqual([START, START]);
    expect(await hall.store.answers(WORKSHOP)).toEqual([row]);
  });

  it("is opened by facilitators and moderators only, and only where something is sealed", async () => {
    hall.join("ann").put("rating", "touchpoint1", { value: 1 });
    const bob = hall.join("bob");
    for (const device of [bob, hall.join("jun", "junior", "t1"), hall.join("dais", "dais", null)])
      device.reveal("rating", "touchpoint1");
    hall.join("fay", "facilitator", null).reveal("preTask", "task1");
    await hall.told();
    expect(bob.wireText).not.toContain("opened");
    expect(await hall.store.records("opened", WORKSHOP)).toEqual([]);
  });

  it("that is open already is told again to who asks, and to nobody else", async () => {
    const [fay, mod] = [hall.join("fay", "facilitator", null), hall.join("mod", "moderator", "t2")];
    fay.reveal("rating", "touchpoint1");
    await hall.told();
    mod.reveal("rating", "touchpoint1");
    await hall.told();
    const opened = (device: HallDevice) => device.heard.filter(({ say }) => say === "opened").length;
    expect([opened(fay), opened(mod)]).toEqual([2, 2]);
  });

  it("stays sealed when the store cannot keep that it was opened", async () => {
    const store = openSqliteStore({ file: ":memory:" });
    await (await Hall.open({ store })).answers.close();
    const other = await Hall.open({ store: withoutSwap(store) });
    const [fay, ann] = [other.join("fay", "facilitator", null), other.join("ann")];
    fay.reveal("rating", "touchpoint1");
    await other.settled();
    expect(fay.closed).toBeDefined();
    ann.put("rating", "touchpoint1", { value: 1 });
    await other.settled();
    expect(ann.refusals()).toEqual([]);
    expect(ann.wireText).not.toContain("opened");
    await other.end();
  });
});

describe("what one table has answered (SPEC L26)", () => {
  const told = (device: HallDevice) => device.rows("rating").map(({ person, item }) => `${person}: ${item}`);

  it("is opened for that table, whoever opens it: rows and ids reach nobody of another, now and when they come later", async () => {
    const others = () => [
      hall.join("tim", "customer", "t2"),
      hall.join("mod2", "moderator", "t2"),
      hall.join("jun", "junior", "t2"),
      hall.join("nobody", "customer", "-"),
    ];
    const own = () => [
      hall.join("mate", "customer", "t1"),
      hall.join("fay", "facilitator", null),
      hall.join("dais", "dais", null),
    ];
    const here = { others: others(), own: own() };
    hall.join("ann").put("rating", "by-facilitator", { value: 0.123456 });
    hall.join("ann").put("rating", "by-moderator", { value: 0.123456 });
    await hall.settled();
    here.own[1]?.reveal("rating", "by-facilitator");
    hall.join("mod", "moderator", "t1").reveal("rating", "by-moderator");
    await hall.told();
    const expected = ["ann: by-facilitator", "ann: by-moderator"];
    for (const device of here.own) expect(told(device)).toEqual(expected);
    // Who moves to another table takes nothing along, and who comes to this one is told.
    hall.seat("ann", "customer", "t2");
    hall = await hall.restart();
    const late = { others: others(), own: own() };
    await hall.told();
    for (const device of late.own) expect(told(device).sort()).toEqual(expected);
    for (const device of [...here.others, ...late.others]) {
      expect(device.wireText).not.toContain("0.123456");
      expect(device.heard.some(({ say }) => say === "opened")).toBe(false);
    }
    expect(told(hall.join("ann")).sort()).toEqual(expected);
  });

  it("is not opened by the moderator of another, who cannot freeze it either", async () => {
    const [mod2, tim] = [hall.join("mod2", "moderator", "t2"), hall.join("tim", "customer", "t2")];
    const ann = hall.join("ann");
    ann.put("rating", "touchpoint1", { value: 0.5 });
    for (const person of ["bob", "cyd", "dee"]) hall.join(person).put("vote", "round1", ["a"]);
    await hall.settled();
    mod2.reveal("rating", "touchpoint1", "untouched");
    mod2.hear({ say: "reveal", items: [{ topic: "rating", item: "touchpoint1", table: "t1" }] });
    mod2.reveal("vote", "round1", "round2");
    hall.join("gone", "moderator", "-").reveal("rating", "touchpoint1");
    await hall.told();
    expect(told(mod2)).toEqual([]);
    expect(told(tim)).toEqual([]);
    expect(tim.sums("vote", "round1")).toEqual([]);
    ann.put("rating", "touchpoint1", { value: -0.5 }, { time: START + 1 });
    ann.put("rating", "untouched", { value: 0.25 });
    hall.join("bob").put("vote", "round1", ["b"], { time: START + 1 });
    hall.join("bob").put("vote", "round2", ["b"]);
    await hall.settled();
    expect([...ann.refusals(), ...hall.join("bob").refusals()]).toEqual([]);
    // A sum of their own table alone is theirs to open.
    hall.join("mod", "moderator", "t1").reveal("vote", "round1");
    await hall.told();
    expect(tim.sums("vote", "round1")).toEqual([{ countByAnswer: { a: 2, b: 1 } }]);
  });

  it("is opened at the table that is named, and for all where several have answered", async () => {
    const fay = hall.join("fay", "facilitator", null);
    const [ann, tim] = [hall.join("ann"), hall.join("tim", "customer", "t2")];
    for (const item of ["named", "all"]) for (const device of [ann, tim]) device.put("rating", item, { value: 1 });
    await hall.settled();
    fay.hear({ say: "reveal", items: [{ topic: "rating", item: "named", table: "t1" }] });
    fay.reveal("rating", "all");
    await hall.told();
    expect(told(ann).sort()).toEqual(["ann: all", "ann: named", "tim: all"]);
    expect(told(tim).sort()).toEqual(["ann: all", "tim: all"]);
    expect(told(fay).sort()).toEqual(["ann: all", "ann: named", "tim: all"]);
    tim.put("rating", "named", { value: -1 }, { time: START + 1 });
    ann.put("rating", "named", { value: -1 }, { time: START + 1 });
    await hall.settled();
    expect([ann.refusals(), tim.refusals()]).toEqual([["already-revealed"], []]);
  });
});

describe("a vote's author", () => {
  it("is in no frame to others, before and after the reveal", async () => {
    const here = everybodyElse();
    for (const person of ["ann", "bob", "cyd"]) hall.join(person).put("vote", "round1", ["a"]);
    hall.join("ann").put("vote", "round2", ["b"]);
    await hall.told();
    hall.join("fay").reveal("vote", "round1", "round2");
    await hall.told();
    const late = everybodyElse();
    await hall.told();
    for (const device of [...here, ...late]) {
      expect(device.rows("vote")).toEqual([]);
      for (const person of ["ann", "bob", "cyd"]) expect(device.wireText).not.toContain(person);
      expect(device.sums("vote", "round1")).toEqual([{ countByAnswer: { a: 3 } }]);
      expect(device.tallies("vote", "round2").at(-1)).toEqual({ topic: "vote", item: "round2", people: 1 });
    }
    hall = await hall.restart();
    expect(hall.join("later").sums("vote", "round1")).toEqual([{ countByAnswer: { a: 3 } }]);
    expect(hall.logged.join()).not.toMatch(/ann|bob|cyd/);
  });
});

it("no topic without names is one of which everybody reads the rows", () => {
  for (const rule of Object.values(TOPICS)) expect(rule.anonymous && (rule.read as string) === "all").toBe(false);
});

/** The store, on a disk that takes no more records. */
function withoutSwap(store: RoomStore): RoomStore {
  return new Proxy(store, {
    get(target, name) {
      if (name === "swap") return () => Promise.reject(new Error("no space"));
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
