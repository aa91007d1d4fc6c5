/** Everything somebody has on this device, as one file to take along, and back. */
import { type BundleContents, type BundledWorkshop, MAX_SAMESIDE_BYTES, writeBundle } from "@sameside/interchange";
import { type Device, keptWords, takeInWords } from "@sameside/replica";
import { dayOf } from "../live/livePlan.ts";
import { download, fileNameFrom } from "../ui/download.ts";
import type { PrivateNotes } from "./privateNotes.ts";
import { noteCopies } from "./saveCopy.ts";
import { type TakeInParts, takeInWorkshop } from "./takeIn.ts";
import { APP_VERSION, workshopFile } from "./workshopFile.ts";

export interface TakenAlong {
  readonly workshops: number;
  /** Pictures and sounds for which the file had no room, or that were damaged in it. */
  readonly leftOut: number;
}

interface Choice {
  /** With the keys of workshops that were made here: who has the file runs them. */
  readonly withKeys: boolean;
}

/** Gives the file to the person. Rejects when the disk cannot be read. */
export async function takeAlong(device: Device, { withKeys }: Choice, notes?: PrivateNotes): Promise<TakenAlong> {
  let room = MAX_SAMESIDE_BYTES;
  let leftOut = 0;
  const workshops: BundledWorkshop[] = [];
  for (const { id, group, title, secret, seat } of await device.workshops()) {
    const file = await workshopFile(id, { own: seat?.person ?? device.person }, room);
    const { documents, attachments } = file.contents;
    // Joined and never opened: nothing of it is here yet.
    if (documents.length === 0) continue;
    for (const { state } of documents) room -= 3 * state.length;
    for (const { bytes } of attachments) room -= bytes.length;
    leftOut += file.leftOut;
    workshops.push({ group, title, contents: file.contents, ...(withKeys && secret !== undefined && { secret }) });
  }
  const now = Date.now();
  const bytes = writeBundle({
    app: APP_VERSION,
    person: device.person,
    createdAt: new Date(now).toISOString(),
    workshops,
    words: await keptWords(),
    notes: (await notes?.all()) ?? [],
  });
  const name = fileNameFrom(`Sameside everything ${dayOf(now)}`, "sameside");
  download(name, bytes, "application/zip");
  await noteCopies(
    workshops.map(({ contents }) => contents.workshop),
    name,
  );
  return { workshops: workshops.length, leftOut };
}

/**
 * Merges all of it with what is here. On a device where nobody has been anybody yet, the person goes on as who they were:
 * their cards stay their own.
 */
export async function takeInEverything(parts: TakeInParts, bundle: BundleContents): Promise<TakenAlong> {
  await parts.device.become(bundle.person);
  let leftOut = 0;
  for (const { contents, group, title, secret } of bundle.workshops)
    leftOut += (await takeInWorkshop(parts, contents, { group, title, secret })).leftOut;
  await takeInWords(bundle.words);
  await parts.notes?.takeIn(bundle.notes);
  return { workshops: bundle.workshops.length, leftOut };
}
