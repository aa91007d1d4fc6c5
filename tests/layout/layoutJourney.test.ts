import { CARD_PHOTO_GAP, CARD_PHOTO_HEIGHT, layoutJourney, type Rect } from "@sameside/layout";
import type { EvidenceView, JourneyView } from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyJourney, cardsOf, journeyOf, lane, measure, twoPhases } from "./journeys.ts";

const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const inside = (inner: Rect, outer: Rect) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

describe("the layout of any journey", () => {
  it("lets no two cards and touchpoints overlap", () => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        const layout = layoutJourney(journey, [], measure);
        const boxes = [...layout.cardsById.values(), ...layout.touchpointsById.values()].map((box) => box.rect);
        for (const [index, a] of boxes.entries())
          for (const b of boxes.slice(index + 1)) expect(overlap(a, b)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps every card inside its lane's row, its phase's span and its cell", () => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        const layout = layoutJourney(journey, [], measure);
        const phaseOf = (parent: string) => layout.touchpointsById.get(parent)?.phase ?? parent;
        for (const box of layout.cardsById.values()) {
          const row = layout.lanes.find((one) => one.id === box.lane)?.rect;
          const phase = layout.phases.find((one) => one.id === phaseOf(box.parent));
          const cell = layout.cellsByLane.get(box.lane)?.find((one) => one.parent === box.parent);
          expect(row && inside(box.rect, row)).toBe(true);
          expect(phase && box.rect.x >= phase.x && box.rect.x + box.rect.width <= phase.x + phase.width).toBe(true);
          expect(cell && inside(box.rect, cell.rect)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("places every card, every touchpoint, every phase and every lane exactly once, with whole lines from 1 to 6", () => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        const layout = layoutJourney(journey, [], measure);
        const ids = (things: readonly { id: string }[]) => things.map((thing) => thing.id).sort();
        expect([...layout.cardsById.keys()].sort()).toEqual(ids(cardsOf(journey)));
        expect([...layout.touchpointsById.keys()].sort()).toEqual(ids(journey.phases.flatMap((p) => p.touchpoints)));
        expect(layout.phases.map((phase) => phase.id)).toEqual(journey.phases.map((phase) => phase.id));
        expect(layout.lanes.map((one) => one.id)).toEqual(journey.lanes.map((one) => one.id));
        expect(layout.stops.map((stop) => stop.id).sort()).toEqual(
          [...layout.cardsById.keys(), ...layout.touchpointsById.keys()].sort(),
        );
        for (const { lines } of layout.cardsById.values()) expect([1, 2, 3, 4, 5, 6]).toContain(lines);
      }),
      { numRuns: 40 },
    );
  });

  it("covers each lane with cells that do not overlap", () => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        const layout = layoutJourney(journey, [], measure);
        for (const cells of layout.cellsByLane.values())
          for (const [index, a] of cells.entries())
            for (const b of cells.slice(index + 1)) expect(overlap(a.rect, b.rect)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it("is the same every time", () => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        expect(layoutJourney(journey, [], measure)).toEqual(layoutJourney(structuredClone(journey), [], measure));
      }),
      { numRuns: 20 },
    );
  });
});

describe("a laid-out journey", () => {
  const layout = layoutJourney(twoPhases, [], measure);
  const rectOf = (id: string) => layout.cardsById.get(id)?.rect ?? layout.touchpointsById.get(id)?.rect;

  it("gives each touchpoint a column and a phase without one a column all the same", () => {
    const bare = layoutJourney(journeyOf([lane("pain", "pain")], [{ touchpoints: [] }]), [], measure);
    expect(layout.phases.map((phase) => phase.columns.length)).toEqual([2, 1]);
    expect(bare.phases[0]?.columns).toHaveLength(1);
    expect(bare.phases[0]?.columns[0]?.touchpoint).toBeUndefined();
  });

  it("stands a card on the whole phase above the columns and as wide as the phase", () => {
    const whole = rectOf("p0/pain/0");
    const first = rectOf("p0t0/pain/0");
    expect(whole?.width).toBe(layout.phases[0]?.width);
    expect(whole && first && whole.y + whole.height < first.y).toBe(true);
  });

  it("stacks a cell's cards in order, from the top", () => {
    const tops = [0, 1, 2].map((index) => rectOf(`p0t0/pain/${index}`)?.y ?? Number.NaN);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(new Set(tops).size).toBe(3);
  });

  it("makes a lane as high as its tallest stack and lets the lanes follow each other without a gap", () => {
    for (const [index, band] of layout.lanes.entries()) {
      const next = layout.lanes[index + 1];
      if (next) expect(next.rect.y).toBe(band.rect.y + band.rect.height);
    }
    const pain = layout.lanes.find((band) => band.id === "pain")?.rect;
    const doing = layout.lanes.find((band) => band.id === "doing")?.rect;
    expect(pain && doing && pain.height > doing.height).toBe(true);
  });

  it("has room for a card's photos before they are there, and none for a sound (W100)", () => {
    const withFile = (kind: EvidenceView["kind"], file?: string) => {
      const journey = structuredClone(twoPhases);
      const [card] = journey.phases[0]?.touchpoints[0]?.cardsByLane["pain"] ?? [];
      Object.assign(card ?? {}, { evidence: [{ id: "e", kind, ...(file && { file }) }] });
      return journey;
    };
    const heightOf = (journey: JourneyView) =>
      layoutJourney(journey, [], measure).cardsById.get("p0t0/pain/0")?.rect.height ?? 0;
    const plain = heightOf(twoPhases);
    expect(heightOf(withFile("photo", "hash")) - plain).toBe(CARD_PHOTO_GAP + CARD_PHOTO_HEIGHT);
    for (const journey of [withFile("sound", "hash"), withFile("photo")]) expect(heightOf(journey)).toBe(plain);
  });

  it("leaves untouched what stands above a changed cell", () => {
    const grown = structuredClone(twoPhases);
    const touchpoint = grown.phases[1]?.touchpoints[0];
    const lastCard = touchpoint?.cardsByLane["pain"]?.[0];
    if (!touchpoint || !lastCard) throw new Error("the fixture lost its card");
    Object.assign(lastCard, { text: "A much longer card that takes a good many lines ".repeat(4) });
    const after = layoutJourney(grown, [], measure);
    expect(after.cardsById.get("p0t0/pain/0")).toEqual(layout.cardsById.get("p0t0/pain/0"));
    expect(after.touchpointsById).toEqual(layout.touchpointsById);
    expect(after.lanes[2]?.rect.y).toBe(layout.lanes[2]?.rect.y);
  });

  it("shows the touchpoints above the lanes when nobody kept a touchpoint lane", () => {
    const journey = { ...twoPhases, lanes: twoPhases.lanes.filter((one) => one.kind !== "touchpoint") };
    const bare = layoutJourney(journey, [], measure);
    expect(bare.touchpointsById.size).toBe(3);
    expect(bare.touchpointRow.y).toBe(bare.headerHeight);
    expect(bare.lanes[0]?.rect.y).toBe(bare.touchpointRow.y + bare.touchpointRow.height);
  });

  it("lays out a journey without phases and lanes", () => {
    const empty = layoutJourney(journeyOf([], []), [], measure);
    expect(empty.cardsById.size).toBe(0);
    expect(empty.width).toBeGreaterThan(0);
    expect(empty.height).toBeGreaterThan(0);
  });
});
