import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";

const SERVE = fileURLToPath(new URL("../../apps/cli/src/serve.ts", import.meta.url));

let dataDir: string;
let processes: ChildProcess[];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "sameside-serve-"));
  processes = [];
});
afterEach(async () => {
  for (const child of processes) if (child.exitCode === null) child.kill("SIGKILL");
  await rm(dataDir, { recursive: true });
});

it("serves at the address it prints, and ends cleanly on SIGTERM", async () => {
  const { child, stdout } = start(["--port", "0", "--data", dataDir], { HOST: "127.0.0.1" });
  await once(stdout, "data");
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output(child))?.[0];
  expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ ok: true });
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect([code, errors(child)]).toEqual([0, ""]);
});

it.each([
  ["a port that is none", ["--port", "many"], "no port"],
  ["a flag that is none", ["--prot", "4444"], "Usage: sameside serve"],
  ["a host that is not here", ["--port", "0", "--host", "192.0.2.1"], "no address of this computer"],
])("%s ends with 2 and one sentence", async (_name, args, sentence) => {
  const { child } = start([...args, "--data", dataDir]);
  const [code] = await once(child, "close");
  expect([code, errors(child)]).toEqual([2, expect.stringContaining(sentence)]);
  expect(errors(child).trim().split("\n").length).toBe(1);
});

it("a port in use ends with 2 and names another", async () => {
  const first = start(["--port", "0", "--host", "127.0.0.1", "--data", join(dataDir, "first")]);
  await once(first.stdout, "data");
  const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(output(first.child))?.[1] ?? "";
  const second = start(["--port", port, "--host", "127.0.0.1", "--data", join(dataDir, "second")]);
  const [code] = await once(second.child, "close");
  expect([code, errors(second.child)]).toEqual([2, expect.stringContaining(`--port ${Number(port) + 1}`)]);
});

const texts = new WeakMap<ChildProcess, { out: string; err: string }>();

function start(args: string[], env: Record<string, string> = {}) {
  const script = `import { serve } from ${JSON.stringify(SERVE)}; await serve(${JSON.stringify(args)});`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], { env: { ...process.env, ...env } });
  const text = { out: "", err: "" };
  texts.set(child, text);
  child.stdout.on("data", (chunk: Buffer) => {
    text.out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    text.err += chunk.toString();
  });
  processes.push(child);
  return { child, stdout: child.stdout };
}

function output(child: ChildProcess): string {
  return texts.get(child)?.out ?? "";
}

function errors(child: ChildProcess): string {
  return texts.get(child)?.err ?? "";
}
