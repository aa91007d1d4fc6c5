/** S2: everybody in one room, where twenty edit and a hundred move. */
import type { Layout } from "../layout.ts";
import type { Figures, Scenario, Settings } from "../scenario.ts";
import { CONTENDER_NAMES, type Contender } from "../servers/contenders.ts";
import { Server } from "../servers/server.ts";
import { talk } from "../talk.ts";

const SECONDS = 6;
const EDITORS = 20;
const EDITS_PER_SECOND = 20;
/** Who says again every 15 s that they are there is heard by all others: a room of 2,000 has 133 of that in a second. */
const SECONDS_WITH_RENEWALS = 10;

interface Plenary {
  readonly people: number;
  readonly joinSeconds: number;
  readonly renews: boolean;
}

/** The scenario of a room of so many. */
export function plenaryOf(people: 1000 | 2000, renews: boolean): Scenario {
  return plenary({ people, joinSeconds: people === 1000 ? 4 : 6, renews });
}

function plenary({ people, joinSeconds, renews }: Plenary): Scenario {
  const renewals = renews ? ` + ${Math.round(people / 15)} renewals/s` : "";
  return {
    id: "S2",
    title: `S2: one room of ${people}, ${EDITS_PER_SECOND} edits/s + ${people / 20} cursors/s${renewals}`,
    // The others are far beyond what one processor can do at 2,000 without renewals already.
    servers: renews ? ["ours"] : CONTENDER_NAMES,
    run: (contender, settings) => runPlenary({ people, joinSeconds, renews }, contender, settings),
  };
}

async function runPlenary(plan: Plenary, contender: Contender, { quick }: Settings): Promise<Figures> {
  const people = quick ? plan.people / 10 : plan.people;
  const full = plan.renews ? SECONDS_WITH_RENEWALS : SECONDS;
  const seconds = quick ? 2 : full;
  const editsEach = Math.ceil((seconds * EDITS_PER_SECOND) / EDITORS) + 3;
  const layout: Layout = { rooms: 1, people, editors: EDITORS, movers: people / 20, editsEach };
  const server = await new Server(contender).start();
  try {
    return await talk({
      target: await server.target(1, people),
      pids: [server.pid],
      layout,
      joinSeconds: quick ? 1 : plan.joinSeconds,
      load: { editsPerSecond: EDITS_PER_SECOND, cursorsPerSecond: people / 20, renews: plan.renews, seconds },
      readIn: [0],
      knowsDocuments: contender.knowsDocuments,
    });
  } finally {
    await server.remove();
  }
}
