import { align, diff, type JourneyDiff } from "@sameside/insights";
import {
  addCard,
  addTouchpoint,
  copyJourney,
  describeTouchpoint,
  EXAMPLE_JOURNEY,
  markMoment,
  moveCard,
  moveLane,
  movePhase,
  moveTouchpoint,
  rate,
  removePhase,
  removeTouchpoint,
  renameLane,
  rewordCard,
  unmarkMoment,
} from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boardWith, cardsOf, draftArbitrary, draftOf, journeyOf, touchpointsOf } from "./twoJourneys.ts";

const ANNA = { person: "anna", role: "customer", now: () => 1 } as const;
const WRITER = { person: "writerwriterwrit", role: "customer", now: () => 1 } as const;
const NO_CHANGE = {
  added: [],
  gone: [],
  moved: [],
  reworded: [],
  described: [],
  rerated: [],
  revalued: [],
  touchpoints: [],
};

/** The example and a what-if copy of it; `change` changes the copy. */
function whatIf() {
  const board = boardWith(EXAMPLE_JOURNEY);
  const original = journeyOf(board);
  const copied = copyJourney(board, ANNA, { journey: original.id, variant: "what-if" });
  if (copied.outcome !== "done") throw new Error("no copy");
  const copy = () => journeyOf(board, copied.value);
  const byTitle = (title: string) => {
    const touchpoint = touchpointsOf(copy()).find((candidate) => candidate.title === title);
    if (!touchpoint) throw new Error(`no touchpoint ${title}`);
    return touchpoint;
  };
  return { board, original, copy, byTitle, diff: () => diff(journeyOf(board, original.id), copy()) };
}

function touched({ touchpoints }: JourneyDiff): (string | undefined)[] {
  return touchpoints.map(({ a, b }) => (b ?? a)?.title);
}

