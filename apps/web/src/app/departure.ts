/**
 * When a workshop is over, a participant's device removes its copy and keeps that person's own words: once everything of
 * its own is at the relay, and never on the device of who runs the workshop.
 */
import { type BoardView, planFromState, readPlan } from "@sameside/model";
import { planRoom } from "@sameside/protocol";
import {
  type Device,
  type Holdings,
  holdingsOf,
  type KeptWords,
  type KnownWorkshop,
  leaveWorkshop,
  storedRoom,
} from "@sameside/replica";
import { answersOf } from "../live/answerFile.ts";
import { dayOf, keepsWhenOver, whyOver } from "../live/livePlan.ts";
import { inOwnTerms, termList } from "../words/ownTerms.ts";
import type { Words } from "../words/words.ts";
import { ownWords } from "./ownWords.ts";
import type { PrivateNotes } from "./privateNotes.ts";
import { titleIn } from "./saveCopy.ts";
import { workshopFile } from "./workshopFile.ts";

/** What of a workshop is nowhere but here. */
export function unstored({ waiting, setAside }: Holdings): number {
  return waiting.changes + waiting.answers + waiting.files + setAside;
}

/**
 * Leaves a workshop that is over, as far as this device knows. Its boards must be closed. `undefined`, and nothing is
 * changed, when it is not over, when this device keeps it, or when something waits. Rejects when the disk cannot be read.
 */
export async function leaveIfOver(
  device: Device,
  known: KnownWorkshop,
  words: Words,
  notes?: PrivateNotes,
): Promise<KeptWords | undefined> {
  if (keepsWhenOver(known)) return undefined;
  const now = Date.now();
  const stored = await storedRoom(planRoom(known.id));
  const plan = stored && readPlan(planFromState(stored));
  const why = plan && whyOver(plan.brief, dayOf(now));
  if (!why || unstored(await holdingsOf(known.id)) > 0) return undefined;
  const person = known.seat?.person ?? device.person;
  const { contents } = await workshopFile(known.id, { own: person });
  const boards = contents.documents.filter(({ kind }) => kind === "board").map(({ view }) => view as BoardView);
  const title = titleIn(contents) || known.title;
  const answers = await answersOf(known.id, person);
  const own = { title, day: dayOf(now), person, boards, answers, notes: (await notes?.textsOf(known.id)) ?? [] };
  const kept: KeptWords = {
    workshop: known.id,
    title,
    leftAt: now,
    why,
    text: ownWords(own, inOwnTerms(words, plan.words)),
    terms: termList(plan.words),
  };
  if (!(await leaveWorkshop(kept))) return undefined;
  // Their words are in the text from here on.
  await notes?.forget(known.id);
  return kept;
}

/** Of every workshop on this device. What cannot be read stays as it is. */
export async function leaveWhatIsOver(
  device: Device,
  words: Words,
  notes?: PrivateNotes,
): Promise<readonly KeptWords[]> {
  const left: KeptWords[] = [];
  for (const known of await device.workshops()) {
    const kept = await leaveIfOver(device, known, words, notes).catch((error: unknown) => {
      console.warn("Whether a workshop is over could not be read", error);
      return undefined;
    });
    if (kept) left.push(kept);
  }
  return left;
}
