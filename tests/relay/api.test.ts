/** The relay's HTTP requests: what they say of themselves, who may ask, and what is no request. */
import { once } from "node:events";
import { connect } from "node:net";
import { API, type ApiName, CLOSE, limits, planRoom, type SeatAnswer } from "@sameside/protocol";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import * as z from "zod";
import {
  ask,
  call,
  claimSeat,
  closeCode,
  openSocket,
  type RelayBench,
  ROOM,
  seatBy,
  startBench,
  WORKSHOP,
} from "./relayBench.ts";

const FRIEND = "https://maps.example.org";
const STRANGER = "https://stranger.example";
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let bench: RelayBench;
let url: string;
let facilitator: SeatAnswer;
beforeEach(async () => {
  bench = await startBench({ allowedOrigins: [FRIEND] });
  url = bench.relay.url;
  facilitator = await claimSeat(url);
});
afterEach(async () => {
  expect(bench.logged).toEqual([]);
  await bench.tidyUp();
});

const Schema = z.record(z.string(), z.unknown());
const Content = z.record(z.string(), z.object({ schema: Schema.optional() }));
const Operation = z.object({
  operationId: z.string(),
  summary: z.string().min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z
    .array(z.object({ name: z.string(), in: z.literal("path"), required: z.literal(true), schema: Schema }))
    .optional(),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: Content })),
});
const OpenApi = z.object({
  openapi: z.literal("3.1.0"),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema), securitySchemes: z.record(z.string(), Schema) }),
});

async function operations(): Promise<Map<string, z.infer<typeof Operation>>> {
  const document = OpenApi.parse(await (await fetch(`${url}/api/openapi.json`)).json());
  const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
  );
  return new Map(entries);
}

function schemaIn(content: z.infer<typeof Content> | undefined): z.ZodType {
  const schema = content?.["application/json"]?.schema;
  if (!schema) throw new Error("There is no JSON.");
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
}

describe("the OpenAPI document", () => {
  it("names every request of the table, once, with its body, its parameters and who may ask", async () => {
    const byAddress = await operations();
    const names = Object.keys(API) as ApiName[];
    expect([...byAddress.keys()].sort()).toEqual(names.map((name) => `${API[name].method} ${API[name].path}`).sort());
    for (const name of names) {
      const entry = API[name];
      const operation = byAddress.get(`${entry.method} ${entry.path}`);
      expect(operation?.operationId).toBe(name);
      expect(operation?.security.length, name).toBe(entry.by === "anybody" ? 0 : 1);
      expect(operation?.parameters?.map((parameter) => parameter.name) ?? []).toEqual(
        [...entry.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter),
      );
      expect(operation?.requestBody !== undefined, name).toBe(
        "body" in entry || ("bytes" in entry && entry.bytes === "body"),
      );
    }
  });

  it("holds schemas that a reader of JSON Schema understands, and that real requests and answers pass", async () => {
    const byAddress = await operations();
    const answers = (address: string) => schemaIn(byAddress.get(address)?.responses["200"]?.content);
    const bodies = (address: string) => schemaIn(byAddress.get(address)?.requestBody?.content);
    expect(answers("POST /api/workshops").parse(facilitator)).toEqual(facilitator);
    const body = { role: "participant", table: "t1" } as const;
    expect(bodies("POST /api/workshops/{workshop}/invites").safeParse(body).success).toBe(true);
    expect(bodies("POST /api/workshops/{workshop}/invites").safeParse({ role: "king" }).success).toBe(false);
    const invite = await ask(url, "invite", { token: facilitator.token, body });
    expect(answers("POST /api/workshops/{workshop}/invites").parse(invite)).toEqual(invite);
    const people = await ask(url, "people", { token: facilitator.token });
    expect(answers("GET /api/workshops/{workshop}/people").parse(people)).toEqual(people);
    for (const [address, { responses, requestBody }] of byAddress) {
      const contents = [requestBody?.content, ...Object.values(responses).map(({ content }) => content)];
      for (const content of contents) {
        const schema = content?.["application/json"]?.schema;
        if (schema && !("$ref" in schema)) expect(() => schemaIn(content), address).not.toThrow();
      }
    }
  });
});

