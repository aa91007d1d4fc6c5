/** What the borders, corners and signs mean. Only of those that are on this map: a legend is read when it is short. */
import type { CardView, JourneyView } from "@sameside/model";
import { GRADES } from "@sameside/model";
import { TEXT_LOOKS } from "../metrics.ts";
import type { FeelingLayout, FeelingLine, JourneyLayout, Rect } from "../shapes.ts";
import { curveShape, pointShape } from "./drawFeeling.ts";
import { touchpointShape } from "./drawThings.ts";
import { PALETTE } from "./palette.ts";
import type { PictureWords } from "./pictureWords.ts";
import { cardShape, momentShape } from "./shapesDrawn.ts";
import { num, svgText, type WidthOf } from "./svgText.ts";

const SIGN = { width: 26, height: 16 };
const SIGN_GAP = 7;
const ITEM_GAP = 22;
const ROW_HEIGHT = 24;

interface Item {
  readonly sign: (rect: Rect) => string;
  readonly word: string;
}

export interface Legend {
  readonly height: number;
  readonly svg: string;
}

/** In rows of at most `width`; the first begins at (`x`, `y`). */
export function drawLegend(
  journey: JourneyView,
  layout: JourneyLayout,
  place: { readonly x: number; readonly y: number; readonly width: number },
  words: PictureWords,
  widthOf: WidthOf,
): Legend {
  let { x, y } = place;
  const drawn: string[] = [];
  for (const { sign, word } of itemsOf(journey, layout, words)) {
    const wordWidth = Math.min(widthOf(word, "note"), place.width - SIGN.width - SIGN_GAP);
    const width = SIGN.width + SIGN_GAP + wordWidth;
    if (x > place.x && x + width > place.x + place.width) {
      x = place.x;
      y += ROW_HEIGHT;
    }
    const top = y + (ROW_HEIGHT - SIGN.height) / 2;
    const at = { x: x + SIGN.width + SIGN_GAP, y: y + (ROW_HEIGHT - TEXT_LOOKS.note.lineHeight) / 2 };
    drawn.push(
      sign({ x, y: top, ...SIGN }),
      svgText(word, { ...at, width: wordWidth + 1, style: "note", fill: PALETTE["ink-2"], isCut: true }, widthOf),
    );
    x += width + ITEM_GAP;
  }
  return { height: drawn.length === 0 ? 0 : y + ROW_HEIGHT - place.y, svg: `<g data-legend="">${drawn.join("")}</g>` };
}

function itemsOf(journey: JourneyView, layout: JourneyLayout, words: PictureWords): readonly Item[] {
  const { legend } = words;
  const touchpoints = journey.phases.flatMap((phase) => phase.touchpoints);
  const cards = [...journey.phases, ...touchpoints]
    .flatMap(({ cardsByLane }) => Object.values(cardsByLane).flat())
    .filter(({ id }) => layout.cardsById.has(id));
  const { feeling } = layout;
  const when = (isThere: boolean | undefined, item: Item): Item[] => (isThere ? [item] : []);
  return [
    ...GRADES.flatMap((grade) =>
      when(
        cards.some((card) => card.grade === grade),
        { sign: cardSign({ grade, authorRole: "colleague" }), word: legend.grades[grade] },
      ),
    ),
    ...when(
      cards.some((card) => card.authorRole === "customer"),
      { sign: cardSign({ grade: "heard", authorRole: "customer" }), word: legend.customer },
    ),
    ...when(
      cards.some((card) => card.authorRole !== "customer"),
      { sign: cardSign({ grade: "heard", authorRole: "colleague" }), word: legend.colleague },
    ),
    ...when(
      touchpoints.some(({ stage }) => stage === "back"),
      { sign: (rect) => touchpointShape({ rect }, true), word: legend.backstage },
    ),
    ...linesOf(feeling).map(({ series }) => ({
      sign: curveSign(series),
      word: feeling?.others.length === 0 ? legend.curve : (legend.series[series] ?? legend.curve),
    })),
    ...when(feeling && feeling.gaps.length > 0, { sign: gapSign, word: legend.gap }),
    ...when(
      feeling?.points.some(({ n }) => n > 1),
      { sign: spreadSign, word: legend.spread },
    ),
    ...when(
      feeling?.markers.some(({ direction }) => direction === "up"),
      {
        sign: momentSign("up"),
        word: legend.momentUp,
      },
    ),
    ...when(
      feeling?.markers.some(({ direction }) => direction === "down"),
      {
        sign: momentSign("down"),
        word: legend.momentDown,
      },
    ),
  ];
}

function cardSign(card: Pick<CardView, "grade" | "authorRole">) {
  return (rect: Rect) => cardShape(rect, card, PALETTE.sheet);
}

function momentSign(direction: "up" | "down") {
  return ({ x, y, width, height }: Rect) =>
    momentShape({ x: x + width / 2, y: y + height / 2, size: height - 4, direction });
}

/** The series that have a line of their own. */
function linesOf(feeling: FeelingLayout | undefined): readonly FeelingLine[] {
  return feeling ? [feeling, ...feeling.others].filter(({ curves }) => curves.length > 0) : [];
}

function curveSign(series: string) {
  return ({ x, y, width, height }: Rect): string => {
    const middle = y + height / 2;
    const bend = `M${num(x)} ${num(middle + 4)}C${num(x + width / 3)} ${num(middle + 4)} ${num(x + (2 * width) / 3)} ${num(middle - 4)} ${num(x + width)} ${num(middle - 4)}`;
    return curveShape(bend, series) + pointShape({ x: x + width / 2, y: middle, mean: 1 }, series);
  };
}

/** What is hatched on the map. A pattern begins anew in each picture; three lines say the same. */
function gapSign({ x, y, width, height }: Rect): string {
  const lines = [0.2, 0.5, 0.8].map(
    (share) => `M${num(x + share * width - 4)} ${num(y + height - 3)}l8 ${-(height - 6)}`,
  );
  return `<path d="${lines.join("")}" stroke="${PALETTE["line-3"]}"/>`;
}

function spreadSign({ x, y, width, height }: Rect): string {
  return `<rect x="${num(x)}" y="${num(y + 2)}" width="${width}" height="${num(height - 4)}" fill="${PALETTE.accent}" opacity="0.2"/>`;
}
