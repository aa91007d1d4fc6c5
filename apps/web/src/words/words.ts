/** Every word of the interface, assembled from one file per feature. Words of the map's content are people's own. */
import { createContext, use } from "react";
import { appWords } from "./app.ts";
import { boardWords } from "./board.ts";
import { canvasWords } from "./canvas.ts";
import { changeWords } from "./changes.ts";
import { fileWords } from "./files.ts";
import { inspectorWords } from "./inspector.ts";
import { journeyWords } from "./journey.ts";
import { laptopWords } from "./laptop.ts";
import { libraryWords } from "./library.ts";
import { pseudoWords } from "./pseudo.ts";
import { tableWords } from "./table.ts";

const english = {
  app: appWords,
  library: libraryWords,
  laptop: laptopWords,
  files: fileWords,
  board: boardWords,
  inspector: inspectorWords,
  journey: journeyWords,
  canvas: canvasWords,
  table: tableWords,
  changes: changeWords,
};
export type Words = typeof english;

/** `pseudo` shows every word of the catalogue as ⟦áççéñţ⟧: a word that stays plain was left out of it. */
export type Language = "en" | "pseudo";

export function wordsIn(language: Language): Words {
  return language === "pseudo" ? pseudoWords(english) : english;
}

export const WordsContext = createContext<Words>(english);

export function useWords(): Words {
  return use(WordsContext);
}
