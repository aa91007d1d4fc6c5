/** A journey as a picture: every word, nothing over anything, well formed, whatever the map holds. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  drawJourney,
  type FeelingInput,
  type JourneyLayout,
  PALETTE,
  type Picture,
  type PictureWords,
  partOf,
  type Rect,
  shownText,
  tableWidthOf,
} from "@sameside/layout";
import type { JourneyView } from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyJourney, cardsOf, journeyOf, lane, twoPhases } from "./journeys.ts";

const WORDS: PictureWords = {
  title: "A journey",
  about: "Distributors · as it is today",
  date: "22 November 2026",
  noName: "No name yet",
  withdrawn: "withdrawn",
  writtenFor: "written for another",
  laneName: ({ name, kind }) => name || kind,
  raters: ["3 customers"],
  feelings: ["Delighted", "Okay", "Let down"],
  curveMarks: (marks) => marks.join(" and "),
  momentValue: (value) => `worth ${value}`,
  momentBadge: "M",
  legend: {
    grades: { assumed: "Assumed", heard: "Heard", researched: "Researched" },
    customer: "a customer's card",
    colleague: "a colleague's card",
    curve: "how it feels",
    series: { customers: "Customers", colleagues: "Colleagues" },
    gap: "how far apart both sides are",
    spread: "lowest to highest",
    momentUp: "creates value",
    momentDown: "destroys value",
    backstage: "backstage",
  },
};

function draw(journey: JourneyView, words: Partial<PictureWords> = {}): Picture {
  const touchpoints = journey.phases.flatMap((phase) => phase.touchpoints);
  const curve = touchpoints.map(({ id }, index) => ({ touchpoint: id, n: 2, mean: Math.sin(index) }));
  return drawJourney(journey, { words: { ...WORDS, ...words }, curve, widthOf: tableWidthOf });
}

const unescaped = (text: string) =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name] ?? "");
/** Words as people read them: lines joined, and what no XML can hold replaced as the writer does. */
const read = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .toWellFormed()
    .replace(/\s+/g, "");
const textOf = (svg: string) => read(unescaped(svg.replace(/<[^>]*>/g, "")));

/** The words of each card by its id, from the SVG alone. */
function wordsByCard({ svg }: Pick<Picture, "svg">): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, id = "", inside = ""] of svg.matchAll(/<g data-card="([^"]*)">(.*?)<\/g><\/g>/gs))
    found.set(unescaped(id), [...(found.get(unescaped(id)) ?? []), textOf(inside)]);
  return found;
}

/** What is open and not closed, closed and not opened, or not escaped. */
function xmlProblems(svg: string): string[] {
  const open: string[] = [];
  const problems: string[] = [];
  for (const [, slash, name = "", selfClosed] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (slash) {
      if (open.pop() !== name) problems.push(`</${name}> closes nothing`);
    } else if (!selfClosed) open.push(name);
  }
  const between = svg.replace(/<[^<>]*>/g, "");
  if (/[<>]/.test(between)) problems.push("a bracket stands in a text");
  if (/&(?!(amp|lt|gt|quot);)/.test(svg)) problems.push("an ampersand is not escaped");
  return [...problems, ...open.map((name) => `<${name}> is not closed`)];
}

const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const boxesOf = (layout: JourneyLayout) =>
  [...layout.cardsById.values(), ...layout.touchpointsById.values()].map(({ rect }) => rect);

