/** Touchpoints and cards, in the order people read them. */
import type { CardView, Id, JourneyView, PhaseView, TouchpointView } from "@sameside/model";
import { shownText } from "../cards.ts";
import { CARD_PAD_X, CARD_PAD_Y, TEXT_LOOKS, TOUCHPOINT_PAD_RIGHT, TOUCHPOINT_PAD_Y } from "../metrics.ts";
import type { CardBox, JourneyLayout, Rect, TouchpointBox } from "../shapes.ts";
import { PALETTE, tintOf } from "./palette.ts";
import type { PictureWords } from "./pictureWords.ts";
import { cardShape } from "./shapesDrawn.ts";
import { escapeXml, heightOfText, num, svgText, type WidthOf } from "./svgText.ts";

const TOUCHPOINT_RADIUS = 8;
const TOUCHPOINT_PAD_LEFT = 12;
const BADGE_RADIUS = 9.5;
/** How far a badge's middle stands inside its touchpoint's corner. */
const BADGE_IN = 2.5;

/** What everything is drawn with. `isDrawn` says whether what stands here, in units of the sheet, is wanted. */
export interface Pen {
  readonly words: PictureWords;
  readonly widthOf: WidthOf;
  readonly isDrawn: (rect: Rect) => boolean;
}

/** What stands in one phase: the cards on the whole phase, then touchpoint by touchpoint. */
export function drawPhaseContents(phase: PhaseView, journey: JourneyView, layout: JourneyLayout, pen: Pen): string {
  const cardsOn = (holder: Pick<PhaseView, "cardsByLane">) =>
    journey.lanes.flatMap(({ id }) =>
      (holder.cardsByLane[id] ?? []).map((card) => drawCard(card, layout.cardsById.get(card.id), pen)),
    );
  return [
    ...cardsOn(phase),
    ...phase.touchpoints.flatMap((touchpoint) => [
      drawTouchpoint(touchpoint, layout.touchpointsById.get(touchpoint.id), pen),
      ...cardsOn(touchpoint),
    ]),
  ].join("");
}

/** Not laid out: a card whose lane holds no cards. */
function drawCard(card: CardView, box: CardBox | undefined, { words, widthOf, isDrawn }: Pen): string {
  if (!box || !isDrawn(box.rect)) return "";
  const { rect, style } = box;
  const place = { x: rect.x + CARD_PAD_X, y: rect.y + CARD_PAD_Y, width: rect.width - 2 * CARD_PAD_X, style };
  return group(
    "card",
    card.id,
    cardShape(rect, card, tintOf(card.kind)) +
      svgText(card.withdrawn ? words.withdrawn : shownText(card), place, widthOf) +
      (card.writtenBy === undefined ? "" : svgText(words.writtenFor, noteBelow(rect, place), widthOf)),
  );
}

function noteBelow({ y, height }: Rect, place: { readonly x: number; readonly width: number }) {
  const top = y + height - CARD_PAD_Y - TEXT_LOOKS.note.lineHeight;
  return { ...place, y: top, style: "note", fill: PALETTE["ink-2"], isCut: true } as const;
}

function drawTouchpoint(
  touchpoint: TouchpointView,
  box: TouchpointBox | undefined,
  { words, widthOf, isDrawn }: Pen,
): string {
  if (!box || !isDrawn(box.rect)) return "";
  const { x, y, width } = box.rect;
  const place = { x: x + TOUCHPOINT_PAD_LEFT, width: width - TOUCHPOINT_PAD_LEFT - TOUCHPOINT_PAD_RIGHT };
  const note = [touchpoint.channel, touchpoint.owner].filter((part) => part !== "").join(" · ");
  const title = touchpoint.title || words.noName;
  const noteTop = y + TOUCHPOINT_PAD_Y + heightOfText(title, place.width, "touchpoint", widthOf) + 1;
  return group(
    "touchpoint",
    touchpoint.id,
    [
      touchpointShape(box, touchpoint.stage === "back"),
      svgText(title, { ...place, y: y + TOUCHPOINT_PAD_Y, style: "touchpoint" }, widthOf),
      note === ""
        ? ""
        : svgText(note, { ...place, y: noteTop, style: "note", fill: PALETTE["ink-3"], isCut: true }, widthOf),
      touchpoint.moment ? badge(x + width - BADGE_IN, y + BADGE_IN, touchpoint.moment.value, words, widthOf) : "",
    ].join(""),
  );
}

/** Backstage is a double border. */
export function touchpointShape({ rect }: Pick<TouchpointBox, "rect">, isBackstage: boolean): string {
  const frame = (inset: number) =>
    [
      `<rect x="${num(rect.x + inset)}" y="${num(rect.y + inset)}" width="${num(rect.width - 2 * inset)}"`,
      ` height="${num(rect.height - 2 * inset)}" rx="${TOUCHPOINT_RADIUS - inset}"`,
      ` fill="${inset === 0 ? PALETTE.sunk : "none"}" stroke="${PALETTE["line-2"]}"/>`,
    ].join("");
  return isBackstage ? frame(0) + frame(2.5) : frame(0);
}

function badge(x: number, y: number, value: number, words: PictureWords, widthOf: WidthOf): string {
  const fill = value < 0 ? PALETTE.bad : PALETTE.good;
  const top = y - TEXT_LOOKS.note.lineHeight / 2;
  const place = {
    x,
    y: top,
    width: 2 * BADGE_RADIUS,
    style: "note",
    fill: PALETTE.sheet,
    anchor: "middle",
    isStrong: true,
  } as const;
  return [
    `<circle cx="${num(x)}" cy="${num(y)}" r="${BADGE_RADIUS}" fill="${fill}" stroke="${PALETTE.sheet}" stroke-width="2"/>`,
    svgText(words.momentBadge, place, widthOf),
  ].join("");
}

function group(kind: "card" | "touchpoint", id: Id, drawn: string): string {
  return `<g data-${kind}="${escapeXml(id)}">${drawn}</g>`;
}
