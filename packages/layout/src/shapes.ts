/** What a laid-out journey is: rectangles and paths, in layout units, from the sheet's top left corner. */
import type { Id, LaneKind } from "@sameside/model";
import type { TextStyle } from "./metrics.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/**
 * How many lines a text takes at this width (layout units); at least 1. Handed in, because only the place where it is
 * drawn knows its fonts. It is asked for every text of every layout: the caller keeps what it measured.
 */
export type MeasureText = (text: string, style: TextStyle, width: number) => number;

/**
 * One touchpoint's feeling, as `emotionCurve` or `shownCurve` of @sameside/insights tells it. `mean` and `spread` are
 * −1…+1.
 */
export interface FeelingInput {
  readonly touchpoint: Id;
  /** Whose feeling it is; the same for every touchpoint. */
  readonly series?: string | undefined;
  readonly n: number;
  readonly mean?: number | undefined;
  readonly spread?: { readonly low: number; readonly high: number } | undefined;
  readonly marks?: readonly CurveMark[];
  /** What other series say here. */
  readonly others?: readonly SeriesInput[];
  /** The first other series' mean minus this one's; absent where no gap is to be drawn. */
  readonly gap?: number | undefined;
}

interface SeriesInput {
  readonly series: string;
  readonly n: number;
  readonly mean: number;
  readonly spread?: { readonly low: number; readonly high: number } | undefined;
}

/** The strongest feeling, the last one, and where two series are furthest apart. */
export type CurveMark = "peak" | "end" | "gap";

export interface Column {
  /** Absent in a phase that has no touchpoint yet. */
  readonly touchpoint?: Id;
  readonly x: number;
  readonly width: number;
}

export interface PhaseSpan {
  readonly id: Id;
  /** The phase's title, its rule under it. */
  readonly header: Rect;
  readonly x: number;
  readonly width: number;
  readonly columns: readonly Column[];
  /** Whether "n touchpoints" has room beside the title. */
  readonly countFits: boolean;
  /** Where "add a touchpoint" stands: the gap behind the last one, or the empty column. */
  readonly addTouchpoint: Rect;
  /** A narrow strip: what is in it is not laid out. */
  readonly folded?: true;
}

export interface LaneBand {
  readonly id: Id;
  readonly kind: LaneKind;
  /** The whole row, the label included. */
  readonly rect: Rect;
  readonly label: Rect;
  /** A thin strip: what is in it is not laid out. */
  readonly folded?: true;
}

export interface CardBox {
  readonly rect: Rect;
  readonly lines: number;
  readonly style: TextStyle;
  readonly parent: Id;
  readonly lane: Id;
}

export interface TouchpointBox {
  readonly rect: Rect;
  readonly lines: number;
  readonly phase: Id;
}

/** Where cards of one parent in one lane stand; cells of a lane do not overlap. */
export interface Cell {
  readonly parent: Id;
  readonly lane: Id;
  readonly rect: Rect;
  readonly cards: readonly Id[];
  /** Where the next card would begin; its height is what is left in the cell, 0 when the cell is full. */
  readonly next: Rect;
}

export interface FeelingPoint extends Point {
  readonly touchpoint: Id;
  readonly n: number;
  /** −1…+1. */
  readonly mean: number;
}

/** The mark of a moment of truth: a triangle with its word. `y` is the middle of the triangle. */
export interface MomentMarker extends Point {
  readonly touchpoint: Id;
  readonly direction: "up" | "down" | "none";
  readonly value: number;
  /** Height of the triangle. */
  readonly size: number;
  /** Middle of the line of its word. */
  readonly labelY: number;
}

/** A word beside the curve. `y` is the middle of its line. */
export interface CurveLabel extends Point {
  readonly touchpoint: Id;
  readonly marks: readonly CurveMark[];
}

/** One series of feelings. */
export interface FeelingLine {
  /** As the input names it. */
  readonly series: string;
  readonly points: readonly FeelingPoint[];
  /** SVG path data, one entry for each unbroken run of at least two points. */
  readonly curves: readonly string[];
  /** SVG path data of the band of spread, for the same runs. */
  readonly spreads: readonly string[];
}

/** The first series stands in it as the others do in `others`. */
export interface FeelingLayout extends FeelingLine {
  readonly lane: Id;
  /** The band the curve lives in, from the first phase to the last. */
  readonly band: Rect;
  readonly zeroY: number;
  /** From the zero line to ±1. */
  readonly amplitude: number;
  /** The levels of the journey's scale, worst first. `value` is −1…+1. */
  readonly levels: readonly { readonly value: number; readonly y: number }[];
  readonly others: readonly FeelingLine[];
  /** SVG path data of what lies between the first two series, for each run of touchpoints with a gap. */
  readonly gaps: readonly string[];
  readonly labels: readonly CurveLabel[];
  readonly markers: readonly MomentMarker[];
}

/** Something the keyboard can go to. */
export interface Stop {
  readonly kind: "card" | "touchpoint";
  readonly id: Id;
}

/** What of a layout is the same while only cards come, go and change, as long as no row grows. */
export interface LayoutFrame {
  readonly width: number;
  readonly height: number;
  readonly headerHeight: number;
  readonly labelWidth: number;
  readonly phases: readonly PhaseSpan[];
  readonly lanes: readonly LaneBand[];
  /** The row of touchpoints; a journey without a touchpoint lane still has it, above the other lanes. */
  readonly touchpointRow: Rect;
  readonly touchpointsById: ReadonlyMap<Id, TouchpointBox>;
  /** Absent when the journey has no feeling lane. */
  readonly feeling?: FeelingLayout;
  readonly addPhase: Rect;
  readonly addLane: Rect;
}

export interface JourneyLayout extends LayoutFrame {
  readonly cardsById: ReadonlyMap<Id, CardBox>;
  readonly cellsByLane: ReadonlyMap<Id, readonly Cell[]>;
  /** Journey order: phase by phase, in a phase the cards on the whole phase, then touchpoint by touchpoint. */
  readonly stops: readonly Stop[];
}
