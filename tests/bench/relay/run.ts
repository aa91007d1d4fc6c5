/** Runs every scenario for every server, each in a process of its own, and prints the figures side by side. */
import { writeFile } from "node:fs/promises";
import { cpus, release, totalmem } from "node:os";
import { installPeers, peerVersion } from "../documents/peers.ts";
import { goalLines } from "./goals.ts";
import { now } from "./layout.ts";
import { fsyncMedianMs, openFilesLimit } from "./machine.ts";
import type { Figures, Scenario, Settings } from "./scenario.ts";
import { crash } from "./scenarios/crash.ts";
import { idleHall } from "./scenarios/idleHall.ts";
import { plenaryOf } from "./scenarios/plenary.ts";
import { saturation } from "./scenarios/saturation.ts";
import { scaleOut } from "./scenarios/scaleOut.ts";
import { slowConsumer } from "./scenarios/slowConsumer.ts";
import { soak } from "./scenarios/soak.ts";
import { storm } from "./scenarios/storm.ts";
import { tables } from "./scenarios/tables.ts";
import { CONTENDER_NAMES, CONTENDERS, type ContenderName } from "./servers/contenders.ts";
import { packProgram } from "./servers/published.ts";
import { printTable } from "./table.ts";

const SCENARIOS: readonly Scenario[] = [
  tables,
  plenaryOf(1000, false),
  plenaryOf(2000, false),
  plenaryOf(1000, true),
  plenaryOf(2000, true),
  storm,
  saturation,
  crash,
  slowConsumer,
  idleHall,
  scaleOut,
  soak,
];
/** Each server and the generator hold two sockets for each of 2,000 clients, and files. */
const OPEN_FILES_NEEDED = 5_000;
const KILLS = 10;
const GB = 1e9;

export interface BenchOptions {
  readonly quick?: boolean | undefined;
  readonly json?: string | undefined;
  /** Scenarios, with commas between them; all when absent. */
  readonly only?: string | undefined;
  /** Servers, with commas between them; all when absent. */
  readonly servers?: string | undefined;
  readonly kills?: string | undefined;
  /** Ten minutes more. */
  readonly soak?: boolean | undefined;
}

export async function benchRelay(options: BenchOptions): Promise<void> {
  const settings: Settings = { quick: options.quick ?? false, kills: Number(options.kills ?? KILLS) };
  if (!(Number.isInteger(settings.kills) && settings.kills >= 1)) throw new Error("--kills takes a number from 1 on.");
  // Servers and engines end with this process; a signal alone would leave them behind.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  const servers = chosen(CONTENDER_NAMES, options.servers);
  if (servers.some((name) => name === "yws" || name === "hocus")) installPeers();
  if (servers.includes("ours")) packProgram();
  if (openFilesLimit() < OPEN_FILES_NEEDED)
    throw new Error(`Only ${openFilesLimit()} files may be open: run \`ulimit -n ${OPEN_FILES_NEEDED}\` first.`);
  const fsyncMs = fsyncMedianMs();
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${(totalmem() / GB).toFixed(1)} GB, ${process.platform} ${release()}, Node ${process.version}, fsync ${fsyncMs.toFixed(2)} ms`;
  console.log(
    `${machine}\nyws = @y/websocket-server ${peerVersion("@y/websocket-server")}, hocus = @hocuspocus/server ${peerVersion("@hocuspocus/server")}`,
  );
  if (settings.quick) console.log("QUICK: a smoke run, its figures mean nothing");
  const results: Record<string, Record<string, Figures>> = {};
  for (const scenario of scenariosOf(options)) {
    const figuresByServer = await measure(scenario, servers, settings);
    results[scenario.title] = Object.fromEntries(figuresByServer);
    if (figuresByServer.size > 0) printTable(scenario.title, figuresByServer);
  }
  const goals = settings.quick ? [] : goalLines(results, fsyncMs);
  if (goals.length > 0) console.log(["", "Goals", ...goals].join("\n"));
  const report = { machine, fsyncMs, ...settings, results, goals };
  if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
}

function scenariosOf({ only, soak: isSoaked }: BenchOptions): readonly Scenario[] {
  const ids = chosen([...new Set(SCENARIOS.map(({ id }) => id))], only);
  // Ten minutes are for those who ask for them.
  return SCENARIOS.filter((scenario) => ids.includes(scenario.id) && (scenario !== soak || isSoaked || only));
}

async function measure(
  scenario: Scenario,
  servers: readonly ContenderName[],
  settings: Settings,
): Promise<ReadonlyMap<string, Figures>> {
  const figuresByServer = new Map<string, Figures>();
  for (const name of servers.filter((server) => scenario.servers.includes(server))) {
    const began = now();
    const figures = await scenario.run(CONTENDERS[name], settings).catch((error: unknown) => {
      // A server that gives up under a load is a result; the others are measured nevertheless.
      return { "could not be measured": error instanceof Error ? error.message : String(error) };
    });
    figuresByServer.set(name, figures);
    console.error(`${scenario.id} ${name}: ${((now() - began) / 1000).toFixed(1)} s`);
  }
  return figuresByServer;
}

function chosen<Name extends string>(names: readonly Name[], wanted: string | undefined): readonly Name[] {
  if (wanted === undefined) return names;
  const asked = wanted.split(",");
  const unknown = asked.find((name) => !(names as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`There is no “${unknown}”: use ${names.join(", ")}.`);
  return names.filter((name) => asked.includes(name));
}
