/**
 * Pictures and sounds of workshops: kept under the hash of their bytes, for the seats of the workshop only. Nothing is
 * kept that a browser would run, or that is far larger unpacked than it looks.
 */
import { createHash } from "node:crypto";
import { isPicture, limits, type MediaType, mediaTypeOf, type Seat } from "@sameside/protocol";
import * as z from "zod";
import { type RecordStore, Records } from "../access/records.ts";
import { Refused } from "../access/refused.ts";
import type { Attachments } from "../api/attachmentsPort.ts";
import type { RoomStore, StoredAttachment } from "../roomStore/roomStore.ts";
import { pictureSizeOf } from "./pictureSize.ts";

const HASH = /^[A-Za-z0-9_-]{43}$/;

/** What a kept file is answered with: it never runs, never changes, and is never a page of this origin. */
const HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Cross-Origin-Resource-Policy": "same-site",
  "Cache-Control": "private, max-age=31536000, immutable",
  "Content-Disposition": "attachment",
} as const;

type AttachmentStore = Pick<RoomStore, "putAttachment" | "attachment" | "attachmentBytes" | "dropAttachment"> &
  RecordStore;

/** The bytes of each file that a person has brought, by its hash. */
const Brought = z.record(z.string(), z.number());
type Brought = z.infer<typeof Brought>;

/** That a file was taken out, and who did it: it stays, so that no device brings the file back. */
const TakenOut = z.object({ by: z.string() });

export class KeptAttachments implements Attachments {
  readonly #store: AttachmentStore;
  readonly #takenOut: Records<z.infer<typeof TakenOut>>;
  readonly #brought: Records<Brought>;
  /** One after the other in a workshop, so that many at once do not pass the limit together. */
  readonly #lastPutByWorkshop = new Map<string, Promise<unknown>>();

  constructor(store: AttachmentStore) {
    this.#store = store;
    this.#takenOut = new Records(store, "takenOut", TakenOut);
    this.#brought = new Records(store, "brought", Brought);
  }

  /**
   * Keeps a file of at most `MAX_ATTACHMENT_BYTES`, given whole. The same file again changes nothing. What its sender
   * calls it is not believed.
   * @throws Refused 400 (not the hash), 403 (a screen), 410 (taken out), 413 (too large), 415 (no picture, no sound)
   */
  async put(seat: Seat, hash: string, _type: string, bytes: Uint8Array) {
    if (seat.role === "dais") throw new Refused(403, "A screen only shows. Add the file on another device.");
    if (bytes.length > limits.MAX_ATTACHMENT_BYTES) throw tooLarge();
    if (!HASH.test(hash) || createHash("sha256").update(bytes).digest("base64url") !== hash)
      throw new Refused(400, "The file did not arrive as it was sent. Send it again.");
    const type = checkedType(bytes);
    await this.#inTurn(seat.workshop, () => this.#keep(seat, hash, { type, bytes }));
    return { hash, bytes: bytes.length };
  }

