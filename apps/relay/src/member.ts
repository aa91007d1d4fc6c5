/** One connection in a room: what it said, what it may say, and what it has been told. */
import {
  CLOSE,
  type CloseReason,
  encodeMessage,
  FromDeviceSchema,
  type FromRelay,
  limits,
  MESSAGE_AWARENESS,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_SAMESIDE,
  MESSAGE_SYNC,
  type Right,
  readMessage,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from "@sameside/protocol";
import * as decoding from "lib0/decoding";
import { type PresenceState, presenceFrame } from "./frames.ts";
import type { Place } from "./integrate.ts";
import type { Room } from "./room.ts";

/** The way to one device. Whole frames; neither call throws. */
export interface Peer {
  send(frame: Uint8Array): void;
  /** What answers a step 1: may be as much as the room holds, and is allowed to wait longer than other frames. */
  sendHistory(frames: readonly Uint8Array[]): void;
  close(reason: CloseReason): void;
}

export class Member {
  readonly #room: Room;
  readonly #peer: Peer;
  readonly #right: Right;
  readonly #speaksSameside: boolean;
  #isOpen = true;
  #isSilent = false;
  /** Sync frames (step 2 and update) this device sent. */
  #frames = 0;
  /** The first frame that depends on something the room lacks, until a step 2 makes up for it. */
  #gapFrame: number | undefined;
  #missing: Place | undefined;
  /** A step 1 was sent and not answered yet. */
  #isAsked = false;
  /** The first so many frames are on disk … */
  #storedFrames = 0;
  /** … and the device knows of so many. */
  #toldFrames = 0;
  #isDenied = false;
  readonly #hearAnswers = (frame: Uint8Array): void => this.send(frame);

  constructor(room: Room, peer: Peer, right: Right, speaksSameside: boolean) {
    this.#room = room;
    this.#peer = peer;
    this.#right = right;
    this.#speaksSameside = speaksSameside;
  }

  /** Says the first words: who we are, what we want to know, who is here. */
  greet(question: Uint8Array, states: readonly PresenceState[]): void {
    this.#say({ say: "hello", now: Date.now() });
    this.#say({ say: "rights", right: this.#right });
    // Who may only read is never asked: what it answered could not be taken.
    if (this.#right === "write") this.#ask(question);
    if (states.length > 0) this.send(presenceFrame(states));
    if (this.#speaksSameside) this.#room.answers.join(this.#hearAnswers);
  }

  /** Takes one frame. A frame that cannot be read closes the connection. */
  receive(frame: Uint8Array): void {
    if (!this.#isOpen) return;
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

  /** Tells a device to which nothing was sent since the last call that the relay is there. */
  breakSilence(): void {
    if (this.#isSilent) this.send(presenceFrame([]));
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
    this.#room.answers.leave(this.#hearAnswers);
    this.#room.leave(this);
  }

  tellStored(): void {
    if (this.#storedFrames === this.#toldFrames) return;
    this.#toldFrames = this.#storedFrames;
    this.#say({ say: "stored", frames: this.#storedFrames });
  }

  /** The frame just sent depends on `missing`, which the room does not have. */
  lack(missing: Place): void {
    this.#missing = missing;
  }

  /** Asks again when what was missing has come from somebody else. */
  askWhenFilled(storedClocks: ReadonlyMap<number, number>): void {
    const missing = this.#missing;
    if (!missing || (storedClocks.get(missing.client) ?? 0) <= missing.clock) return;
    this.#missing = undefined;
    this.#ask(this.#room.ask());
  }

  #read(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE_SYNC) this.#readSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
    else if (type === MESSAGE_AWARENESS) this.#room.hearPresence(this, decoding.readVarUint8Array(decoder));
    else if (type === MESSAGE_QUERY_AWARENESS) this.send(presenceFrame(this.#room.presenceStates()));
    else if (type === MESSAGE_SAMESIDE) this.#readSameside(decoder);
    // A newer client may say what this relay does not know yet; it must do without an answer.
  }

  #readSync(type: number, payload: Uint8Array): void {
    if (type === SYNC_STEP_1) this.#answer(payload);
    else if (type !== SYNC_STEP_2 && type !== SYNC_UPDATE) this.close(CLOSE.refusedUpdate);
    else if (this.#right === "write") this.#takeFrame(payload, type === SYNC_STEP_2);
    else this.#deny();
  }

  #answer(stateVector: Uint8Array): void {
    this.#isSilent = false;
    this.#peer.sendHistory(this.#room.answer(stateVector));
  }

  #takeFrame(payload: Uint8Array, isStep2: boolean): void {
    this.#frames += 1;
    const gapBefore = this.#gapFrame;
    // A step 2 says all the device has, and so makes up for every frame before it.
    if (isStep2) [this.#gapFrame, this.#missing, this.#isAsked] = [undefined, undefined, false];
    const covers = (this.#gapFrame ?? this.#frames + 1) - 1;
    // The bytes are a window into a larger buffer of the socket, which would stay in memory with them.
    const verdict = this.#room.take(payload.slice(), isStep2, this, () => {
      this.#storedFrames = Math.max(this.#storedFrames, covers);
    });
    if (verdict === "refused") this.close(CLOSE.refusedUpdate);
    if (verdict === "full") this.close(CLOSE.roomFull);
    if (verdict !== "gap") return;
    this.#gapFrame = gapBefore ?? this.#frames;
    // A step 2 with a gap is all the device has: asking again helps only when what is missing has come.
    if (!isStep2) this.#ask(this.#room.ask());
  }

  #deny(): void {
    this.#frames += 1;
    if (!this.#isDenied) this.#say({ say: "denied", frame: this.#frames });
    this.#isDenied = true;
  }

  #ask(question: Uint8Array): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.send(question);
  }

  #readSameside(decoder: decoding.Decoder): void {
    if (!this.#speaksSameside) return;
    const message = readMessage(decoder, FromDeviceSchema);
    if (message?.say === "answersPut")
      this.#room.answers.put(message.rows.slice(0, limits.MAX_ANSWERS_PER_MESSAGE), this.#hearAnswers, () =>
        this.close(CLOSE.draining),
      );
  }

  #say(message: FromRelay): void {
    if (this.#speaksSameside) this.send(encodeMessage(message));
  }
}
