/** Nothing a peer or a file writes may make a reader throw, or hide what honest people wrote (SPEC R3, R4, R7). */
import {
  asBoardDocument,
  boardFromState,
  EXAMPLE_JOURNEY,
  importJourney,
  newBoard,
  openBoardReader,
  rate,
  readBoard,
  stateOf,
} from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

const ANNA = { person: "anna", role: "customer", now: () => 1 } as const;

/** An honest board, and a peer that can write anything into it. */
function boardAndPeer() {
  const board = newBoard();
  importJourney(board, ANNA, { draft: EXAMPLE_JOURNEY });
  const peer = new Y.Doc();
  Y.applyUpdate(peer, stateOf(board));
  const attack = (write: (doc: Y.Doc) => void) => {
    peer.transact(() => write(peer));
    Y.applyUpdate(board as unknown as Y.Doc, Y.encodeStateAsUpdate(peer));
  };
  return { board, attack };
}

const firstIn = (doc: Y.Doc, collection: string) => doc.getMap<Y.Map<unknown>>(collection).values().next().value;

describe("a hostile or broken peer", () => {
  it.each<[string, (doc: Y.Doc) => void]>([
    ["a text where a card is expected", (doc) => doc.getMap("cards").set("x", new Y.Text("boo"))],
    ["a number where a journey is expected", (doc) => doc.getMap("journeys").set("x", 5)],
    ["an empty card", (doc) => doc.getMap("cards").set("x", new Y.Map())],
    ["fields of the wrong type", (doc) => firstIn(doc, "touchpoints")?.set("title", { not: "a stamp" })],
    ["a stamp that holds a map", (doc) => firstIn(doc, "touchpoints")?.set("title", new Y.Map([["a", 1]]))],
    ["a place with too many parts", (doc) => firstIn(doc, "phases")?.set("at", ["a|b|c|d", 1, "x"])],
    ["a scale that is upside down", (doc) => firstIn(doc, "journeys")?.set("scale", [{ min: 5, max: 1 }, 1, "x"])],
    ["an order key that is none", (doc) => firstIn(doc, "phases")?.set("at", ["x||~~~", 1, "x"])],
    ["a parent called __proto__", (doc) => firstIn(doc, "cards")?.set("at", ["__proto__|__proto__|a", 1, "x"])],
  ])("cannot make reading throw with %s", (_name, write) => {
    const { board, attack } = boardAndPeer();
    const reader = openBoardReader(board);
    attack(write);
    const view = reader.view();
    expect(view).toEqual(readBoard(board));
    expect(view.journeys).toHaveLength(1);
    reader.close();
  });

  it("hides ghosts and counts them (R3)", () => {
    const { board, attack } = boardAndPeer();
    attack((doc) => {
      for (let i = 0; i < 1_000; i++) doc.getMap("cards").set(`junk${i}`, i);
    });
    expect(readBoard(board).ghosts).toBe(1_000);
  });

  it("cannot push a rating out of its range (R7) or a title over its limit (R4)", () => {
    const { board, attack } = boardAndPeer();
    const touchpoint = readBoard(board).journeys[0]?.phases[0]?.touchpoints[0]?.id ?? "";
    rate(board, ANNA, { touchpoint, value: 0.5 });
    attack((doc) => {
      doc.getMap<Y.Map<unknown>>("ratings").get(`${touchpoint}~imported`)?.set("value", [1e9, 1, "x"]);
      firstIn(doc, "phases")?.set("title", ["x".repeat(1_000_000), 1, "x"]);
    });
    const shown = readBoard(board).journeys[0];
    expect(shown?.phases[0]?.touchpoints[0]?.ratings.map((it) => it.value).sort()).toEqual([0.5, 1]);
    expect(Math.max(...(shown?.phases ?? []).map((it) => it.title.length))).toBeLessThanOrEqual(300);
  });

  it("cannot make a newer document look writable to this program", () => {
    const { board, attack } = boardAndPeer();
    attack((doc) => doc.getMap("meta").set("minWriter", 2));
    expect(readBoard(board).writable).toBe(false);
    expect(importJourney(board, ANNA, { draft: EXAMPLE_JOURNEY })).toEqual({
      outcome: "refused",
      reason: "newer-document",
    });
  });

  it("shows an author's first words when somebody else overwrote them round the interface (S0-26)", () => {
    const { board, attack } = boardAndPeer();
    attack((doc) => firstIn(doc, "cards")?.set("text", ["put into their mouth", 9, "mallory"]));
    const cards = readBoard(board).journeys[0]?.phases.flatMap((phase) =>
      phase.touchpoints.flatMap((touchpoint) => Object.values(touchpoint.cardsByLane).flat()),
    );
    const changed = cards?.find((card) => card.text === "put into their mouth");
    expect(changed?.textBy.person).toBe("mallory");
    expect(changed?.authorsText).not.toBeUndefined();
  });

  it("cannot make reading throw with any field of any shape", () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(
        fc.constantFrom("journeys", "phases", "lanes", "touchpoints", "cards", "ratings", "moments", "suggestions"),
        fc.constantFrom(
          "at",
          "title",
          "del",
          "text",
          "said",
          "author",
          "body",
          "value",
          "raw",
          "actors",
          "kind",
          "scale",
          "grade",
        ),
        fc.oneof(json, fc.tuple(json, json, json)),
        (collection, field, value) => {
          const { board, attack } = boardAndPeer();
          attack((doc) =>
            (firstIn(doc, collection) ?? doc.getMap<Y.Map<unknown>>(collection)).set(field, value as never),
          );
          expect(() => readBoard(board)).not.toThrow();
        },
      ),
      { numRuns: 150 },
    );
  });

  it("is told apart from a board: bytes that are none are refused with a sentence", () => {
    expect(() => boardFromState(new TextEncoder().encode("not a board"))).toThrow(/damaged or not a board/);
    expect(readBoard(asBoardDocument(new Y.Doc()))).toMatchObject({ journeys: [], unplaced: [], writable: true });
  });
});
