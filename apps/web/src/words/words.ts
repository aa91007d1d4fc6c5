/** Every word of the interface, assembled from one file per feature. Words of the map's content are people's own. */
import { createContext, use } from "react";
import { aboutMapWords } from "./aboutMap.ts";
import { appWords } from "./app.ts";
import { asideWords } from "./aside.ts";
import { attachmentWords } from "./attachments.ts";
import { backingWords } from "./backing.ts";
import { balanceWords } from "./balance.ts";
import { beforeWords } from "./before.ts";
import { boardWords } from "./board.ts";
import { canvasWords } from "./canvas.ts";
import { changeWords } from "./changes.ts";
import { commentWords } from "./comments.ts";
import { editingWords } from "./editing.ts";
import { feelingWords } from "./feeling.ts";
import { fileWords } from "./files.ts";
import { findingWords } from "./finding.ts";
import { guideWords } from "./guide.ts";
import { historyWords } from "./history.ts";
import { inspectorWords } from "./inspector.ts";
import { joiningWords } from "./joining.ts";
import { journeyWords } from "./journey.ts";
import { laptopWords } from "./laptop.ts";
import { leavingWords } from "./leaving.ts";
import { leftDeviceWords } from "./leftDevices.ts";
import { libraryWords } from "./library.ts";
import { listenWords } from "./listen.ts";
import { notebookWords } from "./notebook.ts";
import { paperWords } from "./paper.ts";
import { peopleWords } from "./people.ts";
import { prepareWords } from "./prepare.ts";
import { pseudoWords } from "./pseudo.ts";
import { questionWords } from "./questions.ts";
import { roomWords } from "./room.ts";
import { roomCheckWords } from "./roomCheck.ts";
import { stepWords } from "./step.ts";
import { tableWords } from "./table.ts";
import { takenAwayWords } from "./takenAway.ts";
import { templateWords } from "./template.ts";
import { togetherWords } from "./together.ts";
import { viewWords } from "./views.ts";
import { withdrawalWords } from "./withdrawal.ts";
import { writtenForWords } from "./writtenFor.ts";

const english = {
  app: appWords,
  library: libraryWords,
  template: templateWords,
  laptop: laptopWords,
  files: fileWords,
  attachments: attachmentWords,
  board: boardWords,
  inspector: inspectorWords,
  joining: joiningWords,
  journey: journeyWords,
  canvas: canvasWords,
  editing: editingWords,
  table: tableWords,
  changes: changeWords,
  paper: paperWords,
  people: peopleWords,
  guide: guideWords,
  history: historyWords,
  withdrawal: withdrawalWords,
  aside: asideWords,
  notebook: notebookWords,
  comments: commentWords,
  finding: findingWords,
  together: togetherWords,
  feeling: feelingWords,
  aboutMap: aboutMapWords,
  backing: backingWords,
  views: viewWords,
  roomCheck: roomCheckWords,
  before: beforeWords,
  room: roomWords,
  balance: balanceWords,
  takenAway: takenAwayWords,
  writtenFor: writtenForWords,
  leaving: leavingWords,
  leftDevices: leftDeviceWords,
  prepare: prepareWords,
  step: stepWords,
  listen: listenWords,
  questions: questionWords,
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
