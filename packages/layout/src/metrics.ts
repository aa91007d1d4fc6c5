/** Every measure of the sheet, in layout units: one unit is one CSS pixel at 100 %. */

/** One touchpoint's column. */
export const COLUMN_WIDTH = 176;
/** Between the columns of a phase. */
export const COLUMN_GAP = 12;
/** Between phases: wider than between columns, and room for "add a touchpoint". */
export const PHASE_GAP = 32;
/** The left column with the names of the lanes. */
export const LABEL_WIDTH = 140;
/** Room right of the last phase, for "add a phase". */
export const END_WIDTH = 76;
/** Room below the last lane, for "add a lane". */
export const FOOT_HEIGHT = 48;

export const HEADER_PAD_TOP = 14;
/** Below the title: the rule and the room under it. */
export const HEADER_PAD_BOTTOM = 18;
/** What "2 touchpoints" needs beside a phase's title. */
export const PHASE_COUNT_WIDTH = 92;

/** Above and below the cards of a lane. */
export const LANE_PAD = 10;
/** Between two cards of a stack. */
export const CARD_GAP = 8;
export const CARD_PAD_X = 11;
export const CARD_PAD_Y = 9;
/** The line below a card that somebody wrote down for another: for whom. */
export const CARD_NOTE_HEIGHT = 18;
/** The row of small photos below a card's words: it has its room before a picture is there, so that nothing moves. */
export const CARD_PHOTO_HEIGHT = 64;
/** Between a card's words and its photos. */
export const CARD_PHOTO_GAP = 6;
/** An empty lane still has room for one card of one line and a half. */
export const MIN_LANE_HEIGHT = 64;

export const LABEL_PAD_TOP = 12;
/** From the left edge of the sheet to a lane's name: margin, icon, gap. */
export const LABEL_TEXT_X = 40;
export const LABEL_PAD_RIGHT = 8;
/** The second, smaller line under a lane's name. */
export const LABEL_NOTE_HEIGHT = 16;

export const TOUCHPOINT_PAD_Y = 10;
/** Left of a touchpoint's title: margin, icon, gap. */
export const TOUCHPOINT_TEXT_X = 36;
export const TOUCHPOINT_PAD_RIGHT = 12;
/** "Web portal · Digital" under the title. */
export const TOUCHPOINT_NOTE_HEIGHT = 18;

/** How many lines of each text are shown, and how many rows of photos on a card that has some. */
export interface MostLines {
  readonly card: number;
  readonly touchpoint: number;
  readonly phase: number;
  readonly photos: 0 | 1;
}
/** On the canvas; the rest is in the inspector, the table and the exports. */
export const CANVAS_LINES: MostLines = { card: 6, touchpoint: 3, phase: 2, photos: 1 };
/** On paper nobody can open a card: every word is there. Photos are not: who is in one agreed to the table, not to paper. */
export const ALL_LINES: MostLines = {
  card: Number.POSITIVE_INFINITY,
  touchpoint: Number.POSITIVE_INFINITY,
  phase: Number.POSITIVE_INFINITY,
  photos: 0,
};

/** The feeling lane is as high as the curve needs, whatever is in it. */
export const FEELING_HEIGHT = 228;
/** From the zero line to the best and to the worst feeling. */
export const FEELING_AMPLITUDE = 62;
/** From the edge of the band to the edge of the lane. */
export const FEELING_PAD = 8;
/** Between a point of the curve and its moment-of-truth triangle. */
export const MARKER_DISTANCE = 11;
/** The triangle's height is `MARKER_BASE` for the value 0 and grows by `MARKER_STEP` for each step of the value. */
export const MARKER_BASE = 9;
export const MARKER_STEP = 3;
/** The triangle's word stands this far from the triangle's outer edge. */
export const MARKER_LABEL_DISTANCE = 8;

/** From a point of the curve to the middle of the word beside it. */
export const LABEL_DISTANCE = 17;
/** Left of the middle of a column, between this one's curve and the own rating of the one before. */
export const GAP_LABEL_BESIDE = 50;

export type TextStyle = "card" | "quote" | "touchpoint" | "phase" | "lane" | "title" | "note";

/** How each kind of text is set. Sizes and line heights in layout units. */
export interface TextLook {
  readonly family: "sans" | "serif";
  readonly size: number;
  readonly weight: number;
  readonly lineHeight: number;
}

/** One table for measuring, for the canvas, for print and for SVG: what is measured is what is drawn. */
export const TEXT_LOOKS: Readonly<Record<TextStyle, TextLook>> = {
  card: { family: "sans", size: 14, weight: 400, lineHeight: 19 },
  quote: { family: "serif", size: 15, weight: 450, lineHeight: 19 },
  touchpoint: { family: "sans", size: 14, weight: 600, lineHeight: 19 },
  phase: { family: "serif", size: 21, weight: 600, lineHeight: 27 },
  lane: { family: "sans", size: 14, weight: 600, lineHeight: 18 },
  title: { family: "serif", size: 28, weight: 600, lineHeight: 36 },
  note: { family: "sans", size: 12, weight: 400, lineHeight: 16 },
};
