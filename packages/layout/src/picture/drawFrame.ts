/** The sheet with the names of its phases and lanes. */
import type { LaneView, PhaseView } from "@sameside/model";
import {
  HEADER_PAD_BOTTOM,
  LABEL_NOTE_HEIGHT,
  LABEL_PAD_RIGHT,
  LABEL_PAD_TOP,
  LABEL_WIDTH,
  TEXT_LOOKS,
} from "../metrics.ts";
import type { JourneyLayout, LaneBand, PhaseSpan, Rect } from "../shapes.ts";
import { PALETTE } from "./palette.ts";
import type { PictureWords } from "./pictureWords.ts";
import { heightOfText, num, svgText, type WidthOf } from "./svgText.ts";

const SHEET_RADIUS = 14;
/** From the left edge of the sheet to a lane's name: on paper there is no icon before it. */
const LABEL_X = 16;
/** From the bottom of a phase's header to its rule. */
const RULE_UP = 9;

/** The paper itself and a hairline above each lane. */
export function drawSheet(layout: JourneyLayout, sheet: Rect): string {
  const lines = layout.lanes.map(({ rect }) => `<path d="M0 ${num(rect.y)}H${num(sheet.width)}"/>`);
  return [
    `<rect width="${num(sheet.width)}" height="${num(sheet.height)}" rx="${SHEET_RADIUS}"`,
    ` fill="${PALETTE.sheet}" stroke="${PALETTE.line}"/>`,
    `<g stroke="${PALETTE.line}">${lines.join("")}</g>`,
  ].join("");
}

export function drawPhase(phase: PhaseView, { header }: PhaseSpan, words: PictureWords, widthOf: WidthOf): string {
  const title = phase.title || words.noName;
  const { x, width } = header;
  const top = header.y + header.height - HEADER_PAD_BOTTOM - heightOfText(title, width, "phase", widthOf);
  const rule = num(header.y + header.height - RULE_UP);
  return [
    svgText(title, { x, y: top, width, style: "phase" }, widthOf),
    `<path d="M${num(x)} ${rule}H${num(x + width)}" stroke="${PALETTE.ink}" stroke-width="2.5"/>`,
  ].join("");
}

/** A lane's name with a smaller line under it: who owns it, or whose feelings the curve shows. */
export function drawLaneName(
  lane: LaneView,
  { label }: LaneBand,
  notes: readonly string[],
  words: PictureWords,
  widthOf: WidthOf,
): string {
  // As wide as where it was measured, so that it takes no more lines than there is room for.
  const place = { x: LABEL_X, width: LABEL_WIDTH - LABEL_X - LABEL_PAD_RIGHT };
  const name = words.laneName(lane);
  const top = label.y + LABEL_PAD_TOP;
  const noteTop =
    top + heightOfText(name, place.width, "lane", widthOf) + (LABEL_NOTE_HEIGHT - TEXT_LOOKS.note.lineHeight);
  return [
    svgText(name, { ...place, y: top, style: "lane" }, widthOf),
    ...notes.map((note, index) => {
      const y = noteTop + index * TEXT_LOOKS.note.lineHeight;
      return svgText(note, { ...place, y, style: "note", fill: PALETTE["ink-3"], isCut: true }, widthOf);
    }),
  ].join("");
}

/** What stands under a lane's name. */
export function laneNotes(lane: LaneView, layout: JourneyLayout, words: PictureWords): readonly string[] {
  if (layout.feeling?.lane === lane.id) return words.raters;
  return lane.owner === "" ? [] : [lane.owner];
}
