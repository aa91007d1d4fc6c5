/** What the relay's `stored` and `denied` mean for "n changes waiting": with a relay whose every word is scripted. */
import { gunzipSync } from "node:zlib";
import { CLOSE, limits, SUBPROTOCOL } from "@sameside/protocol";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { newDevice, notesIn, openNotes, rowsOnDisk, untilNote, untilStatus, write } from "./support/notes.ts";
import { type ScriptedRelay, startScriptedRelay, type Visit } from "./support/scriptedRelay.ts";

let relay: ScriptedRelay;
beforeEach(async () => {
  relay = await startScriptedRelay();
});
afterEach(() => relay.close());

/** Until the device has answered our question; its first word, a step 1, is heard before. */
async function greet(visit: Visit, has = new Y.Doc()): Promise<void> {
  expect((await visit.next()).kind).toBe("step1");
  visit.say({ say: "hello", now: Date.now(), person: "ann", role: "customer", table: null });
  visit.say({ say: "rights", right: "write" });
  visit.ask(has);
  expect((await visit.next()).kind).toBe("step2");
}

describe("changes waiting", () => {
  it("offers the token as the second protocol", async () => {
    const replica = await openNotes(newDevice(), { open: relay.link });
    expect((await relay.visit()).protocols.replaceAll(" ", "")).toBe(`${SUBPROTOCOL},token`);
    await replica.close();
  });

  it("are those made offline until the answer to the relay's question is stored", async () => {
    const replica = await openNotes(newDevice());
    write(replica, "a", "1");
    write(replica, "b", "2");
    replica.connect(relay.link);
    const visit = await relay.visit();
    await greet(visit);
    await untilStatus(replica, (status) => status.wire === "online");
    expect(replica.status().waiting).toBe(2);
    visit.say({ say: "stored", frames: 1 });
    await untilStatus(replica, (status) => status.waiting === 0);
    await replica.close();
  });

  it("are counted down edit by edit", async () => {
    const replica = await openNotes(newDevice(), { open: relay.link });
    const visit = await relay.visit();
    await greet(visit);
    for (const key of ["a", "b", "c"]) write(replica, key, "x");
    expect(replica.status().waiting).toBe(3);
    visit.say({ say: "stored", frames: 3 });
    await untilStatus(replica, (status) => status.waiting === 1);
    visit.say({ say: "stored", frames: 4 });
    await untilStatus(replica, (status) => status.waiting === 0);
    await replica.close();
  });

  it("are not over when only an edit made before the relay asked is stored: the offline ones are still missing there", async () => {
    const replica = await openNotes(newDevice());
    write(replica, "made offline", "1");
    replica.connect(relay.link);
    const visit = await relay.visit();
    await visit.next();
    visit.say({ say: "hello", now: Date.now(), person: "ann", role: "customer", table: null });
    await untilStatus(replica, (status) => status.wire === "online");
    write(replica, "made before the question", "2");
    expect((await visit.next()).kind).toBe("update");
    visit.say({ say: "stored", frames: 1 });
    visit.ask(new Y.Doc());
    expect((await visit.next()).kind).toBe("step2");
    expect(replica.status().waiting).toBe(2);
    visit.say({ say: "stored", frames: 2 });
    await untilStatus(replica, (status) => status.waiting === 0);
    await replica.close();
  });

  it("count frames anew on a new connection", async () => {
    const replica = await openNotes(newDevice(), { open: relay.link });
    const first = await relay.visit();
    await greet(first);
    for (const key of ["a", "b", "c"]) write(replica, key, "x");
    first.cut();
    await untilStatus(replica, (status) => status.wire === "offline");
    expect(replica.status().waiting).toBe(3);

    const second = await relay.visit();
    await greet(second);
    write(replica, "d", "x");
    second.say({ say: "stored", frames: 1 });
    await untilStatus(replica, (status) => status.waiting === 1);
    second.say({ say: "stored", frames: 2 });
    await untilStatus(replica, (status) => status.waiting === 0);
    await replica.close();
  });

  it("survive a reload, confirmed ones do not", async () => {
    const device = newDevice();
    const first = await openNotes(device, { open: relay.link });
    const visit = await relay.visit();
    await greet(visit);
    write(first, "confirmed", "1");
    visit.say({ say: "stored", frames: 2 });
    await first.delivered();
    await first.saved();
    write(first, "waiting", "2");
    await first.close();
    expect((await rowsOnDisk(device, "log")).map((row) => row["acked"])).toEqual([1, 0]);

    const second = await openNotes(device);
    expect(notesIn(second.doc)).toEqual({ confirmed: "1", waiting: "2" });
    expect(second.status().waiting).toBe(1);
    await second.close();
  });

  it("are not the edits of others", async () => {
    const others = new Y.Doc();
    others.getMap("notes").set("theirs", "1");
    const device = newDevice();
    const replica = await openNotes(device, { open: relay.link });
    const visit = await relay.visit();
    await greet(visit);
    visit.answer(others);
    await untilNote(replica, "theirs");
    await replica.saved();
    expect(replica.status()).toMatchObject({ waiting: 0, disk: "kept" });
    expect(await rowsOnDisk(device, "log")).toMatchObject([{ own: 0, changes: 0, acked: 1 }]);
    await replica.close();
  });

  it("keep a board readable without what the relay may still refuse: the snapshot holds confirmed edits only", async () => {
    const device = newDevice();
    const replica = await openNotes(device, { open: relay.link });
    const visit = await relay.visit();
    await greet(visit);
    for (let index = 0; index < 60; index += 1) write(replica, `confirmed${index}`, "x");
    visit.say({ say: "stored", frames: 61 });
    await replica.delivered();
    write(replica, "waiting", "x");
    await replica.close();

    const [snapshot] = await rowsOnDisk(device, "snapshots");
    const settled = new Y.Doc();
    Y.applyUpdateV2(settled, gunzipSync(snapshot?.["state"] as Uint8Array));
    expect(Object.keys(notesIn(settled))).toHaveLength(60);
    const again = await openNotes(device);
    expect(Object.keys(notesIn(again.doc))).toHaveLength(61);
    expect(again.status().waiting).toBe(1);
    await again.close();
  });
});

