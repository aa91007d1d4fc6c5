import { createHash } from "node:crypto";
import { limits, type Seat, type SeatRole } from "@sameside/protocol";
import { KeptAttachments, openSqliteStore, type RoomStore } from "@sameside/relay";
import { attachmentHash } from "@sameside/replica";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gif, jpeg, png, SOUNDS, webp, webpLossless } from "./attachmentFiles.ts";

let store: RoomStore;
let attachments: KeptAttachments;

beforeEach(() => {
  store = openSqliteStore({ file: ":memory:" });
  attachments = new KeptAttachments(store);
});
afterEach(() => store.close());

const seat = (role: SeatRole = "customer", workshop = "workshop-of-pictures"): Seat => ({
  workshop,
  person: "ann",
  role,
  table: "t1",
});

function put(bytes: Uint8Array, by = seat(), hash = attachmentHash(bytes), type = "image/png") {
  return attachments.put(by, hash, type, bytes);
}

async function keptType(bytes: Uint8Array): Promise<string | undefined> {
  await put(bytes);
  return (await attachments.get(seat(), attachmentHash(bytes))).headers["Content-Type"];
}

describe("a file", () => {
  it("is kept under its hash and answered so that it never runs", async () => {
    const file = png(640, 480);
    expect(await put(file)).toEqual({ hash: attachmentHash(file), bytes: file.length });
    await put(file);
    expect(await store.attachmentBytes(seat().workshop)).toBe(file.length);
    const { bytes, headers } = await attachments.get(seat("dais"), attachmentHash(file));
    expect(Buffer.compare(bytes, file)).toBe(0);
    expect(headers).toMatchObject({
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": expect.stringContaining("sandbox"),
      "Content-Disposition": "attachment",
      "Cache-Control": expect.stringContaining("immutable"),
    });
  });

  it("is of its workshop only", async () => {
    const file = png(1, 1);
    await put(file);
    const elsewhere = attachments.get(seat("facilitator", "workshop-of-others"), attachmentHash(file));
    await expect(elsewhere).rejects.toMatchObject({ status: 404 });
  });

  it("is refused under another hash, whatever that looks like", async () => {
    const file = png(1, 1);
    for (const hash of [attachmentHash(png(2, 2)), "", "../x", `${attachmentHash(file)}=`])
      await expect(put(file, seat(), hash)).rejects.toMatchObject({ status: 400 });
    for (const hash of ["", "../x", "x".repeat(43)])
      await expect(attachments.get(seat(), hash)).rejects.toMatchObject({ status: 404 });
  });

  it("is not taken from a screen", async () => {
    await expect(put(png(1, 1), seat("dais"))).rejects.toMatchObject({ status: 403 });
  });

  it("is refused when it is too large", async () => {
    const file = Buffer.concat([png(1, 1), Buffer.alloc(limits.MAX_ATTACHMENT_BYTES)]);
    await expect(put(file)).rejects.toMatchObject({ status: 413 });
  });

  it("is refused when the workshop is full, also of many at once; one that is there is not", async () => {
    const [first, second, third] = [png(1, 1), png(2, 2), png(3, 3)];
    const roomFor = 2 * first.length;
    let spare = limits.MAX_WORKSHOP_ATTACHMENT_BYTES - roomFor;
    attachments = new KeptAttachments({
      putAttachment: (...given) => store.putAttachment(...given),
      attachment: (...given) => store.attachment(...given),
      dropAttachment: (...given) => store.dropAttachment(...given),
      record: (...given) => store.record(...given),
      records: (...given) => store.records(...given),
      swap: (...given) => store.swap(...given),
      attachmentBytes: async (workshop) => (await store.attachmentBytes(workshop)) + spare,
    });
    const outcomes = await Promise.allSettled([first, second, third].map((file) => put(file)));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
    await put(second);
    spare = 0;
    await put(third);
  });
});