  /** A file of the seat's workshop. @throws Refused 404 when it is not here, 410 when it was taken out */
  async get(seat: Seat, hash: string) {
    const stored = HASH.test(hash) ? await this.#store.attachment(seat.workshop, hash) : undefined;
    if (!stored && HASH.test(hash) && (await this.#takenOut.read(seat.workshop, hash))) throw takenOut();
    if (!stored) throw new Refused(404, "This file is not here. Whoever added it has it on their device.");
    return { bytes: stored.bytes, headers: { ...HEADERS, "Content-Type": stored.type } };
  }

  /**
   * Takes a file out for good, whether it has come yet or not.
   * @throws Refused 400 (no hash), 403 (a screen)
   */
  async takeOut(seat: Seat, hash: string): Promise<void> {
    if (seat.role === "dais") throw new Refused(403, "A screen only shows. Take it out on another device.");
    if (!HASH.test(hash)) throw new Refused(400, "This names no file. Take it out where it is shown.");
    await this.#inTurn(seat.workshop, async () => {
      await this.#takenOut.create(seat.workshop, hash, { by: seat.person });
      await this.#store.dropAttachment(seat.workshop, hash);
      for (const [person, files] of await this.#brought.all(seat.workshop))
        if (Object.hasOwn(files, hash)) await this.#uncount({ workshop: seat.workshop, person }, hash);
    });
  }

  async #keep(seat: Seat, hash: string, attachment: StoredAttachment): Promise<void> {
    const { workshop } = seat;
    if (await this.#takenOut.read(workshop, hash)) throw takenOut();
    if (await this.#store.attachment(workshop, hash)) return;
    const kept = await this.#store.attachmentBytes(workshop);
    if (kept + attachment.bytes.length > limits.MAX_WORKSHOP_ATTACHMENT_BYTES)
      throw new Refused(413, "This workshop has all the pictures and sounds it can hold.");
    // Before it is there: what a relay that is killed leaves counted is counted right when it comes again.
    await this.#count(seat, hash, attachment.bytes.length);
    await this.#store.putAttachment(workshop, hash, attachment);
    // Another relay may have been told so while it was written here.
    if (!(await this.#takenOut.read(workshop, hash))) return;
    await this.#store.dropAttachment(workshop, hash);
    await this.#uncount(seat, hash);
    throw takenOut();
  }

  /** @throws Refused 413 when the person has brought as much as one may */
  async #count({ workshop, person }: Pick<Seat, "workshop" | "person">, hash: string, bytes: number): Promise<void> {
    await this.#brought.change(workshop, person, (old = {}) => {
      const files = { ...old, [hash]: bytes };
      const sizes = Object.values(files);
      const isTooMuch = sizes.reduce((sum, size) => sum + size, 0) > limits.MAX_PERSON_ATTACHMENT_BYTES;
      if (isTooMuch || sizes.length > limits.MAX_PERSON_ATTACHMENTS)
        throw new Refused(413, "You have added all the pictures and sounds that one person can. Take some out first.");
      return files;
    });
  }

  async #uncount({ workshop, person }: Pick<Seat, "workshop" | "person">, hash: string): Promise<void> {
    await this.#brought.change(workshop, person, (old) => {
      if (!old || !Object.hasOwn(old, hash)) return old;
      return Object.fromEntries(Object.entries(old).filter(([each]) => each !== hash));
    });
  }

  async #inTurn(workshop: string, put: () => Promise<void>): Promise<void> {
    const mine = (this.#lastPutByWorkshop.get(workshop) ?? Promise.resolve()).catch(() => undefined).then(put);
    this.#lastPutByWorkshop.set(workshop, mine);
    try {
      await mine;
    } finally {
      if (this.#lastPutByWorkshop.get(workshop) === mine) this.#lastPutByWorkshop.delete(workshop);
    }
  }
}

function checkedType(bytes: Uint8Array): MediaType {
  const type = mediaTypeOf(bytes);
  if (!type) throw new Refused(415, "Only pictures (PNG, JPEG, GIF, WebP) and sounds (MP3, M4A, Ogg, WebM, WAV).");
  if (!isPicture(type)) return type;
  const size = pictureSizeOf(type, bytes);
  if (!size) throw new Refused(415, "This picture is damaged. Save it anew, or take another one.");
  if (size.width * size.height > limits.MAX_PICTURE_PIXELS)
    throw new Refused(413, "This picture has too many pixels. Make it smaller before you add it.");
  return type;
}

function takenOut(): Refused {
  return new Refused(410, "This was taken out by somebody who is in it, or for them. It is not shared again.");
}

function tooLarge(): Refused {
  const megabytes = Math.floor(limits.MAX_ATTACHMENT_BYTES / 1024 / 1024);
  return new Refused(413, `A file may have ${megabytes} MB. Make it smaller before you add it.`);
}
