import {
  covers,
  layoutJourney,
  nearerTo,
  openTiles,
  type Rect,
  TILE,
  type TileRange,
  tileCount,
  tileRange,
} from "@sameside/layout";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyJourney, measure } from "./journeys.ts";

const touches = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const areaOf = ({ left, top, right, bottom }: TileRange): Rect => ({
  x: left * TILE,
  y: top * TILE,
  width: (right - left + 1) * TILE,
  height: (bottom - top + 1) * TILE,
});
const anyRange: fc.Arbitrary<TileRange> = fc
  .tuple(fc.integer({ min: -5, max: 12 }), fc.integer({ min: -5, max: 12 }), fc.nat(9), fc.nat(9))
  .map(([left, top, wide, high]) => ({ left, top, right: left + wide, bottom: top + high }));

describe("the grid of a sheet", () => {
  it("finds exactly what touches its squares, whichever layouts it followed before (W30)", () => {
    fc.assert(
      fc.property(fc.array(anyJourney, { minLength: 1, maxLength: 3 }), anyRange, (journeys, range) => {
        const tiles = openTiles();
        for (const journey of journeys) {
          const layout = layoutJourney(journey, [], measure);
          tiles.follow(layout);
          const area = areaOf(range);
          const there = [...layout.cardsById, ...layout.touchpointsById].filter(([, { rect }]) => touches(rect, area));
          expect([...tiles.idsIn(range)].sort()).toEqual(there.map(([id]) => id).sort());
        }
      }),
      { numRuns: 80 },
    );
  });

  it("knows the squares of a rectangle, and the one that a point lies in (W30)", () => {
    expect(tileRange({ x: 0, y: 0, width: TILE, height: TILE + 1 })).toEqual({ left: 0, top: 0, right: 0, bottom: 1 });
    expect(tileRange({ x: -1, y: TILE, width: 0, height: 0 })).toEqual({ left: -1, top: 1, right: -1, bottom: 1 });
  });
});

describe("the squares that are mounted", () => {
  it("come to be all that are wanted, a row or a column at a time, and few more (W30)", () => {
    fc.assert(
      fc.property(anyRange, fc.option(anyRange), (wanted, first) => {
        let range = nearerTo(wanted, first ?? undefined);
        const longest = wanted.right - wanted.left + wanted.bottom - wanted.top + 4;
        for (let steps = 0; steps <= longest; steps += 1) {
          const next = nearerTo(wanted, range);
          if (next === range) break;
          const side = Math.max(next.right - next.left, next.bottom - next.top) + 1;
          expect(tileCount(next) - tileCount(range)).toBeLessThanOrEqual(side);
          range = next;
        }
        expect(covers(range, wanted)).toBe(true);
        expect(range.right - range.left).toBeLessThanOrEqual(wanted.right - wanted.left + 2);
        expect(range.bottom - range.top).toBeLessThanOrEqual(wanted.bottom - wanted.top + 2);
      }),
    );
  });
});
