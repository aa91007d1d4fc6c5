/** How a device gets its seat in a workshop, and gets it again when it has to. */
import { createHmac } from "node:crypto";
import { limits, planRoom } from "@sameside/protocol";
import { callRelay, openDevice, unsentOf } from "@sameside/replica";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newDevice, openNotes, ROOM, untilNote, untilStatus, WORKSHOP, write } from "./support/notes.ts";
import { type RealRelay, startRealRelay } from "./support/realRelay.ts";
import { publishFrom, type Tokens, UNPUBLISHED } from "./support/workshop.ts";

const LINK = { id: WORKSHOP, group: "table1" };

let relay: RealRelay;
let tokens: Tokens;
beforeEach(async () => {
  relay = await startRealRelay();
  tokens = await publishFrom(newDevice(), relay);
});
afterEach(async () => {
  vi.useRealTimers();
  await relay.end();
});

describe("a device that follows a link", () => {
  it("takes a seat as its person, is remembered with it, and enters with it from then on without asking", async () => {
    const factory = newDevice();
    const device = await openDevice(factory);
    const known = await device.join(tokens.writeCode, `${relay.origin}/`, {
      link: LINK,
      role: "colleague",
      name: "Bo",
    });
    expect(known).toMatchObject({ ...LINK, token: tokens.writeCode, relay: relay.origin, right: "write" });
    expect(known.seat).toMatchObject({ person: device.person, role: "colleague", table: null });
    const notes = await openNotes(factory, { open: relay.link(known.seat?.token ?? "") });
    write(notes, "a", "1");
    await notes.delivered();
    await notes.close();
    await relay.stop();
    expect(await (await openDevice(factory)).enter(WORKSHOP)).toEqual(known);
  });

  it("again keeps what it has: a link to look on takes nothing away", async () => {
    const device = await openDevice(newDevice());
    const first = await device.join(tokens.writeCode, relay.origin, { link: LINK, role: "customer" });
    const again = await device.join(tokens.readCode, relay.origin, { link: LINK });
    expect([again.token, again.right, again.seat?.role]).toEqual([tokens.writeCode, "write", "customer"]);
    expect(again.seat?.person).toBe(first.seat?.person);
    const screen = await openDevice(newDevice());
    const looking = await screen.join(tokens.readCode, relay.origin, { link: LINK });
    expect([looking.right, looking.seat?.role]).toEqual(["read", "dais"]);
    expect((await screen.join(tokens.writeCode, relay.origin, { link: LINK })).right).toBe("write");
  });

  it("whose answer got lost is in as somebody new, since nothing proves the first one", async () => {
    const device = await openDevice(newDevice());
    await callRelay(relay.origin, "join", { body: { code: tokens.writeCode, person: device.person } });
    const { seat } = await device.join(tokens.writeCode, relay.origin, { link: LINK });
    expect(seat?.person).not.toBe(device.person);
  });

  it("stays what it is on the laptop that made the workshop", async () => {
    const device = await openDevice(newDevice());
    await device.remember(UNPUBLISHED);
    expect(await device.join(tokens.readCode, relay.origin, { link: LINK })).toEqual(UNPUBLISHED);
  });

  it("is told in a sentence when it leads nowhere", async () => {
    const device = await openDevice(newDevice());
    const refused = { problem: "refused", status: 404, message: expect.stringContaining("facilitator") };
    await expect(device.join("c".repeat(43), relay.origin, { link: LINK })).rejects.toMatchObject(refused);
    const elsewhere = { link: { id: "B".repeat(22), group: "table1" } };
    await expect(device.join(tokens.writeCode, relay.origin, elsewhere)).rejects.toMatchObject({ status: 404 });
  });
});

describe("a seat", () => {
  it("comes to a second device by a personal code, as the same person", async () => {
    const first = await (await openDevice(newDevice())).join(tokens.writeCode, relay.origin, { link: LINK });
    const { code } = await callRelay(relay.origin, "personalCode", { token: first.seat?.token ?? "" });
    const second = await (await openDevice(newDevice())).join(code, relay.origin);
    expect(second).toMatchObject({ id: WORKSHOP, seat: { person: first.seat?.person } });
    expect(second.seat?.token).not.toBe(first.seat?.token);
  });

  it("is refreshed when a third of its life is left, and the later one stays, whichever tab writes last", async () => {
    const factory = newDevice();
    const device = await openDevice(factory);
    const first = await device.join(tokens.writeCode, relay.origin, { link: LINK });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + limits.TOKEN_LIFE_MS * 0.7 });
    const next = await device.enter(WORKSHOP);
    expect(next.seat?.token).not.toBe(first.seat?.token);
    expect(next.seat?.expires).toBeGreaterThan(first.seat?.expires ?? 0);
    // A tab that was open before keeps its title with the seat it knew.
    await device.remember({ ...first, title: "Renamed" });
    expect(await device.workshops()).toEqual([{ ...first, title: "Renamed", seat: next.seat }]);
  });

  it("that the relay no longer knows is taken again by the remembered link, on another relay, too", async () => {
    const device = await openDevice(newDevice());
    const known = await device.join(tokens.writeCode, relay.origin, { link: LINK, role: "colleague" });
    const owner = await openDevice(newDevice());
    await owner.remember(UNPUBLISHED);
    const moved = await startRealRelay();
    await owner.publish(WORKSHOP, moved.origin);
    await device.remember({ ...known, relay: moved.origin });
    const back = await device.enter(WORKSHOP, { isEnded: true });
    expect(back.seat).toMatchObject({ person: device.person, role: "colleague" });
    expect(back.seat?.token).not.toBe(known.seat?.token);
    await moved.end();
  });

  it("goes along to the relay's other address: as it is where the relay knows it, taken again where it does not", async () => {
    const factory = newDevice();
    const device = await openDevice(factory);
    const known = await device.join(tokens.writeCode, relay.origin, { link: LINK, role: "colleague" });
    const alias = relay.origin.replace("127.0.0.1", "localhost");
    expect(await device.move(WORKSHOP, `${alias}/`)).toEqual({ ...known, relay: alias });

    const empty = await startRealRelay();
    await expect(device.move(WORKSHOP, empty.origin)).rejects.toMatchObject({ problem: "refused", status: 404 });
    expect(await device.workshops()).toEqual([{ ...known, relay: alias }]);
    const owner = await openDevice(newDevice());
    await owner.remember({ ...UNPUBLISHED, relay: relay.origin });
    expect((await owner.move(WORKSHOP, empty.origin)).seat).toMatchObject({ role: "facilitator" });
    const moved = await device.move(WORKSHOP, empty.origin);
    expect(moved).toMatchObject({ relay: empty.origin, seat: { person: device.person, role: "colleague" } });
    expect(moved.seat?.token).not.toBe(known.seat?.token);
    await empty.end();
  });

  it("that a facilitator has taken does not come back by itself", async () => {
    const device = await openDevice(newDevice());
    const known = await device.join(tokens.writeCode, relay.origin, { link: LINK });
    const params = { workshop: WORKSHOP, person: device.person };
    await callRelay(relay.origin, "revokePerson", { params, token: tokens.write });
    await expect(device.enter(WORKSHOP, { isEnded: true })).rejects.toMatchObject({ status: 403 });
    expect(await device.workshops()).toEqual([known]);
  });
});

