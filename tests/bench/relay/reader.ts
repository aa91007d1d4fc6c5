/** A client with a real document: what it holds is what people would see. */
import { MESSAGE_SYNC, SYNC_STEP_1, SYNC_STEP_2 } from "@sameside/protocol";
import * as Y from "yjs";
import { HOCUSPOCUS_SYNC_REPLY, helloFrames, nothingFrame, prefixOf, updateFrame } from "./generator/frames.ts";
import { openTarget, type TargetData } from "./generator/target.ts";
import { reading, readUint } from "./generator/varint.ts";
import { Wire } from "./generator/wire.ts";

const PATIENCE_MS = 20_000;

export class Reader {
  readonly doc = new Y.Doc();
  /** Close code of the wire; `undefined` while it is open. */
  closeCode: number | undefined;
  readonly #wire: Wire;
  readonly #prefix: Uint8Array;
  readonly #watchers = new Set<() => void>();
  #isSynced = false;

  /** Joins a room. `client`: whose token it comes with. */
  constructor(data: TargetData, room: number, client = 0) {
    const target = openTarget(data);
    this.#prefix = prefixOf(target.dialect, target.rooms[room] ?? "");
    this.#wire = new Wire(target.address(client, room), {
      opened: () => {
        for (const frame of helloFrames(target.dialect, this.#prefix)) this.#wire.send(frame);
      },
      heard: (bytes, start, end) => this.#hear(bytes, start, end),
      closed: (code) => {
        this.closeCode = code;
        for (const look of this.#watchers) look();
      },
    });
  }

  /** Resolves when its first question is answered; `false` = it was not. */
  synced(): Promise<boolean> {
    return this.#until(() => this.#isSynced);
  }

  /** Resolves when the document is as wanted; `false` = it did not become so. */
  holds(isWanted: (doc: Y.Doc) => boolean): Promise<boolean> {
    return this.#until(() => isWanted(this.doc));
  }

  stall(): void {
    this.#wire.stall();
  }

  goOn(): void {
    this.#wire.goOn();
  }

  send(update: Uint8Array): void {
    this.#wire.send(updateFrame(this.#prefix, update));
  }

  leave(): void {
    this.#wire.end();
    this.doc.destroy();
  }

  #hear(bytes: Buffer, start: number, end: number): void {
    reading.at = start + this.#prefix.length;
    const type = readUint(bytes);
    if (type !== MESSAGE_SYNC && type !== HOCUSPOCUS_SYNC_REPLY) return;
    const step = readUint(bytes);
    const length = readUint(bytes);
    if (step === SYNC_STEP_1) this.#wire.send(nothingFrame(this.#prefix));
    else Y.applyUpdate(this.doc, bytes.subarray(end - length, end));
    if (step === SYNC_STEP_2) this.#isSynced = true;
    for (const look of this.#watchers) look();
  }

  #until(isSo: () => boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const giveUp = setTimeout(() => end(false), PATIENCE_MS);
      const end = (result: boolean) => {
        clearTimeout(giveUp);
        this.#watchers.delete(look);
        resolve(result);
      };
      const look = () => {
        if (isSo()) end(true);
        else if (this.closeCode !== undefined) end(false);
      };
      this.#watchers.add(look);
      look();
    });
  }
}
