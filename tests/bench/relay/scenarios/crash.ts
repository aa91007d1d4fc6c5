/** S5: fifty people type when the server is killed; what of it does a newcomer find after it was started again? */
import * as Y from "yjs";
import { openRandom } from "../../../support/random.ts";
import { Generator } from "../generator/generator.ts";
import type { ConfirmedReport, EditorReport } from "../generator/orders.ts";
import type { TargetData } from "../generator/target.ts";
import { FIRST_CLIENT_ID, type Layout, pause } from "../layout.ts";
import { Reader } from "../reader.ts";
import type { Figures, Scenario, Settings } from "../scenario.ts";
import { CONTENDER_NAMES, type Contender } from "../servers/contenders.ts";
import { Server } from "../servers/server.ts";
import { letIn, sum } from "../talk.ts";

const ROOMS = 5;
const PEOPLE = 10;
const EDITS_PER_SECOND = 100;
/** The first kill comes after this; Hocuspocus stores 10 s after an edit at the latest while people go on. */
const SECONDS = 8;
/** Further kills come at any moment within this. */
const MOST_SECONDS_OF_FURTHER = 1.5;
const SECONDS_BEYOND = 0.2;
const SEED = 1105;

interface Losses {
  readonly sent: number;
  readonly acknowledged: number;
  readonly missingOfAcknowledged: number;
  readonly missingOfSeen: number;
}

export const MISSING_OF_ACKNOWLEDGED = "missing of acknowledged";
export const MISSING_OF_SEEN = "missing of seen by others";

export const crash: Scenario = {
  id: "S5",
  title: `S5: kill -9 while ${ROOMS * PEOPLE} people type (${EDITS_PER_SECOND} edits/s, ${SECONDS} s; ours: again and again)`,
  servers: CONTENDER_NAMES,
  run: runCrash,
};

async function runCrash(contender: Contender, { quick, kills }: Settings): Promise<Figures> {
  const random = openRandom(SEED);
  const server = await new Server(contender).start();
  const losses: Losses[] = [];
  try {
    losses.push(await killOnce(server, 0, quick ? 1 : SECONDS));
    const further = contender.name !== "ours" ? 0 : quick ? 1 : kills - 1;
    for (let round = 1; round <= further; round += 1)
      losses.push(await killOnce(server, round, 0.1 + random.next() * MOST_SECONDS_OF_FURTHER));
  } finally {
    await server.remove();
  }
  const total = (figure: keyof Losses) => sum(losses.map((loss) => loss[figure]));
  return {
    kills: losses.length,
    "edits sent": total("sent"),
    acknowledged: total("acknowledged"),
    [MISSING_OF_ACKNOWLEDGED]: total("missingOfAcknowledged"),
    [MISSING_OF_SEEN]: total("missingOfSeen"),
  };
}

/** Each round has rooms of its own. */
async function killOnce(server: Server, round: number, seconds: number): Promise<Losses> {
  const target = await server.target(ROOMS, ROOMS * PEOPLE, `round${round}-`);
  const editsEach = Math.ceil(((seconds + SECONDS_BEYOND) * EDITS_PER_SECOND) / (ROOMS * PEOPLE)) + 4;
  const layout: Layout = { rooms: ROOMS, people: PEOPLE, editors: PEOPLE, movers: 0, editsEach };
  const generator = new Generator(target, layout);
  try {
    await letIn(generator, { pids: [server.pid], joinSeconds: 0.1, knowsDocuments: server.contender.knowsDocuments });
    // It goes on beyond the kill, so that edits are under way when it comes.
    const load = { editsPerSecond: EDITS_PER_SECOND, cursorsPerSecond: 0, renews: false };
    const typing = generator.load({ ...load, seconds: seconds + SECONDS_BEYOND });
    await pause(seconds * 1000);
    await server.kill();
    await typing;
    const reports = await generator.all("confirmed", null);
    await server.start();
    return await losses(target, layout, reports);
  } finally {
    await generator.end();
  }
}

async function losses(target: TargetData, layout: Layout, reports: readonly ConfirmedReport[]): Promise<Losses> {
  const editors = reports.flatMap((report) => report.editors);
  const clocks = await storedClocks(target, layout);
  const stored = ({ client }: EditorReport) => clocks.get(FIRST_CLIENT_ID + client) ?? 0;
  const seen = ({ client }: EditorReport) => {
    const editor = Math.floor(client / layout.people) * layout.editors + (client % layout.people);
    return Math.max(...reports.map(({ seenByEditor }) => seenByEditor.get(editor) ?? 0));
  };
  return {
    sent: sum(editors.map(({ sent }) => sent)),
    acknowledged: sum(editors.map(acknowledgedBy)),
    missingOfAcknowledged: sum(editors.map((editor) => Math.max(0, acknowledgedBy(editor) - stored(editor)))),
    missingOfSeen: sum(editors.map((editor) => Math.max(0, seen(editor) - stored(editor)))),
  };
}

/** By the server's own word, or by the echo. */
function acknowledgedBy({ acknowledged, echoed }: EditorReport): number {
  return Math.max(acknowledged, echoed);
}

/** What newcomers find in all rooms: Yjs client → how many of its edits. */
async function storedClocks(target: TargetData, { rooms }: Layout): Promise<ReadonlyMap<number, number>> {
  const clocks = new Map<number, number>();
  for (let room = 0; room < rooms; room += 1) {
    const reader = new Reader(target, room, room);
    if (!(await reader.synced())) throw new Error("After the kill nobody was answered.");
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(reader.doc))) clocks.set(client, clock);
    reader.leave();
  }
  return clocks;
}
