/** `pnpm bench canvas`: our built app beside whiteboards and floors, with the same cards and the same gestures. */
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { cpus, loadavg, release, totalmem } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { TEXT_LOOKS, type TextStyle } from "@sameside/layout";
import { CHROMIUM_ARGS, findChromium } from "../../support/chromium.ts";
import { type RelayProcess, startRelayProcess } from "../../support/relayProcess.ts";
import { installPeers } from "../documents/peers.ts";
import { printTable } from "../relay/table.ts";
import { type Act, type Amounts, DRAG_ONE, type Figures, OVERVIEW, PAN, quantile, REMOTE, TASK, ZOOM } from "./act.ts";
import { ACTS, playAct } from "./acts.ts";
import { type Board, CONTENDER_NAMES, type Contender, type ContenderName } from "./contender.ts";
import { heapMb } from "./cost.ts";
import { goalLines, HEAP, LOAD, READY } from "./goals.ts";
import { ourApp } from "./ours.ts";
import { peerNamed } from "./peers.ts";
import { printProfile } from "./profile.ts";
import { CHARACTERS, type CharacterWidths, journeyFile, type Scene, sceneOf } from "./scene.ts";
import { openStage } from "./stage.ts";

const WEB = join(import.meta.dirname, "../../../apps/web");
const SIZES = "300,1000,5000";
const RUNS = 3;
const FULL: Amounts = { events: 120, hovers: 180, outsideEdits: 100, ownEdits: 20 };
const QUICK: Amounts = { events: 24, hovers: 20, outsideEdits: 10, ownEdits: 3 };
/** What is looked into when a profile is asked for. */
const PROFILED: readonly string[] = [PAN, ZOOM, OVERVIEW, DRAG_ONE, REMOTE];
const GB = 1e9;
/** More work than this beside the bench, and its figures mean nothing. */
const MOST_LOAD = 0.5;

export interface BenchOptions {
  readonly quick?: boolean | undefined;
  readonly json?: string | undefined;
  /** Numbers of cards, with commas between them. */
  readonly cards?: string | undefined;
  readonly runs?: string | undefined;
  /** Acts, with commas between them; all when absent. */
  readonly only?: string | undefined;
  /** Contenders, with commas between them; all when absent. */
  readonly contenders?: string | undefined;
  /** Ours only, not minified: prints the functions that cost most. */
  readonly profile?: boolean | undefined;
  /** A folder for a picture of each contender: they have to show the same. */
  readonly pictures?: string | undefined;
}

interface Plan {
  readonly names: readonly ContenderName[];
  readonly acts: readonly Act[];
  readonly runs: number;
  readonly amounts: Amounts;
  readonly isProfiled: boolean;
  readonly pictures: string | undefined;
}

