/** T9: one client stops reading while 60 MB of edits pass; how much does the server keep for it, and does it come back? */
import * as Y from "yjs";
import { FIRST_CLIENT_ID, now, pause } from "../layout.ts";
import { rssMb } from "../machine.ts";
import { Reader } from "../reader.ts";
import type { Figures, Scenario, Settings } from "../scenario.ts";
import { CONTENDER_NAMES, type Contender } from "../servers/contenders.ts";
import { Server } from "../servers/server.ts";

const EDIT_BYTES = 20_000;
const EDITS = 3_000;
const WRITERS = 6;
const LISTENERS = 3;
const EDITS_PER_SECOND = 400;
const TICK_MS = 20;
export const KEPT_FOR_STALLED = "RSS MB more with a stalled client";

export const slowConsumer: Scenario = {
  id: "T9",
  title: `T9: a client stops reading while ${(EDITS * EDIT_BYTES) / 1e6} MB of edits pass`,
  servers: CONTENDER_NAMES,
  run: runSlowConsumer,
};

async function runSlowConsumer(contender: Contender, { quick }: Settings): Promise<Figures> {
  const edits = quick ? EDITS / 10 : EDITS;
  const without = await passBy(contender, edits, false);
  const stalled = await passBy(contender, edits, true);
  return {
    [KEPT_FOR_STALLED]: stalled.growthMb - without.growthMb,
    "RSS MB more, all reading": without.growthMb,
    "RSS MB more, one stalled": stalled.growthMb,
    "stalled client was": stalled.ending,
    "others have all of it": without.isWhole && stalled.isWhole ? "yes" : "NO",
  };
}

interface Passing {
  /** The most the server grew by. */
  readonly growthMb: number;
  readonly ending: string;
  readonly isWhole: boolean;
}

async function passBy(contender: Contender, edits: number, stalls: boolean): Promise<Passing> {
  const server = await new Server(contender).start();
  try {
    const target = await server.target(1, WRITERS + LISTENERS + 1);
    const updatesByWriter = Array.from({ length: WRITERS }, (_, writer) => bigEdits(writer, edits / WRITERS));
    const writers = updatesByWriter.map((_, writer) => new Reader(target, 0, writer));
    const listeners = Array.from({ length: LISTENERS }, (_, index) => new Reader(target, 0, WRITERS + index));
    const slow = new Reader(target, 0, WRITERS + LISTENERS);
    await Promise.all([...writers, ...listeners, slow].map((reader) => reader.synced()));
    if (stalls) slow.stall();
    const before = rssMb([server.pid]);
    let most = before;
    const began = now();
    for (let sent = 0; sent < edits; ) {
      const due = Math.min(edits, Math.floor(((now() - began) / 1000) * EDITS_PER_SECOND));
      for (; sent < due; sent += 1) {
        const update = updatesByWriter[sent % WRITERS]?.[Math.floor(sent / WRITERS)];
        if (update) writers[sent % WRITERS]?.send(update);
      }
      most = Math.max(most, rssMb([server.pid]));
      await pause(TICK_MS);
    }
    const isWhole = await allHeld(listeners, edits / WRITERS);
    most = Math.max(most, rssMb([server.pid]));
    const ending = stalls ? await endingOf(slow, edits / WRITERS) : "–";
    for (const reader of [...writers, ...listeners, slow]) reader.leave();
    return { growthMb: most - before, ending, isWhole };
  } finally {
    await server.remove();
  }
}

/** One writer's edits: each puts another long text in the place of the one before. */
function bigEdits(writer: number, count: number): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const doc = new Y.Doc();
  doc.clientID = FIRST_CLIENT_ID + writer;
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const texts = doc.getMap("cards");
  for (let edit = 0; edit < count; edit += 1) texts.set(`w${writer}`, `${edit}`.padStart(EDIT_BYTES, "x"));
  doc.destroy();
  return updates;
}

async function allHeld(readers: readonly Reader[], editsEach: number): Promise<boolean> {
  const held = await Promise.all(readers.map((reader) => reader.holds((doc) => isWhole(doc, editsEach))));
  return held.every(Boolean);
}

function isWhole(doc: Y.Doc, editsEach: number): boolean {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
  return Array.from({ length: WRITERS }, (_, writer) => clocks.get(FIRST_CLIENT_ID + writer)).every(
    (clock) => clock === editsEach,
  );
}

/** What becomes of the client when it reads again. */
async function endingOf(slow: Reader, editsEach: number): Promise<string> {
  slow.goOn();
  const isHeld = await slow.holds((doc) => isWhole(doc, editsEach));
  if (isHeld) return "given all later";
  return slow.closeCode === undefined ? "LEFT BEHIND" : `closed with ${slow.closeCode}`;
}
