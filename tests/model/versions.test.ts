/**
 * Versions rehearsed (SPEC D7): a board of format 1, as it was saved, is opened by a pretended program of version 2
 * while the program of today goes on editing it. Version 2 has a field that is new (a touchpoint's `effort`), one whose
 * meaning changed and that therefore has a new name (a rating in percent, `value2`), and a collection of its own.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSameside } from "@sameside/interchange";
import {
  addCard,
  addTouchpoint,
  boardFromState,
  copyJourney,
  describeTouchpoint,
  type JourneyView,
  mergeInto,
  mergeStates,
  moveTouchpoint,
  openHistory,
  rate,
  readBoard,
  removeTouchpoint,
  restore,
  stateOf,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { done } from "./support/exampleBoard.ts";

const FOLDER = join(import.meta.dirname, "../fixtures/format1");

function frozenState(): Uint8Array {
  const read = readSameside(new Uint8Array(readFileSync(join(FOLDER, "board.sameside"))));
  const state = read.ok ? read.contents.documents[0]?.state : undefined;
  if (!state) throw new Error("the fixture holds no board");
  return state;
}

/** Somebody at the program of today; the clock is later than anything in the fixture. */
function person(id: string, start = Date.UTC(2030, 0, 1)) {
  let time = start;
  return { person: id, role: "customer" as const, now: () => time++ };
}

/** The program of version 2: what it writes, and how it reads what both versions wrote. */
function openVersion2(state: Uint8Array) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const fieldsOf = (collection: string, id: string) => {
    const entity = doc.getMap(collection).get(id);
    if (!(entity instanceof Y.Map)) throw new Error(`${collection} holds no ${id}`);
    return entity as Y.Map<unknown>;
  };
  const registerOf = (entity: Y.Map<unknown>, field: string) => {
    const register = entity.get(field);
    return Array.isArray(register) ? { value: Number(register[0]), time: Number(register[1]) } : undefined;
  };
  return {
    doc,
    state: () => Y.encodeStateAsUpdate(doc),
    merge: (other: Uint8Array) => Y.applyUpdate(doc, other),
    demand: (needs: { readonly minReader?: number; readonly minWriter?: number }) => {
      for (const [key, value] of Object.entries(needs)) doc.getMap("meta").set(key, value);
    },
    setEffort: (touchpoint: string, effort: number, time: number) =>
      fieldsOf("touchpoints", touchpoint).set("effort", [effort, time, "newer"]),
    effortOf: (touchpoint: string) => registerOf(fieldsOf("touchpoints", touchpoint), "effort")?.value ?? 0,
    ratePercent: (rating: string, percent: number, time: number) =>
      fieldsOf("ratings", rating).set("value2", [percent, time, "newer"]),
    /** The old meaning is mapped while reading; of the two the later one holds. */
    percentOf: (rating: string) => {
      const entity = fieldsOf("ratings", rating);
      const [old, now] = [registerOf(entity, "value"), registerOf(entity, "value2")];
      if (now && (!old || now.time >= old.time)) return now.value;
      return old ? Math.round((old.value + 1) * 50) : undefined;
    },
    addSignal: (id: string, text: string) => {
      const signal = new Y.Map<unknown>();
      signal.set("text", [text, 1, "newer"]);
      doc.getMap("signals").set(id, signal);
    },
    signalOf: (id: string) => (fieldsOf("signals", id).get("text") as unknown[])[0],
  };
}

/** A journey of the fixture that has touchpoints in two phases. */
function filledJourney(journeys: readonly JourneyView[]) {
  const journey = journeys.find(({ phases }) => phases.flatMap(({ touchpoints }) => touchpoints).length > 1);
  const touchpoint = journey?.phases
    .flatMap(({ touchpoints }) => touchpoints)
    .find(({ ratings }) => ratings.length > 0);
  const phase = journey?.phases.find(({ id }) => id !== touchpoint?.phase);
  const rating = touchpoint?.ratings[0];
  const lane = journey?.lanes.find(({ kind }) => kind === "pain");
  if (!journey || !touchpoint || !phase || !rating || !lane) throw new Error("the fixture has no such place");
  return { journey, touchpoint, phase, rating, lane };
}

