/** The load generator: threads beside the bench, so that reading what thousands hear is not what holds the server up. */
import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type Layout, now, openBoards, pause, type SharedBoards } from "../layout.ts";
import type { JoinReport, Load, LoadReport, OrderMessage, OrderName, Orders, ThreadData } from "./orders.ts";
import { sumTallies, type TallySum } from "./tally.ts";
import type { TargetData } from "./target.ts";

const MAIN = join(import.meta.dirname, "../../main.ts");
const GENERATOR_THREAD = "relay-generator";
const THREADS = 2;
/** Threads need a moment to hear of an order; all begin at the same time. */
const HEAD_START_MS = 50;
const POLL_MS = 200;
/** What has not arrived when nothing came for so long is lost: a server may gather renewals for some seconds. */
const STUCK_MS = 8_000;
/** How long a thread may take to answer beyond what its order takes; who joins is given up after a minute. */
const ANSWER_PATIENCE_MS = 120_000;
const END_PATIENCE_MS = 5_000;

export class Generator {
  readonly boards: SharedBoards;
  readonly #threads: readonly Worker[];

  /** `expected`: the board that newcomers are to be answered with. */
  constructor(target: TargetData, layout: Layout, expected?: Uint8Array) {
    this.boards = openBoards(layout);
    const threads = Math.min(THREADS, layout.rooms * layout.people);
    this.#threads = Array.from({ length: threads }, (_, thread) => {
      const workerData: ThreadData = { target, layout, boards: this.boards, thread, threads, expected };
      return new Worker(MAIN, { argv: [GENERATOR_THREAD], workerData });
    });
  }

  /** Lets all clients in, evenly over this time; resolves when all are answered, or given up. */
  async join(seconds: number): Promise<JoinReport> {
    await this.all("missing", null);
    const reports = await this.all("join", { startsAt: now() + HEAD_START_MS, seconds }, seconds);
    return {
      syncMs: reports.flatMap(({ syncMs }) => syncMs),
      failed: reports.reduce((sum, { failed }) => sum + failed, 0),
      lastConnectAt: Math.max(...reports.map(({ lastConnectAt }) => lastConnectAt)),
      lastSyncedAt: Math.max(...reports.map(({ lastSyncedAt }) => lastSyncedAt)),
    };
  }

  /** Makes the load; resolves when its time is over. */
  async load(load: Omit<Load, "startsAt">): Promise<LoadReport> {
    const reports = await this.all("load", { ...load, startsAt: now() + HEAD_START_MS }, load.seconds);
    return {
      edits: reports.reduce((sum, { edits }) => sum + edits, 0),
      presences: reports.reduce((sum, { presences }) => sum + presences, 0),
      lateMs: Math.max(...reports.map(({ lateMs }) => lateMs)),
    };
  }

  async tally(): Promise<TallySum> {
    return sumTallies(await this.all("tally", null));
  }

  async missing(): Promise<Orders["missing"]["answer"]> {
    const reports = await this.all("missing", null);
    return {
      edits: reports.reduce((sum, { edits }) => sum + edits, 0),
      presences: reports.reduce((sum, { presences }) => sum + presences, 0),
    };
  }

  /** Resolves when everybody has heard all, or nothing has come for `stuckMs`; answers what is missing then. */
  async heardAll(patienceMs: number, stuckMs = STUCK_MS): Promise<Orders["missing"]["answer"]> {
    const until = now() + patienceMs;
    let best = Number.POSITIVE_INFINITY;
    let bestAt = now();
    for (;;) {
      const missing = await this.missing();
      const left = missing.edits + missing.presences;
      if (left < best) [best, bestAt] = [left, now()];
      if (left === 0 || now() > until || now() - bestAt > stuckMs) return missing;
      await pause(POLL_MS);
    }
  }

  /**
   * Gives one order to all threads; answers what each of them says. `seconds`: what the order itself takes. Rejects when
   * one does not answer, so that one server that hangs does not end the whole bench.
   */
  all<Name extends OrderName>(
    name: Name,
    order: Orders[Name]["order"],
    seconds = 0,
  ): Promise<readonly Orders[Name]["answer"][]> {
    const signal = AbortSignal.timeout(Math.ceil(seconds * 1000) + ANSWER_PATIENCE_MS);
    return Promise.all(
      this.#threads.map(async (thread) => {
        const answered = once(thread, "message", { signal });
        thread.postMessage({ name, order } satisfies OrderMessage);
        const [answer] = (await answered) as [Orders[Name]["answer"]];
        return answer;
      }),
    );
  }

  async end(): Promise<void> {
    await this.all("leave", null);
    // Seen once: a thread that has said goodbye and does not end. It has nothing open, and ends with the bench.
    const ended = Promise.all(this.#threads.map((thread) => thread.terminate()));
    await Promise.race([ended, pause(END_PATIENCE_MS)]);
  }
}

export function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
