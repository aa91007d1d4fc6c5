/** The signs that cards, touchpoints and the legend share: a card's outline, a moment's triangle. */
import type { CardView } from "@sameside/model";
import type { MomentMarker, Rect } from "../shapes.ts";
import { PALETTE } from "./palette.ts";
import { num } from "./svgText.ts";

const CARD_RADIUS = 8;
const COLLEAGUE_RADIUS = 2;
/** Height to half of the base: the triangles are a little wider than high. */
const HALF_BASE = 0.58;

/** Grade is the border, voice the corner; the tint is the kind. */
export function cardShape(rect: Rect, card: Pick<CardView, "grade" | "authorRole">, tint: string): string {
  const isCustomer = card.authorRole === "customer";
  const radius = isCustomer ? CARD_RADIUS : COLLEAGUE_RADIUS;
  const border = {
    assumed: `stroke="${PALETTE["line-3"]}" stroke-dasharray="4 3"`,
    heard: `stroke="${PALETTE["line-2"]}"`,
    researched: `stroke="${PALETTE["ink-2"]}" stroke-width="1.75"`,
  }[card.grade];
  return `<path d="${outline(rect, radius, isCustomer ? 0 : radius)}" fill="${tint}" ${border}/>`;
}

/** Up for value made, down for value destroyed, a diamond for neither. `x`, `y`: the middle. */
export function momentShape({ x, y, size, direction }: Pick<MomentMarker, "x" | "y" | "size" | "direction">): string {
  const half = size * HALF_BASE;
  const [top, bottom, left, right] = [num(y - size / 2), num(y + size / 2), num(x - half), num(x + half)];
  const path = {
    up: `M${left} ${bottom}L${num(x)} ${top}L${right} ${bottom}Z`,
    down: `M${left} ${top}L${right} ${top}L${num(x)} ${bottom}Z`,
    none: `M${left} ${num(y)}L${num(x)} ${top}L${right} ${num(y)}L${num(x)} ${bottom}Z`,
  }[direction];
  return `<path d="${path}" fill="${momentColour(direction)}"/>`;
}

export function momentColour(direction: MomentMarker["direction"]): string {
  return { up: PALETTE.good, down: PALETTE.bad, none: PALETTE["ink-2"] }[direction];
}

/** A rectangle with round corners, of which the one at the bottom left may be another. */
function outline({ x, y, width, height }: Rect, radius: number, bottomLeft: number): string {
  const r = Math.min(radius, height / 2);
  const corner = Math.min(bottomLeft, r);
  const arc = (size: number, dx: number, dy: number) => (size === 0 ? "" : `a${size} ${size} 0 0 1 ${dx} ${dy}`);
  return [
    `M${num(x + r)} ${num(y)}H${num(x + width - r)}${arc(r, r, r)}`,
    `V${num(y + height - r)}${arc(r, -r, r)}`,
    `H${num(x + corner)}${arc(corner, -corner, -corner)}`,
    `V${num(y + r)}${arc(r, r, -r)}Z`,
  ].join("");
}
