import { align, type Pairing } from "@sameside/insights";
import { addJourney, copyJourney, newBoard, renamePhase, sampleOf, templateFrom } from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boardWith, draftArbitrary, draftOf, journeyOf } from "./twoJourneys.ts";

const ANNA = { person: "anna", role: "customer", now: () => 1 } as const;
const KINDS = ["phases", "lanes", "touchpoints", "cards"] as const;

interface Titled {
  readonly title: string;
}
const titles = ({ pairs, onlyA, onlyB }: Pairing<Titled>) => ({
  pairs: pairs.map(({ a, b }) => `${a.title} = ${b.title}`),
  onlyA: onlyA.map(({ title }) => title),
  onlyB: onlyB.map(({ title }) => title),
});

describe("laying two journeys side by side (S4-8)", () => {
  it("pairs a copy with its original by origin, whatever was renamed", () => {
    const board = boardWith(sampleOf("shop"));
    const original = journeyOf(board);
    const copied = copyJourney(board, ANNA, { journey: original.id, variant: "ideal" });
    const id = copied.outcome === "done" ? copied.value : "";
    renamePhase(board, ANNA, { phase: journeyOf(board, id).phases[0]?.id ?? "", title: "Entirely other" });
    const { phases, lanes, touchpoints, cards } = align(original, journeyOf(board, id));
    for (const pairing of [phases, lanes, touchpoints, cards]) {
      expect(pairing.pairs.length).toBeGreaterThan(0);
      expect(pairing.pairs.map(({ a }) => a.id)).toEqual(pairing.pairs.map(({ b }) => b.origin));
      expect([pairing.onlyA, pairing.onlyB]).toEqual([[], []]);
    }
  });

  it("pairs two groups' journeys of one template by the template's ids", () => {
    const [first, second] = [newBoard(), newBoard()];
    addJourney(first, ANNA, { template: "b2b", customerType: "Distributors" });
    addJourney(second, ANNA, { template: "b2b", customerType: "End users" });
    for (const { id } of journeyOf(second).phases) renamePhase(second, ANNA, { phase: id, title: "…" });
    const { phases, lanes } = align(journeyOf(first), journeyOf(second));
    expect(phases.pairs.map(({ a, b }) => [a.origin, b.origin])).toEqual(
      journeyOf(first).phases.map(({ origin }) => [origin, origin]),
    );
    expect(lanes.onlyA).toEqual([]);
  });

  it("takes `phase1` of two templates not for one phase", () => {
    const [shop, event] = [newBoard(), newBoard()];
    addJourney(shop, ANNA, { template: "shop" });
    addJourney(event, ANNA, { template: "event" });
    expect(align(journeyOf(shop), journeyOf(event)).phases.pairs).toEqual([]);
  });

  it("pairs a map with what was made from it as a template", () => {
    const board = boardWith(sampleOf("service"));
    const made = newBoard();
    addJourney(made, ANNA, { template: templateFrom(journeyOf(board)) });
    const { phases } = align(journeyOf(board), journeyOf(made));
    expect(phases.pairs.map(({ a }) => [a.id, a.title])).toEqual(
      journeyOf(made).phases.map(({ origin, title }) => [origin, title]),
    );
  });

  it("pairs by order and words where no origin does", () => {
    const a = draftOf({
      Need: ["Pump fails at a site", "Check own stock"],
      "Find the part": ["Search the portal", "Call the branch"],
      Receive: ["Wait for the courier"],
    });
    const b = draftOf({
      Need: ["The pump fails"],
      Budget: ["Ask for money"],
      "Find a part": ["Search on the web portal", "Ask a colleague", "Call our branch"],
      Delivery: ["Waiting for the courier"],
    });
    const { phases, touchpoints } = align(journeyOf(boardWith(a)), journeyOf(boardWith(b)));
    expect(titles(phases)).toEqual({
      pairs: ["Need = Need", "Find the part = Find a part", "Receive = Delivery"],
      onlyA: [],
      onlyB: ["Budget"],
    });
    expect(titles(touchpoints)).toEqual({
      pairs: [
        "Pump fails at a site = The pump fails",
        "Search the portal = Search on the web portal",
        "Call the branch = Call our branch",
        "Wait for the courier = Waiting for the courier",
      ],
      onlyA: ["Check own stock"],
      onlyB: ["Ask for money", "Ask a colleague"],
    });
  });

  it("finds what has the same words in another phase", () => {
    const a = draftOf({ Need: ["Talk to a friend", "Call the branch"], Order: ["Pay by card"] });
    const b = draftOf({ Need: ["Talk to a friend"], Order: ["Pay by card", "Call the branch!"] });
    const { touchpoints } = align(journeyOf(boardWith(a)), journeyOf(boardWith(b)));
    expect(titles(touchpoints)).toMatchObject({ onlyA: [], onlyB: [] });
    expect(titles(touchpoints).pairs).toContain("Call the branch = Call the branch!");
  });

  it("reads words of any script, without case, accents and punctuation", () => {
    const a = draftOf({ 注文: ["電話で注文する", "Café ÉTOILE"] });
    const b = draftOf({ 注文: ["電話で注文した", "cafe, etoile?"] });
    expect(align(journeyOf(boardWith(a)), journeyOf(boardWith(b))).touchpoints.pairs).toHaveLength(2);
  });

  it("of a journey with itself is the identity", () => {
    fc.assert(
      fc.property(draftArbitrary, (draft) => {
        const journey = journeyOf(boardWith(draft));
        const alignment = align(journey, journey);
        for (const kind of KINDS) {
          const { pairs, onlyA, onlyB } = alignment[kind];
          expect(pairs.every(({ a, b }) => a === b)).toBe(true);
          expect([...onlyA, ...onlyB]).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("is the same from both sides, pairs each thing once and loses none", () => {
    fc.assert(
      fc.property(draftArbitrary, draftArbitrary, (draftA, draftB) => {
        const [a, b] = [journeyOf(boardWith(draftA)), journeyOf(boardWith(draftB))];
        const [there, back] = [align(a, b), align(b, a)];
        expect(align(a, b)).toEqual(there);
        for (const kind of KINDS) {
          const forwards = there[kind].pairs.map((pair) => `${pair.a.id} ${pair.b.id}`);
          const backwards = back[kind].pairs.map((pair) => `${pair.b.id} ${pair.a.id}`);
          expect(backwards.sort()).toEqual([...forwards].sort());
          expect(there[kind].onlyA).toEqual(back[kind].onlyB);
          expect(there[kind].onlyB).toEqual(back[kind].onlyA);
          const ids = there[kind].pairs.flatMap((pair) => [pair.a.id, pair.b.id]);
          expect(new Set(ids).size).toBe(ids.length);
        }
        expect(there.touchpoints.pairs.length + there.touchpoints.onlyA.length).toBe(
          a.phases.flatMap(({ touchpoints }) => touchpoints).length,
        );
      }),
      { numRuns: 150 },
    );
  });
});
