/** A table whose facilitator closes and opens the writing, and somebody at it whose edits may be refused. */
import { type Link, openAside, type SetAside } from "@sameside/replica";
import * as Y from "yjs";
import { type Notes, type NotesReplica, newDevice, notesIn, openNotes, ROOM, until, untilStatus } from "./notes.ts";
import { type RealRelay, startRealRelay } from "./realRelay.ts";
import { publishFrom, seatBy } from "./workshop.ts";

const RIGHTS = {
  read: { customer: "read", colleague: "read", moderator: "write" },
  write: { customer: "write", colleague: "write", moderator: "write" },
} as const;

export interface AsideTable {
  readonly relay: RealRelay;
  readonly chief: NotesReplica;
  /** The participant's way in. */
  readonly link: Link;
  /** Closes or opens writing for participants; resolves when it holds. */
  go(right: "read" | "write"): Promise<void>;
  /** What holds for participants. */
  right(): "read" | "write";
  /** Resolves when this device has what the relay has, as far as it was said until here. */
  reaches(replica: NotesReplica): Promise<void>;
  /** What the relay has, read by a device of its own. */
  atRelay(): Promise<Notes>;
  end(): Promise<void>;
}

export async function openAsideTable(): Promise<AsideTable> {
  const relay = await startRealRelay();
  const tokens = await publishFrom(newDevice(), relay);
  const chief = await openNotes(newDevice(), { open: relay.link(tokens.write) });
  await untilStatus(chief, ({ wire }) => wire === "online");
  const { token } = await seatBy(tokens.writeCode, relay);
  const reaches = async (replica: NotesReplica) => {
    const marker = `marker ${Math.random()}`;
    chief.doc.getMap<string>("markers").set("last", marker);
    await chief.delivered();
    const markers = replica.doc.getMap<string>("markers");
    const watch = (hear: () => void) => {
      markers.observe(hear);
      return () => markers.unobserve(hear);
    };
    await until(watch, () => markers.get("last") === marker || undefined);
  };
  let steps = 0;
  let current: "read" | "write" = "write";
  return {
    relay,
    chief,
    link: relay.link(token),
    async go(right) {
      steps += 1;
      current = right;
      await chief.setStep({ id: `step ${steps}`, rights: RIGHTS[right] });
    },
    right: () => current,
    reaches,
    async atRelay() {
      const reader = await openNotes(newDevice(), { open: relay.link(tokens.read) });
      await reaches(reader);
      const notes = notesIn(reader.doc);
      await reader.close();
      return notes;
    },
    async end() {
      await chief.close();
      await relay.end();
    },
  };
}

/** What a device has set aside of the room, now. */
export async function asideOf(factory: IDBFactory): Promise<readonly SetAside[]> {
  const aside = openAside(ROOM, factory);
  await aside.settled();
  const all = aside.all();
  aside.close();
  return all;
}

/** The document with what was set aside put back, as a fork. */
export function forkWith(doc: Y.Doc, aside: readonly SetAside[]): Y.Doc {
  const fork = new Y.Doc();
  Y.applyUpdate(fork, Y.encodeStateAsUpdate(doc));
  for (const { update } of aside) Y.applyUpdate(fork, update);
  return fork;
}

/** The client ids that an update has edits of. */
export function clientsIn(update: Uint8Array): number[] {
  return [...new Set(Y.decodeUpdate(update).structs.map(({ id }) => id.client))];
}