describe("a board of format 1 between two versions (D7)", () => {
  it("merges what both wrote, each reads all that it knows, and nothing is lost", () => {
    const [today, version2] = [boardFromState(frozenState()), openVersion2(frozenState())];
    const before = readBoard(today);
    const { touchpoint, phase, rating, lane, journey } = filledJourney(before.journeys);
    const anna = person("anna");

    version2.setEffort(touchpoint.id, 4, anna.now());
    version2.ratePercent(rating.id, 80, anna.now());
    version2.addSignal("s1", "they phone twice");
    version2.doc.getMap("meta").set("v", 2);
    done(describeTouchpoint(today, anna, { touchpoint: touchpoint.id, title: "Renamed offline" }));
    done(moveTouchpoint(today, anna, { touchpoint: touchpoint.id, phase: phase.id }));
    const card = done(addCard(today, anna, { parent: touchpoint.id, lane: lane.id, text: "written offline" }));
    const added = done(addTouchpoint(today, anna, { phase: phase.id, title: "Added offline" }));
    const copy = done(copyJourney(today, anna, { journey: journey.id, variant: "ideal" }));

    version2.merge(stateOf(today));
    mergeInto(today, version2.state());
    const after = readBoard(today);
    expect(after.writable).toBe(true);
    expect(readBoard(boardFromState(version2.state()))).toEqual(after);
    const moved = after.journeys
      .find(({ id }) => id === journey.id)
      ?.phases.find(({ id }) => id === phase.id)
      ?.touchpoints.find(({ id }) => id === touchpoint.id);
    expect(moved).toMatchObject({ title: "Renamed offline", ratings: touchpoint.ratings });
    expect(moved?.cardsByLane[lane.id]?.map(({ id }) => id)).toContain(card);
    expect(after.journeys.map(({ id }) => id)).toEqual([...before.journeys.map(({ id }) => id), copy]);
    expect(version2.effortOf(touchpoint.id)).toBe(4);
    expect(version2.effortOf(added)).toBe(0);
    expect(version2.percentOf(rating.id)).toBe(80);
    expect(version2.signalOf("s1")).toBe("they phone twice");
  });

  it("lets the later of old and new meaning hold, whichever version wrote it", () => {
    const [today, version2] = [boardFromState(frozenState()), openVersion2(frozenState())];
    const { touchpoint } = filledJourney(readBoard(today).journeys);
    const anna = person("anna");
    done(rate(today, anna, { touchpoint: touchpoint.id, value: -1 }));
    version2.merge(stateOf(today));
    const rating = readBoard(today)
      .journeys.flatMap(({ phases }) => phases.flatMap(({ touchpoints }) => touchpoints))
      .flatMap(({ ratings }) => ratings)
      .find(({ person: rater }) => rater === "anna");
    const id = rating?.id ?? "";
    expect(version2.percentOf(id)).toBe(0);
    version2.ratePercent(id, 70, anna.now());
    expect(version2.percentOf(id)).toBe(70);
    done(rate(today, anna, { touchpoint: touchpoint.id, value: 0.5 }));
    version2.merge(stateOf(today));
    mergeInto(today, version2.state());
    expect(version2.percentOf(id)).toBe(75);
  });

  it("keeps what it does not know through every change of the thing, undo, merging and compaction", () => {
    const version2 = openVersion2(frozenState());
    const { touchpoint, phase } = filledJourney(readBoard(boardFromState(frozenState())).journeys);
    version2.setEffort(touchpoint.id, 5, 1);
    version2.addSignal("s1", "stays");
    const today = boardFromState(version2.state());
    const anna = person("anna");
    const history = openHistory(today, anna);
    for (const outcome of [
      describeTouchpoint(today, anna, { touchpoint: touchpoint.id, title: "A", owner: "B", stage: "back" }),
      moveTouchpoint(today, anna, { touchpoint: touchpoint.id, phase: phase.id }),
      removeTouchpoint(today, anna, { touchpoint: touchpoint.id }),
      restore(today, anna, { collection: "touchpoints", id: touchpoint.id }),
    ]) {
      done(outcome);
      if (outcome.outcome === "done") history.add(outcome.changes);
    }
    while (history.canUndo()) history.undo();
    const again = openVersion2(mergeStates([stateOf(today), frozenState()]));
    expect(again.effortOf(touchpoint.id)).toBe(5);
    expect(again.signalOf("s1")).toBe("stays");
  });
});

describe("a document that demands a newer program (D7)", () => {
  it("is shown whole and takes no change once it says minWriter 2", () => {
    const version2 = openVersion2(frozenState());
    version2.demand({ minWriter: 2 });
    const today = boardFromState(version2.state());
    const view = readBoard(today);
    const { touchpoint, phase, journey, rating } = filledJourney(view.journeys);
    expect(view).toEqual({ ...readBoard(boardFromState(frozenState())), writable: false });
    const anna = person("anna");
    for (const outcome of [
      describeTouchpoint(today, anna, { touchpoint: touchpoint.id, title: "x" }),
      addTouchpoint(today, anna, { phase: phase.id, title: "x" }),
      copyJourney(today, anna, { journey: journey.id, variant: "ideal" }),
      removeTouchpoint(today, anna, { touchpoint: rating.id.split("~")[0] ?? "" }),
    ])
      expect(outcome).toEqual({ outcome: "refused", reason: "newer-document" });
    expect(readBoard(today)).toEqual(view);
  });

  it("keeps what was written before the demand arrived", () => {
    const [today, version2] = [boardFromState(frozenState()), openVersion2(frozenState())];
    const { phase } = filledJourney(readBoard(today).journeys);
    const added = done(addTouchpoint(today, person("anna"), { phase: phase.id, title: "just before" }));
    version2.demand({ minWriter: 2 });
    mergeInto(today, version2.state());
    version2.merge(stateOf(today));
    expect(readBoard(today).writable).toBe(false);
    expect(version2.doc.getMap("touchpoints").has(added)).toBe(true);
    const shown = readBoard(today).journeys.flatMap(({ phases }) => phases.flatMap(({ touchpoints }) => touchpoints));
    expect(shown.map(({ title }) => title)).toContain("just before");
  });

  it("is not offered for writing when only a newer program reads it right (minReader 2)", () => {
    const version2 = openVersion2(frozenState());
    version2.demand({ minReader: 2 });
    expect(readBoard(boardFromState(version2.state())).writable).toBe(false);
  });
});
