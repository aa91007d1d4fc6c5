/** The colours and fonts of cards, read from the style sheets, for who draws cards without elements. */
import { TEXT_LOOKS, type TextStyle } from "@sameside/layout";
import type { CardView } from "@sameside/model";
import { cardLook } from "../../journey/kindLook.ts";

interface BoxLook {
  readonly fill: string;
  readonly edge: string;
  readonly isDashed: boolean;
}

/** What is drawn with. Right for the theme it was read in. */
export interface Palette {
  readonly ink: string;
  /** For what stands in place of words that nobody could read. */
  readonly quiet: string;
  readonly focus: string;
  readonly touchpoint: BoxLook;
  card(card: Pick<CardView, "kind" | "grade" | "authorRole">): BoxLook;
  font(style: TextStyle): string;
}

/** Reads the looks of elements that nobody sees, in `place`, which stands where cards stand. */
export function readPalette(place: HTMLElement): Palette {
  const root = getComputedStyle(place);
  const looksByClass = new Map<string, BoxLook>();
  const fontsByStyle = new Map<TextStyle, string>();
  const lookOf = (className: string): BoxLook => {
    const known = looksByClass.get(className);
    if (known) return known;
    const probe = document.createElement("div");
    probe.className = className;
    probe.hidden = true;
    place.append(probe);
    const { backgroundColor, borderTopColor, borderTopStyle } = getComputedStyle(probe);
    const look = { fill: backgroundColor, edge: borderTopColor, isDashed: borderTopStyle === "dashed" };
    probe.remove();
    looksByClass.set(className, look);
    return look;
  };
  return {
    ink: root.getPropertyValue("--ink"),
    quiet: root.getPropertyValue("--mid"),
    focus: root.getPropertyValue("--focus"),
    touchpoint: lookOf("canvas-touchpoint"),
    card: (card) => lookOf(`canvas-card ${cardLook(card)}`),
    font(style) {
      const known = fontsByStyle.get(style);
      if (known !== undefined) return known;
      const { family, size, weight } = TEXT_LOOKS[style];
      const font = `${weight} ${size}px ${root.getPropertyValue(`--${family}`) || family}`;
      fontsByStyle.set(style, font);
      return font;
    },
  };
}
