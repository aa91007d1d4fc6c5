/** The feeling lane: the wash, the curves, the spread of the first, the gap between them, the moments of truth. */
import type { CurveLabel, FeelingLayout, FeelingLine, FeelingPoint, MomentMarker } from "../shapes.ts";
import { typeLook } from "../typeLooks.ts";
import { PALETTE } from "./palette.ts";
import type { PictureWords } from "./pictureWords.ts";
import { momentColour, momentShape } from "./shapesDrawn.ts";
import { num, svgText, type WidthOf } from "./svgText.ts";

const BAND_RADIUS = 8;
const POINT_RADIUS = 6.5;
/** Half of the side of a square point, and of the way across one on its corner. */
const HALF_SIDE = 4.5;
const HALF_ACROSS = 6;
/** One in a picture. */
const HATCH = "gap-between-sides";
/** From this mean on a point is good, and below its opposite bad. */
const CLEAR_FEELING = 0.2;
/** Room for a word on the axis and for one at a marker. */
const WORD_WIDTH = 170;
const NOTE_HALF = 8;
const PLATE_PAD = 4;

export function drawFeeling(feeling: FeelingLayout, words: PictureWords, widthOf: WidthOf): string {
  const { band, zeroY, spreads, others, gaps, labels, markers } = feeling;
  if (band.width <= 0) return "";
  return [
    wash(feeling),
    `<path d="M${num(band.x)} ${num(zeroY)}h${num(band.width)}" stroke="${PALETTE["line-2"]}"/>`,
    ...gapShapes(gaps),
    ...spreads.map((path) => spreadShape(path, feeling.series)),
    ...others.flatMap(({ series, spreads: theirs }) =>
      (typeLook(series) ? theirs : []).map((path) => spreadShape(path, series)),
    ),
    ...others.flatMap(lineShapes),
    ...lineShapes(feeling),
    ...labels.map((label) => drawLabel(label, words, widthOf)),
    ...markers.map((marker) => drawMarker(marker, words, widthOf)),
    ...axis(feeling, words, widthOf),
  ].join("");
}

/** The types of customers each have their own; both sides have one between them. */
function spreadShape(path: string, series: string): string {
  return `<path d="${path}" fill="${colourOf(series)}" opacity="0.14"/>`;
}

function colourOf(series: string): string {
  return Object.hasOwn(COLOUR_BY_TYPE, series) ? (COLOUR_BY_TYPE[series] ?? PALETTE.accent) : PALETTE.accent;
}

const COLOUR_BY_TYPE: Readonly<Record<string, string>> = {
  "type-1": PALETTE["series-1"],
  "type-2": PALETTE["series-2"],
  "type-3": PALETTE["series-3"],
  "type-rest": PALETTE["ink-2"],
};

/** Customers' line is whole; colleagues' guess is dashed, and that of another map dotted. */
export function curveShape(path: string, series = ""): string {
  const ends = 'stroke-linecap="round" stroke-linejoin="round"';
  const look = typeLook(series);
  if (look) {
    const dashed = look.dashes === "" ? "" : ` stroke-dasharray="${look.dashes}"`;
    return `<path d="${path}" fill="none" stroke="${colourOf(series)}" stroke-width="2.5"${dashed} ${ends}/>`;
  }
  const dashes = DASHES[series];
  return dashes === undefined
    ? `<path d="${path}" fill="none" stroke="${PALETTE.accent}" stroke-width="2.5" ${ends}/>`
    : `<path d="${path}" fill="none" stroke="${PALETTE["ink-2"]}" stroke-width="2" stroke-dasharray="${dashes}" ${ends}/>`;
}

const DASHES: Readonly<Record<string, string>> = { colleagues: "5 4", beside: "1 5" };

function lineShapes({ series, curves, points }: FeelingLine): string[] {
  return [...curves.map((path) => curveShape(path, series)), ...points.map((point) => pointShape(point, series))];
}

/** Lines across what lies between both sides: a pattern, so that it is told apart without colour. */
function gapShapes(gaps: readonly string[]): string[] {
  if (gaps.length === 0) return [];
  const line = `<path d="M0 0V6" stroke="${PALETTE["line-3"]}"/>`;
  const hatch = `patternUnits="userSpaceOnUse" width="6" height="6" patternTransform="rotate(45)"`;
  return [
    `<defs><pattern id="${HATCH}" ${hatch}>${line}</pattern></defs>`,
    ...gaps.map((path) => `<path d="${path}" fill="url(#${HATCH})" opacity="0.7"/>`),
  ];
}

