/** The examples for operators say what the program knows: its commands, its settings, its port, its paths. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { run } from "@sameside/cli";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RelayBench, startBench } from "../relay/relayBench.ts";

const ROOT = join(import.meta.dirname, "../..");
const EXAMPLES = join(ROOT, "apps/relay/examples");
const SETTING = /\b[A-Z]+(?:_[A-Z]+)*\b/g;
const SECONDS = { s: 1, m: 60, h: 3600 } as const;

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly configs?: readonly { readonly source: string; readonly target: string }[];
  readonly volumes?: readonly string[];
  readonly stop_grace_period?: string;
}

interface Compose {
  readonly services: Readonly<Record<"relay" | "proxy" | "database" | "bus", Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
}

/** The reader of YAML is that of the files people open. */
const { parse } = createRequire(join(ROOT, "packages/interchange/package.json"))("yaml") as {
  parse(text: string): unknown;
};
const compose = parse(example("compose.yaml")) as Compose;
const { relay, proxy, database, bus } = compose.services;
const haproxy = compose.configs["proxy"]?.content ?? "";
const instructions = example("Dockerfile").replaceAll("\\\n", " ");

let bench: RelayBench;
let help: string;
beforeAll(async () => {
  bench = await startBench();
  const said: string[] = [];
  await run(["serve", "--help"], { out: (line) => said.push(line), err: (line) => said.push(line) });
  help = said.join("\n");
});
afterAll(() => bench.tidyUp());

describe("the compose file", () => {
  it("sets only what the program reads, to addresses of its own services", () => {
    const { DATABASE_URL = "", REDIS_URL = "", ...rest } = relay.environment ?? {};
    expect(unknownSettings([...Object.keys(rest), "DATABASE_URL", "REDIS_URL"])).toEqual([]);
    const { POSTGRES_USER, POSTGRES_PASSWORD = "" } = database.environment ?? {};
    // The image makes a database with the name of its user.
    expect(DATABASE_URL).toBe(`postgres://${POSTGRES_USER}:${POSTGRES_PASSWORD}@database/${POSTGRES_USER}`);
    expect(REDIS_URL).toBe("redis://bus:6379");
    expect([relay.build, database.image, bus.image, proxy.image].join(" ")).toMatch(
      /^\. postgres:\d+ redis:\d+ haproxy:/,
    );
    for (const [name, { condition }] of Object.entries(relay.depends_on ?? {}))
      expect([name, condition, compose.services[name as "database" | "bus"].healthcheck?.test[0]]).toEqual([
        name,
        "service_healthy",
        "CMD",
      ]);
  });

  it("keeps the database, and nothing that only passes through the bus", () => {
    for (const volume of database.volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.split(":")[0]);
    expect(database.volumes).toHaveLength(1);
    expect([bus.command?.join(" "), bus.volumes]).toEqual(["redis-server --save  --appendonly no", undefined]);
  });

  it("has a proxy that asks each relay whether it is ready, says who asks, and keeps quiet connections", async () => {
    const [, path = ""] = /option httpchk GET (\S+)/.exec(haproxy) ?? [];
    expect((await fetch(`${bench.relay.url}${path}`)).status).toBe(200);
    expect(haproxy).toMatch(new RegExp(`server-template relay \\d+ relay:${usual("PORT")} check`));
    expect(proxy.ports).toEqual([`4444:${/bind :(\d+)/.exec(haproxy)?.[1]}`]);
    expect(proxy.configs).toEqual([{ source: "proxy", target: "/usr/local/etc/haproxy/haproxy.cfg" }]);
    // What people send themselves is not believed.
    expect([/del-header X-Forwarded-For/.test(haproxy), /option forwardfor/.test(haproxy)]).toEqual([true, true]);
    expect(relay.environment?.["TRUST_PROXY"]).toBe("1");
    for (const what of ["client", "server", "tunnel"]) expect(timeout(what)).toBeGreaterThanOrEqual(60);
  });
});

describe("the image", () => {
  it("installs the package that the project packs, and runs a command that there is, as nobody's root", () => {
    expect(instruction("FROM")).toMatch(/^node:\d+/);
    const { engines } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { engines: { node: string } };
    const [needed = 0, given = 0] = [engines.node, instruction("FROM")].map((text) => Number(/\d+/.exec(text)?.[0]));
    expect(given).toBeGreaterThanOrEqual(needed);
    expect(JSON.parse(instruction("CMD"))).toEqual(["sameside", "serve"]);
    expect([instruction("USER"), instruction("EXPOSE")]).toEqual(["node", usual("PORT")]);
    const settings = instruction("ENV").split(" ");
    expect(unknownSettings(settings.map((setting) => setting.split("=")[0] ?? ""))).toEqual([]);
    expect(settings).toContain(`DATA_DIR=${instruction("VOLUME")}`);
  });

  it("is healthy while the relay is ready, and not when nothing answers", async () => {
    const [, check = "[]"] = /CMD (\[.*\])/.exec(instruction("HEALTHCHECK")) ?? [];
    const [program, ...args] = JSON.parse(check) as string[];
    expect(program).toBe("node");
    expect([await exitOf(args, bench.relay.port), await exitOf(args, 1)]).toEqual([0, 1]);
  });
});

describe("the unit", () => {
  it("starts a command that there is, with settings that there are, and leaves it the time to end", () => {
    const unit = example("sameside.service");
    expect(unit).toMatch(/^ExecStart=.* sameside serve$/m);
    const settings = [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, line = ""]) => line.split(" "));
    expect(unknownSettings(settings.map((setting) => setting.split("=")[0] ?? ""))).toEqual([]);
    expect(settings).toContain(`DATA_DIR=/var/lib/${/^StateDirectory=(.*)$/m.exec(unit)?.[1]}`);
    const patience = Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1]);
    expect(secondsOf(relay.stop_grace_period ?? "")).toBe(patience);
  });
});

function example(name: string): string {
  return readFileSync(join(EXAMPLES, name), "utf8");
}

/** What stands behind the first `name` of the Dockerfile. */
function instruction(name: string): string {
  return new RegExp(`^${name} (.*)$`, "m").exec(instructions)?.[1] ?? "";
}

/** Those that `sameside serve` does not know. */
function unknownSettings(names: readonly string[]): readonly string[] {
  const known = new Set(help.match(SETTING));
  return names.filter((name) => !known.has(name));
}

/** What a setting is when nobody sets it. */
function usual(name: string): string {
  return new RegExp(`${name} .*\\((.+)\\)$`, "m").exec(help)?.[1] ?? "";
}

/** Of the proxy, in seconds. */
function timeout(what: string): number {
  return secondsOf(new RegExp(`timeout ${what} (\\S+)`).exec(haproxy)?.[1] ?? "");
}

function secondsOf(duration: string): number {
  const [, count, unit = "s"] = /^(\d+)([smh])$/.exec(duration) ?? [];
  return Number(count) * SECONDS[unit as keyof typeof SECONDS];
}

/** What a program of Node's ends with, where the relay is said to be at `port`. */
function exitOf(args: readonly string[], port: number): Promise<number> {
  const env = { PATH: process.env["PATH"] ?? "", PORT: String(port) };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env }).once("exit", (code) => resolve(code ?? -1));
  });
}
