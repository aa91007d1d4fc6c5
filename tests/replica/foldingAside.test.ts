/** A worker that folds, and one that is never heard of again: nothing waits for it for ever (SPEC S50). */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { newDevice, notesIn, openNotes, rowsOnDisk, write } from "./support/notes.ts";
import { type ScriptedRelay, startScriptedRelay } from "./support/scriptedRelay.ts";

const BEGINS_MS = 3_000;
const ENDS_MS = 60_000;
const EDITS = 60;

let atWork: PromiseWithResolvers<HangingWorker>;
/** Takes a job; what it says of it, the test says. */
class HangingWorker extends EventTarget {
  isTerminated = false;

  postMessage(): void {
    atWork.resolve(this);
  }

  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

let relay: ScriptedRelay;
beforeEach(async () => {
  atWork = Promise.withResolvers();
  relay = await startScriptedRelay();
  vi.stubGlobal("Worker", HangingWorker);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await relay.close();
});

function openBusy(device: IDBFactory) {
  return openNotes(device).then((replica) => {
    for (let index = 0; index < EDITS; index += 1) write(replica, `n${index}`, "kept");
    return replica;
  });
}

describe("a log that is to be folded in a worker (S50)", () => {
  it("is folded on the page when the worker does not begin; the board closes, and all is there", async () => {
    const device = newDevice();
    const replica = await openBusy(device);
    await replica.saved();
    const closed = replica.close();
    const worker = await atWork.promise;
    await vi.advanceTimersByTimeAsync(BEGINS_MS - 1);
    expect(await rowsOnDisk(device, "snapshots")).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await closed;
    expect(worker.isTerminated).toBe(true);
    expect(await rowsOnDisk(device, "snapshots")).toHaveLength(1);
    const again = await openNotes(device);
    expect(Object.keys(notesIn(again.doc))).toHaveLength(EDITS);
    await again.close();
  });

  it("is left to a worker that has begun, and folded on the page when that one is never heard of again", async () => {
    const device = newDevice();
    const replica = await openBusy(device);
    const folded = replica.folded();
    const worker = await atWork.promise;
    worker.say("begun");
    await vi.advanceTimersByTimeAsync(ENDS_MS - 1);
    expect(worker.isTerminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await folded;
    expect(worker.isTerminated).toBe(true);
    expect(await rowsOnDisk(device, "snapshots")).toHaveLength(1);
    await replica.close();
  });

  it("keeps what the relay has confirmed from being noted no longer than that", async () => {
    const device = newDevice();
    const replica = await openBusy(device);
    const folded = replica.folded();
    await atWork.promise;
    replica.connect(relay.link);
    const visit = await relay.visit();
    expect((await visit.next()).kind).toBe("step1");
    visit.say({ say: "hello", now: Date.now(), person: "p", role: "colleague", table: null });
    visit.say({ say: "rights", right: "write" });
    visit.ask(new Y.Doc());
    expect((await visit.next()).kind).toBe("step2");
    visit.say({ say: "stored", frames: 1 });
    await replica.delivered();
    expect(await rowsOnDisk(device, "log")).toMatchObject([{ own: 1, acked: 0 }]);
    await vi.advanceTimersByTimeAsync(BEGINS_MS);
    await folded;
    while ((await rowsOnDisk(device, "log"))[0]?.["acked"] !== 1);
    await replica.close();
  });
});
