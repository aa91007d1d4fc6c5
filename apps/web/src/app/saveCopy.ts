/**
 * A `.sameside` copy of a workshop, to keep or to hand on. It is remembered on this device: as the last backup, and as a
 * file that has left. No secrets.
 */
import { type SamesideContents, writeSameside } from "@sameside/interchange";
import { type BoardView, stateOf } from "@sameside/model";
import type { AnswerRow } from "@sameside/protocol";
import { type KnownWorkshop, noteCopy } from "@sameside/replica";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { download, fileNameFrom } from "../ui/download.ts";
import { APP_VERSION, type WorkshopFile, workshopFile } from "./workshopFile.ts";

/** Of a workshop that need not be open. Resolves with how many pictures and sounds found no room in it. */
export async function saveStoredCopy(known: KnownWorkshop): Promise<number> {
  const { contents, leftOut } = await workshopFile(known.id, "hand-over");
  await give(contents, titleIn(contents) || known.title);
  return leftOut;
}

/** As `saveStoredCopy`, with what its person has answered for who runs the day, and for nobody else. */
export async function saveForPreparing(known: KnownWorkshop, own: readonly AnswerRow[]): Promise<void> {
  const { contents } = await workshopFile(known.id, "hand-over");
  await give({ ...contents, answers: [...contents.answers, ...own] }, titleIn(contents) || known.title);
}

/** Of a workshop whose plan is open without a board: what is in memory stands before what is on disk. */
export async function savePlanCopy({ workshop, room, plan }: LiveWorkshop, known: KnownWorkshop): Promise<number> {
  const view = plan.view.get();
  const { contents, leftOut } = await storedOr(known, workshop);
  const others = contents.documents.filter((each) => each.room !== room);
  const open = { room, kind: "plan", state: stateOf(plan.plan), view } as const;
  await give({ ...contents, documents: [...others, open] }, view.brief.title || known.title);
  return leftOut;
}

/**
 * Of the workshop whose board is open. What is in memory stands before what is on disk, which may take nothing just now.
 * When pieces of the document could not be read, the view in the file is the last one from before.
 */
export async function saveCopy(live: LiveBoard, known: KnownWorkshop): Promise<number> {
  const view = live.view.get();
  const lastGood = live.status.get().damaged > 0 ? await live.lastGood() : undefined;
  const { contents, leftOut } = await storedOr(known, live.workshop);
  const others = contents.documents.filter(({ room }) => room !== live.room);
  const open = { room: live.room, kind: "board", state: stateOf(live.board), view: lastGood ?? view } as const;
  const names = live.names.get();
  const answers = [...contents.answers.filter(({ topic }) => topic !== "name"), ...names];
  await give({ ...contents, documents: [open, ...others], answers }, view.journeys[0]?.title || known.title);
  return leftOut;
}

async function give(contents: SamesideContents, title: string): Promise<void> {
  const name = fileNameFrom(title, "sameside");
  download(name, writeSameside(contents), "application/zip");
  await noteCopies([contents.workshop], name);
}

/** Remembers that a file of these workshops has left. */
export async function noteCopies(workshops: readonly string[], name: string): Promise<void> {
  const time = Date.now();
  await Promise.all(workshops.map((workshop) => noteCopy(workshop, { time, name }))).catch((error: unknown) =>
    console.warn("That a copy was saved could not be remembered", error),
  );
}

/** The title of the first map in it. */
export function titleIn({ documents }: SamesideContents): string {
  const board = documents.find(({ kind }) => kind === "board");
  return (board?.view as Partial<BoardView> | undefined)?.journeys?.[0]?.title ?? "";
}

async function storedOr(known: KnownWorkshop, workshop: string): Promise<WorkshopFile> {
  try {
    return await workshopFile(known.id, "hand-over");
  } catch (error) {
    console.warn("This device's disk cannot be read: the copy holds what is open", error);
    return { contents: nothingStored(workshop), leftOut: 0 };
  }
}

function nothingStored(workshop: string): SamesideContents {
  return {
    app: APP_VERSION,
    workshop,
    createdAt: new Date().toISOString(),
    documents: [],
    answers: [],
    attachments: [],
  };
}
