/** How people get in, stay in, and are kept out: claims, invites, codes, tokens. */
import { createHash, createHmac } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ApiBody, CLOSE, limits, planRoom, type SeatAnswer } from "@sameside/protocol";
import { openSqliteStore, startRelay } from "@sameside/relay";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openRaw, type RawClient } from "./rawClient.ts";
import { ask, call, claimSeat, type RelayBench, SECRET, seatBy, startBench, WORKSHOP } from "./relayBench.ts";

const PLAN = planRoom(WORKSHOP);
const OTHER = "another-workshop-01";
const LINK_CODE = "code-in-a-link-0123456789";
const MINUTE = 60_000;

let bench: RelayBench;
let url: string;
let clock: number;
let clients: RawClient[];
beforeEach(async () => {
  clock = 1_790_000_000_000;
  clients = [];
  bench = await startBench({ now: () => clock });
  url = bench.relay.url;
});
afterEach(async () => {
  for (const client of clients) client.end();
  expect(bench.logged).toEqual([]);
  await bench.tidyUp();
});

function open(token: string): RawClient {
  const client = openRaw(url, PLAN, token);
  clients.push(client);
  return client;
}

function joinBy(code: string, more: Omit<ApiBody<"join">, "code"> = {}) {
  return call(url, "join", { body: { code, ...more } });
}

async function invite(body: ApiBody<"invite"> = { role: "participant" }) {
  return ask(url, "invite", { token: (await claimSeat(url)).token, body });
}

describe("claims", () => {
  it("of many secrets at once exactly one wins, and goes on to win", async () => {
    const secrets = Array.from({ length: 8 }, (_, index) => `${SECRET}-${index}`);
    const claims = () =>
      Promise.all(
        secrets.map((secret) => call(url, "claim", { body: { id: WORKSHOP, secret } }).then((it) => it.status)),
      );
    const first = await claims();
    expect([...first].sort()).toEqual([200, ...Array.from({ length: 7 }, () => 403)]);
    expect(await claims()).toEqual(first);
  });

  it("from one address are so many in a burst, then so many a minute; who comes back to one is counted apart, whoever they say they are", async () => {
    const claim = (index: number) => call(url, "claim", { body: { id: `${OTHER}-${index}`, secret: SECRET } });
    for (let index = 0; index < limits.MAX_CLAIMS_BURST; index += 1) expect((await claim(index)).status).toBe(200);
    const refused = await claim(999);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, String(60 / limits.MAX_CLAIMS_MINUTE)]);
    const comeBack = (person: string) =>
      call(url, "claim", { body: { id: `${OTHER}-0`, secret: SECRET, person } }).then(({ status }) => status);
    for (let index = 0; index < limits.MAX_RETURNS_BURST; index += 1) expect(await comeBack(`p${index}`)).toBe(200);
    expect(await comeBack("one-more")).toBe(429);
    clock += MINUTE;
    expect(await comeBack("one-more")).toBe(200);
    expect((await claim(999)).status).toBe(200);
  });

  it("give their person a facilitator's seat back that was taken or changed", async () => {
    const owner = await claimSeat(url, "ada");
    const helper = await seatBy(url, owner.token, { role: "facilitator" });
    await ask(url, "revokePerson", { token: helper.token, params: { person: "ada" } });
    expect((await call(url, "seat", { token: owner.token })).status).toBe(401);
    const again = await claimSeat(url, "ada");
    expect(await ask(url, "seat", { token: again.token })).toEqual(again);
  });
});

