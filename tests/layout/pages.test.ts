/** Sheets of paper: all of the picture is on them, and tiles can be glued. */
import { LONGEST_SIDE, PAPERS, type PrintChoice, pagesOf, TILE_OVERLAP, UNIT_IN_MM } from "@sameside/layout";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const size = fc.record({ width: fc.integer({ min: 200, max: 20_000 }), height: fc.integer({ min: 100, max: 8_000 }) });
const onPaper = { paper: fc.constantFrom("A4", "A3"), orientation: fc.constantFrom("landscape", "portrait") } as const;
const choice = (printed: PrintChoice["size"]) => fc.record({ size: fc.constant(printed), ...onPaper });

describe("sheets of paper (W21)", () => {
  it("hold the whole picture, inside what a printer can reach", () => {
    fc.assert(
      fc.property(
        size,
        fc.constantFrom("page", "tiles", "poster" as const).chain((it) => choice(it as PrintChoice["size"])),
        (picture, how) => {
          const pages = pagesOf(picture, how);
          const right = Math.max(...pages.map(({ part }) => part.x + part.width));
          const bottom = Math.max(...pages.map(({ part }) => part.y + part.height));
          expect([right, bottom]).toEqual([expect.closeTo(picture.width, 5), expect.closeTo(picture.height, 5)]);
          for (const { at, paper, part } of pages) {
            expect(at.x + at.width).toBeLessThanOrEqual(paper.width - 9.99);
            expect(at.y + at.height).toBeLessThanOrEqual(paper.height - 9.99);
            expect(part.width).toBeGreaterThan(0);
            expect(part.height).toBeGreaterThan(0);
            expect(at.width / part.width).toBeCloseTo(at.height / part.height, 9);
          }
        },
      ),
    );
  });

  it("as tiles are true size, and each repeats a strip of its neighbours", () => {
    fc.assert(
      fc.property(size, choice("tiles"), (picture, how) => {
        const pages = pagesOf(picture, how);
        const [first] = pages;
        expect(pages).toHaveLength((first?.rows ?? 0) * (first?.columns ?? 0));
        for (const { row, column, part, at, marks, rows, columns } of pages) {
          expect(at.width / part.width).toBeCloseTo(UNIT_IN_MM, 9);
          const beside = pages.find((other) => other.row === row && other.column === column + 1);
          if (beside) expect((part.x + part.width - beside.part.x) * UNIT_IN_MM).toBeCloseTo(TILE_OVERLAP, 6);
          const below = pages.find((other) => other.row === row + 1 && other.column === column);
          if (below) expect((part.y + part.height - below.part.y) * UNIT_IN_MM).toBeCloseTo(TILE_OVERLAP, 6);
          const edges = [row > 0, row < rows - 1, column > 0, column < columns - 1].filter(Boolean).length;
          expect(marks).toHaveLength(2 * edges);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("as one page never make the map larger than it is", () => {
    const [page] = pagesOf({ width: 300, height: 200 }, { size: "page", paper: "A4", orientation: "portrait" });
    expect(page?.paper).toEqual(PAPERS.A4);
    expect(page?.at.width).toBeCloseTo(300 * UNIT_IN_MM);
  });

  it("as a poster are one sheet as large as the map, up to what a PDF can be", () => {
    const how: PrintChoice = { size: "poster", paper: "A4", orientation: "landscape" };
    const [poster] = pagesOf({ width: 3_780, height: 1_890 }, how);
    expect(poster?.paper.width).toBeCloseTo(1_000 + 20, 0);
    expect(pagesOf({ width: 100_000, height: 500 }, how)[0]?.paper.width).toBeLessThanOrEqual(LONGEST_SIDE);
  });
});
