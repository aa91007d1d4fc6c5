/** A server under test as a process of its own, which can be killed and started again. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TargetData } from "../generator/target.ts";
import { now, pause } from "../layout.ts";
import { openSeats } from "./access.ts";
import type { Contender } from "./contenders.ts";

/** The Node that this project pins, where its platform has one. */
const PINNED_NODE = join(import.meta.dirname, "../../../../node_modules/.bin/node");
const NODE = existsSync(PINNED_NODE) ? PINNED_NODE : process.execPath;
const START_PATIENCE_MS = 20_000;
const POLL_MS = 20;
const MAX_COMPLAINT_CHARACTERS = 2_000;
const WORKSHOP = "workshop-of-the-bench";

export class Server {
  readonly contender: Contender;
  readonly #dataDir = mkdtempSync(join(tmpdir(), "sameside-bench-"));
  readonly #env: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  #port = 0;
  #complaint = "";

  /** `env`: settings beside port and folder. */
  constructor(contender: Contender, env: Readonly<Record<string, string>> = {}) {
    this.contender = contender;
    this.#env = env;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }
  get port(): number {
    return this.#port;
  }

  /** Starts it, at the same port and with the same data as before. @throws Error when it does not come up */
  async start(): Promise<this> {
    this.#port ||= await freePort();
    const env = { ...process.env, PORT: String(this.#port), HOST: "127.0.0.1", DATA_DIR: this.#dataDir, ...this.#env };
    const child = spawn(NODE, this.contender.args, { env, stdio: ["ignore", "ignore", "pipe"] });
    this.#child = child;
    const kill = () => child.kill("SIGKILL");
    process.once("exit", kill);
    child.once("exit", () => process.off("exit", kill));
    child.stderr?.on("data", (bytes: Buffer) => {
      this.#complaint = (this.#complaint + bytes.toString()).slice(-MAX_COMPLAINT_CHARACTERS);
    });
    const until = now() + START_PATIENCE_MS;
    while (!(await isListening(this.#port))) {
      if (child.exitCode !== null || now() > until)
        throw new Error(`The server ${this.contender.name} did not start. It said: ${this.#complaint}`);
      await pause(POLL_MS);
    }
    return this;
  }

  /** Rooms of one workshop, and tokens for so many connections to them. */
  async target(rooms: number, connections: number, prefix = "table"): Promise<TargetData> {
    return targetOf([this], rooms, connections, prefix);
  }

  /** Ends the process without a chance to write anything. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  /** Ends it for good and removes its data. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}

/** The rooms of servers that share a store; tokens of one are good at all. */
export async function targetOf(
  servers: readonly Server[],
  rooms: number,
  connections: number,
  prefix = "table",
): Promise<TargetData> {
  const [first] = servers;
  if (!first) throw new Error("There is no server to talk to.");
  const tokens = first.contender.hasAccess
    ? await openSeats(`http://127.0.0.1:${first.port}`, WORKSHOP, connections)
    : [];
  return {
    dialect: first.contender.dialect,
    ports: servers.map(({ port }) => port),
    spreadsRooms: false,
    rooms: Array.from({ length: rooms }, (_, room) => `${WORKSHOP}.board.${prefix}${room}`),
    tokens,
  };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || !address) throw new Error("The machine gave no free port.");
  return address.port;
}
