/** Lanes and phases that stay in view: where they stand while the sheet moves on under them. */
import type { Id } from "@sameside/model";
import type { JourneyLayout, Point, Rect } from "./shapes.ts";

/** A part of the sheet that is drawn once more at the edge, when its own place has gone out of view. */
export interface PinnedPane {
  /** `cross`: where a pinned lane and a pinned phase meet. `label` and `header`: their names. */
  readonly kind: "lane" | "phase" | "cross" | "label" | "header";
  readonly lane?: Id;
  readonly phase?: Id;
  /** Its own place, in layout units. */
  readonly rect: Rect;
  /** How far from the strip of names it stops, when it does not move sideways. */
  readonly fromLeft?: number;
  /** How far from the row of titles it stops, when it does not move up. */
  readonly fromTop?: number;
}

/** A pane that stands elsewhere than its own place, and how far from it. */
export interface StuckPane {
  readonly pane: PinnedPane;
  readonly by: Point;
}

/** More of the screen than this is never held fast, so that the map can still be read. */
const MOST_HELD = 0.45;

/** The panes of what is pinned, those that lie on top last. */
export function pinnedPanes(layout: JourneyLayout, pinned: ReadonlySet<Id>): readonly PinnedPane[] {
  const lanes: PinnedPane[] = [];
  let fromTop = 0;
  for (const { id, rect, folded } of layout.lanes) {
    if (!pinned.has(id) || folded) continue;
    lanes.push({ kind: "lane", lane: id, rect, fromTop });
    fromTop += rect.height;
  }
  const phases: PinnedPane[] = [];
  let fromLeft = 0;
  for (const { id, x, width, folded } of layout.phases) {
    if (!pinned.has(id) || folded) continue;
    const rect = {
      x,
      y: layout.headerHeight,
      width: width + EDGE,
      height: layout.height - layout.headerHeight,
    };
    phases.push({ kind: "phase", phase: id, rect, fromLeft });
    fromLeft += rect.width;
  }
  const label = (lane: PinnedPane): PinnedPane => ({
    ...lane,
    kind: "label",
    rect: { ...lane.rect, x: 0, width: layout.labelWidth },
  });
  const header = (phase: PinnedPane): PinnedPane => ({
    ...phase,
    kind: "header",
    rect: { ...phase.rect, y: 0, height: layout.headerHeight },
  });
  const crosses = lanes.flatMap((lane) =>
    phases.map(
      (phase): PinnedPane => ({
        ...lane,
        ...phase,
        kind: "cross",
        rect: { ...phase.rect, y: lane.rect.y, height: lane.rect.height },
      }),
    ),
  );
  return [...phases, ...lanes, ...crosses, ...phases.map(header), ...lanes.map(label)];
}
/** Paper behind a pinned phase. */
const EDGE = 10;

/** What is in view of the sheet, in layout units. */
export interface InView {
  /** How far the strip of names and the row of titles stand from their own places. */
  readonly right: number;
  readonly down: number;
  readonly width: number;
  readonly height: number;
}

/** The panes that stand elsewhere at this view. What would hold too much of the screen goes on with the rest. */
export function stuckPanes(
  { headerHeight, labelWidth }: Pick<JourneyLayout, "headerHeight" | "labelWidth">,
  panes: readonly PinnedPane[],
  view: InView,
): readonly StuckPane[] {
  return panes.flatMap((pane): StuckPane[] => {
    const { rect, fromLeft, fromTop } = pane;
    const fitsAcross = fromLeft === undefined || fromLeft + rect.width <= view.width * MOST_HELD;
    const fitsDown = fromTop === undefined || fromTop + rect.height <= view.height * MOST_HELD;
    if (!fitsAcross || !fitsDown) return [];
    const x = fromLeft === undefined ? 0 : Math.max(0, view.right + labelWidth + fromLeft - rect.x);
    const y = fromTop === undefined ? 0 : Math.max(0, view.down + headerHeight + fromTop - rect.y);
    const by = movedBy(pane, { x, y }, view);
    return by ? [{ pane, by }] : [];
  });
}

/** `undefined` while it stands where it belongs. */
function movedBy({ kind }: PinnedPane, { x, y }: Point, { right, down }: InView): Point | undefined {
  const isAside = { lane: y > 0, label: y > 0, phase: x > 0, header: x > 0, cross: x > 0 && y > 0 }[kind];
  if (!isAside) return undefined;
  return { lane: { x: 0, y }, label: { x: right, y }, phase: { x, y: 0 }, header: { x, y: down }, cross: { x, y } }[
    kind
  ];
}

/** The point of the sheet that is seen at `point` while panes lie over it. */
export function beneath(stuck: readonly StuckPane[], point: Point): Point {
  const on = stuck.findLast(({ pane: { rect }, by }) => isIn(rect, { x: point.x - by.x, y: point.y - by.y }));
  return on ? { x: point.x - on.by.x, y: point.y - on.by.y } : point;
}

/** How much of the sheet the panes cover from the left and from the top. */
export function heldBy(stuck: readonly StuckPane[]): { readonly width: number; readonly height: number } {
  const sum = (kind: PinnedPane["kind"], side: "width" | "height") =>
    stuck.reduce((total, { pane }) => (pane.kind === kind ? total + pane.rect[side] : total), 0);
  return { width: sum("phase", "width"), height: sum("lane", "height") };
}

function isIn(rect: Rect, { x, y }: Point): boolean {
  return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}