describe("a relay that says no", () => {
  it("makes the board read-only and leaves what it did not take waiting, whatever it stores later", async () => {
    const device = newDevice();
    const replica = await openNotes(device, { open: relay.link });
    const visit = await relay.visit();
    await greet(visit);
    write(replica, "a", "1");
    write(replica, "b", "2");
    const delivered = replica.delivered();
    visit.say({ say: "denied", frame: 3 });
    await expect(delivered).rejects.toThrow(CLOSE.noRight.reason);
    expect(replica.status()).toMatchObject({ right: "read", waiting: 2 });
    visit.say({ say: "stored", frames: 3 });
    await untilStatus(replica, (status) => status.waiting === 1);

    visit.say({ say: "rights", right: "write" });
    visit.ask(new Y.Doc());
    while ((await visit.next()).kind !== "step2");
    visit.say({ say: "stored", frames: 4 });
    await untilStatus(replica, (status) => status.waiting === 0);
    expect(replica.status().right).toBe("write");
    await replica.close();
  });

  it("is remembered offline: a reader's board opens read-only, and one without a relay is its owner's", async () => {
    const device = newDevice();
    const replica = await openNotes(device, { open: relay.link });
    const visit = await relay.visit();
    visit.say({ say: "rights", right: "read" });
    await untilStatus(replica, (status) => status.right === "read");
    await replica.close();

    const linked = await openNotes(device, { open: { url: "ws://127.0.0.1:1/sync", token: "token" } });
    expect(linked.status().right).toBe("read");
    await linked.close();
    const alone = await openNotes(device);
    expect(alone.status().right).toBe("write");
    await alone.close();
  });

  it("for good is not asked again, and its sentence is told", async () => {
    const replica = await openNotes(newDevice(), { open: relay.link });
    const visit = await relay.visit();
    write(replica, "a", "1");
    const delivered = replica.delivered();
    visit.close(CLOSE.badToken.code, CLOSE.badToken.reason);
    await expect(delivered).rejects.toThrow(CLOSE.badToken.reason);
    expect(replica.status()).toMatchObject({ wire: "refused", refusal: CLOSE.badToken, waiting: 1 });
    await expect(replica.delivered()).rejects.toThrow(CLOSE.badToken.reason);

    replica.connect(relay.link);
    await greet(await relay.visit());
    await untilStatus(replica, (status) => status.wire === "online" && status.refusal === undefined);
    await replica.close();
  });

  it("for now is asked again, and its sentence is told meanwhile", async () => {
    const replica = await openNotes(newDevice(), { open: relay.link });
    const visit = await relay.visit();
    await greet(visit);
    visit.close(CLOSE.draining.code, CLOSE.draining.reason);
    const status = await untilStatus(replica, ({ wire }) => wire === "offline");
    expect(status.refusal).toEqual(CLOSE.draining);
    await greet(await relay.visit());
    await untilStatus(replica, ({ wire, refusal }) => wire === "online" && refusal === undefined);
    await replica.close();
  });

  it("is foreseen: a change larger than one message may be is not sent, and stays on this device", async () => {
    const device = newDevice();
    const replica = await openNotes(device, { open: relay.link });
    await greet(await relay.visit());
    write(replica, "huge", "x".repeat(limits.MAX_MESSAGE_BYTES));
    expect(replica.status()).toMatchObject({ wire: "refused", refusal: CLOSE.tooLarge, waiting: 1 });
    await replica.saved();
    await replica.close();
    const again = await openNotes(device);
    expect(notesIn(again.doc)["huge"]).toHaveLength(limits.MAX_MESSAGE_BYTES);
    await again.close();
  });

  it("does not have to: a link that cannot be right is refused here", async () => {
    const replica = await openNotes(newDevice(), { open: { url: relay.link.url, token: "two words" } });
    expect(replica.status()).toMatchObject({ wire: "refused", refusal: CLOSE.badToken });
    replica.connect({ url: "somewhere", token: "token" });
    expect(replica.status()).toMatchObject({ wire: "refused", refusal: CLOSE.badRoom });
    await replica.close();
  });
});

describe("delivered()", () => {
  it("rejects at once when there is no relay, and when the board is closed before", async () => {
    const replica = await openNotes(newDevice());
    await replica.delivered();
    write(replica, "a", "1");
    await expect(replica.delivered()).rejects.toThrow("no connection to a relay");
    replica.connect(relay.link);
    const delivered = replica.delivered();
    await Promise.all([expect(delivered).rejects.toThrow("closed before"), replica.close()]);
  });
});
