/** S3: everybody comes at once to boards with a history; then the server is killed, started again, and they come back. */
import { makeBoard } from "../board.ts";
import type { FirstAnswersReport } from "../generator/firstAnswers.ts";
import { Generator, quantileOf } from "../generator/generator.ts";
import { closesOf } from "../generator/tally.ts";
import type { TargetData } from "../generator/target.ts";
import { type Layout, now, pause } from "../layout.ts";
import { measureCost, rssMb } from "../machine.ts";
import { type Figures, FOREIGN_CPU, type Scenario, type Settings } from "../scenario.ts";
import { CONTENDER_NAMES, type Contender } from "../servers/contenders.ts";
import { Server } from "../servers/server.ts";
import { percent, sum } from "../talk.ts";
import { BoardOwner } from "./boardOwner.ts";

const BOARD_BYTES = 389_000;
const ROOMS = 200;
const SECONDS = 5;
/** How many come to a server that reads a whole document for each of them: more would take it minutes. */
const FEW = 400;
const MANY = 2000;
/** Hocuspocus stores at the latest so long after an edit, in milliseconds; a kill before that would find nothing. */
const STORED_AFTER_MS = 11_000;

export const SYNCED_P99 = "synced p99 ms";
export const LAST_SYNCED = "last synced, ms after last came";
export const CPU_PER_JOIN = "ms CPU per join";
export const STORM_RSS = "RSS MB";
export const EMPTY_ANSWERS = "empty first answers";

export const storm: Scenario = {
  id: "S3",
  title: `S3: ${MANY} clients (yws and hocus: ${FEW}) come in ${SECONDS} s to ${ROOMS} boards of ${BOARD_BYTES / 1000} kB`,
  servers: CONTENDER_NAMES,
  run: runStorm,
};

async function runStorm(contender: Contender, { quick }: Settings): Promise<Figures> {
  const rooms = quick ? ROOMS / 10 : ROOMS;
  const comers = contender.name === "ours" || contender.name === "floor" ? MANY : FEW;
  const people = Math.ceil((quick ? comers / 10 : comers) / rooms);
  const board = makeBoard(BOARD_BYTES);
  const server = await new Server(contender).start();
  try {
    const target = await server.target(rooms, rooms * people);
    // Who brought the boards stays, so that the rooms are open when the others come.
    const owners = await bringBoards(target, board);
    const broughtAt = now();
    const warm = await rush(server, target, { rooms, people }, board);
    for (const owner of owners) owner.leave();
    if (!contender.stores) return { clients: rooms * people, ...warm };
    if (contender.name === "hocus") await pause(Math.max(0, broughtAt + STORED_AFTER_MS - now()));
    await server.kill();
    await server.start();
    const cold = await rush(server, target, { rooms, people }, board);
    return { clients: rooms * people, ...warm, ...named("cold: ", cold) };
  } finally {
    await server.remove();
  }
}

async function bringBoards(target: TargetData, board: Uint8Array): Promise<BoardOwner[]> {
  const owners: BoardOwner[] = [];
  for (const room of target.rooms.keys()) {
    const owner = new BoardOwner(target, room, board);
    owners.push(owner);
    await owner.isThere;
  }
  return owners;
}

async function rush(
  server: Server,
  target: TargetData,
  { rooms, people }: Pick<Layout, "rooms" | "people">,
  board: Uint8Array,
): Promise<Figures> {
  const layout: Layout = { rooms, people, editors: 0, movers: 0, editsEach: 0 };
  const generator = new Generator(target, layout, board);
  try {
    await generator.all("missing", null);
    const cost = measureCost([server.pid]);
    const joined = await generator.join(SECONDS);
    const { serverCpu, seconds, generatorCpu, foreignPercent } = cost();
    const rss = rssMb([server.pid]);
    const closes = closesOf(await generator.tally());
    const answers = addAnswers(await generator.all("firstAnswers", null));
    const clients = rooms * people;
    return {
      "synced p50 ms": quantileOf(joined.syncMs, 0.5),
      [SYNCED_P99]: quantileOf(joined.syncMs, 0.99),
      [LAST_SYNCED]: joined.lastSyncedAt - joined.lastConnectAt,
      [CPU_PER_JOIN]: (1000 * sum(serverCpu)) / clients,
      [STORM_RSS]: rss,
      "whole boards, %": percent(answers.whole, clients),
      [EMPTY_ANSWERS]: answers.empty,
      "wrong first answers": answers.wrong,
      "different answers read": answers.read,
      "not answered": joined.failed,
      ...closes,
      "generator CPU, % of a core": percent(generatorCpu, seconds),
      [FOREIGN_CPU]: foreignPercent,
    };
  } finally {
    await generator.end();
  }
}

function addAnswers(parts: readonly FirstAnswersReport[]): FirstAnswersReport {
  return {
    whole: sum(parts.map(({ whole }) => whole)),
    wrong: sum(parts.map(({ wrong }) => wrong)),
    empty: sum(parts.map(({ empty }) => empty)),
    read: sum(parts.map(({ read }) => read)),
  };
}

function named(prefix: string, figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [`${prefix}${name}`, figure]));
}
