import "./app/noCodeFromText.ts";
import "@fontsource-variable/inter/index.css";
import "@fontsource-variable/newsreader/opsz.css";
import "./ui/tokens.css";
import "./ui/ui.css";
import "./ui/overlays.css";
import "./app/app.css";
import "./journey/thumb.css";
import "./library/library.css";
import "./library/laptop/laptop.css";
import "./board/board.css";
import "./board/inspector/inspector.css";
import "./board/inspector/facts.css";
import "./prepare/agenda.css";
import "./prepare/prepare.css";
import "./room/room.css";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { finishTypingWithThePage } from "./app/finishTyping.ts";
import { chosenLanguage } from "./app/language.ts";
import { giveAriaWords } from "./ui/ariaWords.ts";
import { askForFonts } from "./ui/fonts.ts";
import { startTheme } from "./ui/theme.ts";
import { WordsContext, wordsIn } from "./words/words.ts";

startTheme();
askForFonts();
finishTypingWithThePage();
const words = wordsIn(chosenLanguage());
giveAriaWords(words.app.aria);

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element #root: index.html is not Sameside's.");
createRoot(root).render(
  <WordsContext value={words}>
    <App />
  </WordsContext>,
);