describe("an invite", () => {
  it("gives seats of its role and table until it ends; the seats stay", async () => {
    const facilitator = await claimSeat(url);
    const made = await ask(url, "invite", { token: facilitator.token, body: { role: "moderator", table: "t3" } });
    const seat = await ask(url, "join", { body: { code: made.code, person: "eve" } });
    expect(seat).toMatchObject({ workshop: WORKSHOP, person: "eve", role: "moderator", table: "t3" });
    expect(seat.expires).toBe(clock + limits.TOKEN_LIFE_MS);
    await ask(url, "revokeInvite", { token: facilitator.token, params: { invite: made.id } });
    for (const code of [made.code, made.shortCode]) expect((await joinBy(code)).status).toBe(404);
    expect((await ask(url, "invites", { token: facilitator.token })).invites).toEqual([]);
    expect((await ask(url, "seat", { token: seat.token })).role).toBe("moderator");
    expect((await call(url, "revokeInvite", { token: facilitator.token, params: { invite: made.id } })).status).toBe(
      404,
    );
  });

  it("lets a participant say who they are; who says nothing is a customer", async () => {
    const { code } = await invite();
    expect((await joinBy(code, { role: "colleague" })).answer.role).toBe("colleague");
    expect((await joinBy(code)).answer.role).toBe("customer");
    const dais = await invite({ role: "dais" });
    expect((await joinBy(dais.code, { role: "colleague" })).answer.role).toBe("dais");
  });

  it("ends at its time, and says so to who has it; who guesses learns no more than that (P128)", async () => {
    const { id, code, shortCode } = await invite({ role: "participant", expires: clock + MINUTE });
    expect((await joinBy(code)).status).toBe(200);
    clock += MINUTE;
    for (const each of [code, shortCode]) {
      expect(await joinBy(each)).toMatchObject({
        status: 410,
        error: expect.stringMatching(/^The time of this invite/),
      });
      expect((await call(url, "look", { body: { code: each } })).status).toBe(410);
    }
    // Of another workshop than the link names it says nothing, and what was ended is ended.
    expect((await call(url, "look", { body: { code, workshop: OTHER } })).status).toBe(404);
    const { token } = await claimSeat(url);
    await ask(url, "revokeInvite", { token, params: { invite: id } });
    expect((await joinBy(code)).status).toBe(404);
  });

  it("whose time is over counts as a guess where it can be guessed (P128)", async () => {
    const { shortCode } = await invite({ role: "participant", expires: clock });
    for (let times = 0; times < limits.MAX_WRONG_CODES_BURST; times += 1)
      expect((await joinBy(shortCode)).status).toBe(410);
    expect((await joinBy(shortCode)).status).toBe(429);
  });

  it("with a device's own code is made once, also by many at once, and not again after it was ended", async () => {
    const { token } = await claimSeat(url);
    const body = { role: "participant", code: LINK_CODE } as const;
    const all = await Promise.all(Array.from({ length: 6 }, () => ask(url, "invite", { token, body })));
    const { invites } = await ask(url, "invites", { token });
    expect(invites).toHaveLength(1);
    expect(all).toEqual(all.map(() => invites[0]));
    expect(await ask(url, "invite", { token, body: { ...body, role: "facilitator" } })).toEqual(invites[0]);
    await ask(url, "revokeInvite", { token, params: { invite: invites[0]?.id ?? "" } });
    expect((await call(url, "invite", { token, body })).status).toBe(409);
    expect((await joinBy(LINK_CODE)).status).toBe(404);
  });

  it("cannot take over the code of another workshop", async () => {
    await invite({ role: "participant", code: LINK_CODE });
    const { token } = await ask(url, "claim", { body: { id: OTHER, secret: SECRET } });
    const body = { role: "participant", code: LINK_CODE } as const;
    expect((await call(url, "invite", { token, params: { workshop: OTHER }, body })).status).toBe(409);
    expect((await joinBy(LINK_CODE)).answer.workshop).toBe(WORKSHOP);
    expect((await joinBy(LINK_CODE, { workshop: OTHER })).status).toBe(404);
  });

  it("has a short code of letters that nobody confuses, typed in any way", async () => {
    const { shortCode } = await invite({ role: "participant", table: "t1" });
    expect(shortCode).toMatch(/^[2-9A-HJKMNP-TV-Z]{3}-[2-9A-HJKMNP-TV-Z]{3}-[2-9A-HJKMNP-TV-Z]{3}$/);
    for (const typed of [
      shortCode,
      shortCode.toLowerCase(),
      shortCode.replaceAll("-", ""),
      ` ${shortCode.replaceAll("-", " ")} `,
    ])
      expect((await joinBy(typed)).answer, typed).toMatchObject({ table: "t1" });
  });
});

