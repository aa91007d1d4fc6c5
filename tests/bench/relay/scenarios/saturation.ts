/** S4: one room of ten, whose edits are doubled until the server cannot follow. */
import { Generator } from "../generator/generator.ts";
import type { Layout } from "../layout.ts";
import {
  CPU_PER_DELIVERY,
  DELIVERED,
  EDIT_P99,
  type Figures,
  type Scenario,
  SERVER_CPU,
  type Settings,
} from "../scenario.ts";
import { CONTENDER_NAMES, type Contender } from "../servers/contenders.ts";
import { Server } from "../servers/server.ts";
import { carry, letIn } from "../talk.ts";

const PEOPLE = 10;
const STEP_SECONDS = 2;
const FIRST_EDITS_PER_SECOND = 3_125;
const DOUBLINGS = 5;
/** Slower than this is no longer live. */
const MOST_P99_MS = 250;
/** The step that has a goal of its own. */
const LOOKED_AT_EDITS_PER_SECOND = 50_000;
export const P99_LOOKED_AT = `at ${LOOKED_AT_EDITS_PER_SECOND}/s: p99 ms`;
export const CPU_LOOKED_AT = `at ${LOOKED_AT_EDITS_PER_SECOND}/s: µs CPU per delivery`;
export const LAST_GOOD = "last good edits per s";

export const saturation: Scenario = {
  id: "S4",
  title: `S4: one room of 10, edits doubled until p99 > ${MOST_P99_MS} ms (${FIRST_EDITS_PER_SECOND * 2 ** DOUBLINGS}/s is the most that is tried)`,
  servers: CONTENDER_NAMES,
  run: runSaturation,
};

async function runSaturation(contender: Contender, { quick }: Settings): Promise<Figures> {
  const doublings = quick ? 1 : DOUBLINGS;
  const server = await new Server(contender).start();
  const pids = [server.pid];
  const layout = layoutFor(doublings);
  const generator = new Generator(await server.target(1, PEOPLE), layout);
  const step = async (editsPerSecond: number): Promise<Figures> => {
    const load = { editsPerSecond, cursorsPerSecond: 0, renews: false, seconds: STEP_SECONDS };
    return (await carry(generator, load, layout, pids)).figures;
  };
  let good: Figures = {};
  let lookedAt: Figures = {};
  try {
    await letIn(generator, { pids, joinSeconds: 0.1, knowsDocuments: contender.knowsDocuments });
    for (let doubling = 0; doubling <= doublings; doubling += 1) {
      const editsPerSecond = FIRST_EDITS_PER_SECOND * 2 ** doubling;
      const first = await step(editsPerSecond);
      // What others did on this machine in two seconds is no limit of the server.
      const figures = isGood(first) ? first : await step(editsPerSecond);
      if (editsPerSecond === LOOKED_AT_EDITS_PER_SECOND)
        lookedAt = { [P99_LOOKED_AT]: figures[EDIT_P99] ?? "–", [CPU_LOOKED_AT]: figures[CPU_PER_DELIVERY] ?? "–" };
      if (!isGood(figures)) return { ...good, ...lookedAt, ...atWorst(figures) };
      good = atBest(editsPerSecond, figures);
    }
    return { ...good, ...lookedAt, "next step: p99 ms": "not reached" };
  } finally {
    await generator.end();
    await server.remove();
  }
}

/** Edits for all steps, and for trying as many of them again as the last one has. */
function layoutFor(doublings: number): Layout {
  const all = FIRST_EDITS_PER_SECOND * STEP_SECONDS * (2 ** (doublings + 1) - 1);
  const last = FIRST_EDITS_PER_SECOND * STEP_SECONDS * 2 ** doublings;
  const editsEach = Math.ceil((all + last) / PEOPLE) + 2 * doublings + 2;
  return { rooms: 1, people: PEOPLE, editors: PEOPLE, movers: 0, editsEach };
}

function isGood(figures: Figures): boolean {
  return Number(figures[EDIT_P99]) <= MOST_P99_MS && figures[DELIVERED] === 100;
}

function atBest(editsPerSecond: number, figures: Figures): Figures {
  const { [SERVER_CPU]: cpu = "–", [CPU_PER_DELIVERY]: each = "–", [EDIT_P99]: p99 = "–", ...rest } = figures;
  return { [LAST_GOOD]: editsPerSecond, [EDIT_P99]: p99, [SERVER_CPU]: cpu, [CPU_PER_DELIVERY]: each, ...rest };
}

function atWorst(figures: Figures): Figures {
  return {
    "next step: p99 ms": figures[EDIT_P99] ?? "–",
    "next step: delivered, %": figures[DELIVERED] ?? "–",
    "next step: connections lost": figures["connections lost"] ?? "–",
  };
}
