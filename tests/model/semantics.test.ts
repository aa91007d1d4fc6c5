/** What becomes of changes that two people make without seeing each other: the cases that other models get wrong. */
import {
  type Actor,
  addCard,
  addJourney,
  addTouchpoint,
  asBoardDocument,
  type BoardDocument,
  type BoardView,
  type CardView,
  EXAMPLE_JOURNEY,
  importJourney,
  mergeInto,
  moveCard,
  movePhase,
  newBoard,
  type Outcome,
  openBoardReader,
  openHistory,
  readBoard,
  removeCard,
  removePhase,
  renamePhase,
  restore,
  rewordCard,
  stateOf,
  TEMPLATES,
  templateJourneyId,
  writeBody,
} from "@sameside/model";
import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";

function person(id: string, start = 1_000): Actor {
  let time = start;
  return { person: id, role: "customer", now: () => time++ };
}

function done<T>(outcome: Outcome<T>): T {
  if (outcome.outcome !== "done") throw new Error(`expected done, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}

/** A copy of a board on a device with this client id: between two values, the higher one wins. */
function copyOf(board: BoardDocument, clientID: number): BoardDocument {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  const copy = asBoardDocument(doc);
  mergeInto(copy, stateOf(board));
  return copy;
}

/** All boards hold what each of them held, and read the same. */
function meet(...boards: readonly BoardDocument[]): BoardView {
  const states = boards.map(stateOf);
  for (const board of boards) for (const state of states) mergeInto(board, state);
  const [view, ...others] = boards.map(readBoard);
  if (!view) throw new Error("nobody meets");
  for (const other of others) expect(other).toEqual(view);
  return view;
}

function journeyOf(view: BoardView) {
  const journey = view.journeys[0];
  if (!journey) throw new Error("no journey");
  return journey;
}

/** Every time a card is shown: in its cell or in the tray. */
function shown(view: BoardView, id: string): (CardView & { readonly inTray: boolean })[] {
  const placed = journeyOf(view)
    .phases.flatMap((phase) => [phase, ...phase.touchpoints])
    .flatMap((holder) => Object.values(holder.cardsByLane).flat());
  return [
    ...placed.map((card) => ({ ...card, inTray: false })),
    ...view.unplaced.map(({ card }) => ({ ...card, inTray: true })),
  ].filter((card) => card.id === id);
}

function only<T>(items: readonly T[]): T {
  expect(items).toHaveLength(1);
  return items[0] as T;
}

describe("two people who do not see each other", () => {
  const [anna, bert] = [person("anna"), person("bert")];
  /** Device b has the higher client id: what it writes wins over what a writes at the same time. */
  let a: BoardDocument;
  let b: BoardDocument;
  let lane: string;
  let otherLane: string;
  let phase: string;
  let otherPhase: string;
  let card: string;

  beforeEach(() => {
    const base = newBoard();
    done(importJourney(base, person("facilitator"), { draft: EXAMPLE_JOURNEY }));
    const journey = journeyOf(readBoard(base));
    const lanes = journey.lanes.filter((it) => it.kind !== "touchpoint" && it.kind !== "feeling");
    [lane, otherLane] = [lanes[0]?.id ?? "", lanes[1]?.id ?? ""];
    [phase, otherPhase] = [journey.phases[0]?.id ?? "", journey.phases[1]?.id ?? ""];
    card = done(addCard(base, bert, { parent: phase, lane, text: "Nobody answers", body: "I called twice." }));
    [a, b] = [copyOf(base, 1), copyOf(base, 2)];
  });

  it("move one card to two cells: it is shown once, in one of the two, whole (D3, R1)", () => {
    done(moveCard(a, anna, { card, parent: phase, lane: otherLane }));
    done(moveCard(b, bert, { card, parent: otherPhase, lane }));
    expect(only(shown(meet(a, b), card))).toMatchObject({ parent: otherPhase, lane, inTray: false });
  });

  it("move a card while its author types: both stay", () => {
    done(moveCard(a, anna, { card, parent: otherPhase, lane: otherLane }));
    done(writeBody(b, bert, { card, body: "I called twice. Then I gave up." }));
    expect(only(shown(meet(a, b), card))).toMatchObject({
      parent: otherPhase,
      lane: otherLane,
      body: "I called twice. Then I gave up.",
    });
  });

  it("remove a phase while the other adds a card to it: the card waits in the tray and comes home (R1)", () => {
    done(removePhase(a, anna, { phase }));
    const added = done(addCard(b, bert, { parent: phase, lane, text: "Written meanwhile" }));
    expect(only(shown(meet(a, b), added)).inTray).toBe(true);
    done(restore(a, anna, { collection: "phases", id: phase }));
    expect(only(shown(meet(a, b), added))).toMatchObject({ inTray: false, parent: phase, lane });
  });

  it("reorder the phases: each one stands there once, and both see one order (R2)", () => {
    const before = journeyOf(readBoard(a)).phases.map((it) => it.id);
    const [first = "", second = "", third = ""] = before;
    done(movePhase(a, anna, { phase: third, before: first }));
    done(movePhase(b, bert, { phase: first }));
    done(movePhase(b, bert, { phase: third, before: second }));
    const after = journeyOf(meet(a, b)).phases.map((it) => it.id);
    expect([...after].sort()).toEqual([...before].sort());
    expect(after.at(-1)).toBe(first);
  });

  it("rename a phase: one whole name wins, never a mixture", () => {
    done(renamePhase(a, anna, { phase, title: "Waits on the phone" }));
    done(renamePhase(b, bert, { phase, title: "Queues for 40 minutes" }));
    expect(journeyOf(meet(a, b)).phases[0]?.title).toBe("Queues for 40 minutes");
  });

  it("write before and behind a long text: both are in it (D2)", () => {
    done(writeBody(a, bert, { card, body: "On Monday I called twice." }));
    done(writeBody(b, bert, { card, body: "I called twice. Then I gave up." }));
    expect(only(shown(meet(a, b), card)).body).toBe("On Monday I called twice. Then I gave up.");
  });

  it("write one field: the higher client id wins, and the stamps show that the other was later", () => {
    const [nine, sixteen] = [9 * 3_600_000, 16 * 3_600_000];
    done(rewordCard(a, person("bert", sixteen), { card, text: "At four" }));
    done(rewordCard(b, person("bert", nine), { card, text: "At nine" }));
    const late = only(shown(readBoard(a), card)).textBy;
    const winner = only(shown(meet(a, b), card));
    expect(winner.text).toBe("At nine");
    expect(winner.textBy.time).toBeLessThan(late.time);
  });

  it("make the same journey from a template: it is one, with what each wrote on it (D6)", () => {
    const template = TEMPLATES[1];
    if (!template) throw new Error("no template");
    const journey = templateJourneyId("room", template);
    const boards = [copyOf(newBoard(), 1), copyOf(newBoard(), 2)] as const;
    const writers = [anna, bert] as const;
    boards.forEach((board, index) => {
      done(addJourney(board, writers[index] ?? anna, { template: template.id, journey, title: "Reorder" }));
      const first = journeyOf(readBoard(board)).phases[0]?.id ?? "";
      done(addTouchpoint(board, writers[index] ?? anna, { phase: first, title: `by ${writers[index]?.person}` }));
    });
    const view = meet(...boards);
    expect(view.journeys).toHaveLength(1);
    expect(journeyOf(view).phases).toHaveLength(template.phases.length);
    const titles = journeyOf(view).phases[0]?.touchpoints.map((touchpoint) => touchpoint.title);
    expect(titles?.sort()).toEqual(["by anna", "by bert"]);
  });

  it("remove a card and edit it: it is gone, and the edit is there when somebody brings it back (D4)", () => {
    done(removeCard(a, anna, { card }));
    done(rewordCard(b, bert, { card, text: "Nobody ever answers" }));
    expect(shown(meet(a, b), card)).toEqual([]);
    done(restore(b, bert, { collection: "cards", id: card }));
    expect(only(shown(meet(a, b), card)).text).toBe("Nobody ever answers");
  });

  it("remove, edit, undo the removal: the card is back with the other's edit (U2)", () => {
    const history = openHistory(a, anna);
    const removed = removeCard(a, anna, { card });
    if (removed.outcome === "done") history.add(removed.changes);
    done(rewordCard(b, bert, { card, text: "Nobody ever answers" }));
    done(writeBody(b, bert, { card, body: "I called three times." }));
    meet(a, b);
    done(history.undo());
    expect(only(shown(meet(a, b), card))).toMatchObject({
      text: "Nobody ever answers",
      body: "I called three times.",
    });
  });

  it("write one field one after the other: undoing the first leaves the second (U1)", () => {
    const history = openHistory(a, anna);
    const renamed = renamePhase(a, anna, { phase, title: "1" });
    if (renamed.outcome === "done") history.add(renamed.changes);
    meet(a, b);
    done(renamePhase(b, bert, { phase, title: "7" }));
    meet(a, b);
    expect(history.undo().outcome).toBe("nothing");
    expect(journeyOf(meet(a, b)).phases[0]?.title).toBe("7");
  });

  it("change several fields of one card, which arrive at once: a view that follows shows them all (R9)", () => {
    const reader = openBoardReader(a);
    reader.view();
    done(rewordCard(b, bert, { card, text: "Nobody ever answers" }));
    done(writeBody(b, bert, { card, body: "I called three times." }));
    done(moveCard(b, bert, { card, parent: otherPhase, lane: otherLane }));
    meet(a, b);
    expect(reader.view()).toEqual(readBoard(a));
    reader.close();
  });

  it.each([
    ["one behind the other", false],
    ["one before the other", true],
  ])("twenty of them write 50 cards each into one gap, %s: no equal keys, twenty runs (D5)", (_name, backwards) => {
    const right = done(addCard(a, anna, { parent: phase, lane, text: "right end" }));
    const devices = Array.from({ length: 20 }, (_, index) => copyOf(a, 10 + index));
    devices.forEach((device, index) => {
      const by = person(`person${index}`);
      let before = right;
      for (let nth = 0; nth < 50; nth++) {
        const added = done(addCard(device, by, { parent: phase, lane, text: `${nth}`, before }));
        if (backwards) before = added;
      }
    });
    for (const device of devices) mergeInto(a, stateOf(device));
    const cell = journeyOf(readBoard(a)).phases[0]?.cardsByLane[lane] ?? [];
    const inGap = cell.filter((it) => it.author.startsWith("person"));
    expect(inGap).toHaveLength(1_000);
    const orders = inGap.map((it) => orderOf(a, it.id));
    expect(new Set(orders).size).toBe(1_000);
    expect(inGap.filter((it, index) => index > 0 && it.author !== inGap[index - 1]?.author)).toHaveLength(19);
    const firstRun = inGap.slice(0, 50).map((it) => Number(it.text));
    expect(firstRun).toEqual(Array.from({ length: 50 }, (_, nth) => (backwards ? 49 - nth : nth)));
  });
});

/** The order key as it lies in the document. */
function orderOf(board: BoardDocument, card: string): string {
  const cards = (board as unknown as Y.Doc).getMap<Y.Map<[string, number, string]>>("cards");
  return cards.get(card)?.get("at")?.[0].split("|")[2] ?? "";
}