describe("a person", () => {
  it("who joined is known by their token alone; the answer that got lost can be asked for again", async () => {
    const { code } = await invite();
    const first = await ask(url, "join", { body: { code, person: "ann" } });
    const taken = await joinBy(code, { person: "ann" });
    expect([taken.status, taken.error]).toEqual([409, expect.stringContaining("personal code")]);
    expect((await joinBy(code, { person: "ann", token: (await claimSeat(url)).token })).status).toBe(409);
    const again = await ask(url, "join", { body: { code, person: "ann", token: first.token } });
    expect(again).toEqual({ ...first, token: again.token, expires: again.expires });
    for (const { token } of [first, again]) expect((await ask(url, "seat", { token })).person).toBe("ann");
  });

  it("keeps what an invite would take away, and is raised by one that gives more", async () => {
    const owner = await claimSeat(url);
    const codes = async (body: ApiBody<"invite">) => (await ask(url, "invite", { token: owner.token, body })).code;
    const [table1, table2, dais, helper] = [
      await codes({ role: "participant", table: "t1" }),
      await codes({ role: "participant", table: "t2" }),
      await codes({ role: "dais" }),
      await codes({ role: "moderator", table: "t9" }),
    ];
    let seat = await ask(url, "join", { body: { code: table1, person: "ann", role: "colleague" } });
    const comeBy = async (code: string): Promise<Partial<SeatAnswer>> => {
      seat = await ask(url, "join", { body: { code, person: "ann", token: seat.token, role: "colleague" } });
      return { role: seat.role, table: seat.table };
    };
    expect(await comeBy(dais)).toEqual({ role: "colleague", table: "t1" });
    expect(await comeBy(table2)).toEqual({ role: "colleague", table: "t2" });
    await ask(url, "changeSeat", { token: owner.token, params: { person: "ann" }, body: { table: "t5" } });
    // The link that a device remembers does not undo what the facilitator has done since.
    expect(await comeBy(table2)).toEqual({ role: "colleague", table: "t5" });
    expect(await comeBy(helper)).toEqual({ role: "moderator", table: "t9" });
    expect(await comeBy(table1)).toEqual({ role: "moderator", table: "t9" });
  });

  it("whose seat was taken does not come back by the link, and does by a new one, as the same person", async () => {
    const { code } = await invite();
    const seat = await ask(url, "join", { body: { code, person: "ann" } });
    await ask(url, "revokePerson", { token: (await claimSeat(url)).token, params: { person: "ann" } });
    const back = await joinBy(code, { person: "ann", token: seat.token });
    expect([back.status, back.error]).toEqual([403, expect.stringContaining("has ended")]);
    const { code: another } = await invite();
    expect((await joinBy(another, { person: "ann" })).status).toBe(403);
    expect(await ask(url, "join", { body: { code: another, person: "ann", token: seat.token } })).toMatchObject({
      person: "ann",
      role: "customer",
    });
  });

  it("says a name once when joining, and devices that are there hear it", async () => {
    const { code } = await invite();
    const plan = open((await claimSeat(url)).token);
    await plan.next("hello");
    await ask(url, "join", { body: { code, person: "ann", name: "Ann" } });
    const { rows } = await plan.next("answers");
    expect(rows).toMatchObject([{ topic: "name", item: "today", person: "ann", value: "Ann" }]);
  });
});

describe("a personal code", () => {
  it("gives the same person to a second device, once, however many try", async () => {
    const { code: link } = await invite();
    const first = await ask(url, "join", { body: { code: link, person: "ann" } });
    const { code, expires } = await ask(url, "personalCode", { token: first.token });
    expect(expires).toBe(clock + limits.PERSONAL_CODE_LIFE_MS);
    const tries = await Promise.all(Array.from({ length: 5 }, () => joinBy(code.toLowerCase())));
    const [second, ...others] = tries.filter(({ status }) => status === 200);
    expect(others).toEqual([]);
    expect(second?.answer).toMatchObject({ person: "ann", role: first.role, table: first.table });
    expect(second?.answer.token).not.toBe(first.token);
  });

  it("ends after minutes, and when a newer one is made", async () => {
    const { token } = await claimSeat(url);
    const [older, newer] = [await ask(url, "personalCode", { token }), await ask(url, "personalCode", { token })];
    expect((await joinBy(older.code)).status).toBe(404);
    clock += limits.PERSONAL_CODE_LIFE_MS;
    expect((await joinBy(newer.code)).status).toBe(410);
  });
});

