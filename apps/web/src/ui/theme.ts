/** Light or dark: what the person chose on this device, else what the device itself is set to. */
import { forget, recall, remember } from "./remembered.ts";

export const THEMES = ["device", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "theme";

/** The theme as chosen; `device` when nothing was. */
export function chosenTheme(): Theme {
  const stored = recall(KEY);
  return stored === "light" || stored === "dark" ? stored : "device";
}

/** Chooses a theme, keeps the choice on this device, and shows it at once. */
export function chooseTheme(theme: Theme): void {
  if (theme === "device") forget(KEY);
  else remember(KEY, theme);
  showTheme();
}

/** Shows the theme now and whenever the device changes its own. Called once, before the first paint. */
export function startTheme(): void {
  showTheme();
  darkDevice().addEventListener("change", showTheme);
}

/** Calls `hear` whenever the page's colours have become others: another theme, or the device's own high contrast. */
export function hearColours(hear: () => void): () => void {
  const observer = new MutationObserver(hear);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const queries = ["(forced-colors: active)", "(prefers-color-scheme: dark)"].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", hear);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener("change", hear);
  };
}

function showTheme(): void {
  const chosen = chosenTheme();
  const dark = chosen === "dark" || (chosen === "device" && darkDevice().matches);
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
}

function darkDevice(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}
