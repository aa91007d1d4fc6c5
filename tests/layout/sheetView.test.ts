/** Folded strips, pinned panes and aligned phases (SPEC W54, W56). */
import {
  alignedWidths,
  beneath,
  cellAt,
  heldBy,
  layoutJourney,
  pinnedPanes,
  type SheetView,
  stuckPanes,
} from "@sameside/layout";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyJourney, journeyOf, lane, measure, twoPhases } from "./journeys.ts";

const laid = (view: SheetView, journey = twoPhases) => layoutJourney(journey, [], measure, undefined, view);
const folded = (...ids: string[]) => laid({ folded: new Set(ids) });

describe("a folded lane or phase", () => {
  it("is a thin strip without places for cards", () => {
    const layout = folded("pain", "p0");
    const [, , pain, doing] = layout.lanes;
    expect(pain).toMatchObject({ folded: true });
    expect(pain?.rect.height).toBeLessThan(doing?.rect.height ?? 0);
    expect(layout.phases[0]?.width).toBeLessThan((layout.phases[1]?.width ?? 0) / 2);
    expect(layout.cardsById.size).toBe(0);
    expect(layout.stops.map(({ id }) => id)).toEqual(["p1t0"]);
    expect(cellAt(layout, { x: (layout.phases[1]?.x ?? 0) + 5, y: (pain?.rect.y ?? 0) + 5 })).toBeUndefined();
    expect(cellAt(layout, { x: (layout.phases[0]?.x ?? 0) + 5, y: (doing?.rect.y ?? 0) + 5 })).toBeUndefined();
  });

  it("takes the curve with it, and never the touchpoints", () => {
    expect(folded("feel").feeling).toBeUndefined();
    expect(folded("tp").touchpointsById.size).toBe(3);
  });

  it("leaves every other card on the sheet, in its own row", () => {
    fc.assert(
      fc.property(anyJourney, fc.nat(7), (journey, index) => {
        const id = journey.lanes[index]?.id ?? "none";
        const { cardsById, lanes } = laid({ folded: new Set([id]) }, journey);
        for (const box of cardsById.values()) {
          const row = lanes.find((band) => band.id === box.lane)?.rect;
          expect(box.lane).not.toBe(id);
          expect(box.rect.y).toBeGreaterThanOrEqual(row?.y ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });
});

describe("a pinned lane or phase", () => {
  const layout = laid({ folded: new Set() });
  const panes = pinnedPanes(layout, new Set(["doing", "tp", "p0"]));
  const [touchpoints, , , doing] = layout.lanes;
  const screen = { width: 2400, height: 2400 };
  const at = (right: number, down: number) => stuckPanes(layout, panes, { ...screen, right, down });
  const stuckLane = (right: number, down: number) => at(right, down).find(({ pane }) => pane.kind === "lane");

  it("stands in its own place while that is in view", () => {
    expect(at(0, 0)).toEqual([]);
  });

  it("stops under the titles, one under the other in the lanes' order, and lets points through to itself", () => {
    const stuck = at(0, 5000);
    expect(stuck.map(({ pane }) => [pane.kind, pane.lane])).toEqual([
      ["lane", "tp"],
      ["lane", "doing"],
      ["label", "tp"],
      ["label", "doing"],
    ]);
    const [first, second] = stuck.map(({ pane, by }) => pane.rect.y + by.y);
    expect(first).toBe(5000 + layout.headerHeight);
    expect(second).toBe((first ?? 0) + (touchpoints?.rect.height ?? 0));
    const seen = { x: 400, y: (second ?? 0) + 3 };
    expect(beneath(stuck, seen)).toEqual({ x: 400, y: (doing?.rect.y ?? 0) + 3 });
    expect(beneath(stuck, { x: 400, y: 9000 })).toEqual({ x: 400, y: 9000 });
    expect(heldBy(stuck)).toEqual({ width: 0, height: (touchpoints?.rect.height ?? 0) + (doing?.rect.height ?? 0) });
  });

  it("crosses a pinned phase where both are held", () => {
    expect(at(3000, 0).map(({ pane }) => pane.kind)).toEqual(["phase", "header"]);
    const both = at(3000, 5000).map(({ pane }) => pane.kind);
    expect(both).toEqual(["phase", "lane", "lane", "cross", "cross", "header", "label", "label"]);
  });

  it("is not held when it would take most of the screen", () => {
    expect(stuckLane(0, 5000)).toBeDefined();
    expect(stuckPanes(layout, panes, { width: 2400, height: 100, right: 0, down: 5000 })).toEqual([]);
  });
});

describe("maps below each other", () => {
  const lanes = [lane("tp", "touchpoint")];
  const one = journeyOf(lanes, [{ touchpoints: [{}, {}, {}] }, { touchpoints: [{}] }]);
  const other = journeyOf(lanes, [{ touchpoints: [{}] }, { touchpoints: [{}, {}] }]);

  it("have each phase as wide as its like is, in both", () => {
    const [a, b] = [one, other].map((map) =>
      laid({ folded: new Set(), widths: alignedWidths(map, map === one ? [other] : [one]) }, map),
    );
    expect(a?.phases.map(({ x, width }) => [x, width])).toEqual(b?.phases.map(({ x, width }) => [x, width]));
    expect(a?.cardsById.size).toBe(0);
  });

  it("find their like by origin where a template is shared, and by order where none is", () => {
    const shared = { ...other, phases: [...other.phases].reverse() };
    expect([...alignedWidths(shared, [one])]).toEqual([["p0", alignedWidths(other, [one]).get("p0")]]);
    const strange = { ...other, phases: other.phases.map((phase) => ({ ...phase, id: `x${phase.id}` })) };
    expect([...alignedWidths(strange, [one]).keys()]).toEqual(["xp0"]);
    expect(alignedWidths(one, [])).toEqual(new Map());
  });
});
