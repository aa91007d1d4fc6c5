/** T10: two thousand in one room, and nobody does anything: what it costs that they are there. */
import { Generator } from "../generator/generator.ts";
import type { Layout } from "../layout.ts";
import { rssMb } from "../machine.ts";
import { type Figures, type Scenario, SERVER_CPU, type Settings } from "../scenario.ts";
import type { Contender } from "../servers/contenders.ts";
import { Server } from "../servers/server.ts";
import { carry, letIn } from "../talk.ts";

const PEOPLE = 2000;
const JOIN_SECONDS = 6;
/** One round of renewals. */
const SECONDS = 15;
export const RSS_PER_CONNECTION = "RSS per connection, kB";

export const idleHall: Scenario = {
  id: "T10",
  title: `T10: idle hall, one room of ${PEOPLE}, renewals only`,
  // A renewal for each pair of people is more than one processor can send one by one.
  servers: ["ours"],
  run: runIdleHall,
};

async function runIdleHall(contender: Contender, { quick }: Settings): Promise<Figures> {
  const people = quick ? PEOPLE / 10 : PEOPLE;
  const layout: Layout = { rooms: 1, people, editors: 1, movers: 0, editsEach: 1 };
  const server = await new Server(contender).start();
  const pids = [server.pid];
  const generator = new Generator(await server.target(1, people), layout);
  try {
    const before = rssMb(pids);
    const joining = await letIn(generator, {
      pids,
      joinSeconds: quick ? 1 : JOIN_SECONDS,
      knowsDocuments: contender.knowsDocuments,
    });
    const load = { editsPerSecond: 0, cursorsPerSecond: 0, renews: true, seconds: quick ? 2 : SECONDS };
    const { figures } = await carry(generator, load, layout, pids);
    const rss = rssMb(pids);
    return {
      [SERVER_CPU]: figures[SERVER_CPU] ?? "–",
      [RSS_PER_CONNECTION]: (1000 * (rss - before)) / people,
      "RSS MB": rss,
      ...figures,
      ...joining,
    };
  } finally {
    await generator.end();
    await server.remove();
  }
}
