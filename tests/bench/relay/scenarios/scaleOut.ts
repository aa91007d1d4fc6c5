/**
 * T11: more relays on one PostgreSQL and one Redis. The generator shares the processors with them, so what two could do
 * at most is not tried. Each has as much to do as the one that is alone, and it is measured how busy the busiest is with it.
 */
import { enginesMissing, startPostgres, startRedis } from "../../../support/engines.ts";
import type { Layout } from "../layout.ts";
import {
  BUSIEST_CPU,
  CONVERGED,
  DELIVERED,
  DELIVERIES,
  EDIT_P50,
  EDIT_P99,
  type Figures,
  FOREIGN_CPU,
  type Scenario,
  SERVER_CPU,
  type Settings,
} from "../scenario.ts";
import type { Contender } from "../servers/contenders.ts";
import { Server, targetOf } from "../servers/server.ts";
import { talk } from "../talk.ts";
import { tablesLayout, tablesLoad } from "./tables.ts";

/** For each relay, so that each has as much to put into one write, whether it is alone or not. */
const TABLES_EACH = 100;
const SECONDS = 6;
const JOIN_SECONDS = 4;
const HALL_PEOPLE = 200;
const HALL_RELAYS = 4;
export const CAPACITY = "capacity of two relays ÷ of one";
export const FARTHER = "p99 ms more over 4 relays";
/** What is told of each of the parts. */
const TOLD = [SERVER_CPU, BUSIEST_CPU, DELIVERIES, EDIT_P50, EDIT_P99, DELIVERED, CONVERGED, FOREIGN_CPU] as const;

export const scaleOut: Scenario = {
  id: "T11",
  title: `T11: relays on PostgreSQL and Redis: ${TABLES_EACH} tables of S1 for each of one and of two, a room of ${HALL_PEOPLE} on one and over ${HALL_RELAYS}`,
  servers: ["ours"],
  run: runScaleOut,
};

async function runScaleOut(contender: Contender, { quick }: Settings): Promise<Figures> {
  const missing = enginesMissing();
  if (missing.length > 0) throw new Error(`There is no ${missing.join(" and no ")} here.`);
  const tablesEach = quick ? TABLES_EACH / 10 : TABLES_EACH;
  const seconds = quick ? 2 : SECONDS;
  const tablesOn = (relays: number): Promise<Figures> => {
    const rooms = relays * tablesEach;
    const [layout, load] = [tablesLayout(rooms, seconds), tablesLoad(rooms, seconds)];
    return onRelays(contender, relays, { layout, load, spreadsRooms: false });
  };
  const hallOn = (relays: number): Promise<Figures> => {
    const layout: Layout = { rooms: 1, people: HALL_PEOPLE, editors: 20, movers: 20, editsEach: seconds + 3 };
    const load = { editsPerSecond: 20, cursorsPerSecond: 20, renews: false, seconds };
    return onRelays(contender, relays, { layout, load, spreadsRooms: true });
  };

  const tablesOnOne = await tablesOn(1);
  const tablesOnTwo = await tablesOn(2);
  const hallOnOne = await hallOn(1);
  const hallOnMany = await hallOn(HALL_RELAYS);
  return {
    [CAPACITY]: perBusyRelay(tablesOnTwo, BUSIEST_CPU) / perBusyRelay(tablesOnOne, SERVER_CPU),
    [FARTHER]: Number(hallOnMany[EDIT_P99]) - Number(hallOnOne[EDIT_P99]),
    ...told("tables, one: ", tablesOnOne),
    ...told("tables, two: ", tablesOnTwo),
    ...told("hall, one: ", hallOnOne),
    ...told(`hall, ${HALL_RELAYS}: `, hallOnMany),
  };
}

/** How much is delivered for each % of a core of the relay that has most to do. */
function perBusyRelay(figures: Figures, cpu: string): number {
  return Number(figures[DELIVERIES]) / Number(figures[cpu]);
}

interface Gathering {
  readonly layout: Layout;
  readonly load: ReturnType<typeof tablesLoad>;
  readonly spreadsRooms: boolean;
}

async function onRelays(contender: Contender, relays: number, { layout, load, spreadsRooms }: Gathering) {
  const [postgres, redis] = [await startPostgres(), await startRedis()];
  const env = { DATABASE_URL: postgres.newDatabase(), REDIS_URL: redis.url };
  const servers: Server[] = [];
  try {
    while (servers.length < relays) servers.push(await new Server(contender, env).start());
    const target = await targetOf(servers, layout.rooms, layout.rooms * layout.people);
    return await talk({
      target: { ...target, spreadsRooms },
      pids: servers.map(({ pid }) => pid),
      layout,
      joinSeconds: JOIN_SECONDS,
      load,
      readIn: [0, layout.rooms - 1],
      knowsDocuments: true,
    });
  } finally {
    for (const server of servers) await server.remove();
    await redis.tidyUp();
    await postgres.tidyUp();
  }
}

function told(prefix: string, figures: Figures): Figures {
  return Object.fromEntries(
    TOLD.flatMap((name) => (name in figures ? [[`${prefix}${name}`, figures[name] ?? "–"]] : [])),
  );
}
