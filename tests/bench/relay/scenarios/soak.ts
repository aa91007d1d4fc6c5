/** S1 for ten minutes: does memory grow, does anything get lost? */
import { Generator } from "../generator/generator.ts";
import { now } from "../layout.ts";
import { rssMb } from "../machine.ts";
import type { Figures, Scenario, Settings } from "../scenario.ts";
import type { Contender } from "../servers/contenders.ts";
import { Server } from "../servers/server.ts";
import { carry, letIn } from "../talk.ts";
import { tablesLayout, tablesLoad } from "./tables.ts";

const ROOMS = 200;
const SECONDS = 600;
const LOOK_EVERY_MS = 10_000;
export const SLOPE = "RSS MB more per minute, second half";

interface Look {
  readonly minutes: number;
  readonly mb: number;
}

export const soak: Scenario = {
  id: "soak",
  title: `Soak: S1 for ${SECONDS / 60} minutes`,
  servers: ["ours"],
  run: runSoak,
};

async function runSoak(contender: Contender, { quick }: Settings): Promise<Figures> {
  const rooms = quick ? ROOMS / 10 : ROOMS;
  const seconds = quick ? 20 : SECONDS;
  const layout = tablesLayout(rooms, seconds);
  const server = await new Server(contender).start();
  const pids = [server.pid];
  const generator = new Generator(await server.target(rooms, rooms * layout.people), layout);
  const looks: Look[] = [];
  try {
    const joining = await letIn(generator, {
      pids,
      joinSeconds: quick ? 1 : 4,
      knowsDocuments: contender.knowsDocuments,
    });
    const began = now();
    const look = () => {
      const minutes = (now() - began) / 60_000;
      looks.push({ minutes, mb: rssMb(pids) });
      console.error(`soak: ${minutes.toFixed(1)} min, RSS ${looks.at(-1)?.mb.toFixed(0)} MB`);
    };
    const looking = setInterval(look, quick ? LOOK_EVERY_MS / 10 : LOOK_EVERY_MS);
    const { figures } = await carry(generator, tablesLoad(rooms, seconds), layout, pids).finally(() =>
      clearInterval(looking),
    );
    const secondHalf = looks.slice(Math.floor(looks.length / 2));
    return {
      [SLOPE]: slopeOf(secondHalf),
      "RSS MB, first": looks[0]?.mb ?? Number.NaN,
      "RSS MB, most": Math.max(...looks.map(({ mb }) => mb)),
      "RSS MB, last": looks.at(-1)?.mb ?? Number.NaN,
      ...figures,
      ...joining,
    };
  } finally {
    await generator.end();
    await server.remove();
  }
}

/** Of the straight line with the least squares. */
function slopeOf(looks: readonly Look[]): number {
  const mean = (of: (look: Look) => number) => looks.reduce((total, look) => total + of(look), 0) / looks.length;
  const [minutes, mb] = [mean((look) => look.minutes), mean((look) => look.mb)];
  const together = mean((look) => (look.minutes - minutes) * (look.mb - mb));
  return together / mean((look) => (look.minutes - minutes) ** 2);
}
