/** Pictures and sounds on a device: kept first, shared when they may be, and gone when somebody takes them out (SPEC S25–S28). */
import {
  AttachmentError,
  attachmentHash,
  type FileConsents,
  type FileState,
  type Files,
  heldAttachments,
  openFiles,
  uploadAttachment,
} from "@sameside/replica";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openTcpProxy } from "../faults/tcpProxy.ts";
import { png } from "../relay/attachmentFiles.ts";
import { newDevice, rowsOnDisk, until, WORKSHOP } from "./support/notes.ts";
import { type RealRelay, startRealRelay } from "./support/realRelay.ts";
import { publishFrom, seatBy } from "./support/workshop.ts";

const PICTURE = new Uint8Array(png(640, 480));
const HASH = attachmentHash(PICTURE);

/** What people have said, as a test says it. */
function saidInTest() {
  const listeners = new Set<() => void>();
  const said = new Map<string, boolean>();
  const consents: FileConsents = {
    mayShare: (hash, pictured) => pictured.every((person) => said.get(`${hash}/${person}`) === true),
    isTakenOut: (hash) => [...said].some(([key, may]) => key.startsWith(hash) && !may),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    consents,
    say(person: string, may: boolean) {
      said.set(`${HASH}/${person}`, may);
      for (const listener of listeners) listener();
    },
  };
}

const opened: Files[] = [];
function filesOn(device: IDBFactory | null, consents = saidInTest().consents): Files {
  const files = openFiles(WORKSHOP, consents, device);
  opened.push(files);
  return files;
}
afterEach(() => {
  vi.restoreAllMocks();
  for (const files of opened.splice(0)) files.close();
});

function untilState(
  files: Files,
  is: FileState["is"] | "shared" | "waiting" | "asked" | "refused",
): Promise<FileState> {
  return until(files.subscribe, () => {
    const state = files.state(HASH);
    return state.is === is || (state.is === "here" && state.where === is) ? state : undefined;
  });
}

describe("a file without a relay", () => {
  it("is kept on disk under the hash of its bytes, and is there after a reload", async () => {
    const device = newDevice();
    const files = filesOn(device);
    expect(await files.keep(PICTURE)).toBe(HASH);
    expect(files.state(HASH)).toEqual({ is: "here", type: "image/png", where: "waiting" });
    const again = filesOn(device);
    await again.settled();
    expect(again.state(HASH)).toMatchObject({ is: "here", where: "waiting" });
    expect(await again.read(HASH)).toEqual({ type: "image/png", bytes: PICTURE });
  });

  it("is the same object as long as nothing changes", async () => {
    const files = filesOn(newDevice());
    await files.keep(PICTURE);
    expect(files.state(HASH)).toBe(files.state(HASH));
    expect(files.state("x")).toBe(files.state("x"));
  });

  it("is refused with a reason when it is none that is shown, or too large", async () => {
    const files = filesOn(newDevice());
    await expect(files.keep(new TextEncoder().encode("<svg onload='alert(1)'/>"))).rejects.toMatchObject({
      problem: "unknown-kind",
    });
    await expect(files.keep(new Uint8Array(11 * 1024 * 1024))).rejects.toMatchObject({ problem: "too-large" });
  });

  it("that the disk does not take is said, and is not called kept", async () => {
    const files = filesOn(newDevice());
    await files.settled();
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no space", "QuotaExceededError");
    });
    const refused = files.keep(PICTURE);
    await expect(refused).rejects.toBeInstanceOf(AttachmentError);
    await expect(refused).rejects.toMatchObject({ problem: "not-stored" });
    expect(files.state(HASH).is).toBe("unknown");
  });

  it("is kept in memory where nothing can be stored", async () => {
    const files = filesOn(null);
    await files.keep(PICTURE);
    expect((await files.read(HASH))?.bytes).toEqual(PICTURE);
  });
});

