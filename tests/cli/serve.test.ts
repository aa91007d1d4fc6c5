/** `sameside serve` as a process. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { run } from "@sameside/cli";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const MAIN = join(import.meta.dirname, "../../apps/cli/src/main.ts");
/** None of the settings of whoever runs the tests. */
const ENV = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "" };

let dataDir: string;
let processes: ChildProcess[];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "sameside-serve-"));
  processes = [];
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const child of processes) if (child.exitCode === null) child.kill("SIGKILL");
  await rm(dataDir, { recursive: true });
});

describe("sameside serve", () => {
  it("serves at the address it prints, and ends cleanly on SIGTERM", async () => {
    const { child, url, errors } = await serving(["--port", "0"]);
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ ok: true });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    const events = (await errors).trimEnd().split("\n").map(eventOf);
    expect([code, events]).toEqual([0, ["info started", "info stopping", "info stopped"]]);
  });

  it("says nothing but trouble to a person", async () => {
    const { child, errors } = await serving(["--port", "0"], { LOG_FORMAT: "text" });
    child.kill("SIGINT");
    const [code] = await once(child, "exit");
    expect([code, await errors]).toEqual([0, ""]);
  });

  it("warns when the address is another than the one people were invited to", async () => {
    const port = await freePort();
    const kept = join(dataDir, "address.json");
    await writeFile(kept, JSON.stringify({ url: "http://192.0.2.1:1" }));
    // This computer may have no network; then no address is compared.
    const { child, url, errors } = await serving(["--port", port, "--host", "0.0.0.0"]);
    const { urls } = (await (await fetch(`${url}/api/address`)).json()) as { urls: string[] };
    child.kill("SIGTERM");
    await once(child, "exit");
    expect((await errors).includes('"level":"warn","event":"moved-address"')).toBe(urls.length > 0);
    if (urls.length > 0) expect(await readFile(kept, "utf8")).toContain(port);
  });

  it.each([
    ["a port that is none", ["--port", "many"], {}, "no port"],
    ["a flag that is none", ["--prot", "4444"], {}, "Unknown option '--prot'"],
    ["a host that is not here", ["--port", "0", "--host", "192.0.2.1"], {}, "no address of this computer"],
    ["half a certificate", ["--tls-cert", "x.pem"], {}, "both TLS_CERT and TLS_KEY"],
    ["a certificate that is not there", ["--tls-cert", "x.pem", "--tls-key", "y.pem"], {}, "TLS_CERT names x.pem"],
    ["a certificate that is none", ["--tls-cert", MAIN, "--tls-key", MAIN], {}, "TLS_CERT and TLS_KEY"],
    ["an origin that is none", [], { ALLOWED_ORIGINS: "maps.example.org" }, "is no origin"],
    ["a proxy that is maybe", [], { TRUST_PROXY: "perhaps" }, "TRUST_PROXY is 1 or 0"],
    ["a log of another form", [], { LOG_FORMAT: "xml" }, "LOG_FORMAT is json or text"],
    ["a bus without a database", ["--port", "0"], { REDIS_URL: "redis://127.0.0.1:1" }, "Set DATABASE_URL too"],
  ])("%s ends with 2 and one sentence", async (_name, args, env, sentence) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const said: string[] = [];
    const code = await run(["serve", ...args, "--data", dataDir], {
      out: () => undefined,
      err: (line) => said.push(line),
    });
    expect([code, said]).toEqual([2, [expect.stringContaining(sentence)]]);
  });

  it("a port in use ends with 2 and names another", async () => {
    const { url } = await serving(["--port", "0"]);
    const port = new URL(url).port;
    const second = start(["--port", port, "--host", "127.0.0.1", "--data", join(dataDir, "second")]);
    const [code] = await once(second.child, "close");
    expect([code, await second.errors]).toEqual([2, expect.stringContaining(`--port ${Number(port) + 1}`)]);
  });

  it("tells all settings with their variables", async () => {
    const { child, output } = start(["--help"]);
    const [code] = await once(child, "close");
    expect(code).toBe(0);
    for (const name of ["PORT", "HOST", "DATA_DIR", "DATABASE_URL", "REDIS_URL", "ALLOWED_ORIGINS", "TRUST_PROXY"])
      expect(output()).toContain(name);
  });
});

interface Serving {
  readonly child: ChildProcess;
  /** All of standard error, once the process has ended. */
  readonly errors: Promise<string>;
  readonly output: () => string;
}

function start(args: readonly string[], env: Record<string, string> = {}): Serving {
  const child = spawn(process.execPath, [MAIN, "serve", ...args], { env: { ...ENV, ...env } });
  processes.push(child);
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += String(chunk);
  });
  return { child, errors: text(child.stderr), output: () => out };
}

async function serving(args: readonly string[], env: Record<string, string> = {}) {
  const { child, errors, output } = start(
    [...(args.includes("--host") ? [] : ["--host", "127.0.0.1"]), "--data", dataDir, ...args],
    env,
  );
  const ended = once(child, "exit").then(async () => {
    throw new Error(`It ended: ${await errors}`);
  });
  ended.catch(() => undefined);
  while (!/https?:\/\/\S+:\d+/.test(output()))
    await Promise.race([once(child.stdout as NodeJS.ReadableStream, "data"), ended]);
  const url = /https?:\/\/[^\s/]+:\d+/.exec(output())?.[0] ?? "";
  return { child, errors, url };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return String(typeof address === "object" ? address?.port : address);
}

function eventOf(line: string): string {
  const { level, event } = JSON.parse(line) as { level: string; event: string };
  return `${level} ${event}`;
}
