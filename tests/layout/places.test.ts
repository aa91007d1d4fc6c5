import {
  cellAt,
  dropTarget,
  laneDropTarget,
  layoutJourney,
  nextInJourneyOrder,
  type Point,
  phaseDropTarget,
  type Rect,
  stopsIn,
  touchpointDropTarget,
} from "@sameside/layout";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyJourney, measure, twoPhases } from "./journeys.ts";

const layout = layoutJourney(twoPhases, [], measure);
const card = (id: string): Rect => {
  const rect = layout.cardsById.get(id)?.rect;
  if (!rect) throw new Error(`no card ${id}`);
  return rect;
};
const at = (rect: Rect, part: number): Point => ({ x: rect.x + rect.width / 2, y: rect.y + rect.height * part });

describe("a card that is let go", () => {
  it("lands in front of the card whose upper half it is over, behind it over the lower half", () => {
    expect(dropTarget(layout, at(card("p0t0/pain/1"), 0.2))?.before).toBe("p0t0/pain/1");
    expect(dropTarget(layout, at(card("p0t0/pain/1"), 0.8))?.before).toBe("p0t0/pain/2");
  });

  it("lands at the end below the last card", () => {
    const target = dropTarget(layout, at(card("p0t0/pain/2"), 0.9));
    expect(target).toMatchObject({ parent: "p0t0", lane: "pain" });
    expect(target?.before).toBeUndefined();
  });

  it("does not count its own place", () => {
    const target = dropTarget(layout, at(card("p0t0/pain/1"), 0.2), "p0t0/pain/1");
    expect(target?.before).toBe("p0t0/pain/2");
  });

  it("does not count the places of others that are on their way with it", () => {
    const hand = new Set(["p0t0/pain/1", "p0t0/pain/2"]);
    const target = dropTarget(layout, at(card("p0t0/pain/1"), 0.2), hand);
    expect(target).toMatchObject({ parent: "p0t0", lane: "pain" });
    expect(target?.before).toBeUndefined();
    expect(dropTarget(layout, at(card("p0t0/pain/0"), 0.2), hand)?.before).toBe("p0t0/pain/0");
  });

  it("lands on the whole phase above the columns", () => {
    expect(dropTarget(layout, at(card("p0/pain/0"), 0.8))).toMatchObject({ parent: "p0", lane: "pain" });
    const row = layout.lanes.find((lane) => lane.id === "doing")?.rect;
    expect(dropTarget(layout, { x: card("p0t0/pain/0").x, y: (row?.y ?? 0) + 3 })?.parent).toBe("p0");
  });

  it("lands in an empty cell", () => {
    const row = layout.lanes.find((lane) => lane.id === "doing")?.rect;
    const column = layout.touchpointsById.get("p1t0")?.rect;
    const target = dropTarget(layout, { x: column?.x ?? 0, y: (row?.y ?? 0) + 30 });
    expect(target).toMatchObject({ parent: "p1t0", lane: "doing" });
  });

  it("lands nowhere on the labels, the touchpoints, the feelings and outside the sheet", () => {
    const feeling = layout.lanes.find((lane) => lane.kind === "feeling")?.rect;
    const touchpoint = layout.touchpointsById.get("p0t0")?.rect;
    expect(dropTarget(layout, { x: 10, y: card("p0t0/pain/0").y })).toBeUndefined();
    expect(dropTarget(layout, { x: touchpoint?.x ?? 0, y: (touchpoint?.y ?? 0) + 5 })).toBeUndefined();
    expect(dropTarget(layout, { x: touchpoint?.x ?? 0, y: (feeling?.y ?? 0) + 50 })).toBeUndefined();
    expect(dropTarget(layout, { x: card("p0t0/pain/0").x, y: -50 })).toBeUndefined();
    expect(dropTarget(layout, { x: layout.width + 500, y: card("p0t0/pain/0").y })).toBeUndefined();
  });

  it("finds, for every card of any journey, that card's own cell", () => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        const any = layoutJourney(journey, [], measure);
        for (const [id, { rect, parent, lane }] of any.cardsById) {
          const middle = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
          expect(cellAt(any, middle)).toMatchObject({ parent, lane });
          expect(dropTarget(any, middle, id)).toMatchObject({ parent, lane });
        }
      }),
      { numRuns: 40 },
    );
  });

  it("never throws, wherever it is", () => {
    fc.assert(
      fc.property(anyJourney, fc.double(), fc.double(), (journey, x, y) => {
        const any = layoutJourney(journey, [], measure);
        dropTarget(any, { x, y });
        touchpointDropTarget(any, { x, y });
      }),
      { numRuns: 40 },
    );
  });
});