describe("a file that is taken out", () => {
  it("is gone, for good, whoever of the workshop says so; not by a screen", async () => {
    const file = png(640, 480);
    const hash = attachmentHash(file);
    await put(file);
    await expect(attachments.takeOut(seat("dais"), hash)).rejects.toMatchObject({ status: 403 });
    await attachments.takeOut(seat("customer"), hash);
    await attachments.takeOut(seat("colleague"), hash);
    expect(await store.attachment(seat().workshop, hash)).toBeUndefined();
    await expect(attachments.get(seat("facilitator"), hash)).rejects.toMatchObject({ status: 410 });
    await expect(put(file)).rejects.toMatchObject({ status: 410 });
    await expect(attachments.takeOut(seat(), "../x")).rejects.toMatchObject({ status: 400 });
  });

  it("before it has come is not taken when it comes, and stays in other workshops", async () => {
    const file = png(2, 2);
    await attachments.takeOut(seat(), attachmentHash(file));
    await expect(put(file)).rejects.toMatchObject({ status: 410 });
    await put(file, seat("customer", "workshop-of-others"));
  });

  it("while it is being stored, by another relay on the same store, is gone as well", async () => {
    const file = png(3, 3);
    const hash = attachmentHash(file);
    const elsewhere = new KeptAttachments(store);
    attachments = new KeptAttachments({
      putAttachment: async (...given) => {
        await elsewhere.takeOut(seat(), hash);
        await store.putAttachment(...given);
      },
      attachment: (...given) => store.attachment(...given),
      attachmentBytes: (...given) => store.attachmentBytes(...given),
      dropAttachment: (...given) => store.dropAttachment(...given),
      record: (...given) => store.record(...given),
      records: (...given) => store.records(...given),
      swap: (...given) => store.swap(...given),
    });
    await expect(put(file)).rejects.toMatchObject({ status: 410 });
    expect(await store.attachment(seat().workshop, hash)).toBeUndefined();
  });
});

describe("what a file is", () => {
  it("is read from its bytes, not from what its sender calls it", async () => {
    expect(await keptType(png(8, 8))).toBe("image/png");
    expect(await keptType(jpeg(8, 8))).toBe("image/jpeg");
    expect(await keptType(gif([8, 8]))).toBe("image/gif");
    expect(await keptType(webp([8, 8], [8, 8]))).toBe("image/webp");
    expect(await keptType(webpLossless(8, 8))).toBe("image/webp");
    for (const [type, sound] of Object.entries(SOUNDS)) expect(await keptType(sound)).toBe(type);
    expect(await keptType(Buffer.from([0xff, 0xfb, 0x90, 0x64]))).toBe("audio/mpeg");
  });

  it.each([
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["HTML", "<!doctype html><script>alert(1)</script>"],
    ["PDF", "%PDF-1.7"],
    ["XML before a picture", " \x89PNG\r\n\x1a\n"],
    ["a video in Matroska", "\x1aE\xdf\xa3\x9fB\x82\x88matroska"],
    ["a RIFF of another kind", "RIFF\0\0\0\0AVI LIST"],
    ["nothing", ""],
    ["half a head", "\x89PN"],
  ])("must not be %s", async (_name, content) => {
    await expect(put(Buffer.from(content, "latin1"))).rejects.toMatchObject({ status: 415 });
  });
});

describe("a picture that would unpack to a wall of pixels", () => {
  it.each([
    ["PNG", png(65_000, 65_000)],
    ["PNG beyond 31 bits", png(0xffffffff, 0xffffffff)],
    ["JPEG", jpeg(65_000, 65_000)],
    ["progressive JPEG", jpeg(65_000, 65_000, 0xc2)],
    ["GIF with a large frame on a small screen", gif([10, 10], [65_000, 65_000])],
    ["WebP canvas", webp([16_000, 16_000], [1, 1])],
    ["WebP frame", webp([1, 1], [16_000, 16_000])],
    ["WebP without loss", webpLossless(16_000, 16_000)],
  ])("is refused: %s", async (_name, file) => {
    await expect(put(file)).rejects.toMatchObject({ status: 413 });
  });

  it.each([
    ["PNG", png(0, 5)],
    ["PNG without a header", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIDAT\0\0\0\0\0\0\0\0", "latin1")],
    ["JPEG without a frame", Buffer.from("\xff\xd8\xff\xda", "latin1")],
    ["JPEG cut off", jpeg(8, 8).subarray(0, 12)],
    ["WebP without a picture", Buffer.from("RIFF\0\0\0\0WEBP", "latin1")],
  ])("cannot hide behind headers that state no size: %s", async (_name, file) => {
    await expect(put(file)).rejects.toMatchObject({ status: 415 });
  });

  it("is not looked for without end, whatever the bytes are", async () => {
    const heads = ["\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "GIF89a", "RIFF\0\0\0\0WEBP"];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
        const file = Buffer.concat([Buffer.from(head, "latin1"), rest]);
        const outcome = await put(file).then(
          () => "kept",
          (error: { status?: number }) => error.status,
        );
        expect(["kept", 413, 415]).toContain(outcome);
      }),
    );
  });
});

it("a hash made on a device is SHA-256 in base64url", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(attachmentHash(bytes)).toBe(createHash("sha256").update(bytes).digest("base64url"));
    }),
  );
});
