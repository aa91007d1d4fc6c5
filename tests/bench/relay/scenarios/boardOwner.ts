/** Who brings a board to its room and stays there. It reads no document, since two hundred of them would take long. */
import { MESSAGE_SYNC, SYNC_STEP_1, SYNC_STEP_2 } from "@sameside/protocol";
import {
  askFrame,
  HOCUSPOCUS_SYNC_REPLY,
  helloFrames,
  nothingFrame,
  prefixOf,
  updateFrame,
} from "../generator/frames.ts";
import { openTarget, type TargetData } from "../generator/target.ts";
import { reading, readUint } from "../generator/varint.ts";
import { Wire } from "../generator/wire.ts";

/** An answer below this share of the board does not hold it yet. */
const SMALLEST_SHARE = 0.5;
const PATIENCE_MS = 30_000;

export class BoardOwner {
  /** Resolves when the server answers with the board. Rejects when it closes the wire, or does not answer. */
  readonly isThere: Promise<void>;
  readonly #wire: Wire;

  constructor(data: TargetData, room: number, board: Uint8Array) {
    const target = openTarget(data);
    const prefix = prefixOf(target.dialect, target.rooms[room] ?? "");
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.isThere = promise;
    const giveUp = setTimeout(() => reject(new Error("The server did not answer with a board.")), PATIENCE_MS);
    promise.then(
      () => clearTimeout(giveUp),
      () => clearTimeout(giveUp),
    );
    let answered = 0;
    this.#wire = new Wire(target.address(room, room), {
      opened: () => {
        for (const frame of helloFrames(target.dialect, prefix)) this.#wire.send(frame);
        this.#wire.send(updateFrame(prefix, board));
      },
      heard: (bytes, start) => {
        reading.at = start + prefix.length;
        const type = readUint(bytes);
        if (type !== MESSAGE_SYNC && type !== HOCUSPOCUS_SYNC_REPLY) return;
        const step = readUint(bytes);
        answered += step === SYNC_STEP_1 ? 0 : readUint(bytes);
        if (step === SYNC_STEP_1) this.#wire.send(nothingFrame(prefix));
        if (step !== SYNC_STEP_2) return;
        if (answered > board.length * SMALLEST_SHARE) resolve();
        else this.#wire.send(askFrame(prefix));
        answered = 0;
      },
      closed: (code) => reject(new Error(`The server did not take a board: it closed with ${code}.`)),
    });
  }

  leave(): void {
    this.#wire.end();
  }
}
