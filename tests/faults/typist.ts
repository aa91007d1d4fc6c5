/**
 * An honest device that types without end and keeps the books: which of its edits the relay has called stored, and which
 * edits of others it has seen. It speaks the protocol itself, so that a test says when it connects, and not a timer.
 */
import {
  type FromRelay,
  FromRelaySchema,
  MESSAGE_SAMESIDE,
  MESSAGE_SYNC,
  readMessage,
  SUBPROTOCOL,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from "@sameside/protocol";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as Y from "yjs";

/** Edits that may be under way at once: more than one, so that a kill finds something in the air. */
const UNDER_WAY = 4;

export interface TypistOptions {
  readonly room: string;
  readonly token: string;
  /** Begins the key of each edit; nobody else's may begin with it. */
  readonly name: string;
  /** What each edit writes; absent = its number. */
  readonly words?: string;
}

export class Typist {
  readonly doc = new Y.Doc();
  /** The keys in the document when the relay had first said all it had to this connection; absent = it has not yet. */
  firstSeen: ReadonlySet<string> | undefined;
  /** The right to write, as the relay says it. */
  right: string | undefined;
  /** Everything the relay said beside the y-websocket protocol, on all connections. */
  readonly said: FromRelay[] = [];
  readonly #options: TypistOptions;
  #socket: WebSocket | undefined;
  /** The keys of its edits, in order. */
  readonly #keys: string[] = [];
  /** For each sync frame of this connection, how many edits are on the relay's disk when it is. */
  #editsByFrame: number[] = [];
  #storedEdits = 0;
  #isTyping = false;
  #messages = 0;
  /** Answers to questions for what there is. */
  #answers = 0;
  readonly #waiting = new Set<() => void>();

  constructor(options: TypistOptions) {
    this.#options = options;
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#sendSync(SYNC_UPDATE, update);
    });
  }

  get name(): string {
    return this.#options.name;
  }

  get room(): string {
    return this.#options.room;
  }

  /** Edits that the relay has called stored. */
  get stored(): readonly string[] {
    return this.#keys.slice(0, this.#storedEdits);
  }

  /** All its edits. */
  get typed(): readonly string[] {
    return this.#keys;
  }

  /** Edits of others that this device has been told. */
  get seen(): string[] {
    return [...this.#cards().keys()].filter((key) => !key.startsWith(`${this.name}-`));
  }

  /** Messages heard since it was made. */
  get messages(): number {
    return this.#messages;
  }

  /** Connects and asks for what there is. Answers the end of that connection: its close code. */
  connect(url: string): Promise<number> {
    const socket = new WebSocket(`${url.replace("http", "ws")}/sync/${this.#options.room}`, [
      SUBPROTOCOL,
      this.#options.token,
    ]);
    this.#socket = socket;
    this.firstSeen = undefined;
    this.#editsByFrame = [];
    socket.on("error", () => undefined);
    socket.once("open", () => this.#sendSync(SYNC_STEP_1, Y.encodeStateVector(this.doc)));
    socket.on("message", (data: Buffer) => {
      if (socket === this.#socket) this.#hear(new Uint8Array(data));
    });
    return new Promise((resolve) => {
      socket.once("close", (code) => {
        if (socket === this.#socket) this.#socket = undefined;
        this.#look();
        resolve(code);
      });
    });
  }

  /** Types from now on, faster than the relay confirms; also while it is not connected, once each time it is told to. */
  type(): void {
    this.#isTyping = true;
    this.#goOn();
  }

  pause(): void {
    this.#isTyping = false;
  }

  /** Makes one edit, whether it is connected or not. */
  edit(): void {
    const key = `${this.name}-${this.#keys.length}`;
    this.#keys.push(key);
    this.#cards().set(key, this.#options.words ?? this.#keys.length);
  }

  /** Asks what there is; resolves when the answer has come, and with it everything the relay had said before. */
  async ask(): Promise<void> {
    await this.until(({ firstSeen }) => firstSeen !== undefined);
    const answers = this.#answers;
    this.#sendSync(SYNC_STEP_1, Y.encodeStateVector(this.doc));
    await this.until(() => this.#answers > answers);
  }

  /** Cuts the line. */
  drop(): void {
    this.#socket?.terminate();
    this.#socket = undefined;
  }

  /** Resolves when `holds` does; looked at again with every message, edit and end of a connection. */
  until(holds: (typist: this) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds(this)) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Resolves when all it has typed is on the relay's disk. */
  async allStored(): Promise<void> {
    await this.until(() => this.#storedEdits === this.#keys.length);
  }

  has(key: string): boolean {
    return this.#cards().has(key);
  }

  #cards(): Y.Map<unknown> {
    return this.doc.getMap("cards");
  }

  #goOn(): void {
    while (this.#isTyping && this.#keys.length - this.#storedEdits < UNDER_WAY) this.edit();
  }

  #sendSync(type: number, payload: Uint8Array): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    if (type !== SYNC_STEP_1) this.#editsByFrame.push(this.#keys.length);
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, payload);
    this.#socket.send(encoding.toUint8Array(encoder));
  }

  #hear(frame: Uint8Array): void {
    this.#messages += 1;
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE_SYNC) this.#hearSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
    else if (type === MESSAGE_SAMESIDE) this.#hearSameside(decoder);
    this.#goOn();
    this.#look();
  }

  #hearSync(type: number, payload: Uint8Array): void {
    if (type === SYNC_STEP_1) {
      this.#sendSync(SYNC_STEP_2, Y.encodeStateAsUpdate(this.doc, payload));
      return;
    }
    Y.applyUpdate(this.doc, payload, this);
    if (type !== SYNC_STEP_2) return;
    this.#answers += 1;
    this.firstSeen ??= new Set(this.#cards().keys());
  }

  #hearSameside(decoder: decoding.Decoder): void {
    const message = readMessage(decoder, FromRelaySchema);
    if (!message) throw new Error("The relay said something that is not in the protocol.");
    this.said.push(message);
    if (message.say === "rights") this.right = message.right;
    if (message.say === "stored")
      this.#storedEdits = Math.max(this.#storedEdits, this.#editsByFrame[message.frames - 1] ?? 0);
  }

  #look(): void {
    for (const look of [...this.#waiting]) look();
  }
}