describe("who asks", () => {
  it("needs a token that holds, in this workshop, and for some requests a facilitator's", async () => {
    const customer = await seatBy(url, facilitator.token, { role: "participant" });
    const other = await ask(url, "claim", { body: { id: "another-workshop-01", secret: "s".repeat(43) } });
    for (const name of Object.keys(API) as ApiName[]) {
      const { by, path } = API[name];
      if (by === "anybody") continue;
      expect((await call(url, name)).status, name).toBe(401);
      expect((await call(url, name, { token: "nobody" })).status, name).toBe(401);
      if (path.includes("{workshop}")) expect((await call(url, name, { token: other.token })).status, name).toBe(403);
      if (by === "facilitator") expect((await call(url, name, { token: customer.token })).status, name).toBe(403);
    }
    expect((await ask(url, "seat", { token: customer.token })).token).toBe(customer.token);
  });

  it("a page of another address may not: neither request nor socket, whatever it knows", async () => {
    const plan = `${url.replace("http", "ws")}/sync/${planRoom(WORKSHOP)}?token=${facilitator.token}`;
    for (const origin of [STRANGER, "null", `${url}.evil.example`, "https://127.0.0.1"]) {
      const refused = await fetch(`${url}/api/seat`, {
        headers: { origin, authorization: `Bearer ${facilitator.token}` },
      });
      expect([refused.status, refused.headers.get("access-control-allow-origin")], origin).toEqual([403, null]);
      expect(await upgradeStatus(plan, origin), origin).toBe(403);
    }
    for (const origin of [url, FRIEND, undefined]) expect(await upgradeStatus(plan, origin), origin).toBe(101);
  });

  it("a page that is listed may, and its browser is told so before and after", async () => {
    const headers = { origin: FRIEND, "access-control-request-method": "PATCH" };
    const preflight = await fetch(`${url}/api/seat`, { method: "OPTIONS", headers });
    expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([204, FRIEND]);
    expect(preflight.headers.get("access-control-allow-methods")).toContain("PATCH");
    expect(preflight.headers.get("access-control-allow-headers")).toContain("Authorization");
    const answer = await fetch(`${url}/api/nothing`, { headers: { origin: FRIEND } });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([404, FRIEND]);
    expect(answer.headers.get("vary")).toBe("Origin");
  });

  it("behind a proxy, the page's address is the one that the proxy was asked for", async () => {
    const behind = await startBench({ trustProxy: true });
    const headers = { origin: "https://maps.example.org", "x-forwarded-host": "maps.example.org" };
    expect((await fetch(`${behind.relay.url}/api/address`, { headers })).status).toBe(200);
    expect((await fetch(`${behind.relay.url}/api/address`, { headers: { ...headers, origin: STRANGER } })).status).toBe(
      403,
    );
    expect(
      (
        await fetch(`${url}/api/address`, {
          headers: { ...headers, origin: STRANGER, "x-forwarded-host": "stranger.example" },
        })
      ).status,
    ).toBe(403);
    await behind.tidyUp();
  });

  it("with every origin allowed, all pages may", async () => {
    const open = await startBench({ allowedOrigins: ["*"] });
    const answer = await fetch(`${open.relay.url}/api/address`, { headers: { origin: STRANGER } });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, STRANGER]);
    await open.tidyUp();
  });
});

