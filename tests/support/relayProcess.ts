/** The real relay with the built web app, as the process that `pnpm start` runs. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const MAIN = join(ROOT, "apps/cli/src/main.ts");
/** The Node that this project pins, where its platform has one. */
const PINNED_NODE = join(ROOT, "node_modules/.bin/node");
const NODE = existsSync(PINNED_NODE) ? PINNED_NODE : process.execPath;

export interface RelayProcessOptions {
  /** Settings beside port, host and folder, by the names of their variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** A folder of the caller's own, which `remove` leaves there; absent = a new one. */
  readonly dataDir?: string;
  /** Takes what the relay logs; absent = it is shown. */
  readonly logged?: (text: string) => void;
}

export interface RelayProcess {
  readonly port: number;
  readonly dataDir: string;
  /** The process that runs at the moment; 0 = none. */
  pid(): number;
  /** At localhost: everything a secure origin has. */
  readonly url: string;
  /** At a name: what a phone or another laptop has. */
  readonly lanUrl: string;
  /** Ends the process at once, without a chance to write anything. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  start(): Promise<void>;
  /** Ends it for good and removes its data. */
  remove(): Promise<void>;
}

export async function startRelayProcess(options: RelayProcessOptions = {}): Promise<RelayProcess> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "sameside-relay-"));
  let child: ChildProcess | undefined;
  let port = 0;

  async function start(): Promise<void> {
    const env = { ...process.env, PORT: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir, ...options.env };
    child = spawn(NODE, [MAIN, "serve"], { env, stdio: ["ignore", "pipe", options.logged ? "pipe" : "inherit"] });
    child.stderr?.on("data", (text) => options.logged?.(String(text)));
    port = await portTold(child);
  }
  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  await start();
  return {
    port,
    dataDir,
    pid: () => (child && child.exitCode === null && child.signalCode === null ? (child.pid ?? 0) : 0),
    url: `http://127.0.0.1:${port}`,
    lanUrl: `http://table.test:${port}`,
    kill,
    start,
    async remove() {
      await kill();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The relay prints its address once it listens. */
async function portTold(child: ChildProcess): Promise<number> {
  let said = "";
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const [, port] = /http:\/\/[^\s:]+:(\d+)/.exec(said) ?? [];
    if (port) {
      child.stdout?.resume();
      return Number(port);
    }
  }
  throw new Error(`The relay did not start. It said: ${said}`);
}
