/** One connection in a room: what it said, what it may say, and what it has been told. */
import {
  CLOSE,
  type CloseReason,
  encodeMessage,
  FromDeviceSchema,
  type FromRelay,
  MESSAGE_AWARENESS,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_SAMESIDE,
  MESSAGE_SYNC,
  type Right,
  readMessage,
  type Seat,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from "@sameside/protocol";
import * as decoding from "lib0/decoding";
import type { Missing } from "../guard/integrate.ts";
import type { DeskMember } from "./desk.ts";
import { presenceFrame } from "./frames.ts";
import type { Room } from "./room.ts";
import { Batch, toWire } from "./wire.ts";

/** The way to one device. Whole frames; no call throws. */
export interface Peer {
  send(frame: Uint8Array): void;
  /** A batch that all members share, then a frame for this one only. */
  sendBatch(batch: Batch, own?: Uint8Array): void;
  /**
   * What answers a step 1: may be as much as the room holds, and is allowed to wait longer than other frames. `answer`
   * is called when the device can take it, and only for the latest question.
   */
  sendHistory(answer: () => Batch): void;
  close(reason: CloseReason): void;
}

/** How a connection takes part in a room. */
export interface JoinOptions {
  readonly seat: Seat;
  /** Who has none does not get in: whoever lets people in closes the connection instead. */
  readonly right: Exclude<Right, "none">;
  /** It asked for the additions of `sameside.1`. */
  readonly speaksSameside: boolean;
}

/** A frame that is looked at again once the room has read its store anew. */
interface HeldFrame {
  readonly payload: Uint8Array;
  readonly isStep2: boolean;
}

const NOTHING = new Batch([]);
const SILENCE_BROKEN = new Batch([toWire(presenceFrame([]))]);

export class Member implements DeskMember {
  readonly #room: Room;
  readonly #peer: Peer;
  readonly #speaksSameside: boolean;
  #seat: Seat;
  #right: Right;
  #isOpen = true;
  #isSilent = false;
  /** Sync frames (step 2 and update) this device sent. */
  #frames = 0;
  /** The first frame that depends on something the room lacks or that was dropped, until a step 2 makes up for it. */
  #gapFrame: number | undefined;
  #missing: Missing | undefined;
  /** A step 1 was sent and not answered yet. */
  #isAsked = false;
  /** The first so many frames are on disk … */
  #storedFrames = 0;
  /** … and the device knows of so many. */
  #toldFrames = 0;
  #isDenied = false;
  /** What came after a held frame; absent = none is held. */
  #afterHeld: Uint8Array[] | undefined;

  constructor(room: Room, peer: Peer, { seat, right, speaksSameside }: JoinOptions) {
    this.#room = room;
    this.#peer = peer;
    this.#seat = seat;
    this.#right = right;
    this.#speaksSameside = speaksSameside;
  }

  get seat(): Seat {
    return this.#seat;
  }

  get right(): Right {
    return this.#right;
  }

  /** Says the first words: who we are, what we want to know, who is here. */
  greet(): void {
    const { person, role, table } = this.#seat;
    this.say({ say: "hello", now: Date.now(), person, role, table });
    this.say({ say: "rights", right: this.#right });
    // Who may only read is never asked: what it answered could not be taken.
    if (this.#right === "write") this.#ask();
    const everybody = this.#room.everybody();
    if (everybody) this.#peer.sendBatch(everybody);
    if (this.#speaksSameside) this.#room.desk.join(this);
  }

  /** Changes what this connection may do from now on. `none` ends it. */
  setRight(right: Right): void {
    if (!this.#isOpen || right === this.#right) return;
    this.#right = right;
    // A client that knows nothing of rights would go on as if its dropped edits were with everybody.
    const isLost = right === "write" && this.#isDenied && !this.#speaksSameside;
    if (right === "none") this.close(CLOSE.notForYou);
    if (isLost) this.close(CLOSE.noRight);
    if (!this.#isOpen) return;
    this.say({ say: "rights", right });
    this.#isDenied = false;
    this.#isAsked = false;
    if (right === "write") this.#ask();
  }

  /** Makes it the connection of another seat of the same person: in another role, or at another table. */
  setSeat(seat: Seat): void {
    if (!this.#isOpen) return;
    if (this.#speaksSameside) this.#room.desk.leave(this);
    this.#seat = seat;
    if (this.#speaksSameside) this.#room.desk.join(this);
  }

  /** Takes one frame. A frame that cannot be read closes the connection. */
  receive(frame: Uint8Array): void {
    if (!this.#isOpen) return;
    if (this.#afterHeld) {
      this.#afterHeld.push(frame.slice());
      return;
    }
    try {
      this.#read(decoding.createDecoder(frame));
    } catch (error) {
      this.#room.log(`A frame was not understood: ${error instanceof Error ? error.message : "unknown reason"}`);
      this.close(CLOSE.refusedUpdate);
    }
  }

  send(frame: Uint8Array): void {
    if (!this.#isOpen) return;
    this.#isSilent = false;
    this.#peer.send(frame);
  }

  say(message: FromRelay): void {
    if (this.#speaksSameside) this.send(encodeMessage(message));
  }

  /** Tells what everybody is told, and how many of its own frames are stored. */
  tell(batch: Batch | undefined): void {
    if (!this.#isOpen) return;
    const stored = this.#storedNews();
    if (batch) {
      this.#isSilent = false;
      this.#peer.sendBatch(batch, stored);
    } else if (stored) this.send(stored);
  }

  /** Tells a device to which nothing was sent since the last call that the relay is there. */
  breakSilence(): void {
    if (this.#isSilent) this.tell(SILENCE_BROKEN);
    this.#isSilent = true;
  }

  close(reason: CloseReason): void {
    if (!this.#isOpen) return;
    this.leave();
    this.#peer.close(reason);
  }

  /** The connection is gone. */
  leave(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (this.#speaksSameside) this.#room.desk.leave(this);
    this.#room.leave(this);
  }

  /** The frame just sent depends on `missing`, which the room does not have. */
  lack(missing: Missing): void {
    this.#missing = missing;
  }

  /** Asks again when what was missing has come from somebody else, or may come from this device; `false` before. */
  askWhenFilled(isFilled: (missing: Missing) => boolean): boolean {
    const missing = this.#missing;
    if (missing && !isFilled(missing)) return false;
    this.#missing = undefined;
    if (missing && this.#right === "write") this.#ask();
    return true;
  }

  #read(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE_SYNC) this.#readSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
    else if (type === MESSAGE_AWARENESS) this.#room.hearPresence(this, decoding.readVarUint8Array(decoder));
    else if (type === MESSAGE_QUERY_AWARENESS) this.#peer.sendBatch(this.#room.everybody() ?? SILENCE_BROKEN);
    else if (type === MESSAGE_SAMESIDE) this.#readSameside(decoder);
    // A newer client may say what this relay does not know yet; it must do without an answer.
  }

  #readSync(type: number, payload: Uint8Array): void {
    if (type === SYNC_STEP_1) this.#answer(payload);
    else if (type !== SYNC_STEP_2 && type !== SYNC_UPDATE) this.close(CLOSE.refusedUpdate);
    // The bytes are a window into a larger buffer of the socket, which would stay in memory with them.
    else if (this.#right === "write") this.#takeFrame({ payload: payload.slice(), isStep2: type === SYNC_STEP_2 });
    else this.#deny();
  }

  #answer(question: Uint8Array): void {
    const answer = this.#room.answer(question.slice());
    this.#isSilent = false;
    this.#peer.sendHistory(() => {
      try {
        return answer();
      } catch (error) {
        this.#room.log(`A room cannot be told: ${error instanceof Error ? error.message : "unknown reason"}`);
        this.close(CLOSE.unreadable);
        return NOTHING;
      }
    });
  }

  #takeFrame(held: HeldFrame, isSecondLook = false): void {
    const { payload, isStep2 } = held;
    const frame = this.#frames + 1;
    const gapBefore = this.#gapFrame;
    // A step 2 says all the device has, and so makes up for every frame before it.
    const covers = ((isStep2 ? undefined : gapBefore) ?? frame + 1) - 1;
    const verdict = this.#room.take({ update: payload, isAllItHas: isStep2, from: this, isSecondLook }, () => {
      this.#storedFrames = Math.max(this.#storedFrames, covers);
    });
    if (verdict === "unsure") {
      this.#hold(held);
      return;
    }
    this.#frames = frame;
    if (isStep2) this.#isAsked = false;
    if (isStep2 && verdict !== "gap") [this.#gapFrame, this.#missing] = [undefined, undefined];
    if (verdict === "refused") this.close(CLOSE.refusedUpdate);
    if (verdict === "full") this.close(CLOSE.roomFull);
    if (verdict === "roomFull" || verdict === "tooManyBoards" || verdict === "workshopFull") this.close(CLOSE[verdict]);
    if (verdict === "unreadable") this.close(CLOSE.unreadable);
    if (verdict !== "gap") return;
    this.#gapFrame = gapBefore ?? frame;
    // A step 2 with a gap is all the device has: asking again helps only when what is missing has come.
    if (!isStep2) this.#ask();
  }

  /** What seems to be missing may be in the store already, brought there by another relay. */
  #hold(held: HeldFrame): void {
    const after: Uint8Array[] = [];
    this.#afterHeld = after;
    void this.#room.reload().then(() => {
      this.#afterHeld = undefined;
      if (!this.#isOpen) return;
      if (this.#right === "write") this.#takeFrame(held, true);
      else this.#deny();
      for (const frame of after) this.receive(frame);
    });
  }

  #deny(): void {
    this.#frames += 1;
    this.#room.countDenied();
    // When the right comes back, what builds on this frame is not whole before the next step 2.
    this.#gapFrame ??= this.#frames;
    if (!this.#isDenied) this.say({ say: "denied", frame: this.#frames });
    this.#isDenied = true;
  }

  #ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.send(this.#room.ask());
  }

  #readSameside(decoder: decoding.Decoder): void {
    if (!this.#speaksSameside) return;
    const message = readMessage(decoder, FromDeviceSchema);
    if (message) this.#room.desk.hear(this, message);
  }

  #storedNews(): Uint8Array | undefined {
    if (this.#storedFrames === this.#toldFrames) return undefined;
    this.#toldFrames = this.#storedFrames;
    return this.#speaksSameside ? encodeMessage({ say: "stored", frames: this.#storedFrames }) : undefined;
  }
}
