/** Real PostgreSQL and Redis servers for tests: child processes on loopback, with folders of their own. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface EngineProcess {
  readonly url: string;
  /** Ends the server as a crash would; its folder stays. */
  stop(): Promise<void>;
  /** Starts it again on the same folder and port. */
  start(): Promise<void>;
  /** Stops all its processes in their tracks: connections stay open and nothing answers. */
  freeze(): void;
  /** Lets them go on where they were. */
  thaw(): void;
  /** Ends it for good and removes its folder. */
  tidyUp(): Promise<void>;
}

export interface PostgresProcess extends EngineProcess {
  /** Makes an empty database; answers its address. */
  newDatabase(): string;
  /** Runs statements in a database, with psql; answers what it prints, without headings. */
  run(databaseUrl: string, statements: string): string;
  /** Runs a statement in a transaction that stays open until `release`. */
  hold(databaseUrl: string, statement: string): { readonly taken: Promise<void>; release(): Promise<void> };
}

type EngineName = "PostgreSQL" | "Redis";

interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly isReady: (line: string) => boolean;
  /** Absent = as whoever runs the tests. */
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
}

const DEBIAN_POSTGRES = "/usr/lib/postgresql";
const REDIS = ["/usr/bin/redis-server", "/usr/local/bin/redis-server", "/opt/homebrew/bin/redis-server"];

/** The engines this machine has not. */
export function enginesMissing(): EngineName[] {
  const missing: EngineName[] = [];
  if (postgresFolder() === undefined) missing.push("PostgreSQL");
  if (redisProgram() === undefined) missing.push("Redis");
  return missing;
}

/** For `describe.skipIf`: `true`, after saying so aloud, when this machine has not got that engine. */
export function skipsWithout(engine: EngineName): boolean {
  const isMissing = enginesMissing().includes(engine);
  if (isMissing) console.warn(`SKIPPED, no ${engine} here: run node tests/support/ensureEngines.ts`);
  return isMissing;
}

export async function startRedis(): Promise<EngineProcess> {
  const [folder, port] = [await mkdtemp(join(tmpdir(), "sameside-redis-")), await freePort()];
  const redis = await startProgram({
    command: redisProgram() ?? "redis-server",
    args: ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder],
    cwd: folder,
    isReady: (line) => line.includes("Ready to accept connections"),
    user: undefined,
  });
  return { ...redis, url: `redis://127.0.0.1:${port}` };
}

export async function startPostgres(): Promise<PostgresProcess> {
  const bin = postgresFolder() ?? "";
  const user = process.getuid?.() === 0 ? userOf("postgres") : undefined;
  const [folder, port] = [await mkdtemp(join(tmpdir(), "sameside-postgres-")), await freePort()];
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const init = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"];
  execFileSync(join(bin, "initdb"), init, { cwd: folder, stdio: ["ignore", "ignore", "inherit"], ...user });
  const server = await startProgram({
    command: join(bin, "postgres"),
    args: ["-D", data, "-p", `${port}`, "-h", "127.0.0.1", "-k", folder],
    cwd: folder,
    isReady: (line) => line.includes("database system is ready to accept connections"),
    user,
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const run = (databaseUrl: string, statements: string): string =>
    execFileSync(
      join(bin, "psql"),
      ["-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-d", databaseUrl, "-c", statements],
      {
        encoding: "utf8",
      },
    ).trim();
  let databases = 0;
  const newDatabase = (): string => {
    databases += 1;
    run(url, `CREATE DATABASE test${databases}`);
    return url.replace(/postgres$/, `test${databases}`);
  };
  const hold: PostgresProcess["hold"] = (databaseUrl, statement) => {
    const child = spawn(join(bin, "psql"), ["-X", "-q", "-d", databaseUrl], { stdio: ["pipe", "pipe", "inherit"] });
    child.stdin.write(`BEGIN;\n${statement};\n\\echo taken\n`);
    const taken = once(child.stdout, "data").then(() => undefined);
    const release = async (): Promise<void> => {
      child.stdin.end("ROLLBACK;\n");
      await once(child, "exit");
    };
    return { taken, release };
  };
  return { ...server, url, newDatabase, run, hold };
}

async function startProgram(program: Program): Promise<Omit<EngineProcess, "url">> {
  let child = await started(program);
  let frozen: readonly number[] = [];
  const thaw = () => {
    for (const pid of frozen) process.kill(pid, "SIGCONT");
    frozen = [];
  };
  const stop = () => {
    thaw();
    return ended(child);
  };
  return {
    stop,
    freeze() {
      frozen = withChildren(child);
      for (const pid of frozen) process.kill(pid, "SIGSTOP");
    },
    thaw,
    start: async () => {
      child = await started(program);
    },
    tidyUp: async () => {
      await stop();
      await rm(program.cwd, { recursive: true });
    },
  };
}

/** Both servers say in a line that they are ready. */
async function started({ command, args, cwd, isReady, user }: Program): Promise<ChildProcess> {
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"], ...user });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        if (isReady(line)) resolve();
      });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`${command} did not start:\n${lines.join("\n")}`)));
  });
  return child;
}

/** The process, and those it has started: PostgreSQL has one for each connection. */
function withChildren({ pid = 0 }: ChildProcess): number[] {
  const { stdout } = spawnSync("ps", ["-o", "pid=", "--ppid", `${pid}`], { encoding: "utf8" });
  return [pid, ...stdout.split(/\s+/).filter(Boolean).map(Number)];
}

/** PostgreSQL's way of a crash without its children: shut down at once, recover at the next start. Redis just ends. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGQUIT");
  await once(child, "exit");
}

function postgresFolder(): string | undefined {
  const debians = existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES) : [];
  const newestFirst = debians
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN_POSTGRES, version, "bin"));
  const configured = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  const folders = [...newestFirst, ...(configured.status === 0 ? [configured.stdout.trim()] : [])];
  return folders.find((folder) => existsSync(join(folder, "postgres")));
}

function redisProgram(): string | undefined {
  return REDIS.find((path) => existsSync(path));
}

/** The server refuses to run as root. */
function userOf(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}
