/** What the machine says about processes, from Linux' /proc, and how fast its disk confirms. */
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { now } from "./layout.ts";

/** Of /proc's times. */
const TICKS_PER_SECOND = 100;
const FSYNCS = 200;
const PAGE_BYTES = 4096;
const MB = 1e6;

/** Seconds of processor that a process and all its threads have used. */
function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name in brackets may hold spaces; user and system time are the 12th and 13th field behind it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Resident memory of processes, in MB. */
export function rssMb(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + rssOf(pid), 0);
}

function rssOf(pid: number): number {
  const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return (Number(kb) * 1024) / MB;
}

/** What a stretch of time cost. */
export interface Cost {
  readonly seconds: number;
  /** Seconds of processor of each server process. */
  readonly serverCpu: readonly number[];
  readonly generatorCpu: number;
  /** What everything else on the machine took, in % of all its processors. */
  readonly foreignPercent: number;
}

/** Starts to measure; the answer ends it. */
export function measureCost(pids: readonly number[]): () => Cost {
  const began = now();
  const serversBefore = pids.map(cpuSeconds);
  const generatorBefore = process.cpuUsage();
  const machineBefore = machineSeconds();
  return () => {
    const seconds = (now() - began) / 1000;
    const serverCpu = pids.map((pid, index) => cpuSeconds(pid) - (serversBefore[index] ?? 0));
    const { user, system } = process.cpuUsage(generatorBefore);
    const generatorCpu = (user + system) / 1e6;
    const ours = generatorCpu + serverCpu.reduce((sum, cpu) => sum + cpu, 0);
    const foreign = Math.max(0, machineSeconds() - machineBefore - ours);
    return { seconds, serverCpu, generatorCpu, foreignPercent: (100 * foreign) / (seconds * cpus().length) };
  };
}

/** Seconds of processor used by anybody since the machine started. */
function machineSeconds(): number {
  const [, user, nice, system, , , irq, softirq, steal] = readFileSync("/proc/stat", "utf8").split(/\s+/).map(Number);
  return (
    [user, nice, system, irq, softirq, steal].reduce((sum: number, part) => sum + (part ?? 0), 0) / TICKS_PER_SECOND
  );
}

/** Milliseconds this disk takes to confirm one page: the median of many. */
export function fsyncMedianMs(): number {
  const folder = mkdtempSync(join(tmpdir(), "sameside-fsync-"));
  const file = openSync(join(folder, "page"), "w");
  const page = Buffer.alloc(PAGE_BYTES, 1);
  const times = Array.from({ length: FSYNCS }, () => {
    const began = now();
    writeSync(file, page);
    fdatasyncSync(file);
    return now() - began;
  });
  closeSync(file);
  rmSync(folder, { recursive: true });
  return times.sort((a, b) => a - b)[FSYNCS / 2] ?? Number.NaN;
}

/** How many files and sockets a process may have open. */
export function openFilesLimit(): number {
  const [, , hard] = /Max open files\s+(\d+)\s+(\d+)/.exec(readFileSync("/proc/self/limits", "utf8")) ?? [];
  return Number(hard ?? Number.POSITIVE_INFINITY);
}
