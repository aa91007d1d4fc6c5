/** The colours of paper: always the light ones, whatever the screen shows. The values are those of the app's tokens. */
import type { CardView } from "@sameside/model";

export const PALETTE = {
  paper: "#ffffff",
  sheet: "#fffdf9",
  sunk: "#f3f0e9",
  ink: "#20242c",
  "ink-2": "#565c68",
  "ink-3": "#696e77",
  line: "#e4dfd5",
  "line-2": "#d3cdc0",
  "line-3": "#8b8577",
  accent: "#2f5d8a",
  "series-1": "#85499a",
  "series-2": "#8a5a00",
  "series-3": "#2c6e49",
  good: "#17697a",
  "good-2": "#d3e9ec",
  bad: "#b1481c",
  "bad-2": "#f8dfd2",
  mid: "#b9b2a4",
  "tint-doing": "#fffdf9",
  "tint-thinking": "#efeaf7",
  "tint-pain": "#fbe6db",
  "tint-strength": "#dceff0",
  "tint-opportunity": "#fbf1cf",
  "tint-support": "#eceff3",
  "tint-whatif": "#e7ecfa",
} as const;

const TINT_BY_KIND: Readonly<Record<CardView["kind"], keyof typeof PALETTE>> = {
  doing: "tint-doing",
  free: "tint-doing",
  metric: "tint-doing",
  action: "tint-doing",
  thinking: "tint-thinking",
  pain: "tint-pain",
  strength: "tint-strength",
  opportunity: "tint-opportunity",
  support: "tint-support",
  evidence: "tint-support",
  "what-if": "tint-whatif",
};

export function tintOf(kind: CardView["kind"]): string {
  return PALETTE[TINT_BY_KIND[kind]];
}
