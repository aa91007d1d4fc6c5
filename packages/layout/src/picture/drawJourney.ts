/** A journey as an SVG: pure and total, from the layout and never from a page, so that it is whole and runs anywhere. */
import type { JourneyView } from "@sameside/model";
import { layoutJourney } from "../layoutJourney.ts";
import { ALL_LINES, END_WIDTH, FOOT_HEIGHT, PHASE_GAP, TEXT_LOOKS } from "../metrics.ts";
import type { FeelingInput, JourneyLayout, Rect } from "../shapes.ts";
import { countLines } from "../textLines.ts";
import { drawFeeling } from "./drawFeeling.ts";
import { drawLaneName, drawPhase, drawSheet, laneNotes } from "./drawFrame.ts";
import { drawLegend } from "./drawLegend.ts";
import { drawPhaseContents, type Pen } from "./drawThings.ts";
import { PALETTE } from "./palette.ts";
import type { PictureWords } from "./pictureWords.ts";
import { escapeXml, heightOfText, num, svgText, type WidthOf } from "./svgText.ts";

export interface Picture {
  /** In layout units: CSS pixels at 100 %. */
  readonly width: number;
  readonly height: number;
  /** A whole SVG document. */
  readonly svg: string;
  /** A part as an SVG document of its own, without the cards and touchpoints that stand outside of it. */
  readonly cut: (part: Rect) => string;
  /** Where everything stands on the sheet; the sheet itself begins at `sheet`. */
  readonly layout: JourneyLayout;
  readonly sheet: Rect;
}

interface PictureOptions {
  readonly words: PictureWords;
  /** The feelings, as `emotionCurve` of @sameside/insights tells them. */
  readonly curve: readonly FeelingInput[];
  readonly widthOf: WidthOf;
  /** `@font-face` rules for where the fonts are not installed. */
  readonly fontFaces?: string;
}

/** Around everything, and between the heading, the sheet and the legend. */
const MARGIN = 24;
const HEADING_GAP = 16;
/** Right of the last phase: on paper nobody adds one. */
const SHEET_END = 20;
/** A sheet this narrow still has room for its title and the legend. */
const MIN_SHEET_WIDTH = 520;
/** How far a badge or a border stands out of its thing. */
const STANDS_OUT = 12;

/** Draws a journey with all its words, a heading and a legend. */
export function drawJourney(journey: JourneyView, options: PictureOptions): Picture {
  const { words, curve, widthOf, fontFaces } = options;
  const layout = layoutJourney(
    journey,
    curve,
    (text, style, width) => countLines(text, width, (piece) => widthOf(piece, style)),
    ALL_LINES,
  );
  const size = sheetSize(layout);
  const heading = drawHeading(size.width, words, widthOf);
  const sheet = { x: MARGIN, y: MARGIN + heading.height + HEADING_GAP, ...size };
  const below = { x: MARGIN, y: sheet.y + sheet.height + HEADING_GAP / 2, width: sheet.width };
  const legend = drawLegend(journey, layout, below, words, widthOf);
  const width = Math.ceil(sheet.width + 2 * MARGIN);
  const height = Math.ceil(
    legend.height === 0 ? sheet.y + sheet.height + MARGIN : below.y + legend.height + MARGIN / 2,
  );
  const whole = { x: 0, y: 0, width, height };
  const cut = (part: Rect): string =>
    [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${num(part.width)}" height="${num(part.height)}"`,
      ` viewBox="${num(part.x)} ${num(part.y)} ${num(part.width)} ${num(part.height)}"`,
      ` role="img" aria-label="${escapeXml(words.title)}" xml:space="preserve">`,
      fontFaces === undefined ? "" : `<style>${escapeXml(fontFaces)}</style>`,
      `<rect width="${width}" height="${height}" fill="${PALETTE.paper}"/>`,
      heading.svg,
      `<g transform="translate(${num(sheet.x)} ${num(sheet.y)})">`,
      drawOnSheet(journey, layout, size, { words, widthOf, isDrawn: (rect) => touch(rect, sheet, part) }),
      "</g>",
      legend.svg,
      "</svg>",
    ].join("");
  return { width, height, svg: cut(whole), cut, layout, sheet };
}

/** Whether a rectangle of the sheet stands in a part of the picture, with what stands out of it: a badge, a border. */
function touch(rect: Rect, sheet: Rect, part: Rect): boolean {
  const [x, y] = [sheet.x + rect.x, sheet.y + rect.y];
  return (
    x - STANDS_OUT < part.x + part.width &&
    part.x < x + rect.width + STANDS_OUT &&
    y - STANDS_OUT < part.y + part.height &&
    part.y < y + rect.height + STANDS_OUT
  );
}

function drawOnSheet(
  journey: JourneyView,
  layout: JourneyLayout,
  size: Pick<Rect, "width" | "height">,
  pen: Pen,
): string {
  const { words, widthOf } = pen;
  const spansById = new Map(layout.phases.map((span) => [span.id, span]));
  const bandsById = new Map(layout.lanes.map((band) => [band.id, band]));
  return [
    drawSheet(layout, { x: 0, y: 0, ...size }),
    ...journey.lanes.map((lane) => {
      const band = bandsById.get(lane.id);
      return band ? drawLaneName(lane, band, laneNotes(lane, layout, words), words, widthOf) : "";
    }),
    layout.feeling ? drawFeeling(layout.feeling, words, widthOf) : "",
    ...journey.phases.map((phase) => {
      const span = spansById.get(phase.id);
      const contents = drawPhaseContents(phase, journey, layout, pen);
      return (span ? drawPhase(phase, span, words, widthOf) : "") + contents;
    }),
  ].join("");
}

/** Without the room that the canvas keeps for adding phases and lanes. */
function sheetSize({ width, height }: JourneyLayout): Pick<Rect, "width" | "height"> {
  return {
    width: Math.max(MIN_SHEET_WIDTH, width - END_WIDTH - PHASE_GAP + SHEET_END),
    height: height - FOOT_HEIGHT,
  };
}

/** The title, what it is about, and at the right when it was drawn. */
function drawHeading(width: number, words: PictureWords, widthOf: WidthOf): { height: number; svg: string } {
  const titleHeight = heightOfText(words.title, width, "title", widthOf);
  const note = { y: MARGIN + titleHeight + 2, style: "note", fill: PALETTE["ink-2"], isCut: true } as const;
  const dateWidth = widthOf(words.date, "note") + 1;
  return {
    height: titleHeight + 2 + TEXT_LOOKS.note.lineHeight,
    svg: [
      svgText(words.title, { x: MARGIN, y: MARGIN, width, style: "title" }, widthOf),
      svgText(words.about, { ...note, x: MARGIN, width: width - dateWidth - MARGIN }, widthOf),
      svgText(words.date, { ...note, x: MARGIN + width, width: dateWidth, anchor: "end" }, widthOf),
    ].join(""),
  };
}
