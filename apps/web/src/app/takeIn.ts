/** Puts the contents of a file together with what this device has. A file that is no workshop changes nothing. */
import type { SamesideContents } from "@sameside/interchange";
import { type BoardView, mergeInto } from "@sameside/model";
import { parseRoom, type RoomAddress, rightIn } from "@sameside/protocol";
import { type Device, type KnownWorkshop, takeInAttachments } from "@sameside/replica";
import { takeInAnswers } from "../live/answerFile.ts";
import { type AsDocuments, mergeIntoRoom, viewOfState } from "../live/documents.ts";
import type { Boards } from "./openBoards.ts";
import type { PrivateNotes } from "./privateNotes.ts";

export interface TakeInParts {
  readonly device: Device;
  readonly as: AsDocuments;
  readonly notes?: PrivateNotes | undefined;
}

/** What a file of several workshops says more of each. */
interface Hint {
  readonly group?: string;
  readonly title?: string;
  /** Who has it runs the workshop. */
  readonly secret?: string | undefined;
}

export interface Taken {
  readonly known: KnownWorkshop;
  /** Pictures and sounds whose bytes were not what they should be. */
  readonly leftOut: number;
}

/** What cannot be taken in. */
export class FileError extends Error {
  readonly problem: "sameside-foreign" | "sameside-damaged";
  constructor(problem: FileError["problem"], options?: ErrorOptions) {
    super(`The file was not taken in: ${problem}`, options);
    this.problem = problem;
  }
}

/**
 * Merges every document, answer and attachment; twice is the same as once. Resolves when all is on this device's disk.
 * Rejects with a `FileError` before anything was touched, or when the disk cannot store it.
 */
export async function takeInWorkshop(
  { device, as }: TakeInParts,
  file: SamesideContents,
  hint: Hint = {},
): Promise<Taken> {
  const documents = documentsOf(file);
  const first = documents.find(({ address }) => address.kind === "board");
  if (first?.address.kind !== "board") throw new FileError("sameside-foreign");
  const { group } = first.address;
  const existing = (await device.workshops()).find(({ id }) => id === file.workshop);
  const known: KnownWorkshop = {
    ...(existing ?? {
      id: file.workshop,
      group: hint.group ?? group,
      title: hint.title || firstTitle(first.view),
      openedAt: Date.now(),
      right: "write",
    }),
    ...(hint.secret !== undefined && existing?.secret === undefined && { secret: hint.secret }),
  };
  for (const { address, room, state } of documents)
    if (isTakenFromFiles(address, known)) await mergeIntoRoom(as, address.kind, room, state);
  await takeInAnswers(file.workshop, file.answers);
  const leftOut = await takeInAttachments(file.workshop, file.attachments);
  // Last: a workshop that is listed is there whole.
  await device.remember(known);
  return { known, leftOut };
}

/**
 * What a relay lets this seat only read comes from the relay alone: taken from a file it would wait for ever to be stored
 * there, and a file could say that the workshop was closed. A board may be closed to writing for this step only.
 */
function isTakenFromFiles(address: RoomAddress, { relay, seat }: KnownWorkshop): boolean {
  if (relay === undefined || !seat) return true;
  const right = rightIn(seat, address);
  return right === "write" || (right === "read" && address.kind === "board");
}

interface ReadDocument {
  readonly room: string;
  readonly address: RoomAddress;
  readonly state: Uint8Array;
  readonly view: { readonly writable: boolean };
}

/** @throws FileError when one of them is damaged */
function documentsOf(file: SamesideContents): readonly ReadDocument[] {
  return file.documents.flatMap(({ room, kind, state }) => {
    const address = parseRoom(room);
    if (address?.workshop !== file.workshop || address.kind !== kind) return [];
    try {
      return [{ room, address, state, view: viewOfState(kind, state) }];
    } catch (error) {
      throw new FileError("sameside-damaged", { cause: error });
    }
  });
}

/** `true` when a newer program made it, so that this one shows it and changes nothing. */
export function isFromNewer(file: SamesideContents): boolean {
  return documentsOf(file).some(({ view }) => !view.writable);
}

function firstTitle(view: object): string {
  return (view as Partial<BoardView>).journeys?.[0]?.title ?? "";
}

/** Where nothing can be kept: the first board of the file, open for as long as the page. Rejects with a `FileError`. */
export async function takeInWithoutDisk(
  device: Device,
  boards: Pick<Boards, "prepare">,
  file: SamesideContents,
): Promise<KnownWorkshop> {
  const first = documentsOf(file).find(({ address }) => address.kind === "board");
  if (first?.address.kind !== "board") throw new FileError("sameside-foreign");
  const known: KnownWorkshop = {
    id: file.workshop,
    group: first.address.group,
    title: firstTitle(first.view),
    openedAt: Date.now(),
    right: "write",
  };
  await device.remember(known);
  await boards.prepare(known, (live) => {
    mergeInto(live.board, first.state);
    live.learn(file.answers);
  });
  return known;
}
