/** S1: two hundred tables of ten, everybody edits and moves. */
import type { Layout } from "../layout.ts";
import type { Figures, Scenario, Settings } from "../scenario.ts";
import { CONTENDER_NAMES, type Contender } from "../servers/contenders.ts";
import { Server } from "../servers/server.ts";
import { talk } from "../talk.ts";

const SECONDS = 6;
const JOIN_SECONDS = 4;
const EDITS_PER_SECOND_AND_TABLE = 5;
const CURSORS_PER_SECOND_AND_TABLE = 10;

/** Edits for so many seconds at the pace of S1, with some to spare. */
export function tablesLayout(rooms: number, seconds: number): Layout {
  const people = 10;
  const editsEach = Math.ceil((seconds * EDITS_PER_SECOND_AND_TABLE) / people) + 3;
  return { rooms, people, editors: people, movers: people, editsEach };
}

export function tablesLoad(rooms: number, seconds: number) {
  return {
    editsPerSecond: rooms * EDITS_PER_SECOND_AND_TABLE,
    cursorsPerSecond: rooms * CURSORS_PER_SECOND_AND_TABLE,
    renews: false,
    seconds,
  };
}

export const tables: Scenario = {
  id: "S1",
  title: "S1: 200 tables × 10 people, 1,000 edits/s + 2,000 cursors/s",
  servers: CONTENDER_NAMES,
  run: runTables,
};

async function runTables(contender: Contender, { quick }: Settings): Promise<Figures> {
  const rooms = quick ? 20 : 200;
  const seconds = quick ? 2 : SECONDS;
  const layout = tablesLayout(rooms, seconds);
  const server = await new Server(contender).start();
  try {
    return await talk({
      target: await server.target(rooms, rooms * layout.people),
      pids: [server.pid],
      layout,
      joinSeconds: quick ? 1 : JOIN_SECONDS,
      load: tablesLoad(rooms, seconds),
      readIn: [0, Math.floor(rooms / 2), rooms - 1],
      knowsDocuments: contender.knowsDocuments,
    });
  } finally {
    await server.remove();
  }
}