describe("a laptop that was lost", () => {
  it("keeps what waits on it when its seat is taken, and delivers it once its person's new code is typed there (P48)", async () => {
    const invitePerson = async () => {
      const body = { people: [{ person: "mo", role: "moderator" as const }] };
      const params = { workshop: WORKSHOP };
      const { invites } = await callRelay(relay.origin, "invitePeople", { token: tokens.write, params, body });
      return invites[0]?.code ?? "";
    };
    const lost = newDevice();
    const laptop = await openDevice(lost);
    const { seat: before } = await laptop.join(await invitePerson(), relay.origin);
    const away = await openNotes(lost);
    write(away, "late", "written out of reach");
    await away.close();

    await callRelay(relay.origin, "revokePerson", {
      token: tokens.write,
      params: { workshop: WORKSHOP, person: "mo" },
    });
    const code = await invitePerson();
    const phone = newDevice();
    const { seat } = await (await openDevice(phone)).join(code, relay.origin);
    expect(seat).toMatchObject({ person: "mo", role: "moderator" });
    const goesOn = await openNotes(phone, { open: relay.link(seat?.token ?? "") });

    const found = await openNotes(lost, { open: relay.link(before?.token ?? "") });
    await untilStatus(found, ({ wire }) => wire === "refused");
    expect(found.status()).toMatchObject({ waiting: 1, refused: false });
    expect(await unsentOf(WORKSHOP, lost)).toMatchObject({ waiting: { changes: 1 }, setAside: 0 });
    const { seat: after } = await laptop.join(code, relay.origin);
    expect(after?.person).toBe("mo");
    found.connect(relay.link(after?.token ?? ""));
    await found.delivered();
    expect(await untilNote(goesOn, "late")).toBe("written out of reach");
    await Promise.all([found.close(), goesOn.close()]);
    expect((await unsentOf(WORKSHOP, lost)).waiting.changes).toBe(0);
  });
});

describe("a row of the first version", () => {
  it("is entered by its old token, which is what links hold", async () => {
    const secret = UNPUBLISHED.secret ?? "";
    const oldToken = createHmac("sha256", secret).update(`write:${WORKSHOP}`).digest("base64url");
    expect(tokens.writeCode).toBe(oldToken);
    const device = await openDevice(newDevice());
    const { secret: _, ...row } = { ...UNPUBLISHED, token: oldToken, relay: relay.origin };
    await device.remember(row);
    const known = await device.enter(WORKSHOP, { role: "colleague" });
    expect(known).toMatchObject({ ...row, seat: { person: device.person, role: "colleague" } });
  });
});

describe("publishing", () => {
  it("leaves an ended link ended, and says so by not having it", async () => {
    const owner = await openDevice(newDevice());
    await owner.remember(UNPUBLISHED);
    const { seat } = await owner.publish(WORKSHOP, relay.origin);
    const params = { workshop: WORKSHOP };
    const { invites } = await callRelay(relay.origin, "invites", { params, token: seat?.token ?? "" });
    const invite = invites.find(({ code }) => code === tokens.writeCode)?.id ?? "";
    await callRelay(relay.origin, "revokeInvite", { params: { ...params, invite }, token: seat?.token ?? "" });
    const again = await owner.publish(WORKSHOP, relay.origin);
    expect([again.token, again.readToken]).toEqual([undefined, tokens.readCode]);
  });

  it("gives a seat that writes everywhere, at once", async () => {
    const owner = await openDevice(newDevice());
    await owner.remember(UNPUBLISHED);
    const { seat } = await owner.publish(WORKSHOP, relay.origin);
    expect(seat).toMatchObject({ person: owner.person, role: "facilitator", table: null });
    for (const room of [planRoom(WORKSHOP), ROOM]) {
      const notes = await openNotes(newDevice(), { room, open: relay.link(seat?.token ?? "") });
      await untilStatus(notes, ({ wire, right }) => wire === "online" && right === "write");
      await notes.close();
    }
  });
});
