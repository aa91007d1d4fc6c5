/** Where our app's main thread spends an act, from Chromium's profiler, by the places in our sources. */
import { readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { join } from "node:path";
import type { CDPSession } from "@playwright/test";
import { metricsOf } from "./cost.ts";

export interface Profile {
  /** What the browser did besides scripts, in ms. */
  readonly browser: Readonly<Record<"style" | "layout", number>>;
  /** Functions by their own time, the dearest first. */
  readonly own: readonly Share[];
  /** Functions of our own sources by their time with all that they call. */
  readonly withCalls: readonly Share[];
}
interface Share {
  readonly name: string;
  readonly ms: number;
}

const SAMPLING_US = 200;
const SHOWN = 5;
const DIST = join(import.meta.dirname, "../../../apps/web/dist/assets");
/** What the profiler calls the rest: no function of anybody. */
const NOT_FUNCTIONS: ReadonlySet<string> = new Set(["(root)", "(idle)", "(program)"]);
const OUR_SOURCE = /\((?:apps|packages)\//;

/** Runs `act` under the profiler. The app must have been built readable. */
export async function profiled(cdp: CDPSession, act: () => Promise<void>): Promise<Profile> {
  const before = await metricsOf(cdp);
  await cdp.send("Profiler.enable");
  await cdp.send("Profiler.setSamplingInterval", { interval: SAMPLING_US });
  await cdp.send("Profiler.start");
  await act();
  const { profile } = await cdp.send("Profiler.stop");
  await cdp.send("Profiler.disable");
  const after = await metricsOf(cdp);
  const spent = (name: string) => ((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000;

  const placeOf = openPlaces();
  const nodesById = new Map(profile.nodes.map((node) => [node.id, { ...node, name: placeOf(node.callFrame) }]));
  const parentsById = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const [own, withCalls] = [new Map<string, number>(), new Map<string, number>()];
  const add = (to: Map<string, number>, name: string, ms: number) => to.set(name, (to.get(name) ?? 0) + ms);
  for (const [index, sample] of (profile.samples ?? []).entries()) {
    const ms = (profile.timeDeltas?.[index] ?? 0) / 1000;
    const name = nodesById.get(sample)?.name ?? "";
    if (!NOT_FUNCTIONS.has(name)) add(own, name, ms);
    const stack = new Set<string>();
    for (let id: number | undefined = sample; id !== undefined; id = parentsById.get(id))
      stack.add(nodesById.get(id)?.name ?? "");
    for (const caller of stack) if (OUR_SOURCE.test(caller)) add(withCalls, caller, ms);
  }
  return {
    browser: { style: spent("RecalcStyleDuration"), layout: spent("LayoutDuration") },
    own: dearest(own),
    withCalls: dearest(withCalls),
  };
}

export function printProfile(act: string, { browser, own, withCalls }: Profile): void {
  const print = ({ name, ms }: Share) => console.log(`    ${ms.toFixed(0).padStart(6)} ms  ${name}`);
  console.log(`\n${act}: style ${browser.style.toFixed(0)} ms, layout ${browser.layout.toFixed(0)} ms`);
  console.log("  own time");
  own.forEach(print);
  console.log("  ours, with what they call");
  withCalls.forEach(print);
}

function dearest(msByName: ReadonlyMap<string, number>): Share[] {
  return [...msByName]
    .map(([name, ms]) => ({ name, ms }))
    .sort((one, other) => other.ms - one.ms)
    .slice(0, SHOWN);
}

interface Frame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** A function's name with its place in the sources, by the build's source maps. */
function openPlaces(): (frame: Frame) => string {
  const mapsByFile = new Map<string, SourceMap>();
  const mapOf = (file: string) => {
    const known = mapsByFile.get(file);
    if (known) return known;
    const map = new SourceMap(JSON.parse(readFileSync(join(DIST, `${file}.map`), "utf8")) as SourceMapPayload);
    mapsByFile.set(file, map);
    return map;
  };
  return ({ functionName, url, lineNumber, columnNumber }) => {
    const [, file] = /\/assets\/([^/]+\.js)$/.exec(url) ?? [];
    if (file === undefined) return functionName || "(native)";
    const entry = mapOf(file).findEntry(lineNumber, columnNumber);
    if (!("originalSource" in entry)) return functionName || "(anonymous)";
    const source = entry.originalSource.replace(/^(?:\.\.\/)*(?:.*\/node_modules\/)?/, "");
    const place = source.startsWith("src/") ? `apps/web/${source}` : source;
    return `${functionName || "(anonymous)"} (${place}:${entry.originalLine + 1})`;
  };
}