describe("the diff of two journeys", () => {
  it("of a fresh what-if copy is empty: nobody has rated it yet", () => {
    expect(whatIf().diff()).toMatchObject(NO_CHANGE);
  });

  it("lists exactly the 2 touchpoints that were changed and the change of emotion (S0-11)", () => {
    const { board, byTitle, diff: changes } = whatIf();
    const [search, wait] = [byTitle("Search the portal"), byTitle("Wait for the courier")];
    describeTouchpoint(board, ANNA, { touchpoint: search.id, title: "Photograph the pump" });
    describeTouchpoint(board, ANNA, { touchpoint: wait.id, owner: "Dispatch" });
    rate(board, ANNA, { touchpoint: search.id, value: 0.9 });
    rate(board, ANNA, { touchpoint: wait.id, value: 0.25 });
    const result = changes();
    expect(touched(result)).toEqual(["Photograph the pump", "Wait for the courier"]);
    expect(result.reworded).toMatchObject([
      { kind: "touchpoint", a: { title: "Search the portal" }, b: { title: "Photograph the pump" } },
    ]);
    expect(result.described).toMatchObject([{ a: { owner: "Logistics" }, b: { owner: "Dispatch" }, facts: ["owner"] }]);
    expect(result.rerated.map(({ b }) => b.id)).toEqual([search.id, wait.id]);
    expect(result.rerated[0]?.delta).toBeCloseTo(0.9 + 0.7);
    expect(result.rerated[1]?.delta).toBeCloseTo(0.25 + 0.55);
    expect(result.counts).toEqual({
      added: 0,
      gone: 0,
      moved: 0,
      reworded: 1,
      described: 1,
      rerated: 2,
      revalued: 0,
      shared: touchpointsOf(result.rerated[0] ? whatIf().copy() : whatIf().original).length,
    });
  });

  it("lists what was added and what is gone, with what lay on it", () => {
    const { board, copy, byTitle, diff: changes } = whatIf();
    const [phase] = copy().phases;
    const lane = copy().lanes.find(({ kind }) => kind === "what-if")?.id ?? "";
    const added = addTouchpoint(board, ANNA, { phase: phase?.id ?? "", title: "Pump orders itself" });
    const id = added.outcome === "done" ? added.value : "";
    addCard(board, ANNA, { parent: id, lane, text: "…it knew its age?" });
    const gone = byTitle("Call the branch");
    removeTouchpoint(board, ANNA, { touchpoint: gone.id });
    const result = changes();
    expect(result.added).toMatchObject([
      { kind: "touchpoint", thing: { id } },
      { kind: "card", thing: { text: "…it knew its age?" } },
    ]);
    expect(result.gone.map(({ kind }) => kind)).toEqual(["touchpoint", "card", "card"]);
    expect(touched(result)).toEqual(["Pump orders itself", "Call the branch"]);
  });

  it("calls moved only what has moved, not what made room for it", () => {
    const { board, copy, byTitle, diff: changes } = whatIf();
    const journey = copy();
    movePhase(board, ANNA, { phase: journey.phases[0]?.id ?? "" });
    moveLane(board, ANNA, { lane: journey.lanes.at(-1)?.id ?? "", before: journey.lanes[0]?.id ?? "" });
    const order = byTitle("Place the order");
    moveTouchpoint(board, ANNA, { touchpoint: order.id, phase: journey.phases[1]?.id ?? "" });
    const search = byTitle("Search the portal");
    const [first, second] = Object.values(search.cardsByLane).find((cards) => cards.length === 2) ?? [];
    moveCard(board, ANNA, {
      card: second?.id ?? "",
      parent: search.id,
      lane: second?.lane ?? "",
      before: first?.id ?? "",
    });
    const [words] = Object.values(byTitle("Wait for the courier").cardsByLane).flat();
    moveCard(board, ANNA, { card: words?.id ?? "", parent: order.id, lane: words?.lane ?? "" });
    const { moved, ...rest } = changes();
    expect(moved.map(({ kind, b }) => [kind, b.id])).toEqual([
      ["phase", journey.phases[0]?.id],
      ["lane", journey.lanes.at(-1)?.id],
      ["touchpoint", order.id],
      expect.arrayContaining(["card"]),
      ["card", words?.id],
    ]);
    expect(moved[3] && [first?.id, second?.id]).toContain(moved[3]?.b.id);
    expect(rest).toMatchObject({ added: [], gone: [], reworded: [], described: [] });
  });

  it("lists what lost its phase with the phase, and lanes by name", () => {
    const { board, copy, diff: changes } = whatIf();
    removePhase(board, ANNA, { phase: copy().phases[2]?.id ?? "" });
    renameLane(board, ANNA, { lane: copy().lanes[3]?.id ?? "", name: "Frustrations" });
    const result = changes();
    expect(result.gone.map(({ kind }) => kind)).toEqual(["phase", "touchpoint", "card"]);
    expect(result.reworded).toMatchObject([{ kind: "lane", a: { name: "Pain points" }, b: { name: "Frustrations" } }]);
  });

  it("lists moments of truth that were set, taken off or valued otherwise, and words that changed", () => {
    const { board, byTitle, diff: changes } = whatIf();
    unmarkMoment(board, ANNA, { touchpoint: byTitle("Search the portal").id });
    const call = byTitle("Call the branch");
    markMoment(board, ANNA, { touchpoint: call.id, kind: "impression", value: 3, reason: call.moment?.reason ?? "" });
    const fit = byTitle("Fit the pump");
    markMoment(board, ANNA, { touchpoint: fit.id, kind: "impression", value: 1, reason: "" });
    const [card] = Object.values(call.cardsByLane).flat();
    rewordCard(board, WRITER, { card: card?.id ?? "", text: "They know before I ask." });
    const result = changes();
    expect(result.revalued).toMatchObject([
      { b: { title: "Search the portal" }, momentA: { value: -3 }, facts: ["value"] },
      { b: { title: "Call the branch" }, momentA: { value: 2 }, momentB: { value: 3 }, facts: ["value"] },
      { b: { title: "Fit the pump" }, momentB: { value: 1 }, facts: ["value"] },
    ]);
    expect(result.reworded).toMatchObject([{ kind: "card", b: { text: "They know before I ask." } }]);
    expect(touched(result)).toEqual(["Search the portal", "Call the branch", "Fit the pump"]);
  });

  it("works on two groups' maps that share no id, and takes another alignment on request", () => {
    const a = journeyOf(boardWith(draftOf({ Need: ["Pump fails at a site", "Check own stock"] })));
    const b = journeyOf(boardWith(draftOf({ Need: ["The pump fails", "Ask the boss"] })));
    const result = diff(a, b);
    expect(result.reworded).toMatchObject([{ kind: "touchpoint", b: { title: "The pump fails" } }]);
    expect(result.counts).toMatchObject({ added: 1, gone: 1, shared: 1 });
    const none = { pairs: [], onlyA: touchpointsOf(a), onlyB: touchpointsOf(b) };
    expect(diff(a, b, { ...align(a, b), touchpoints: none }).counts).toMatchObject({ added: 2, gone: 2, shared: 0 });
  });

  it("of a journey with itself is empty", () => {
    fc.assert(
      fc.property(draftArbitrary, (draft) => {
        const journey = journeyOf(boardWith(draft));
        expect(diff(journey, journey)).toMatchObject(NO_CHANGE);
      }),
      { numRuns: 100 },
    );
  });

  it("turned round swaps added and gone, and everything else stays the same seen from the other side", () => {
    fc.assert(
      fc.property(draftArbitrary, draftArbitrary, (draftA, draftB) => {
        const [a, b] = [journeyOf(boardWith(draftA)), journeyOf(boardWith(draftB))];
        const [there, back] = [diff(a, b), diff(b, a)];
        expect(there.added).toEqual(back.gone);
        expect(there.gone).toEqual(back.added);
        for (const list of ["moved", "reworded"] as const) {
          const seen = back[list].map((it) => `${it.kind} ${it.b.id} ${it.a.id}`).sort();
          expect(there[list].map((it) => `${it.kind} ${it.a.id} ${it.b.id}`).sort()).toEqual(seen);
        }
        const deltas = (result: JourneyDiff, sign: number) => result.rerated.map(({ delta }) => delta * sign).sort();
        expect(deltas(there, 1)).toEqual(deltas(back, -1));
        const { added, gone, ...counts } = there.counts;
        expect(back.counts).toEqual({ ...counts, added: gone, gone: added });
        expect(cardsOf(a).length - there.gone.filter(({ kind }) => kind === "card").length).toBe(
          cardsOf(b).length - there.added.filter(({ kind }) => kind === "card").length,
        );
      }),
      { numRuns: 150 },
    );
  });
});