function drawLabel({ x, y, marks }: CurveLabel, words: PictureWords, widthOf: WidthOf): string {
  const word = words.curveMarks(marks);
  const place = {
    x,
    y: y - NOTE_HALF,
    width: WORD_WIDTH,
    style: "note",
    fill: PALETTE["ink-2"],
    anchor: "middle",
    isCut: true,
  } as const;
  return plate(word, { ...place, x: x - widthOf(word, "note") / 2 }, widthOf) + svgText(word, place, widthOf);
}

/** Teal above the middle, rust below it, both faint. */
function wash({ band, zeroY }: FeelingLayout): string {
  const { x, y, width, height } = band;
  const up = zeroY - y;
  const r = BAND_RADIUS;
  const inner = num(width - 2 * r);
  return [
    `<path d="M${num(x)} ${num(zeroY)}V${num(y + r)}a${r} ${r} 0 0 1 ${r} ${-r}h${inner}a${r} ${r} 0 0 1 ${r} ${r}V${num(zeroY)}Z"`,
    ` fill="${PALETTE["good-2"]}" opacity="0.34"/>`,
    `<path d="M${num(x)} ${num(zeroY)}v${num(height - up - r)}a${r} ${r} 0 0 0 ${r} ${r}h${inner}a${r} ${r} 0 0 0 ${r} ${-r}V${num(zeroY)}Z"`,
    ` fill="${PALETTE["bad-2"]}" opacity="0.4"/>`,
  ].join("");
}

/** Customers' are round, colleagues' square, those of another map stand on a corner. */
export function pointShape({ x, y, mean }: Pick<FeelingPoint, "x" | "y" | "mean">, series = ""): string {
  const look = typeLook(series);
  if (look)
    return `<path transform="translate(${num(x)} ${num(y)})" d="${look.point}" fill="${colourOf(series)}" stroke="${PALETTE.sheet}" stroke-width="1.5"/>`;
  const hollow = `fill="${PALETTE.sheet}" stroke="${PALETTE["ink-2"]}" stroke-width="2"`;
  if (series === "colleagues")
    return `<rect x="${num(x - HALF_SIDE)}" y="${num(y - HALF_SIDE)}" width="${2 * HALF_SIDE}" height="${2 * HALF_SIDE}" ${hollow}/>`;
  if (series === "beside")
    return `<path d="M${num(x - HALF_ACROSS)} ${num(y)}l${HALF_ACROSS} ${-HALF_ACROSS}l${HALF_ACROSS} ${HALF_ACROSS}l${-HALF_ACROSS} ${HALF_ACROSS}Z" ${hollow}/>`;
  const fill = mean > CLEAR_FEELING ? PALETTE.good : mean < -CLEAR_FEELING ? PALETTE.bad : PALETTE.mid;
  return `<circle cx="${num(x)}" cy="${num(y)}" r="${POINT_RADIUS}" fill="${fill}" stroke="${PALETTE.sheet}" stroke-width="2"/>`;
}

function drawMarker(marker: MomentMarker, words: PictureWords, widthOf: WidthOf): string {
  const place = {
    x: marker.x,
    y: marker.labelY - NOTE_HALF,
    width: WORD_WIDTH,
    style: "note",
    fill: momentColour(marker.direction),
    anchor: "middle",
    isStrong: true,
    isCut: true,
  } as const;
  const word = words.momentValue(marker.value);
  return (
    momentShape(marker) +
    plate(word, { ...place, x: marker.x - widthOf(word, "note") / 2 }, widthOf) +
    svgText(word, place, widthOf)
  );
}

function axis({ band, zeroY, amplitude }: FeelingLayout, words: PictureWords, widthOf: WidthOf): string[] {
  return words.feelings.map((word, index) => {
    const y = zeroY + (index - 1) * amplitude - 2 * NOTE_HALF;
    const fill = PALETTE["ink-3"];
    const place = {
      x: band.x + 8,
      y,
      width: WORD_WIDTH,
      style: "note",
      fill,
      isCut: true,
    } as const;
    return plate(word, place, widthOf) + svgText(word, place, widthOf);
  });
}

/**
 * Behind a word that may stand on the curve. Not a rim around its letters: a PDF would hold the word twice, and who
 * selects it would get it twice.
 */
function plate(word: string, { x, y }: { readonly x: number; readonly y: number }, widthOf: WidthOf): string {
  const width = Math.min(WORD_WIDTH, widthOf(word, "note")) + 2 * PLATE_PAD;
  const size = `width="${num(width)}" height="${2 * NOTE_HALF}" rx="4"`;
  return `<rect x="${num(x - PLATE_PAD)}" y="${num(y)}" ${size} fill="${PALETTE.sheet}" opacity="0.6"/>`;
}