describe("what is asked", () => {
  const post = async (path: string, body: string): Promise<[number, string]> => {
    const response = await fetch(`${url}${path}`, { method: "POST", body });
    return [response.status, ((await response.json()) as { error: string }).error];
  };

  it.each([
    ["no JSON", "{", 400, "JSON"],
    ["nothing", "", 400, "JSON"],
    ["a short secret", JSON.stringify({ id: WORKSHOP, secret: "short" }), 400, '"secret" is not right'],
    ["a list", "[]", 400, "object"],
    ["signs that are not allowed", JSON.stringify({ id: "workshop#0123456789", secret: "s".repeat(43) }), 400, '"id"'],
    ["a person that is none", JSON.stringify({ id: WORKSHOP, secret: "s".repeat(43), person: "a/b" }), 400, '"person"'],
    ["a book", "x".repeat(100_000), 413, "too long"],
  ])("%s is refused with a sentence that names it", async (_name, body, status, words) => {
    expect(await post("/api/workshops", body)).toEqual([status, expect.stringContaining(words)]);
  });

  it("in a path is a part that there can be, and nothing else", async () => {
    const headers = { authorization: `Bearer ${facilitator.token}` };
    for (const path of [
      `/api/workshops/${WORKSHOP}/people/`,
      `/api/workshops/${WORKSHOP}/people/a%2Fb`,
      `/api/workshops/${WORKSHOP}/people/%00`,
      `/api/workshops/${WORKSHOP}/people/a/b`,
      `/api/workshops/${WORKSHOP}/people/${"a".repeat(129)}`,
      `/api/workshops//people/ann`,
      `/api/workshops/${WORKSHOP}%2F..%2Fx/people/ann`,
    ])
      expect((await fetch(`${url}${path}`, { method: "DELETE", headers })).status, path).toBe(404);
    expect(await rawStatus(`DELETE /api/workshops/../workshops/${WORKSHOP}/people/ann HTTP/1.1`)).toBe(404);
    for (const person of ["__proto__", "constructor", "toString"])
      expect((await call(url, "revokePerson", { token: facilitator.token, params: { person } })).status).toBe(200);
    const wrongWay = await fetch(`${url}/api/seat`, { method: "DELETE", headers });
    expect([wrongWay.status, ((await wrongWay.json()) as { error: string }).error]).toEqual([
      405,
      expect.stringContaining("GET"),
    ]);
  });

  it("in a room's name is a room that there can be, and nothing else", async () => {
    for (const room of [
      "board",
      `${WORKSHOP}.board`,
      `${WORKSHOP}.board.`,
      `${WORKSHOP}.board.t1.t2`,
      `${WORKSHOP}.plan.t1`,
      `${WORKSHOP}.__proto__`,
      `${WORKSHOP}.board.%00`,
      `${WORKSHOP}.board.%2e%2e`,
      `${WORKSHOP}.board.t1/..`,
      `${WORKSHOP}.board.${"t".repeat(300)}`,
      `../sync/${WORKSHOP}.secret`,
    ])
      expect(await closeCode(openSocket(url, facilitator.token, room)), room).toBe(CLOSE.badRoom.code);
    const other = `${"o".repeat(16)}.board.t1`;
    expect(await closeCode(openSocket(url, facilitator.token, other))).toBe(CLOSE.unknownWorkshop.code);
    expect(await closeCode(openSocket(url, "nobody", ROOM))).toBe(CLOSE.badToken.code);
  });

  it("keeps and gives back a file for the seats of its workshop", async () => {
    const digest = await crypto.subtle.digest("SHA-256", PNG);
    const path = `${url}/api/workshops/${WORKSHOP}/attachments/${Buffer.from(digest).toString("base64url")}`;
    const headers = { authorization: `Bearer ${facilitator.token}` };
    const put = await fetch(path, { method: "PUT", headers: { ...headers, "content-type": "image/png" }, body: PNG });
    expect([put.status, await put.json()]).toEqual([200, { hash: path.split("/").at(-1), bytes: PNG.length }]);
    const got = await fetch(path, { headers });
    expect([got.status, got.headers.get("content-type"), got.headers.get("content-security-policy")]).toEqual([
      200,
      "image/png",
      expect.stringContaining("sandbox"),
    ]);
    expect(Buffer.from(await got.arrayBuffer()).equals(PNG)).toBe(true);
    expect((await fetch(path)).status).toBe(401);
    const tooMuch = { ...headers, "content-length": String(limits.MAX_ATTACHMENT_BYTES + 1) };
    expect(await rawStatus(`PUT ${new URL(path).pathname} HTTP/1.1`, tooMuch)).toBe(413);
  });

  it("of readiness is answered by the store", async () => {
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { ok: true }]);
  });
});

/** 101 when the socket opened, else the status it was refused with. */
async function upgradeStatus(address: string, origin: string | undefined): Promise<number> {
  const socket = new WebSocket(address, origin === undefined ? {} : { origin });
  const refused = new Promise<number>((resolve) => {
    socket.once("unexpected-response", (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
  });
  socket.on("error", () => undefined);
  const status = await Promise.race([
    once(socket, "open").then(
      () => 101,
      () => 0,
    ),
    refused,
  ]);
  socket.terminate();
  return status;
}

/** The status of a request that is sent as it stands. */
async function rawStatus(line: string, headers: Record<string, string> = {}): Promise<number> {
  const raw = connect(bench.relay.port, "127.0.0.1");
  const lines = Object.entries({ Host: "relay", Connection: "close", ...headers }).map(
    ([name, text]) => `${name}: ${text}`,
  );
  raw.write(`${[line, ...lines].join("\r\n")}\r\n\r\n`);
  return Number(/^HTTP\/1\.1 (\d+)/.exec(Buffer.concat(await raw.toArray()).toString())?.[1]);
}