export async function benchCanvas(options: BenchOptions): Promise<void> {
  const plan = planOf(options);
  const sizes = (options.cards ?? (options.quick ? "300" : SIZES)).split(",").map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) throw new Error("--cards takes numbers from 1 on.");
  if (plan.names.some((name) => name !== "ours")) installPeers();
  const isBusy = (loadavg()[0] ?? 0) > MOST_LOAD;
  buildApp(plan.isProfiled);
  const relay = await startRelayProcess({ env: { LOG_FORMAT: "json" }, logged: () => undefined });
  const browser = await chromium.launch({ args: CHROMIUM_ARGS, executablePath: chromiumPath() });
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${(totalmem() / GB).toFixed(1)} GB, ${process.platform} ${release()}, Chromium ${browser.version()}`;
  console.log(machine);
  if (options.quick) console.log("QUICK: a smoke run, its figures mean nothing");
  if (isBusy) console.log("note: this machine was busy when the bench began: its figures mean little");
  try {
    const widths = await measureCharacters(browser, relay);
    const resultsBySize = new Map<number, ReadonlyMap<ContenderName, Figures>>();
    for (const size of sizes) {
      const scene = sceneOf(journeyFile(size), widths);
      const figuresByName = await measure(
        plan,
        scene,
        plan.names.map((name) => contenderNamed(name, browser, relay)),
      );
      resultsBySize.set(size, figuresByName);
      printTable(`${size} cards`, figuresByName);
    }
    const goals = options.quick || plan.isProfiled ? [] : goalLines(resultsBySize);
    if (goals.length > 0) console.log(["", "Goals", ...goals].join("\n"));
    if (options.json) {
      const results = Object.fromEntries(
        [...resultsBySize].map(([size, figures]) => [size, Object.fromEntries(figures)] as const),
      );
      const report = { machine, isBusy, quick: options.quick ?? false, runs: plan.runs, results, goals };
      await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
    }
  } finally {
    await browser.close();
    await relay.remove();
    // What lies in the build folder is what people would use.
    if (plan.isProfiled) buildApp(false);
  }
}

function planOf(options: BenchOptions): Plan {
  const isProfiled = options.profile ?? false;
  const quick = options.quick ?? false;
  const runs = Number(options.runs ?? (quick || isProfiled ? 1 : RUNS));
  if (!(Number.isInteger(runs) && runs >= 1)) throw new Error("--runs takes a number from 1 on.");
  const actNames = chosen(
    ACTS.map(({ name }) => name),
    options.only,
  );
  return {
    names: isProfiled ? ["ours"] : chosen(CONTENDER_NAMES, options.contenders),
    acts: ACTS.filter(({ name }) => actNames.includes(name) && (!isProfiled || PROFILED.includes(name))),
    runs,
    amounts: quick ? QUICK : FULL,
    isProfiled,
    pictures: options.pictures,
  };
}

/** All contenders hold the scene, and take turns: what disturbs the machine disturbs all of them. */
async function measure(
  plan: Plan,
  scene: Scene,
  contenders: readonly Contender[],
): Promise<ReadonlyMap<ContenderName, Figures>> {
  const boards: { readonly contender: Contender; readonly board: Board; readonly runs: Figures[] }[] = [];
  try {
    for (const contender of contenders) boards.push({ contender, board: await contender.open(scene), runs: [] });
    for (let run = 0; run < plan.runs; run += 1) {
      for (const { contender, board, runs } of boards) {
        const began = performance.now();
        runs.push(await runOnce(plan, board, scene, contender.name));
        const seconds = (performance.now() - began) / 1000;
        console.error(`${scene.cards.length} cards, ${contender.title}, run ${run + 1}: ${seconds.toFixed(0)} s`);
      }
    }
  } finally {
    for (const { board } of boards) await board.close();
  }
  return new Map(boards.map(({ contender, runs }) => [contender.name, mediansOf(runs)]));
}

async function runOnce(plan: Plan, board: Board, scene: Scene, name: ContenderName): Promise<Figures> {
  const { stage, ready, loadMs } = await openStage(board);
  const [elements, cards] = await stage.page.evaluate(() => [
    document.querySelectorAll("*").length,
    window.benchPage?.drawnCards() ?? 0,
  ]);
  const figures: Figures = {
    [READY]: ready,
    [LOAD]: loadMs,
    [HEAP]: await heapMb(stage.cdp),
    "elements in the DOM": elements ?? 0,
    "cards drawn": cards ?? 0,
  };
  if (plan.pictures !== undefined)
    await stage.page.screenshot({ path: join(plan.pictures, `${name}-${scene.cards.length}.png`) });
  for (const act of plan.acts) {
    if (act.isOursOnly && name !== "ours") continue;
    // A contender that cannot do an act is a result; the others are done nevertheless.
    const told = await playAct(
      act,
      board,
      stage,
      scene,
      plan.amounts,
      plan.isProfiled ? printProfile : undefined,
    ).catch((error: unknown): Figures => {
      const reason = error instanceof Error ? error.message : String(error);
      console.error(`${act.name}: ${reason}`);
      return { [`${act.name}: ${TASK}`]: "failed" };
    });
    Object.assign(figures, told);
  }
  await stage.page.close();
  return figures;
}

/** Figure by figure; a word where any run had a word. */
function mediansOf(runs: readonly Figures[]): Figures {
  const names = new Set(runs.flatMap((run) => Object.keys(run)));
  return Object.fromEntries(
    [...names].map((name) => {
      const values = runs.map((run) => run[name]).filter((value) => value !== undefined);
      const word = values.find((value) => typeof value === "string");
      return [name, word ?? quantile(values.map(Number), 0.5)];
    }),
  );
}

function contenderNamed(name: ContenderName, browser: Browser, relay: RelayProcess): Contender {
  return name === "ours" ? ourApp(browser, relay.url) : peerNamed(name, browser);
}

function buildApp(isReadable: boolean): void {
  const args = ["build", "--logLevel", "error", ...(isReadable ? ["--mode", "readable"] : [])];
  execFileSync(join(WEB, "node_modules/.bin/vite"), args, { cwd: WEB, stdio: ["ignore", "ignore", "inherit"] });
}

/** In the app's own fonts, as its canvas would measure them. */
async function measureCharacters(browser: Browser, relay: RelayProcess): Promise<CharacterWidths> {
  const page = await browser.newPage();
  await page.goto(relay.url);
  const looks = Object.entries(TEXT_LOOKS).map(([style, look]) => ({ style: style as TextStyle, ...look }));
  const widths = await page.evaluate(
    async ([styles, characters]) => {
      const context = document.createElement("canvas").getContext("2d");
      if (!context) throw new Error("This browser has no 2D canvas.");
      const root = getComputedStyle(document.documentElement);
      const all: Record<string, Record<string, number>> = {};
      for (const { style, family, size, weight } of styles) {
        const font = `${weight} ${size}px ${root.getPropertyValue(`--${family}`)}`;
        await document.fonts.load(font, characters.join(""));
        context.font = font;
        all[style] = Object.fromEntries(characters.map((each) => [each, context.measureText(each).width]));
      }
      return all;
    },
    [looks, CHARACTERS] as const,
  );
  await page.close();
  return widths as CharacterWidths;
}

function chosen<Name extends string>(names: readonly Name[], wanted: string | undefined): readonly Name[] {
  if (wanted === undefined) return names;
  const asked = wanted.split(",");
  const unknown = asked.find((name) => !(names as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`There is no “${unknown}”: use ${names.join(", ")}.`);
  return names.filter((name) => asked.includes(name));
}

function chromiumPath(): string {
  const path = findChromium();
  if (!path) throw new Error("This bench needs Chromium: install it, or set CHROMIUM to the path of one.");
  return path;
}
