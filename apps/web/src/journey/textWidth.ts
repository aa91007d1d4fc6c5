/** How wide a text is, measured with the fonts of this page and without touching the page. */
import { TEXT_LOOKS, type TextStyle } from "@sameside/layout";

/** Layout units. Right once the fonts have loaded: open another one then. */
export function openTextWidth(): (piece: string, style: TextStyle) => number {
  const context = document.createElement("canvas").getContext("2d");
  const fontByStyle = new Map<TextStyle, string>();
  let current: TextStyle | undefined;
  return (piece, style) => {
    // Without a 2D context (a hardened browser) an average character stands for all of them.
    if (!context) return piece.length * TEXT_LOOKS[style].size * 0.5;
    if (style !== current) {
      const font = fontByStyle.get(style) ?? fontOf(style);
      fontByStyle.set(style, font);
      context.font = font;
      current = style;
    }
    return context.measureText(piece).width;
  };
}

function fontOf(style: TextStyle): string {
  const { family, size, weight } = TEXT_LOOKS[style];
  const families = getComputedStyle(document.documentElement).getPropertyValue(`--${family}`);
  return `${weight} ${size}px ${families || family}`;
}
