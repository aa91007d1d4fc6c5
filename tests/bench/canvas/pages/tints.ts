/** The tints of `card.css`, for those who draw on a canvas: class → colour. */
export const TINTS: Readonly<Record<string, string>> = {
  "kind-doing": "#fffdf9",
  "kind-thinking": "#efeaf7",
  "kind-pain": "#fbe6db",
  "kind-strength": "#dceff0",
  "kind-opportunity": "#fbf1cf",
};
