/** The day as it really runs: what has begun, what is left, and when everything else is (S0-21, S2-15, S4-10). */
import {
  addStep,
  announceStep,
  callOffStep,
  clockTimes,
  comingStep,
  dayNow,
  describeStep,
  extendRun,
  forgetRun,
  isToTakeOn,
  keepsItsTime,
  lostTimes,
  makeUpTime,
  moveStep,
  newPlan,
  openHistory,
  type PlanDocument,
  pairTurn,
  passedOver,
  pauseRun,
  planFromState,
  readPlan,
  resumeRun,
  type StepFields,
  type StepKind,
  shortenProtected,
  skipStep,
  splitStep,
  startRun,
  stateOf,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { done, meet, NOTHING, person, refused } from "./meeting.ts";

const anna = person("anna");
const bert = person("bert");
const NINE = Date.UTC(2026, 10, 23, 9);
const at = (minutes: number) => NINE + minutes * 60_000;

const AGENDA: readonly (readonly [string, StepKind, number])[] = [
  ["Welcome", "read", 10],
  ["Listen", "listen", 30],
  ["Questions", "questions", 20],
  ["Lunch", "break", 45],
  ["Map", "map", 40],
];

function workshop() {
  const plan = newPlan();
  const [welcome = "", listen = "", questions = "", lunch = "", map = ""] = AGENDA.map(([title, kind, minutes]) =>
    done(addStep(plan, anna, { title, kind, minutes })),
  );
  return { plan, welcome, listen, questions, lunch, map };
}

function begin(plan: PlanDocument, n: number, step: string, started: number) {
  done(startRun(plan, anna, { n, step, started }));
  return { id: step, n };
}

/** Minutes past nine at which each step begins as things stand. */
function begins(plan: PlanDocument, taken: { id: string; n: number } | undefined, now: number) {
  const times = clockTimes(readPlan(plan), taken, now);
  return Object.fromEntries(times.map(({ step, begins }) => [step.title, (begins - NINE) / 60_000]));
}

describe("the clock of a step (P60)", () => {
  it("counts from when the step began, to zero and beyond", () => {
    const { plan, welcome } = workshop();
    const taken = begin(plan, 1, welcome, NINE);
    expect(dayNow(readPlan(plan), taken, at(4))).toMatchObject({ remaining: 6 * 60_000, next: { title: "Listen" } });
    expect(dayNow(readPlan(plan), taken, at(13))?.remaining).toBe(-3 * 60_000);
  });

  it("gets more minutes, and stands while it is paused", () => {
    const { plan, welcome } = workshop();
    const taken = begin(plan, 1, welcome, NINE);
    done(extendRun(plan, anna, { n: 1, minutes: 5 }));
    done(pauseRun(plan, anna, { n: 1, at: at(5) }));
    expect(pauseRun(plan, anna, { n: 1, at: at(6) })).toEqual(NOTHING);
    expect(dayNow(readPlan(plan), taken, at(60))?.remaining).toBe(10 * 60_000);
    done(resumeRun(plan, anna, { n: 1, at: at(60) }));
    expect(dayNow(readPlan(plan), taken, at(62))?.remaining).toBe(8 * 60_000);
  });

  it("tells whose turn it is in a step in pairs: half each, whatever minutes come or go (S0-13)", () => {
    const { plan } = workshop();
    const pair = done(addStep(plan, anna, { title: "In twos", kind: "pair", minutes: 12 }));
    const taken = begin(plan, 1, pair, NINE);
    const turnAt = (minutes: number) => {
      const now = dayNow(readPlan(plan), taken, at(minutes));
      const { turn, left = 0 } = (now && pairTurn(now)) ?? {};
      return [turn, left / 60_000];
    };
    expect([turnAt(2), turnAt(6), turnAt(13)]).toEqual([
      ["customer", 4],
      ["colleague", 6],
      ["colleague", -1],
    ]);
    // Given in the first turn, minutes are for both; in the second, nobody has to go back to the first.
    done(extendRun(plan, anna, { n: 1, minutes: 2, at: at(3) }));
    expect(turnAt(3)).toEqual(["customer", 4]);
    done(extendRun(plan, anna, { n: 1, minutes: 10, at: at(8) }));
    expect(turnAt(8)).toEqual(["colleague", 16]);
    done(extendRun(plan, anna, { n: 1, minutes: 1, at: at(20) }));
    expect([turnAt(6), turnAt(20)]).toEqual([
      ["customer", 1],
      ["colleague", 5],
    ]);
    expect(pairTurn({})).toBeUndefined();
  });

  it("swaps by the clock that stands while it is paused", () => {
    const { plan } = workshop();
    const pair = done(addStep(plan, anna, { title: "In twos", kind: "pair", minutes: 12 }));
    begin(plan, 1, pair, NINE);
    done(pauseRun(plan, anna, { n: 1, at: at(5) }));
    done(extendRun(plan, anna, { n: 1, minutes: 4, at: at(30) }));
    expect(pairTurn(dayNow(readPlan(plan), { id: pair, n: 1 }, at(30)) ?? {})).toEqual({
      turn: "customer",
      left: 3 * 60_000,
    });
  });

  it("is the same on two devices that changed it apart", () => {
    const { plan, welcome } = workshop();
    const taken = begin(plan, 1, welcome, NINE);
    const twin = planFromState(stateOf(plan));
    done(extendRun(plan, anna, { n: 1, minutes: 5 }));
    done(pauseRun(twin, bert, { n: 1, at: at(5) }));
    meet(plan, twin);
    expect(readPlan(twin)).toEqual(readPlan(plan));
    expect(dayNow(readPlan(plan), taken, at(60))?.remaining).toBe(10 * 60_000);
  });

  it("goes on where it was when the step after it was taken back, whatever number the relay gives then", () => {
    const { plan, welcome, listen } = workshop();
    begin(plan, 1, welcome, NINE);
    begin(plan, 2, listen, at(8));
    done(forgetRun(plan, anna, { n: 2 }));
    expect(dayNow(readPlan(plan), { id: welcome, n: 3 }, at(9))).toMatchObject({ remaining: 60_000 });
    begin(plan, 4, listen, at(12));
    expect(dayNow(readPlan(plan), { id: listen, n: 4 }, at(12))).toMatchObject({
      remaining: 30 * 60_000,
      late: 120_000,
    });
  });

  it("is read off the last run by a device that has not heard of the relay", () => {
    const { plan, welcome, listen } = workshop();
    expect(dayNow(readPlan(plan), undefined, NINE)).toBeUndefined();
    begin(plan, 1, welcome, NINE);
    begin(plan, 2, listen, at(10));
    expect(dayNow(readPlan(plan), undefined, at(11))).toMatchObject({ step: { title: "Listen" } });
  });

  it("says nothing of a step that the agenda has not, and no time where nobody noted when it began", () => {
    const { plan, listen } = workshop();
    expect(dayNow(readPlan(plan), { id: "elsewhere", n: 1 }, NINE)).toBeUndefined();
    const now = dayNow(readPlan(plan), { id: listen, n: 7 }, NINE);
    expect([now?.step.title, now?.run, now?.remaining]).toEqual(["Listen", undefined, undefined]);
  });

  it.each([
    ["a number that is none", { n: 0, started: NINE }],
    ["a time that is none", { n: 1, started: Number.NaN }],
  ])("is not begun with %s", (_what, args) => {
    const { plan, welcome } = workshop();
    expect(startRun(plan, anna, { step: welcome, ...args })).toEqual(refused("bad-value"));
    expect(readPlan(plan).runs).toEqual([]);
  });
});

describe("a step that is said beforehand (P69)", () => {
  it("is what comes right behind the step that holds, with the seconds until it begins", () => {
    const { plan, welcome, listen } = workshop();
    const taken = begin(plan, 1, welcome, NINE);
    done(announceStep(plan, anna, { n: 2, step: listen, begins: at(9), staying: ["t1"] }));
    expect(comingStep(readPlan(plan), taken, at(8))).toMatchObject({
      step: { title: "Listen" },
      announced: { by: "anna", staying: ["t1"] },
      in: 60_000,
    });
    expect(comingStep(readPlan(plan), taken, at(9) + 5_000)?.in).toBe(0);
    expect(comingStep(readPlan(plan), { id: listen, n: 2 }, at(9))).toBeUndefined();
  });

  it("waits for who runs the day, and is gone when it is called off, until it is said again (P126)", () => {
    const { plan, welcome, listen, map } = workshop();
    const taken = begin(plan, 1, welcome, NINE);
    done(announceStep(plan, anna, { n: 2, step: listen, begins: at(9) }));
    const waits = (now: number) => {
      const { isWaiting, isLate } = comingStep(readPlan(plan), taken, now) ?? {};
      return [isWaiting, isLate];
    };
    expect([waits(at(9)), waits(at(10)), waits(at(12))]).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
    done(callOffStep(plan, bert, { n: 2 }));
    expect(comingStep(readPlan(plan), taken, at(8))).toBeUndefined();
    done(announceStep(plan, bert, { n: 2, step: map, begins: at(9) }));
    expect(comingStep(readPlan(plan), taken, at(8))).toMatchObject({
      step: { title: "Map" },
      announced: { by: "bert" },
    });
  });

  it("is taken by who said it when it is due, and by somebody else only when they are not there", () => {
    const { plan, welcome, listen } = workshop();
    const taken = begin(plan, 1, welcome, NINE);
    done(announceStep(plan, anna, { n: 2, step: listen, begins: at(9) }));
    const takenBy = (person: string, now: number) => {
      const coming = comingStep(readPlan(plan), taken, now);
      return coming !== undefined && isToTakeOn(coming, person, now);
    };
    expect([takenBy("anna", at(9) - 1), takenBy("anna", at(9)), takenBy("bert", at(9))]).toEqual([false, true, false]);
    expect([takenBy("bert", at(9) + 5_000), takenBy("bert", at(10))]).toEqual([true, true]);
    // Whoever comes back after a long time is asked first.
    expect([takenBy("anna", at(12)), takenBy("bert", at(12))]).toEqual([false, false]);
  });

  it.each([
    ["a number that is none", { n: 0 }, "bad-value"],
    ["a time that is none", { begins: Number.NaN }, "bad-value"],
    ["a table that is none", { staying: [""] }, "bad-value"],
    ["a step that is gone", { step: "gone" }, "gone"],
  ] as const)("is refused with %s", (_what, part, reason) => {
    const { plan, listen } = workshop();
    expect(announceStep(plan, anna, { n: 2, step: listen, begins: at(9), ...part })).toEqual(refused(reason));
    expect(readPlan(plan).announcements).toEqual([]);
  });
});

describe("clock times (P61)", () => {
  it("are the agenda's, then what really happened, then what follows from it", () => {
    const { plan, welcome, listen } = workshop();
    expect(begins(plan, undefined, NINE)).toEqual({ Welcome: 0, Listen: 10, Questions: 40, Lunch: 60, Map: 105 });
    begin(plan, 1, welcome, NINE);
    const taken = begin(plan, 2, listen, at(16));
    expect(begins(plan, taken, at(20))).toEqual({ Welcome: 0, Listen: 16, Questions: 46, Lunch: 66, Map: 111 });
    expect(dayNow(readPlan(plan), taken, at(20))?.late).toBe(6 * 60_000);
    // Nobody has gone on: every minute over time moves the rest.
    expect(begins(plan, taken, at(50))["Lunch"]).toBe(70);
  });

  it("move with lunch (S4-10), with what is inserted, split and skipped, each one undo (S0-21)", () => {
    const { plan, welcome, listen, questions, lunch, map } = workshop();
    begin(plan, 1, welcome, NINE);
    const taken = begin(plan, 2, listen, at(10));
    const history = openHistory(plan, anna);
    const gesture = (outcome: ReturnType<typeof skipStep>) => {
      if (outcome.outcome !== "done") throw new Error(`not done: ${outcome.outcome}`);
      history.add(outcome.changes);
    };
    const before = begins(plan, taken, at(15));
    gesture(addStep(plan, anna, { title: "What if", kind: "what-if", minutes: 10, before: lunch }));
    expect(begins(plan, taken, at(15))).toMatchObject({ "What if": 60, Lunch: 70, Map: 115 });
    gesture(skipStep(plan, anna, { step: questions, skip: true }));
    expect(begins(plan, taken, at(15))).toMatchObject({ "What if": 40, Lunch: 50, Map: 95 });
    gesture(moveStep(plan, anna, { step: lunch }));
    expect(begins(plan, taken, at(15))).toMatchObject({ Map: 50, Lunch: 90 });
    gesture(splitStep(plan, anna, { step: map, minutes: 15 }));
    expect(begins(plan, taken, at(15))).toMatchObject({ Lunch: 90 });
    for (let gestures = 0; gestures < 4; gestures++) done(history.undo());
    expect(begins(plan, taken, at(15))).toEqual(before);
  });
});

describe("minutes that are protected (S2-15, P62)", () => {
  it("are never shortened to make up for time, and neither is a break", () => {
    const { plan, welcome } = workshop();
    const minutes = () => Object.fromEntries(readPlan(plan).steps.map((step) => [step.title, step.minutes]));
    expect(done(makeUpTime(plan, anna, { after: welcome, minutes: 20 }))).toBe(20);
    expect(minutes()).toEqual({ Welcome: 10, Listen: 25, Questions: 20, Lunch: 45, Map: 25 });
    expect(done(makeUpTime(plan, anna, { after: welcome, minutes: 500 }))).toBe(40);
    expect(minutes()).toEqual({ Welcome: 10, Listen: 5, Questions: 20, Lunch: 45, Map: 5 });
    expect(makeUpTime(plan, anna, { after: welcome, minutes: 5 })).toEqual(NOTHING);
  });

  it("say what they were once the facilitator has shortened them, until they are given back", () => {
    const { plan, questions } = workshop();
    const shown = () => readPlan(plan).steps.find(({ id }) => id === questions);
    expect(shown()).not.toHaveProperty("promised");
    const history = openHistory(plan, anna);
    const shortened = shortenProtected(plan, anna, { step: questions, minutes: 12 });
    if (shortened.outcome === "done") history.add(shortened.changes);
    expect(shown()).toMatchObject({ minutes: 12, promised: 20 });
    done(shortenProtected(plan, anna, { step: questions, minutes: 8 }));
    expect(shown()).toMatchObject({ minutes: 8, promised: 20 });
    expect(shortenProtected(plan, anna, { step: questions, minutes: 8 })).toEqual(refused("bad-value"));
  });

  it("are lost by no command without being told, once the day has begun (P119)", () => {
    type Day = ReturnType<typeof workshop>;
    const lostBy = (changes: readonly ((day: Day) => void)[], hasBegun = true) => {
      const day = workshop();
      const taken = hasBegun ? begin(day.plan, 1, day.welcome, NINE) : undefined;
      for (const change of changes) change(day);
      return lostTimes(readPlan(day.plan), taken).map(({ step, ...minutes }) => ({ title: step.title, ...minutes }));
    };
    const saying = (fields: StepFields) => (day: Day) =>
      void done(describeStep(day.plan, anna, { step: day.questions, ...fields }));
    const skip = (isSo: boolean) => (day: Day) =>
      void done(skipStep(day.plan, anna, { step: day.questions, skip: isSo }));
    const fewer = saying({ minutes: 15 });
    expect(lostBy([fewer])).toEqual([{ title: "Questions", before: 20, now: 15 }]);
    expect(lostBy([skip(true)])).toEqual([{ title: "Questions", before: 20, now: 0 }]);
    expect(lostBy([fewer, skip(true)])).toEqual([{ title: "Questions", before: 20, now: 0 }]);
    // Let go of, it is told as soon as it is shorter for it.
    const free = saying({ isProtected: false });
    expect(lostBy([free])).toEqual([]);
    expect(lostBy([free, fewer])).toEqual([{ title: "Questions", before: 20, now: 15 }]);
    // Given back, nothing is lost; and before the day begins nothing is promised yet.
    expect(lostBy([fewer, saying({ minutes: 20 })])).toEqual([]);
    expect(lostBy([skip(true), skip(false)])).toEqual([]);
    expect(lostBy([fewer], false)).toEqual([]);
    expect(lostBy([skip(true)], false)).toEqual([]);
  });

  it("are lost when the day goes past their step, until it goes back (P119)", () => {
    const { plan, welcome, listen, questions, map } = workshop();
    begin(plan, 1, welcome, NINE);
    const isKept = () => {
      const view = readPlan(plan);
      return view.steps.filter((step) => keepsItsTime(view, step)).map(({ title }) => title);
    };
    const over = (from: string, to: string) => passedOver(readPlan(plan), from, to).map(({ title }) => title);
    expect(isKept()).toEqual(["Questions"]);
    expect([over(welcome, map), over(welcome, questions), over(map, welcome)]).toEqual([["Questions"], [], []]);
    const past = begin(plan, 2, map, at(10));
    const lost = (taken: { id: string; n: number }) =>
      lostTimes(readPlan(plan), taken).map(({ step, now }) => [step.title, now]);
    expect(lost(past)).toEqual([["Questions", 0]]);
    expect(lost(begin(plan, 3, listen, at(11)))).toEqual([]);
    const held = begin(plan, 4, questions, at(20));
    expect([lost(held), isKept(), over(welcome, map)]).toEqual([[], [], []]);
  });
});
