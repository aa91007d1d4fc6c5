/** The small picture of a whole journey: where something stands and of what sort it is, and no word of it. */
import type { JourneyLayout, Rect } from "@sameside/layout";
import type { LaneKind } from "@sameside/model";

/** Colours by the names of their tokens: the page's own, light or dark. */
const TOKEN_BY_KIND: Readonly<Partial<Record<LaneKind, string>>> = {
  pain: "--bad",
  strength: "--good",
  opportunity: "--good",
  thinking: "--person-0",
  "what-if": "--person-3",
};
const TOKEN_OF_OTHERS = "--line-3";
/** Smaller than this, in pixels, nothing would be seen of it. */
const SMALLEST = 1.5;

/** Pixels for a layout unit, across and down: a map much wider than high is drawn higher, so that it can be seen. */
export interface Scale {
  readonly x: number;
  readonly y: number;
}

/** Draws `layout` from the corner; `colourOf` gives the colour of a token. */
export function drawMinimap(
  context: CanvasRenderingContext2D,
  layout: JourneyLayout,
  scale: Scale,
  colourOf: (token: string) => string,
): void {
  const fill = ({ x, y, width, height }: Rect) =>
    context.fillRect(
      x * scale.x,
      y * scale.y,
      Math.max(SMALLEST, width * scale.x),
      Math.max(SMALLEST, height * scale.y),
    );
  context.fillStyle = colourOf("--line");
  for (const { rect } of layout.lanes) context.fillRect(0, rect.y * scale.y, rect.width * scale.x, 0.5);
  context.fillStyle = colourOf("--ink");
  for (const { header } of layout.phases) fill({ ...header, y: header.height, height: 0 });
  context.fillStyle = colourOf("--ink-3");
  for (const { rect } of layout.touchpointsById.values()) fill(rect);
  const kindByLane = new Map(layout.lanes.map(({ id, kind }) => [id, kind]));
  for (const { rect, lane } of layout.cardsById.values()) {
    const kind = kindByLane.get(lane);
    context.fillStyle = colourOf((kind && TOKEN_BY_KIND[kind]) ?? TOKEN_OF_OTHERS);
    fill(rect);
  }
  drawCurve(context, layout, scale, colourOf("--accent"));
}

function drawCurve(context: CanvasRenderingContext2D, { feeling }: JourneyLayout, scale: Scale, colour: string): void {
  if (!feeling) return;
  context.strokeStyle = colour;
  context.lineWidth = SMALLEST;
  const toPixels = new DOMMatrix([scale.x, 0, 0, scale.y, 0, 0]);
  for (const curve of feeling.curves) {
    const path = new Path2D();
    path.addPath(new Path2D(curve), toPixels);
    context.stroke(path);
  }
}
