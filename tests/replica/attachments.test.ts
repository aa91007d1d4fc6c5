import { limits } from "@sameside/protocol";
import { type AttachmentPlace, attachmentHash, fetchAttachment, uploadAttachment } from "@sameside/replica";
import { afterEach, beforeEach, expect, it } from "vitest";
import { png } from "../relay/attachmentFiles.ts";
import { newDevice, WORKSHOP } from "./support/notes.ts";
import { type RealRelay, startRealRelay } from "./support/realRelay.ts";
import { publishFrom } from "./support/workshop.ts";

let relay: RealRelay;
let mine: AttachmentPlace;
let screen: AttachmentPlace;
beforeEach(async () => {
  relay = await startRealRelay();
  const tokens = await publishFrom(newDevice(), relay);
  mine = { origin: relay.origin, workshop: WORKSHOP, token: tokens.write };
  screen = { ...mine, token: tokens.read };
});
afterEach(() => relay.end());

it("a picture comes to the relay and from it as it is, also for who only reads", async () => {
  const file = new Uint8Array(png(640, 480));
  const hash = await uploadAttachment(mine, file);
  expect(hash).toBe(attachmentHash(file));
  expect(await uploadAttachment(mine, file)).toBe(hash);
  for (const place of [mine, screen])
    expect(await fetchAttachment(place, hash)).toEqual({ type: "image/png", bytes: file });
});

it("a file that is no picture, too large, or a screen's is refused with a sentence", async () => {
  const page = new TextEncoder().encode("<script>alert(1)</script>");
  await expect(uploadAttachment(mine, page)).rejects.toMatchObject({ status: 415 });
  await expect(uploadAttachment(screen, new Uint8Array(png(1, 1)))).rejects.toMatchObject({ status: 403 });
  const large = new Uint8Array(limits.MAX_ATTACHMENT_BYTES + 1);
  await expect(uploadAttachment(mine, large)).rejects.toMatchObject({ problem: "too-large" });
});

it("a file of the largest size is taken", async () => {
  const file = new Uint8Array(limits.MAX_ATTACHMENT_BYTES);
  file.set(png(10, 10));
  expect((await fetchAttachment(mine, await uploadAttachment(mine, file))).bytes.length).toBe(file.length);
});

it("a file is for the seats of its workshop only", async () => {
  const hash = await uploadAttachment(mine, new Uint8Array(png(1, 1)));
  await expect(fetchAttachment({ ...mine, token: "x".repeat(43) }, hash)).rejects.toMatchObject({ status: 401 });
  const elsewhere = { ...mine, workshop: "workshop-of-somebody-else" };
  await expect(fetchAttachment(elsewhere, hash)).rejects.toMatchObject({ problem: "refused" });
  await expect(fetchAttachment(mine, attachmentHash(png(2, 2)))).rejects.toMatchObject({ status: 404 });
});

it("answers come with headers that keep them from running", async () => {
  const hash = await uploadAttachment(mine, new Uint8Array(png(1, 1)));
  const address = `${relay.origin}/api/workshops/${WORKSHOP}/attachments/${hash}`;
  const { headers } = await fetch(address, { headers: { authorization: `Bearer ${mine.token}` } });
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect(headers.get("content-disposition")).toBe("attachment");
  expect((await fetch(address)).status).toBe(401);
});
