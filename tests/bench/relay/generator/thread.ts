/** One thread of the generator: its share of the clients, and the orders it carries out on them. */
import { parentPort, workerData } from "node:worker_threads";
import * as Y from "yjs";
import { now } from "../layout.ts";
import { FirstAnswers } from "./firstAnswers.ts";
import { type Hall, LightClient } from "./lightClient.ts";
import { carryLoad } from "./load.ts";
import type { ConfirmedReport, JoinReport, OrderMessage, OrderName, Orders, ThreadData } from "./orders.ts";
import { Tally } from "./tally.ts";
import { openTarget } from "./target.ts";

/** Who is not answered by then is counted as failed. */
const JOIN_PATIENCE_MS = 60_000;
/** An answer below this share of the board cannot be the whole of it, however it is encoded. */
const SMALLEST_SHARE = 0.5;

type Carry = { readonly [Name in OrderName]: (order: Orders[Name]["order"]) => Promise<Orders[Name]["answer"]> };

/** Takes orders from the bench until the thread is ended. */
export function runThread(): void {
  const data = workerData as ThreadData;
  const carry = openThread(data) as Readonly<Record<OrderName, (order: unknown) => Promise<unknown>>>;
  parentPort?.on("message", ({ name, order }: OrderMessage) => {
    void carry[name](order).then((answer) => parentPort?.postMessage(answer));
  });
}

function openThread({ target, layout, boards, thread, threads, expected }: ThreadData): Carry {
  const tally = new Tally();
  const hall: Hall = { target: openTarget(target), layout, boards, tally };
  const answered = new Answered();
  const clients: LightClient[] = [];
  for (let client = thread; client < layout.rooms * layout.people; client += threads)
    clients.push(new LightClient(hall, client, () => answered.one()));
  const editors = clients.filter((client) => client.isEditor);
  let presenceBefore = new Int32Array(boards.lastPresence.length);
  const firstAnswers = expected && new FirstAnswers(expected.length * SMALLEST_SHARE);
  tally.firstAnswers = firstAnswers;
  const nothing = async (act: () => void) => {
    act();
    return null;
  };

  return {
    join: (order) => join(clients, answered, order),
    begin: () => nothing(() => editors.map((editor) => editor.edit(1))),
    load: (order) => carryLoad(clients, order, threads),
    clear: () =>
      nothing(() => {
        tally.clear();
        presenceBefore = new Int32Array(boards.lastPresence);
      }),
    tally: async () => tally.report(),
    missing: async () => sumMissing(clients, presenceBefore),
    confirmed: async () => confirmed(clients, layout.editors),
    firstAnswers: async () => {
      if (!firstAnswers || !expected) throw new Error("First answers are looked at only where a board is expected.");
      const board = new Y.Doc();
      Y.applyUpdate(board, expected);
      return firstAnswers.report(board);
    },
    leave: () => nothing(() => clients.map((client) => client.leave())),
  };
}

/** Counts clients that have got their first answer. */
class Answered {
  lastAt = 0;
  #count = 0;
  #all: { readonly count: number; readonly resolve: () => void } | undefined;

  one(): void {
    this.#count += 1;
    this.lastAt = now();
    if (this.#all && this.#count >= this.#all.count) this.#all.resolve();
  }

  /** Resolves when so many have been answered, or nobody waits any longer. */
  all(count: number, patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const giveUp = setTimeout(resolve, patienceMs);
      this.#all = {
        count,
        resolve: () => {
          clearTimeout(giveUp);
          resolve();
        },
      };
    });
  }
}

async function join(
  clients: readonly LightClient[],
  answered: Answered,
  { startsAt, seconds }: Orders["join"]["order"],
): Promise<JoinReport> {
  const all = answered.all(clients.length, seconds * 1000 + JOIN_PATIENCE_MS);
  let [next, lastConnectAt] = [0, 0];
  const timer = setInterval(() => {
    const due = Math.min(clients.length, Math.floor((clients.length * (now() - startsAt)) / (seconds * 1000)) + 1);
    for (; next < due; next += 1) clients[next]?.connect();
    lastConnectAt = now();
    if (next >= clients.length) clearInterval(timer);
  }, 1);
  await all;
  clearInterval(timer);
  const syncMs = clients.map((client) => client.syncMs).filter((ms) => !Number.isNaN(ms));
  return {
    syncMs,
    failed: clients.length - syncMs.length,
    lastConnectAt,
    lastSyncedAt: answered.lastAt,
  };
}

function sumMissing(clients: readonly LightClient[], presenceBefore: Int32Array): Orders["missing"]["answer"] {
  const missing = clients.map((client) => client.missing(presenceBefore));
  return {
    edits: missing.reduce((sum, { edits }) => sum + edits, 0),
    presences: missing.reduce((sum, { presences }) => sum + presences, 0),
  };
}

function confirmed(clients: readonly LightClient[], editorsEach: number): ConfirmedReport {
  const seenByEditor = new Map<number, number>();
  for (const client of clients)
    for (const [slot, seen] of client.heardEdits.entries()) {
      const editor = client.room * editorsEach + slot;
      seenByEditor.set(editor, Math.max(seen, seenByEditor.get(editor) ?? 0));
    }
  const editors = clients
    .filter((client) => client.isEditor)
    .map((client) => ({ client: client.client, sent: client.sentEdits, ...client.confirmed }));
  return { editors, seenByEditor };
}
