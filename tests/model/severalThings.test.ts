/** Several cards and touchpoints at once, copies of them, whole lanes, blocks locks, and the order of maps (SPEC W13–W17, W92). */
import {
  addCard,
  addCardBlock,
  addCards,
  addLane,
  addPhase,
  type BoardDocument,
  copyJourney,
  copyLane,
  copyThings,
  describeTouchpoint,
  type JourneyView,
  lockFrame,
  lockThings,
  markMoment,
  moveCard,
  moveJourney,
  movePhase,
  moveThings,
  moveTouchpoint,
  openHistory,
  readBoard,
  readRemoved,
  removeCard,
  removeJourney,
  removePhase,
  removeThings,
  renameLane,
  restore,
  rewordCard,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { ANNA, BERT, done, exampleBoard, MIA, meet, copyOf as onAnotherDevice, spot } from "./support/exampleBoard.ts";

/** The example with four cards of Anna's at one place, and what stands around them. */
function stack() {
  const board = exampleBoard();
  const { journey, phase, touchpoint, next } = spot(board);
  const lane = done(addLane(board, ANNA, { journey: journey.id, kind: "opportunity", name: "Ideas" }));
  const place = { parent: touchpoint.id, lane };
  const [a = "", b = "", c = "", d = ""] = done(addCards(board, ANNA, { ...place, texts: ["a", "b", "c", "d"] }));
  return {
    board,
    journey: journey.id,
    phase: phase.id,
    touchpoint: touchpoint.id,
    next: next.id,
    lane,
    place,
    a,
    b,
    c,
    d,
  };
}

function journeyOf(board: BoardDocument, id: string): JourneyView {
  const journey = readBoard(board).journeys.find((it) => it.id === id);
  if (!journey) throw new Error(`no journey ${id}`);
  return journey;
}

function textsAt(board: BoardDocument, { parent, lane }: { parent: string; lane: string }): string[] {
  const holders = readBoard(board)
    .journeys.flatMap((journey) => journey.phases)
    .flatMap((phase) => [phase, ...phase.touchpoints]);
  return (holders.find(({ id }) => id === parent)?.cardsByLane[lane] ?? []).map(({ text }) => text);
}

const titlesIn = (journey: JourneyView, phase: number) => journey.phases[phase]?.touchpoints.map(({ title }) => title);
const refused = (reason: string) => ({ outcome: "refused", reason });

describe("moving several at once (W13)", () => {
  it("keeps their order in front of one card, as one undo", () => {
    const { board, place, a, b, d } = stack();
    const history = openHistory(board, ANNA);
    const cards = [a, b].map((card) => ({ card, ...place, before: d }));
    const outcome = moveThings(board, ANNA, { cards });
    if (outcome.outcome === "done") history.add(outcome.changes);
    expect(textsAt(board, place)).toEqual(["c", "a", "b", "d"]);
    history.undo();
    expect(textsAt(board, place)).toEqual(["a", "b", "c", "d"]);
    expect(history.canUndo()).toBe(false);
  });

  it("does nothing where they stand so already, and takes what moves itself for no neighbour", () => {
    const { board, place, a, b, c } = stack();
    expect(moveThings(board, ANNA, { cards: [{ card: b, ...place, before: c }] })).toEqual({ outcome: "nothing" });
    done(moveThings(board, ANNA, { cards: [a, b].map((card) => ({ card, ...place, before: a })) }));
    expect(textsAt(board, place)).toEqual(["c", "d", "a", "b"]);
  });

  it("passes over what is gone, and refuses when nothing is left or the place is none", () => {
    const { board, place, next, lane, a, b } = stack();
    done(removeCard(board, ANNA, { card: a }));
    const to = { parent: next, lane };
    done(moveThings(board, ANNA, { cards: [a, b].map((card) => ({ card, ...to })) }));
    expect(textsAt(board, to)).toEqual(["b"]);
    expect(textsAt(board, place)).toEqual(["c", "d"]);
    expect(moveThings(board, ANNA, { cards: [{ card: a, ...to }] })).toEqual(refused("gone"));
    expect(moveThings(board, ANNA, { cards: [{ card: b, parent: next, lane: "none" }] })).toEqual(refused("gone"));
  });

  it("takes touchpoints with their cards into another journey, in the lanes that match or in copies of them", () => {
    const { board, journey, touchpoint, lane } = stack();
    const other = done(copyJourney(board, BERT, { journey, variant: "ideal" }));
    const free = done(addLane(board, ANNA, { journey, kind: "free", name: "Loose ends" }));
    done(addCard(board, ANNA, { parent: touchpoint, lane: free, text: "loose" }));
    const phase = journeyOf(board, other).phases.at(-1)?.id ?? "";
    done(moveThings(board, BERT, { touchpoints: [{ touchpoint, phase }] }));
    const target = journeyOf(board, other);
    const moved = target.phases.at(-1)?.touchpoints.at(-1);
    const laneNamed = (name: string) => target.lanes.find((it) => it.name === name)?.id ?? "";
    expect(moved?.id).toBe(touchpoint);
    expect(moved?.cardsByLane[laneNamed("Ideas")]?.map(({ text }) => text)).toEqual(["a", "b", "c", "d"]);
    expect(moved?.cardsByLane[laneNamed("Loose ends")]?.map(({ text }) => text)).toEqual(["loose"]);
    expect(moved?.cardsByLane[lane]).toBeUndefined();
    expect(readBoard(board).unplaced).toEqual([]);
  });

  it("brings back what was cut, with all that hangs on it", () => {
    const { board, next, lane, a, b } = stack();
    done(removeThings(board, ANNA, { cards: [a, b] }));
    const cards = [a, b].map((card) => ({ card, parent: next, lane }));
    expect(moveThings(board, ANNA, { cards })).toEqual(refused("gone"));
    done(moveThings(board, ANNA, { cards, bringBack: true }));
    expect(textsAt(board, { parent: next, lane })).toEqual(["a", "b"]);
  });

  it("removes all of them or, when one is locked, none", () => {
    const { board, place, a, b } = stack();
    done(lockThings(board, BERT, { things: [{ collection: "cards", id: b }], locked: true }));
    expect(removeThings(board, ANNA, { cards: [a, b] })).toEqual(refused("locked"));
    expect(textsAt(board, place)).toEqual(["a", "b", "c", "d"]);
    done(lockThings(board, ANNA, { things: [{ collection: "cards", id: b }], locked: false }));
    done(removeThings(board, ANNA, { cards: [a, b] }));
    expect(textsAt(board, place)).toEqual(["c", "d"]);
  });

  it("meets another's move of the same cards without losing or doubling one", () => {
    const { board, next, place, lane, a, b } = stack();
    const other = onAnotherDevice(board);
    done(moveThings(board, ANNA, { cards: [a, b].map((card) => ({ card, parent: next, lane })) }));
    done(moveThings(other, BERT, { cards: [b, a].map((card) => ({ card, ...place })) }));
    meet(board, other);
    expect(readBoard(board)).toEqual(readBoard(other));
    const all = [...textsAt(board, place), ...textsAt(board, { parent: next, lane })];
    expect(all.sort()).toEqual(["a", "b", "c", "d"]);
  });
});

describe("copying things (W14)", () => {
  it("keeps the author and the words, without an origin in the same journey", () => {
    const { board, place, a, b, c } = stack();
    done(rewordCard(board, ANNA, { card: a, text: "a better" }));
    const copies = done(copyThings(board, BERT, { cards: [a, b].map((card) => ({ card, ...place, before: c })) }));
    expect(textsAt(board, place)).toEqual(["a better", "b", "a better", "b", "c", "d"]);
    const copy = journeyOf(board, readBoard(board).journeys[0]?.id ?? "")
      .phases.flatMap((phase) => phase.touchpoints)
      .flatMap((it) => it.cardsByLane[place.lane] ?? [])
      .find(({ id }) => id === copies.cards[0]);
    expect(copy).toMatchObject({ author: "anna", text: "a better" });
    expect(copy).not.toHaveProperty("origin");
  });

  it("copies a touchpoint with its cards and moment, keeping the origin in another journey", () => {
    const { board, journey, touchpoint } = stack();
    done(markMoment(board, BERT, { touchpoint, kind: "impression", value: -2, reason: "they leave" }));
    done(describeTouchpoint(board, BERT, { touchpoint, channel: "Phone" }));
    const other = done(copyJourney(board, BERT, { journey, variant: "ideal" }));
    const phase = done(addPhase(board, BERT, { journey: other, title: "New" }));
    const { touchpoints } = done(copyThings(board, BERT, { touchpoints: [{ touchpoint, phase }] }));
    const copy = journeyOf(board, other).phases.at(-1)?.touchpoints[0];
    expect(copy).toMatchObject({ id: touchpoints[0], origin: touchpoint, channel: "Phone", moment: { value: -2 } });
    const texts = (it: { cardsByLane: Readonly<Record<string, readonly { text: string }[]>> } | undefined) =>
      Object.values(it?.cardsByLane ?? {})
        .flat()
        .map(({ text }) => text)
        .sort();
    const original = journeyOf(board, journey).phases[0]?.touchpoints[0];
    expect(texts(copy)).toEqual(texts(original));
    expect(readBoard(board).unplaced).toEqual([]);
  });

  it("refuses what nobody knows, and places that are gone", () => {
    const { board, place, phase, touchpoint } = stack();
    expect(copyThings(board, ANNA, { cards: [{ card: "none", ...place }] })).toEqual(refused("gone"));
    done(removePhase(board, ANNA, { phase }));
    expect(copyThings(board, ANNA, { touchpoints: [{ touchpoint, phase }] })).toEqual(refused("gone"));
  });
});

describe("copying a whole lane (W14)", () => {
  it("stands beside the original with all its cards, as one undo", () => {
    const { board, journey, lane, place } = stack();
    const history = openHistory(board, BERT);
    const outcome = copyLane(board, BERT, { lane, journey });
    if (outcome.outcome !== "done") throw new Error(outcome.outcome);
    history.add(outcome.changes);
    expect(textsAt(board, { ...place, lane: outcome.value })).toEqual(["a", "b", "c", "d"]);
    history.undo();
    expect(journeyOf(board, journey).lanes.map(({ id }) => id)).not.toContain(outcome.value);
    expect(readBoard(board).unplaced).toEqual([]);
  });

  it("finds the touchpoints of another journey, by origin, by title, or by the row, and leaves no card behind", () => {
    const { board, journey, lane, phase } = stack();
    done(addCard(board, ANNA, { parent: phase, lane, text: "on the phase" }));
    const other = done(copyJourney(board, BERT, { journey, variant: "ideal" }));
    const own = journeyOf(board, other).lanes.find(({ name }) => name === "Ideas")?.id ?? "";
    const copy = done(copyLane(board, BERT, { lane, journey: other }));
    const { phases } = journeyOf(board, other);
    expect(phases[0]?.cardsByLane[copy]?.map(({ text }) => text)).toEqual(["on the phase"]);
    expect(phases[0]?.touchpoints[0]?.cardsByLane[copy]?.map(({ text }) => text)).toEqual(["a", "b", "c", "d"]);
    expect(own).not.toBe(copy);
  });

  it("cut and pasted, leaves nothing in the tray", () => {
    const { board, journey, lane } = stack();
    const other = done(copyJourney(board, BERT, { journey, variant: "ideal" }));
    const copy = done(copyLane(board, BERT, { lane, journey: other, andRemove: true }));
    expect(journeyOf(board, journey).lanes.map(({ id }) => id)).not.toContain(lane);
    expect(journeyOf(board, other).phases[0]?.touchpoints[0]?.cardsByLane[copy]).toHaveLength(4);
    expect(readBoard(board).unplaced).toEqual([]);
  });

  it("refuses a second row of touchpoints", () => {
    const { board, journey } = stack();
    const row = journeyOf(board, journey).lanes.find(({ kind }) => kind === "touchpoint")?.id ?? "";
    expect(copyLane(board, BERT, { lane: row, journey })).toEqual(refused("bad-value"));
  });
});

describe("a block of a spreadsheet (W15)", () => {
  it("keeps rows and columns, makes touchpoints for columns beyond the last, and is one undo", () => {
    const { board, journey, lane, touchpoint, next } = stack();
    const second = done(addLane(board, ANNA, { journey, kind: "free", name: "Second" }));
    const phase = journeyOf(board, journey).phases.at(-1)?.id ?? "";
    const before = titlesIn(journeyOf(board, journey), -1 + journeyOf(board, journey).phases.length)?.length ?? 0;
    const outcome = addCardBlock(board, ANNA, {
      columns: [touchpoint, next],
      phase,
      rows: [
        { lane, texts: ["1", "2", "3"] },
        { lane: second, texts: ["4", "", "6"] },
        { lane: second, texts: ["7"] },
      ],
    });
    if (outcome.outcome !== "done") throw new Error(outcome.outcome);
    expect(outcome.value).toHaveLength(6);
    expect(textsAt(board, { parent: touchpoint, lane })).toEqual(["a", "b", "c", "d", "1"]);
    expect(textsAt(board, { parent: touchpoint, lane: second })).toEqual(["4", "7"]);
    expect(textsAt(board, { parent: next, lane })).toEqual(["2"]);
    expect(textsAt(board, { parent: next, lane: second })).toEqual([]);
    const made = journeyOf(board, journey).phases.at(-1)?.touchpoints.at(-1)?.id ?? "";
    expect(textsAt(board, { parent: made, lane })).toEqual(["3"]);
    expect(textsAt(board, { parent: made, lane: second })).toEqual(["6"]);
    const history = openHistory(board, ANNA);
    history.add(outcome.changes);
    history.undo();
    expect(textsAt(board, { parent: touchpoint, lane })).toEqual(["a", "b", "c", "d"]);
    expect(journeyOf(board, journey).phases.at(-1)?.touchpoints).toHaveLength(before);
  });
});

describe("locks (W16)", () => {
  it("hold a card against moving, rewording and removing until it is unlocked", () => {
    const { board, place, next, lane, a } = stack();
    const things = [{ collection: "cards" as const, id: a }];
    done(lockThings(board, ANNA, { things, locked: true }));
    expect(moveCard(board, ANNA, { card: a, parent: next, lane })).toEqual(refused("locked"));
    expect(rewordCard(board, ANNA, { card: a, text: "other" })).toEqual(refused("locked"));
    expect(removeCard(board, BERT, { card: a })).toEqual(refused("locked"));
    expect(textsAt(board, place)[0]).toBe("a");
    done(lockThings(board, BERT, { things, locked: false }));
    done(removeCard(board, BERT, { card: a }));
  });

  it("hold a touchpoint with its place and its name", () => {
    const { board, touchpoint, phase } = stack();
    done(lockThings(board, ANNA, { things: [{ collection: "touchpoints", id: touchpoint }], locked: true }));
    expect(moveTouchpoint(board, ANNA, { touchpoint, phase })).toEqual(refused("locked"));
    expect(describeTouchpoint(board, ANNA, { touchpoint, title: "other" })).toEqual(refused("locked"));
    expect(removeThings(board, ANNA, { touchpoints: [touchpoint] })).toEqual(refused("locked"));
  });

  it("of the frame bind participants, and not those who lead the table", () => {
    const { board, journey, phase, lane, place } = stack();
    expect(lockFrame(board, BERT, { journey, locked: true })).toEqual(refused("locked"));
    done(lockFrame(board, MIA, { journey, locked: true }));
    expect(journeyOf(board, journey).frameLocked).toBe(true);
    for (const by of [ANNA, BERT]) {
      expect(addPhase(board, by, { journey, title: "X" })).toEqual(refused("locked"));
      expect(movePhase(board, by, { phase })).toEqual(refused("locked"));
      expect(removePhase(board, by, { phase })).toEqual(refused("locked"));
      expect(renameLane(board, by, { lane, name: "X" })).toEqual(refused("locked"));
      expect(copyLane(board, by, { lane, journey })).toEqual(refused("locked"));
      expect(removeJourney(board, by, { journey })).toEqual(refused("locked"));
      done(addCard(board, by, { ...place, text: "still written" }));
    }
    done(addPhase(board, MIA, { journey, title: "by the moderator" }));
    done(lockFrame(board, MIA, { journey, locked: false }));
    done(addPhase(board, ANNA, { journey, title: "by everybody" }));
  });
});

describe("the maps of a board (W92)", () => {
  it("stand in the order that people give them, also after one was removed and brought back", () => {
    const board = exampleBoard();
    const first = spot(board).journey.id;
    const second = done(copyJourney(board, ANNA, { journey: first, variant: "what-if" }));
    const third = done(copyJourney(board, ANNA, { journey: first, variant: "ideal" }));
    const order = () => readBoard(board).journeys.map(({ id }) => id);
    done(moveJourney(board, ANNA, { journey: third, before: first }));
    expect(order()).toEqual([third, first, second]);
    done(moveJourney(board, BERT, { journey: first }));
    expect(order()).toEqual([third, second, first]);
    expect(moveJourney(board, BERT, { journey: first })).toEqual({ outcome: "nothing" });

    const [before] = readBoard(board).journeys;
    done(removeJourney(board, BERT, { journey: third }));
    expect(order()).toEqual([second, first]);
    expect(moveJourney(board, ANNA, { journey: third })).toEqual(refused("gone"));
    expect(readRemoved(board)).toMatchObject([{ collection: "journeys", id: third, by: { person: BERT.person } }]);
    expect(readBoard(board).unplaced).toEqual([]);
    done(restore(board, ANNA, { collection: "journeys", id: third }));
    expect(readBoard(board).journeys[0]).toEqual(before);
  });

  it("come in one order when two people move them at the same time", () => {
    const board = exampleBoard();
    const first = spot(board).journey.id;
    const second = done(copyJourney(board, ANNA, { journey: first, variant: "what-if" }));
    const there = onAnotherDevice(board);
    done(moveJourney(board, ANNA, { journey: first }));
    done(moveJourney(there, BERT, { journey: second, before: first }));
    meet(board, there);
    expect(readBoard(board).journeys.map(({ id }) => id)).toEqual(readBoard(there).journeys.map(({ id }) => id));
    expect(readBoard(board).journeys).toHaveLength(2);
  });
});
