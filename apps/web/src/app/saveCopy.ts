/**
 * A `.sameside` copy of an open board: the document itself, its view, and the names of the people on it. No secrets.
 * When pieces of the document could not be read, the view in the file is the last one from before.
 */
import { writeSameside } from "@sameside/interchange";
import { stateOf } from "@sameside/model";
import type { KnownWorkshop } from "@sameside/replica";
import type { LiveBoard } from "../live/liveBoard.ts";
import { noteSavedFile } from "../live/savedFiles.ts";
import { download, fileNameFrom } from "../ui/download.ts";

const APP_VERSION = "0.1.0";

export async function saveCopy(live: LiveBoard, known: KnownWorkshop): Promise<void> {
  const view = live.view.get();
  const lastGood = await live.lastGood();
  const bytes = writeSameside({
    app: APP_VERSION,
    workshop: live.workshop,
    createdAt: new Date().toISOString(),
    documents: [{ room: live.room, kind: "board", state: stateOf(live.board), view: lastGood ?? view }],
    answers: live.names.get(),
  });
  const name = fileNameFrom(view.journeys[0]?.title || known.title, "sameside");
  download(name, bytes, "application/zip");
  await noteSavedFile(live.workshop, name);
}
