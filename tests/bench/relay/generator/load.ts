/** A steady stream of edits and cursors, dealt in turn to those who make them. */
import { now } from "../layout.ts";
import type { LightClient } from "./lightClient.ts";
import type { Load, LoadReport } from "./orders.ts";

/** How often a y-websocket client says that it is still there. */
const RENEWAL_SECONDS = 15;

/** Makes this thread's share of the load; resolves when its time is over. */
export function carryLoad(clients: readonly LightClient[], load: Load, threads: number): Promise<LoadReport> {
  const edits = new Stream(
    clients.filter((client) => client.isEditor),
    load.editsPerSecond / threads,
  );
  const cursors = new Stream(
    clients.filter((client) => client.isMover),
    load.cursorsPerSecond / threads,
  );
  const renewals = new Stream(clients, load.renews ? clients.length / RENEWAL_SECONDS : 0);
  const sent = { edits: 0, presences: 0 };
  let lateMs = 0;
  let last = Math.max(now(), load.startsAt);
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const at = now();
      const seconds = Math.min(load.seconds, (at - load.startsAt) / 1000);
      if (seconds < 0) return;
      lateMs = Math.max(lateMs, at - last);
      last = at;
      edits.deal(seconds, (client, count) => {
        sent.edits += client.edit(count);
      });
      cursors.deal(seconds, (client, count) => {
        for (let left = count; left > 0; left -= 1) client.moveCursor();
        sent.presences += count;
      });
      renewals.deal(seconds, (client) => {
        client.renewPresence();
        sent.presences += 1;
      });
      if (seconds < load.seconds) return;
      clearInterval(timer);
      resolve({ ...sent, lateMs });
    }, 1);
  });
}

class Stream {
  readonly #clients: readonly LightClient[];
  readonly #perSecond: number;
  #dealt = 0;

  constructor(clients: readonly LightClient[], perSecond: number) {
    this.#clients = clients;
    this.#perSecond = clients.length === 0 ? 0 : perSecond;
  }

  /** Hands out what has become due since the last call: to each client, how many. */
  deal(seconds: number, give: (client: LightClient, count: number) => void): void {
    const due = Math.floor(seconds * this.#perSecond) - this.#dealt;
    const each = Math.floor(due / this.#clients.length);
    const more = due - each * this.#clients.length;
    for (let turn = 0; turn < Math.min(due, this.#clients.length); turn += 1) {
      const client = this.#clients[(this.#dealt + turn) % this.#clients.length];
      if (client) give(client, each + (turn < more ? 1 : 0));
    }
    this.#dealt += Math.max(0, due);
  }
}
