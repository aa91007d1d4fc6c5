/** What the relay tells its operator, and what it never does. */
import { encodeMessage } from "@sameside/protocol";
import { openLog, withoutContent } from "@sameside/relay";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { openRaw } from "./rawClient.ts";
import {
  ask,
  call,
  claimSeat,
  closeCode,
  openSocket,
  postClaim,
  ROOM,
  SECRET,
  startBench,
  WORKSHOP,
} from "./relayBench.ts";
import { connectDevice } from "./socketDevice.ts";

const WORD = fc.stringMatching(/^[A-Za-z0-9_-]{16,64}$/);

describe("the log", () => {
  it("is one line of JSON for each event", () => {
    const lines: string[] = [];
    const log = openLog({ format: "json", write: (line) => lines.push(line), now: () => 0 });
    log.event("info", "request-refused", { status: 403 });
    log.line("The disk is full.\nSecond line");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { time: "1970-01-01T00:00:00.000Z", level: "info", event: "request-refused", status: 403 },
      { time: "1970-01-01T00:00:00.000Z", level: "warn", event: "notice", text: "The disk is full. Second line" },
    ]);
    expect(lines.every((line) => !line.includes("\n"))).toBe(true);
  });

  it("is short for a person, who needs to know of trouble only", () => {
    const lines: string[] = [];
    const log = openLog({ format: "text", write: (line) => lines.push(line), now: () => 0 });
    log.event("info", "started");
    log.event("warn", "closed", { reason: "behind" });
    log.line("The disk is full.");
    expect(lines).toEqual(["00:00:00 warn: closed reason=behind", "00:00:00 warn: The disk is full."]);
  });

  it("marks a room so that nobody can say which one it is, nor follow it into another run", () => {
    const room = "workshopworkshop.plan";
    const marksOfRun = () => {
      const marks: unknown[] = [];
      const log = openLog({ format: "json", write: (line) => marks.push((JSON.parse(line) as { room: string }).room) });
      log.line("Trouble.", room);
      log.line("More trouble.", room);
      return marks;
    };
    const [one, two] = [marksOfRun(), marksOfRun()];
    expect(one[0]).toMatch(/^[0-9a-f]{8}$/);
    expect(one[1]).toBe(one[0]);
    expect(two[0]).not.toBe(one[0]);
  });

  it("cuts ids, tokens and quoted words out of sentences, whoever wrote them", () => {
    expect(withoutContent(`Unexpected token 'A', "Anna said"... is not valid JSON`)).toBe(
      'Unexpected token "…", "…"... is not valid JSON',
    );
    expect(withoutContent("The database said ERR_SOCKET_CLOSED at 10.0.0.1:5432.")).toBe(
      "The database said ERR_SOCKET_CLOSED at 10.0.0.1:5432.",
    );
    fc.assert(
      fc.property(WORD, WORD, (id, token) => {
        fc.pre(!/^([A-Z]+_)+[A-Z]+$/.test(id) && !/^([A-Z]+_)+[A-Z]+$/.test(token));
        const said = withoutContent(
          `Cannot open ws://host/sync/${id}.board.g1?token=${token} for ${id}, see ${token}.`,
        );
        expect(said).not.toContain(id);
        expect(said).not.toContain(token);
        expect(said).not.toContain("board.g1");
      }),
    );
  });
});

describe("the log of a whole workshop", () => {
  it("tells of trouble, and holds no words, names, ids or tokens", async () => {
    const lines: string[] = [];
    const bench = await startBench({ log: openLog({ format: "json", write: (line) => lines.push(line) }) });
    const { url } = bench.relay;
    const secrets = new Set([WORKSHOP, ROOM, "table1", SECRET, "Zebedee", "Quillfeather", "pomegranate", "person-zq"]);

    const facilitator = await claimSeat(url, "person-boss");
    const invite = await ask(url, "invite", {
      token: facilitator.token,
      body: { role: "participant", table: "table1" },
    });
    const guest = await ask(url, "join", {
      body: { code: invite.code, person: "person-zq", role: "customer", name: "Zebedee Quillfeather" },
    });
    const dais = await ask(url, "invite", { token: facilitator.token, body: { role: "dais" } });
    const screen = await ask(url, "join", { body: { code: dais.code } });
    const personal = await ask(url, "personalCode", { token: guest.token });
    const fresh = await ask(url, "refresh", { token: guest.token });
    for (const { token, person } of [facilitator, guest, screen, fresh]) secrets.add(token).add(person);
    for (const { code, shortCode } of [invite, dais]) secrets.add(code).add(shortCode);
    secrets.add(personal.code);

    const device = connectDevice(url, ROOM, fresh.token);
    device.doc.getMap("cards").set("card", "a pomegranate of their own");
    await device.heard((message) => message.say === "stored" && message.frames > 0);
    const row = {
      topic: "agreement",
      person: guest.person,
      item: "pomegranate",
      value: "pomegranate",
      time: 1,
    } as const;
    const raw = openRaw(url, ROOM, fresh.token);
    await raw.next("hello");
    raw.say({ say: "answersPut", rows: [row, { ...row, person: "person-other" }] });
    await raw.next("answersRefused");
    raw.end();

    const reader = openRaw(url, ROOM, screen.token);
    await reader.next("rights");
    reader.edit();
    await reader.next("denied");
    reader.end();
    const hostile = openSocket(url, fresh.token);
    hostile.once("open", () => hostile.send(Uint8Array.from([0, 2, 12, ...Buffer.from("pomegranate!")])));
    const foreign = openSocket(url, "pomegranate-token-that-nobody-has-given");
    const unknown = openSocket(url, fresh.token, "another-workshop-0123.board.pomegranate");
    const nowhere = openSocket(url, fresh.token, "pomegranate");
    const all = [hostile, foreign, unknown, nowhere];
    expect(await Promise.all(all.map(closeCode))).toEqual([4409, 4401, 4404, 4400]);
    const plain = new WebSocket(`${url.replace("http", "ws")}/sync/${ROOM}?token=pomegranate`);
    expect(await closeCode(plain)).toBe(4401);

    const statuses = [
      (await call(url, "claim", { body: { id: WORKSHOP, secret: "pomegranate-pomegranate-pomegranate-x" } })).status,
      (await call(url, "seat", { token: "pomegranate" })).status,
      (await call(url, "join", { body: { code: "pomegranate" } })).status,
      (await postClaim(url, '{"id": pomegranate')).status,
      (await fetch(`${url}/api/pomegranate`)).status,
    ];
    expect(statuses.every((status) => status >= 400 && status < 500)).toBe(true);
    device.provider.destroy();
    await bench.tidyUp();

    const log = lines.join("\n");
    for (const event of ["closed", "request-refused"]) expect(log).toContain(`"event":"${event}"`);
    expect([...secrets].filter((secret) => log.includes(secret))).toEqual([]);
    // A frame that is told to the relay is not told on.
    expect(log).not.toContain(Buffer.from(encodeMessage({ say: "answersPut", rows: [row] })).toString("base64"));
    for (const line of lines)
      expect(Object.keys(JSON.parse(line) as object).slice(0, 3)).toEqual(["time", "level", "event"]);
  });
});
