/** All that this device holds of one workshop, as the contents of a `.sameside` file. No secrets. */
import {
  MAX_SAMESIDE_BYTES,
  MAX_SAMESIDE_ENTRIES,
  type SamesideAttachment,
  type SamesideContents,
} from "@sameside/interchange";
import { parseRoom } from "@sameside/protocol";
import { heldAttachments, storedRooms } from "@sameside/replica";
import { answersForFile, type FilePurpose } from "../live/answerFile.ts";
import { viewOfState } from "../live/documents.ts";

export const APP_VERSION = "0.1.0";

export interface WorkshopFile {
  readonly contents: SamesideContents;
  /** Pictures and sounds for which the file has no room. */
  readonly leftOut: number;
}

/** How much of a file's room the documents' plain views and the answers may take, at least. */
const ROOM_FOR_THE_REST = MAX_SAMESIDE_BYTES / 8;

/** `most`: how many bytes it may come to. Rejects when the disk cannot be read. */
export async function workshopFile(
  workshop: string,
  purpose: FilePurpose,
  most = MAX_SAMESIDE_BYTES,
): Promise<WorkshopFile> {
  const [rooms, answers, held] = await Promise.all([
    storedRooms(workshop),
    answersForFile(workshop, purpose),
    heldAttachments(workshop),
  ]);
  const documents = rooms.flatMap(({ room, state }) => {
    const address = parseRoom(room);
    return address ? [{ room, kind: address.kind, state, view: viewOfState(address.kind, state) }] : [];
  });
  const taken = documents.reduce((sum, { state }) => sum + 3 * state.length, 0);
  const wanted = purpose === "hand-over" ? referredTo(held, documents) : held;
  const attachments = fitting(
    wanted,
    most - ROOM_FOR_THE_REST - taken,
    MAX_SAMESIDE_ENTRIES - 2 * documents.length - 2,
  );
  const createdAt = new Date().toISOString();
  return {
    contents: { app: APP_VERSION, workshop, createdAt, documents, answers, attachments },
    leftOut: wanted.length - attachments.length,
  };
}

/** What no document shows is not shared yet: it may wait for somebody to agree. */
function referredTo(
  held: readonly SamesideAttachment[],
  documents: SamesideContents["documents"],
): readonly SamesideAttachment[] {
  if (held.length === 0) return held;
  const said = documents.map(({ view }) => JSON.stringify(view)).join("");
  return held.filter(({ hash }) => said.includes(hash));
}

function fitting(wanted: readonly SamesideAttachment[], bytes: number, count: number): readonly SamesideAttachment[] {
  let left = bytes;
  return wanted.slice(0, Math.max(0, count)).filter((each) => {
    const fits = each.bytes.length <= left;
    if (fits) left -= each.bytes.length;
    return fits;
  });
}