describe("an invite of a person", () => {
  const PEOPLE = [
    { person: "rosa", role: "customer", table: "t4" },
    { person: "mo", role: "moderator", table: "t4" },
  ] as const;

  async function personal(people: ApiBody<"invitePeople">["people"] = [...PEOPLE]) {
    const { token } = await claimSeat(url);
    const { invites } = await ask(url, "invitePeople", { token, body: { people } });
    const codeOf = (person: string) => {
      const found = invites.find((invite) => invite.person === person);
      if (!found) throw new Error(`${person} was not invited`);
      return found;
    };
    return { token, invites, codeOf };
  }

  it("makes whoever comes by either code that same person, on as many devices as need be (P40)", async () => {
    const { codeOf } = await personal();
    const { code, shortCode } = codeOf("mo");
    for (const shown of [code, shortCode.toLowerCase(), shortCode]) {
      const seat = await ask(url, "join", { body: { code: shown, person: "this-device", role: "customer" } });
      expect(seat).toMatchObject({ person: "mo", role: "moderator", table: "t4" });
      expect((await ask(url, "seat", { token: seat.token })).person).toBe("mo");
    }
  });

  it("is one for each person: made again it keeps its codes, for another role and table too (P40)", async () => {
    const first = await personal();
    expect(first.invites.map(({ person, role, table }) => ({ person, role, table }))).toEqual(PEOPLE);
    const all = await Promise.all(Array.from({ length: 5 }, () => personal()));
    for (const { invites } of all) expect(invites).toEqual(first.invites);
    expect((await ask(url, "invites", { token: first.token })).invites).toHaveLength(PEOPLE.length);
    const moved = await personal([{ person: "rosa", role: "customer", table: "t9" }]);
    expect(moved.codeOf("rosa")).toEqual({ ...first.codeOf("rosa"), table: "t9" });
    expect((await joinBy(first.codeOf("rosa").shortCode)).answer.table).toBe("t9");
  });

  it("does not undo what a facilitator has changed since about the seat it gave (P40)", async () => {
    const { token, codeOf } = await personal();
    const { code } = codeOf("rosa");
    await ask(url, "join", { body: { code } });
    await ask(url, "changeSeat", { token, params: { person: "rosa" }, body: { table: "t7", role: "junior" } });
    expect((await joinBy(code)).answer).toMatchObject({ person: "rosa", role: "junior", table: "t7" });
  });

  it("ends when it is ended, at its time, and with the person's seat; a new one has new codes (P40)", async () => {
    const { token, codeOf } = await personal();
    const old = codeOf("rosa");
    await ask(url, "revokeInvite", { token, params: { invite: old.id } });
    for (const code of [old.code, old.shortCode]) expect((await joinBy(code)).status).toBe(404);
    const next = (await personal()).codeOf("rosa");
    expect((await joinBy(next.shortCode)).answer.person).toBe("rosa");
    for (const code of [old.code, old.shortCode]) expect((await joinBy(code)).status).toBe(404);

    await ask(url, "revokePerson", { token, params: { person: "rosa" } });
    expect((await joinBy(next.code)).status).toBe(404);
    expect((await joinBy((await personal()).codeOf("rosa").code)).answer).toMatchObject({
      person: "rosa",
      table: "t4",
    });

    const body = { people: [{ person: "eve", role: "colleague" as const }], expires: clock + MINUTE };
    const [brief] = (await ask(url, "invitePeople", { token, body })).invites;
    expect((await joinBy(brief?.code ?? "")).answer).toMatchObject({ person: "eve", role: "colleague", table: null });
    clock += MINUTE;
    expect((await joinBy(brief?.code ?? "")).status).toBe(410);
  });

  it("comes in one request for a whole workshop, and no more than so many at once (P40)", async () => {
    const many = Array.from({ length: limits.MAX_INVITED_AT_ONCE }, (_, index) => ({
      person: `person-of-the-workshop-${index}`,
      role: "customer" as const,
      table: `table-${index % 20}`,
    }));
    const { token, invites } = await personal(many);
    expect(new Set(invites.map(({ shortCode }) => shortCode)).size).toBe(many.length);
    const body = { people: [...many, { person: "one-more", role: "customer" as const }] };
    expect((await call(url, "invitePeople", { token, body })).status).toBe(400);
    // They are not counted among the invites for everybody.
    expect((await call(url, "invite", { token, body: { role: "participant" } })).status).toBe(200);
  });
});