describe("a picture of any journey (W20)", () => {
  it("holds every card's words, whole and once", () => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        const words = wordsByCard(draw(journey));
        const cards = cardsOf(journey);
        expect(words.size).toBe(cards.length);
        for (const card of cards) expect(words.get(card.id)).toEqual([read(shownText(card))]);
      }),
      { numRuns: 50 },
    );
  });

  it("is well formed, and lays nothing over anything", () => {
    fc.assert(
      fc.property(anyJourney, fc.string({ unit: "binary", maxLength: 60 }), (journey, title) => {
        const { svg, layout, sheet, width, height } = draw(journey, { title, about: title });
        expect(xmlProblems(svg)).toEqual([]);
        const boxes = boxesOf(layout);
        const over = boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => overlap(a, b)));
        expect(over).toEqual([]);
        for (const { x, y, width: w, height: h } of boxes) {
          expect(sheet.x + x + w).toBeLessThanOrEqual(width);
          expect(sheet.y + y + h).toBeLessThanOrEqual(height);
          expect(x + w).toBeLessThanOrEqual(sheet.width);
          expect(y + h).toBeLessThanOrEqual(sheet.height);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("a picture", () => {
  const LONG = "A sentence that goes on and on so that it needs more lines than a canvas shows. ".repeat(8).trim();
  const one = (text: string) => journeyOf([lane("pain", "pain")], [{ touchpoints: [{ cards: { pain: [text] } }] }]);

  it("shows long texts whole, where the canvas shows six lines", () => {
    const picture = draw(one(LONG));
    expect(wordsByCard(picture).get("p0t0/pain/0")).toEqual([read(LONG)]);
    expect([...picture.layout.cardsById.values()][0]?.lines).toBeGreaterThan(6);
    expect(picture.svg).not.toContain("…");
  });

  it("begins lines that run from right to left at the right", () => {
    const { svg, layout } = draw(one("المضخة معطلة منذ أسبوعين"));
    const rect = [...layout.cardsById.values()][0]?.rect;
    const inside = /<g data-card[^>]*>(.*?)<\/g><\/g>/s.exec(svg)?.[1] ?? "";
    expect(inside).toContain('direction="rtl"');
    const x = Number(/<text x="([\d.]+)"/.exec(inside)?.[1]);
    expect(rect && x > rect.x + rect.width / 2 && x < rect.x + rect.width).toBe(true);
    expect(draw(one("plain")).svg).not.toContain("rtl");
  });

  it("keeps emoji, also those that are made of several", () => {
    const text = "👩‍👩‍👧 waited 🏳️‍🌈 & <cried> “twice”";
    expect(wordsByCard(draw(one(text))).get("p0t0/pain/0")).toEqual([read(text)]);
  });

  it("of a map without cards, or with nothing at all, has its heading and stands", () => {
    for (const journey of [journeyOf([], []), journeyOf([lane("pain", "pain")], [{ touchpoints: [{}] }])]) {
      const { svg, width, height } = draw(journey);
      expect(xmlProblems(svg)).toEqual([]);
      expect(textOf(svg)).toContain(read("A journey"));
      expect(textOf(svg)).toContain(read("22 November 2026"));
      expect(width).toBeGreaterThan(500);
      expect(height).toBeGreaterThan(100);
      expect(wordsByCard({ svg }).size).toBe(0);
    }
  });

  it("of a very long map is as wide as it must be", () => {
    const phases = Array.from({ length: 40 }, () => ({
      touchpoints: Array.from({ length: 5 }, () => ({ cards: { pain: ["waits", "calls"] } })),
    }));
    const { svg, width } = draw(journeyOf([lane("pain", "pain")], phases));
    expect(width).toBeGreaterThan(40 * 5 * 180);
    expect(wordsByCard({ svg }).size).toBe(400);
  });

  it("explains in its legend what is on it, and nothing else", () => {
    const { svg } = draw(twoPhases);
    const legend = textOf(svg.slice(svg.indexOf("<g data-legend")));
    expect(legend).toContain("Assumed");
    expect(legend).toContain("howitfeels");
    expect(legend).not.toContain("Researched");
    expect(legend).not.toContain("destroysvalue");
  });

  it("draws both sides apart, what lies between them, and says which line is whose (W33, W34)", () => {
    const touchpoints = twoPhases.phases.flatMap((phase) => phase.touchpoints);
    const curve = touchpoints.map(({ id }, index): FeelingInput => {
      const others = [{ series: "colleagues", n: 3, mean: 0.5 }];
      const marks = index === 1 ? (["peak", "gap"] as const) : [];
      return { touchpoint: id, series: "customers", n: 3, mean: -0.5, others, gap: 1, marks };
    });
    const { svg } = drawJourney(twoPhases, { words: WORDS, curve, widthOf: tableWidthOf });
    for (const word of ["Customers", "Colleagues", "how far apart both sides are", "peak", "gap"])
      expect(svg).toContain(`>${word}</text>`);
    expect(svg.match(/stroke-dasharray="5 4"/g)).toHaveLength(2);
    expect(svg).toMatch(/fill="url\(#([\w-]+)\)"/);
    expect(svg).not.toContain("how it feels");
    const alone = drawJourney(twoPhases, { words: WORDS, curve: [], widthOf: tableWidthOf }).svg;
    expect(alone).not.toContain("url(#");
  });

  it("cut to a part holds the cards of that part only", () => {
    const picture = draw(twoPhases);
    const rect = picture.layout.cardsById.get("p1t0/pain/0")?.rect as Rect;
    const part = { ...rect, x: picture.sheet.x + rect.x, y: picture.sheet.y + rect.y };
    expect([...wordsByCard({ svg: picture.cut(part) }).keys()]).toEqual(["p1t0/pain/0"]);
  });

  it("is drawn in the light colours of the app", () => {
    const tokens = readFileSync(join(import.meta.dirname, "../../apps/web/src/ui/tokens.css"), "utf8");
    const light = tokens.slice(0, tokens.indexOf('[data-theme="dark"]'));
    const { paper: _white, ...palette } = PALETTE;
    for (const [name, colour] of Object.entries(palette)) expect(light).toContain(`--${name}: ${colour};`);
  });
});

describe("a part of a journey", () => {
  const idsOf = (journey: JourneyView) => cardsOf(journey).map(({ id }) => id);
  const part = (...ids: string[]) => partOf(twoPhases, new Set(ids));

  it("is a phase with all that is in it", () => {
    expect(idsOf(part("p1"))).toEqual(["p1t0/pain/0"]);
    expect(part("p1").lanes).toEqual(twoPhases.lanes);
  });

  it("is a touchpoint with its cards and its feeling", () => {
    expect(idsOf(part("p0t0"))).toEqual(["p0t0/pain/0", "p0t0/pain/1", "p0t0/pain/2"]);
    expect(part("p0t0").lanes.map(({ kind }) => kind)).toContain("feeling");
  });

  it("is a card where it stands, without its neighbours", () => {
    expect(idsOf(part("p0t0/pain/1"))).toEqual(["p0t0/pain/1"]);
    expect(part("p0t0/pain/1").lanes.map(({ id }) => id)).toEqual(["tp", "pain"]);
  });

  it("is a lane along the whole journey", () => {
    const { phases, lanes } = part("doing");
    expect(phases).toEqual(twoPhases.phases);
    expect(lanes.map(({ id }) => id)).toEqual(["tp", "doing"]);
    expect(wordsByCard(draw(part("doing"))).size).toBe(1);
  });

  it("is the whole journey when nothing of it is meant", () => {
    expect(part()).toBe(twoPhases);
    expect(part("of another map")).toBe(twoPhases);
  });
});