describe("a touchpoint that is let go", () => {
  const middle = (id: string) => {
    const rect = layout.touchpointsById.get(id)?.rect;
    return (rect?.x ?? 0) + (rect?.width ?? 0) / 2;
  };

  it("lands in front of the touchpoint whose left half it is over, in that phase", () => {
    expect(touchpointDropTarget(layout, { x: middle("p0t1") - 5, y: 0 })).toMatchObject({
      phase: "p0",
      before: "p0t1",
    });
    const atEnd = touchpointDropTarget(layout, { x: middle("p1t0") + 5, y: 0 }, "p0t0");
    expect(atEnd?.phase).toBe("p1");
    expect(atEnd?.before).toBeUndefined();
  });

  it("does not count its own place", () => {
    expect(touchpointDropTarget(layout, { x: middle("p0t0"), y: 0 }, "p0t0")?.before).toBe("p0t1");
  });
});

describe("arrow keys", () => {
  const go = (from: string, direction: Parameters<typeof nextInJourneyOrder>[2]) =>
    nextInJourneyOrder(layout, from, direction)?.id;

  it("go down a stack and on into the next lane of the column", () => {
    expect(go("p0t0", "down")).toBe("p0/pain/0");
    expect(go("p0/pain/0", "down")).toBe("p0t0/pain/0");
    expect(go("p0t0/pain/0", "down")).toBe("p0t0/pain/1");
    expect(go("p0t0/pain/0", "up")).toBe("p0/pain/0");
    expect(go("p0t1/doing/0", "up")).toBe("p0/pain/0");
  });

  it("go along the touchpoints and along a lane", () => {
    expect(go("p0t0", "right")).toBe("p0t1");
    expect(go("p0t1", "right")).toBe("p1t0");
    expect(go("p0t0/pain/0", "right")).toBe("p1t0/pain/0");
    expect(go("p1t0/pain/0", "left")).toBe("p0/pain/0");
  });

  it("stop at the edge", () => {
    expect(go("p0t0", "left")).toBeUndefined();
    expect(go("p0t0", "up")).toBeUndefined();
    expect(go("p1t0", "right")).toBeUndefined();
  });

  it("begin at the first stop when the focus was nowhere or on something that is gone", () => {
    expect(nextInJourneyOrder(layout, undefined, "down")).toEqual(layout.stops[0]);
    expect(nextInJourneyOrder(layout, "gone", "down")).toEqual(layout.stops[0]);
  });
});

describe("a phase or a lane that is let go by its name", () => {
  const [first, second] = layout.phases;
  const middleOf = (phase: typeof first) => (phase?.x ?? 0) + (phase?.width ?? 0) / 2;

  it("stands in front of the phase over whose first half it is, and does not count itself", () => {
    expect(phaseDropTarget(layout, middleOf(first) - 5, "p1").before).toBe("p0");
    expect(phaseDropTarget(layout, middleOf(second) - 5, "p0").before).toBe("p1");
    expect(phaseDropTarget(layout, middleOf(second) + 5, "p0").before).toBeUndefined();
  });

  it("stands in front of the lane over whose upper half it is", () => {
    const doing = layout.lanes.find(({ id }) => id === "doing")?.rect;
    const middle = (doing?.y ?? 0) + (doing?.height ?? 0) / 2;
    expect(laneDropTarget(layout, middle - 5, "pain").before).toBe("doing");
    expect(laneDropTarget(layout, middle + 5, "pain").before).toBeUndefined();
    expect(laneDropTarget(layout, -100, "doing").before).toBe("tp");
  });
});

describe("a rectangle drawn on the sheet", () => {
  it("touches every card that it overlaps, and no other", () => {
    const rect = card("p0t0/pain/1");
    const ids = stopsIn(layout, { x: rect.x + 5, y: rect.y + 5, width: 10, height: rect.height + 10 }).map(
      ({ id }) => id,
    );
    expect(ids).toEqual(["p0t0/pain/1", "p0t0/pain/2"]);
    expect(stopsIn(layout, { x: 0, y: 0, width: layout.width, height: layout.height })).toEqual(layout.stops);
    expect(stopsIn(layout, { x: -50, y: -50, width: 20, height: 20 })).toEqual([]);
  });
});
