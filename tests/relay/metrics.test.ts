/** What an operator can count. */
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { CLOSE } from "@sameside/protocol";
import { measuredCommits, openPrometheusMetrics, type RelayOptions, type Write } from "@sameside/relay";
import { afterEach, describe, expect, it } from "vitest";
import { openRaw } from "./rawClient.ts";
import { call, claim, claimSeat, type RelayBench, ROOM, startBench, WORKSHOP } from "./relayBench.ts";

const TOKEN = "a-token-of-who-runs-the-relay";
const opened: { close(): void }[] = [];
const benches: RelayBench[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) each.close();
  for (const bench of benches.splice(0)) await bench.tidyUp();
});

describe("metrics", () => {
  it("count edits and answers when they are on disk, and failed writes apart", async () => {
    const metrics = open();
    const writes: readonly Write[] = [
      { to: "log", room: "r", update: new Uint8Array(1) },
      { to: "log", room: "r", update: new Uint8Array(1) },
      { to: "answers", workshop: "w", row: { topic: "name", person: "p", item: "i", value: "v", time: 1 } },
    ];
    let isFull = false;
    const store = measuredCommits(
      {
        async commit() {
          if (isFull) throw new Error("full");
          return [1, 2, 0];
        },
      },
      metrics,
    );
    expect(await store.commit(writes)).toEqual([1, 2, 0]);
    isFull = true;
    await expect(store.commit(writes)).rejects.toThrow("full");

    const values = await valuesOf(metrics);
    expect(values["sameside_edits_stored_total"]).toBe(2);
    expect(values["sameside_answers_stored_total"]).toBe(1);
    expect(values['sameside_commit_seconds_count{outcome="stored"}']).toBe(1);
    expect(values['sameside_commit_seconds_count{outcome="failed"}']).toBe(1);
  });

  it("tell the moment they are asked in, and why connections ended", async () => {
    const metrics = open();
    let rooms = 3;
    metrics.look(() => ({ rooms, connections: 9, membersByRight: { read: 4, write: 5 }, waiting: 2 }));
    metrics.closed(CLOSE.behind);
    metrics.closed(CLOSE.behind);
    metrics.closed(CLOSE.noRight);
    metrics.joined();
    metrics.framesDenied(7);
    metrics.requestRefused(429);
    metrics.compacted({ ms: 12 });
    rooms = 4;
    expect(await valuesOf(metrics)).toMatchObject({
      sameside_rooms: 4,
      sameside_connections: 9,
      sameside_waiting_writes: 2,
      'sameside_members{right="read"}': 4,
      'sameside_members{right="write"}': 5,
      'sameside_closed_total{reason="behind"}': 2,
      'sameside_closed_total{reason="noRight"}': 1,
      sameside_joins_total: 1,
      sameside_frames_denied_total: 7,
      'sameside_requests_refused_total{status="429"}': 1,
      'sameside_compaction_seconds_count{outcome="stored"}': 1,
    });
  });

  it("sum the bytes of open and ended connections", async () => {
    const metrics = open();
    const server = createServer((socket: Socket) => {
      metrics.countBytes(socket);
      socket.on("data", (data) => socket.write(Buffer.concat([data, data])));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const client = connect(typeof address === "object" ? (address?.port ?? 0) : 0, "127.0.0.1");
    client.write("12345");
    const [answer] = (await once(client, "data")) as [Buffer];
    expect(answer.length).toBe(10);
    const whileOpen = await valuesOf(metrics);
    client.end();
    await once(client, "close");
    server.close();
    await once(server, "close");
    for (const values of [whileOpen, await valuesOf(metrics), await valuesOf(metrics)])
      expect(values).toMatchObject({
        'sameside_bytes_total{direction="in"}': 5,
        'sameside_bytes_total{direction="out"}': 10,
      });
  });

  it("say how the process is, and two relays in one process know nothing of each other", async () => {
    const [one, two] = [open(), open()];
    one.joined();
    const values = await valuesOf(one);
    expect(values["process_resident_memory_bytes"]).toBeGreaterThan(1e6);
    expect(values["process_cpu_seconds_total"]).toBeGreaterThan(0);
    expect(values['nodejs_eventloop_lag_seconds{quantile="0.99"}']).toBeGreaterThanOrEqual(0);
    expect((await valuesOf(two))["sameside_joins_total"]).toBe(0);
  });
});

describe("the page of a relay", () => {
  it("counts a workshop", async () => {
    const bench = await relay();
    const { url } = bench.relay;
    const { token, readToken } = await claim(url);
    const [writer, reader] = [openRaw(url, ROOM, token), openRaw(url, ROOM, readToken)];
    await Promise.all([writer.next("rights"), reader.next("rights")]);
    writer.edit();
    await writer.next("stored");
    reader.edit();
    await reader.next("denied");
    expect((await call(url, "seat", { token: "nobody" })).status).toBe(401);
    const values = valuesIn(await (await fetch(`${url}/metrics`)).text());
    expect(values).toMatchObject({
      sameside_rooms: 1,
      sameside_connections: 2,
      'sameside_members{right="read"}': 1,
      'sameside_members{right="write"}': 1,
      sameside_joins_total: 2,
      sameside_edits_stored_total: 1,
      sameside_frames_denied_total: 1,
      'sameside_requests_refused_total{status="401"}': 1,
    });
    expect(values['sameside_bytes_total{direction="out"}']).toBeGreaterThan(100);
    for (const client of [writer, reader]) client.end();
    await Promise.all([writer.closed, reader.closed]);
  });

  it("is for programs on this computer, and for who has the token from elsewhere", async () => {
    const bench = await relay();
    expect(await statusOf(bench)).toBe(200);
    for (const headers of [{ "X-Forwarded-For": "192.0.2.7" }, { Forwarded: "for=192.0.2.7" }, bearer(TOKEN)])
      expect(await statusOf(bench, headers)).toBe(403);
    const guarded = await relay({ metricsToken: TOKEN });
    expect(await statusOf(guarded)).toBe(403);
    expect(await statusOf(guarded, bearer("another"))).toBe(403);
    expect(await statusOf(guarded, { ...bearer(TOKEN), "X-Forwarded-For": "192.0.2.7" })).toBe(200);
  });

  it("names no workshop, room or person", async () => {
    const bench = await relay();
    const { url } = bench.relay;
    const { person, token } = await claimSeat(url);
    const client = openRaw(url, ROOM, token);
    await client.next("rights");
    const page = await (await fetch(`${url}/metrics`)).text();
    for (const secret of [WORKSHOP, ROOM, "table1", person, token]) expect(page).not.toContain(secret);
    client.end();
  });
});

async function relay(options: Partial<RelayOptions> = {}): Promise<RelayBench> {
  const bench = await startBench(options);
  benches.push(bench);
  return bench;
}

function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` };
}

async function statusOf({ relay }: RelayBench, headers: Record<string, string> = {}): Promise<number> {
  return (await fetch(`${relay.url}/metrics`, { headers })).status;
}

function open(): ReturnType<typeof openPrometheusMetrics> {
  const metrics = openPrometheusMetrics();
  opened.push(metrics);
  return metrics;
}

async function valuesOf(metrics: ReturnType<typeof openPrometheusMetrics>): Promise<Record<string, number>> {
  return valuesIn((await metrics.page()).body);
}

function valuesIn(body: string): Record<string, number> {
  const lines = body.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
}
