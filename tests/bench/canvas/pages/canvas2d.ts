/** The floor without HTML: one canvas, and all visible cards drawn anew whenever anything changes. */
import "./card.css";
import "./fonts.ts";
import { FIRST_VIEW, type View } from "../benchPage.ts";
import { windowRect } from "./pageCards.ts";
import { openSurface, type SurfaceCard } from "./surface.ts";
import { TINTS } from "./tints.ts";

/** Smaller than this, words are grey bars: nobody could read them. */
const MIN_TEXT_ZOOM = 0.3;
const PAD_X = 11;
const BASELINE = 9 + 14;
const LINE_HEIGHT = 19;
const BAR_HEIGHT = 7;

// Before the first line is broken its font has to be there.
await Promise.all([document.fonts.load('14px "Inter Variable"'), document.fonts.load('15px "Newsreader Variable"')]);
await openSurface((surface, cards) => {
  const canvas = document.createElement("canvas");
  surface.append(canvas);
  const { width, height } = windowRect();
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) throw new Error("This browser has no 2D canvas.");
  const linesByCard = new WeakMap<SurfaceCard, readonly string[]>();
  let view: View = FIRST_VIEW;
  let drawn = 0;

  const linesOf = (card: SurfaceCard): readonly string[] => {
    const known = linesByCard.get(card);
    if (known) return known;
    context.font = fontOf(card);
    const lines = brokenLines(card.text, card.width - 2 * PAD_X, (piece) => context.measureText(piece).width);
    linesByCard.set(card, lines.slice(0, card.lines));
    return lines;
  };
  const draw = (card: SurfaceCard) => {
    const { x, y, look, isSelected } = card;
    context.fillStyle = TINTS[look.split(" ")[0] ?? ""] ?? "#fff";
    context.strokeStyle = isSelected ? "#2f6f8f" : "#d3cdc0";
    context.lineWidth = isSelected ? 2 : 1;
    context.beginPath();
    context.roundRect(x, y, card.width, card.height, 2);
    context.fill();
    context.stroke();
    context.fillStyle = view.zoom < MIN_TEXT_ZOOM ? "#b8afa3" : "#20242c";
    if (view.zoom < MIN_TEXT_ZOOM) {
      for (let line = 0; line < card.lines; line += 1)
        context.fillRect(x + PAD_X, y + PAD_X + line * LINE_HEIGHT, card.width - 3 * PAD_X, BAR_HEIGHT);
      return;
    }
    const lines = linesOf(card);
    context.font = fontOf(card);
    for (const [index, line] of lines.entries()) context.fillText(line, x + PAD_X, y + BASELINE + index * LINE_HEIGHT);
  };

  return {
    view(next) {
      view = next;
    },
    card(card) {
      linesByCard.delete(card);
    },
    paint() {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = "#faf8f4";
      context.fillRect(0, 0, width, height);
      context.setTransform(view.zoom, 0, 0, view.zoom, view.x, view.y);
      const [left, top] = [-view.x / view.zoom, -view.y / view.zoom];
      const [right, bottom] = [left + width / view.zoom, top + height / view.zoom];
      drawn = 0;
      for (const card of cards) {
        if (card.x > right || card.y > bottom || card.x + card.width < left || card.y + card.height < top) continue;
        draw(card);
        drawn += 1;
      }
    },
    drawnCards: () => drawn,
  };
});

function fontOf({ look }: SurfaceCard): string {
  return look.includes("kind-thinking") ? '450 15px "Newsreader Variable"' : '14px "Inter Variable"';
}

function brokenLines(text: string, width: number, widthOf: (piece: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