describe("a file with a relay", () => {
  let relay: RealRelay;
  let mine: { origin: string; workshop: string; token: string };
  let others: typeof mine;
  beforeEach(async () => {
    relay = await startRealRelay();
    const tokens = await publishFrom(newDevice(), relay);
    mine = { origin: relay.origin, workshop: WORKSHOP, token: tokens.write };
    others = { ...mine, token: (await seatBy(tokens.writeCode, relay)).token };
  });
  afterEach(() => relay.end());

  it("goes out with the first connection, also what waited since an earlier visit, and comes to who is shown it", async () => {
    const device = newDevice();
    const earlier = filesOn(device);
    await earlier.keep(PICTURE);
    earlier.close();
    const anna = filesOn(device);
    const bert = filesOn(newDevice());
    bert.connect(others);
    bert.show(HASH);
    await untilState(bert, "missing");
    anna.connect(mine);
    await untilState(anna, "shared");
    // As the next connection does, and as time does by itself.
    bert.connect(others);
    await untilState(bert, "shared");
    expect((await bert.read(HASH))?.bytes).toEqual(PICTURE);
  });

  it("waits while the relay is away", async () => {
    const files = filesOn(newDevice());
    await relay.stop();
    files.connect(mine);
    await files.keep(PICTURE);
    await files.settled();
    expect(files.state(HASH)).toMatchObject({ where: "waiting" });
    await relay.startAgain();
    files.connect(mine);
    await untilState(files, "shared");
  });

  it("on its way over a network that has died does not wait for it: it goes out whole with the next connection (D40)", async () => {
    const network = await openTcpProxy([Number(new URL(relay.origin).port)]);
    const through = { ...mine, origin: network.url };
    const files = filesOn(newDevice());
    const stopped = network.holdUpload();
    files.connect(through);
    await files.keep(PICTURE);
    await stopped;
    files.connect(undefined);
    await files.settled();
    expect(files.state(HASH)).toMatchObject({ where: "waiting" });
    files.connect(through);
    await untilState(files, "shared");
    const bert = filesOn(newDevice());
    bert.connect(others);
    bert.show(HASH);
    await untilState(bert, "shared");
    expect((await bert.read(HASH))?.bytes).toEqual(PICTURE);
    await network.close();
  });

  it("that the relay never takes is not sent again, and says why", async () => {
    const device = newDevice();
    const files = filesOn(device);
    const wall = new Uint8Array(png(65_000, 65_000));
    const hash = await files.keep(wall);
    files.connect(mine);
    await files.settled();
    expect(files.state(hash)).toMatchObject({ where: "refused", why: expect.stringContaining("too many pixels") });
    const asked = vi.spyOn(globalThis, "fetch");
    const again = filesOn(device);
    again.connect(mine);
    await again.settled();
    expect(again.state(hash)).toMatchObject({ where: "refused" });
    expect(asked).not.toHaveBeenCalled();
  });

  it("is not believed when it is another one than its name says", async () => {
    const files = filesOn(newDevice());
    await uploadAttachment(mine, PICTURE);
    const real = globalThis.fetch;
    vi.spyOn(globalThis, "fetch").mockImplementation(async (...asked) => {
      const response = await real(...asked);
      return new Response(new Uint8Array(png(1, 1)), { headers: response.headers });
    });
    files.connect(mine);
    files.show(HASH);
    await untilState(files, "missing");
    vi.restoreAllMocks();
    files.connect(mine);
    await untilState(files, "shared");
  });

  it("with people in it leaves the device only after each of them has agreed", async () => {
    const { consents, say } = saidInTest();
    const sent = vi.spyOn(globalThis, "fetch");
    const device = newDevice();
    const files = filesOn(device, consents);
    files.connect(mine);
    await files.keep(PICTURE, ["bert", "mia"]);
    await files.settled();
    say("bert", true);
    await files.settled();
    expect(files.state(HASH)).toMatchObject({ where: "asked" });
    expect(sent).not.toHaveBeenCalled();
    // A file that is handed on would carry it away, too.
    expect(await heldAttachments(WORKSHOP, device)).toEqual([]);
    say("mia", true);
    await untilState(files, "shared");
    expect((await heldAttachments(WORKSHOP, device)).map(({ hash }) => hash)).toEqual([HASH]);
  });

  it("that is taken out is gone here, at the relay and on every device that hears of it, and does not come back", async () => {
    const heard = saidInTest();
    const [annasDevice, bertsDevice] = [newDevice(), newDevice()];
    const anna = filesOn(annasDevice);
    await anna.keep(PICTURE);
    anna.connect(mine);
    await untilState(anna, "shared");
    const bert = filesOn(bertsDevice, heard.consents);
    bert.connect(others);
    bert.show(HASH);
    await untilState(bert, "shared");

    // Said without a connection: the relay hears of it with the next one, also after a reload.
    anna.connect(undefined);
    await anna.takeOut(HASH);
    anna.close();
    const later = filesOn(annasDevice);
    later.connect(mine);
    await later.settled();
    expect(later.state(HASH)).toEqual({ is: "takenOut" });
    heard.say("anna", false);
    await bert.settled();
    for (const device of [annasDevice, bertsDevice])
      expect(await rowsOnDisk(device, "blobs")).toMatchObject([{ hash: HASH, bytes: new Uint8Array(), waiting: 0 }]);
    await expect(uploadAttachment(others, PICTURE)).rejects.toMatchObject({ status: 410 });
    await expect(bert.keep(PICTURE)).rejects.toMatchObject({ problem: "taken-out" });
    const newcomer = filesOn(newDevice());
    newcomer.connect(others);
    newcomer.show(HASH);
    await untilState(newcomer, "takenOut");
  });
});
