/** The language asked for by `?lang=`, kept until another one is asked for. */
import { recall, remember } from "../ui/remembered.ts";
import type { Language } from "../words/words.ts";

const KEY = "language";

export function chosenLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked !== null) remember(KEY, asked);
  return (asked ?? recall(KEY)) === "pseudo" ? "pseudo" : "en";
}