describe("looking at a code", () => {
  it("tells how the workshop speaks, as its facilitators said it last (P25)", async () => {
    const { code } = await invite();
    const { token } = await claimSeat(url);
    const look = () => ask(url, "look", { body: { code } });
    expect(await look()).not.toHaveProperty("greeting");
    for (const one of ["guest", "patient"]) {
      const greeting = { words: [{ term: "customer", one, many: `${one}s` }] };
      await ask(url, "greet", { token, body: greeting });
      expect(await look()).toMatchObject({ greeting });
    }
    const guest = await seatBy(url, token, { role: "participant" });
    expect((await call(url, "greet", { token: guest.token, body: { words: [] } })).status).toBe(403);
    const many = Array.from({ length: limits.MAX_GREETING_WORDS + 1 }, (_, n) => ({
      ...{ term: `t${n}`, one: "x", many: "y" },
    }));
    expect((await call(url, "greet", { token, body: { words: many } })).status).toBe(400);
  });

  it("says what it offers and to whom, and uses nothing up (P41)", async () => {
    const { code, shortCode } = await invite({ role: "participant", table: "t1" });
    const offered = { workshop: WORKSHOP, role: "participant", table: "t1", isPersonal: false };
    for (const shown of [code, shortCode]) expect(await ask(url, "look", { body: { code: shown } })).toEqual(offered);
    const { token } = await ask(url, "join", { body: { code, person: "ann", name: "Ann" } });
    const own = await ask(url, "personalCode", { token });
    const isAnn = { workshop: WORKSHOP, role: "customer", table: "t1", isPersonal: true, name: "Ann" };
    for (let times = 0; times < 2; times += 1)
      expect(await ask(url, "look", { body: { code: own.code } })).toEqual(isAnn);
    expect((await joinBy(own.code)).answer.person).toBe("ann");
    expect((await call(url, "look", { body: { code: own.code } })).status).toBe(404);
  });

  it("counts as a guess when there is none (P41)", async () => {
    const look = (code: string) => call(url, "look", { body: { code } });
    for (let count = 0; count < limits.MAX_WRONG_CODES_BURST; count += 1)
      expect((await look("222-222-222")).status).toBe(404);
    expect((await look("222-222-222")).status).toBe(429);
    expect((await joinBy("222-222-222")).status).toBe(429);
  });
});

describe("a token", () => {
  it("that was refreshed goes on for a day, for another tab; the new one for its whole life", async () => {
    const first = await claimSeat(url, "ada");
    clock += limits.TOKEN_LIFE_MS / 2;
    const next = await ask(url, "refresh", { token: first.token });
    expect(next).toEqual({ ...first, token: next.token, expires: clock + limits.TOKEN_LIFE_MS });
    expect((await ask(url, "seat", { token: first.token })).expires).toBe(clock + limits.REFRESHED_TOKEN_LIFE_MS);
    clock += limits.REFRESHED_TOKEN_LIFE_MS;
    expect((await call(url, "seat", { token: first.token })).status).toBe(401);
    expect((await call(url, "refresh", { token: first.token })).status).toBe(401);
    expect((await call(url, "seat", { token: next.token })).status).toBe(200);
  });

  it("that is over ends the connections that came with it", async () => {
    const { token } = await claimSeat(url);
    const client = open(token);
    await client.next("rights");
    clock += limits.TOKEN_LIFE_MS;
    await bench.relay.tend();
    expect(await client.closed).toBe(CLOSE.seatEnded.code);
    expect(await open(token).closed).toBe(CLOSE.seatEnded.code);
  });

  it("is one of so many; the oldest ends, with its connections", async () => {
    const first = await claimSeat(url, "ada");
    const client = open(first.token);
    await client.next("rights");
    for (let count = 0; count < limits.MAX_TOKENS_PER_PERSON; count += 1) await claimSeat(url, "ada");
    expect(await client.closed).toBe(CLOSE.seatEnded.code);
    expect((await call(url, "seat", { token: first.token })).status).toBe(401);
  });

  it("is in the store as its hash only, and so are secrets and personal codes", async () => {
    const seat = await claimSeat(url);
    const { code } = await ask(url, "personalCode", { token: seat.token });
    await bench.relay.close();
    const files = await readdir(bench.dataDir);
    const stored = Buffer.concat(await Promise.all(files.map((file) => readFile(join(bench.dataDir, file)))));
    for (const secret of [seat.token, SECRET, code, code.replaceAll("-", "")])
      expect(stored.includes(secret), secret).toBe(false);
    expect(stored.includes(createHash("sha256").update(seat.token).digest("base64url"))).toBe(true);
  });
});

