/** The app's two fonts, asked for before anything is set in them: a map is then measured once, with the right ones. */

const FAMILIES = ["--sans", "--serif"];

export function askForFonts(): void {
  const root = getComputedStyle(document.documentElement);
  // One that does not come is told by the page itself: it is set in the next one of the list.
  for (const family of FAMILIES) document.fonts.load(`16px ${root.getPropertyValue(family)}`).catch(() => {});
}
