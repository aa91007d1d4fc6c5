/** The check of a room: which devices reach the relay (SPEC P50, P51). */
import { limits, type SeatAnswer } from "@sameside/protocol";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask, call, claimSeat, type RelayBench, startBench } from "./relayBench.ts";

let bench: RelayBench;
let url: string;
let now = 1_000_000;
beforeEach(async () => {
  // Behind a proxy: each device has an address of its own.
  bench = await startBench({ trustProxy: true, now: () => now });
  url = bench.relay.url;
});
afterEach(async () => {
  await bench.tidyUp();
});

const PHONE = "phone-0123456789";

/** A request from another device of the network. */
async function from(address: string, path: string, body?: object): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}${path}`, {
    method: body ? "POST" : "GET",
    headers: { "x-forwarded-for": address },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

async function devicesIn(check: string) {
  return (await ask(url, "checked", { params: { check } })).devices;
}

describe("a check of the room", () => {
  it("tells each device once, with its kind and how long the relay took, and the relay's own computer apart (P50)", async () => {
    const { check, expires } = await ask(url, "beginCheck");
    expect([check.length, expires]).toEqual([43, now + limits.ROOM_CHECK_LIFE_MS]);
    expect(await devicesIn(check)).toEqual([]);
    const path = `/api/checks/${check}/devices`;
    expect((await from("192.168.7.23", path, { device: PHONE, kind: "phone" })).status).toBe(200);
    await from("192.168.7.23", path, { device: PHONE, kind: "phone", ms: 41 });
    await from("192.168.7.23", path, { device: PHONE, kind: "phone" });
    await ask(url, "checkIn", { params: { check }, body: { device: "laptop-0123456789", kind: "laptop", ms: 2 } });
    expect(await devicesIn(check)).toEqual([
      { kind: "phone", ms: 41, isRelay: false },
      { kind: "laptop", ms: 2, isRelay: true },
    ]);
  });

  it("ends after a while, and one that nobody began here is none: the sentence says what to do (P51)", async () => {
    const { check } = await ask(url, "beginCheck");
    now += limits.ROOM_CHECK_LIFE_MS;
    const arrival = { device: PHONE, kind: "phone" } as const;
    for (const id of [check, "A".repeat(43)]) {
      const seen = await call(url, "checked", { params: { check: id } });
      const told = await call(url, "checkIn", { params: { check: id }, body: arrival });
      for (const { status, error } of [seen, told])
        expect([status, error]).toEqual([404, expect.stringContaining("Begin a new one")]);
    }
  });

  it.each([
    ["no device", { kind: "phone" }],
    ["a kind that is none", { device: PHONE, kind: "toaster" }],
    ["a time before it was asked", { device: PHONE, kind: "phone", ms: -1 }],
    ["a device's name that could be markup", { device: "<img src=x>", kind: "phone" }],
  ])("%s is refused", async (_name, body) => {
    const { check } = await ask(url, "beginCheck");
    expect((await from("192.168.7.23", `/api/checks/${check}/devices`, body)).status).toBe(400);
    expect(await devicesIn(check)).toEqual([]);
  });

  it("is bounded: devices, checks, and how often one address asks (P51)", async () => {
    const { check } = await ask(url, "beginCheck");
    const path = `/api/checks/${check}/devices`;
    for (let n = 0; n <= limits.MAX_CHECKED_DEVICES; n++) {
      const { status } = await from(`10.0.0.${n}`, path, { device: `device-${n}-0123456789`, kind: "phone" });
      expect(status).toBe(n < limits.MAX_CHECKED_DEVICES ? 200 : 409);
    }
    expect((await devicesIn(check)).length).toBe(limits.MAX_CHECKED_DEVICES);
    for (let n = 0; n < limits.MAX_ROOM_CHECKS; n++) await from(`10.1.0.${n}`, "/api/checks", {});
    expect((await call(url, "checked", { params: { check } })).status).toBe(404);
    const often = await Promise.all(
      Array.from({ length: limits.MAX_CHECKS_BURST + 1 }, () => from("10.2.0.1", "/api/checks", {})),
    );
    expect(often.filter(({ status }) => status === 429).length).toBe(1);
  });

  it("makes no page of another address the relay's own", async () => {
    const seat: SeatAnswer = await claimSeat(url);
    const origin = "http://stranger.example";
    const headers = { origin, "x-forwarded-host": "stranger.example" };
    expect((await fetch(`${url}/api/checks`, { method: "POST", headers })).status).toBe(200);
    const asked = await fetch(`${url}/api/seat`, { headers: { origin, authorization: `Bearer ${seat.token}` } });
    expect(asked.status).toBe(403);
  });
});