describe("guessing", () => {
  it("ends after so many wrong codes, while links still let people in, and goes on slowly", async () => {
    const { code, shortCode } = await invite();
    for (let count = 0; count < limits.MAX_WRONG_CODES_BURST; count += 1)
      expect((await joinBy("222-222-222")).status).toBe(404);
    const refused = await joinBy(shortCode);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([
      429,
      String(60 / limits.MAX_WRONG_CODES_MINUTE),
    ]);
    expect((await joinBy(code)).status).toBe(200);
    clock += MINUTE / limits.MAX_WRONG_CODES_MINUTE;
    expect((await joinBy(shortCode)).status).toBe(200);
    // Right ones are not counted.
    for (let count = 0; count < 3; count += 1) expect((await joinBy(shortCode)).status).toBe(200);
  });

  it("many at once are no more than so many", async () => {
    const tries = await Promise.all(
      Array.from({ length: 3 * limits.MAX_WRONG_CODES_BURST }, () => joinBy("222-222-222")),
    );
    expect(tries.filter(({ status }) => status === 404)).toHaveLength(limits.MAX_WRONG_CODES_BURST);
  });

  it("is counted by the address that the proxy has seen, not by what the sender says, and only behind a proxy", async () => {
    const behind = await startBench({ trustProxy: true });
    const guess = async (base: string, forwarded: string) => {
      const headers = { "x-forwarded-for": forwarded };
      const body = JSON.stringify({ code: "222-222-222" });
      return (await fetch(`${base}/api/join`, { method: "POST", headers, body })).status;
    };
    for (let count = 0; count < limits.MAX_WRONG_CODES_BURST; count += 1) {
      await guess(behind.relay.url, `10.0.0.${count}, 192.0.2.7`);
      await guess(url, `192.0.2.${count}`);
    }
    expect(await guess(behind.relay.url, "10.9.9.9, 192.0.2.7")).toBe(429);
    expect(await guess(behind.relay.url, "192.0.2.8")).toBe(404);
    expect(await guess(url, "192.0.2.250")).toBe(429);
    // Households have whole networks of IPv6 addresses.
    for (let count = 0; count < limits.MAX_WRONG_CODES_BURST; count += 1)
      await guess(behind.relay.url, `2001:db8:1:2::${count}`);
    expect(await guess(behind.relay.url, "2001:db8:1:2:ffff::1")).toBe(429);
    expect(await guess(behind.relay.url, "2001:db8:1:3::1")).toBe(404);
    await behind.tidyUp();
  });
});

describe("a workshop of the first version", () => {
  const hashOf = (text: string) => createHash("sha256").update(text).digest("base64url");
  const oldToken = (right: string) => createHmac("sha256", SECRET).update(`${right}:${WORKSHOP}`).digest("base64url");

  it("lets people in by its old links, as participants and as screens, and its owner by the secret", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "sameside-old-"));
    const store = openSqliteStore({ file: join(dataDir, "relay.sqlite") });
    const value = JSON.stringify({ write: hashOf(oldToken("write")), read: hashOf(oldToken("read")) });
    await store.swap({ kind: "oldTokens", workshop: WORKSHOP, key: "" }, undefined, value);
    await store.close();
    const relay = await startRelay({ port: 0, host: "127.0.0.1", dataDir });
    const joinOld = (code: string, workshop?: string) =>
      call(relay.url, "join", { body: { code, ...(workshop !== undefined && { workshop }) } });
    expect((await joinOld(oldToken("write"), WORKSHOP)).answer).toMatchObject({ role: "customer", table: null });
    expect((await joinOld(oldToken("read"), WORKSHOP)).answer).toMatchObject({ role: "dais", table: null });
    expect((await joinOld(oldToken("other"), WORKSHOP)).status).toBe(404);
    expect((await joinOld(oldToken("write"))).status).toBe(404);
    const claim = (secret: string) => call(relay.url, "claim", { body: { id: WORKSHOP, secret } });
    expect((await claim(`${SECRET}-not`)).status).toBe(403);
    expect((await claim(SECRET)).answer).toMatchObject({ role: "facilitator" });
    expect((await joinOld(oldToken("write"), WORKSHOP)).status).toBe(200);
    await relay.close();
    await rm(dataDir, { recursive: true });
  });
});
