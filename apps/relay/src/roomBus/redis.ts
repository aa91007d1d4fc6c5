/** The bus of relays that share a store, on the publish and subscribe of Redis: nothing is kept there. */
import { createHash, randomBytes } from "node:crypto";
import { EngineAway } from "../roomStore/engineAway.ts";
import type { BusListener, RoomBus } from "./roomBus.ts";
import { LIFE_TIMES, type LifeTimes, SignsOfLife } from "./signsOfLife.ts";

export interface RedisOptions {
  /** Like `redis://user:password@host:6379`. */
  readonly url: string;
  /** Which store is shared: relays of another one on the same Redis are not heard. */
  readonly store: string;
  /** Hears that Redis is gone or back, in lines without content; absent = nobody does. */
  readonly log?: (line: string) => void;
  /** How often relays tell each other that they are there; absent = as usual. */
  readonly lifeTimes?: LifeTimes;
}

type Client = Awaited<ReturnType<typeof connection>>;

/** Each connection is asked for a sign of life this often, and is made anew when none came for so long (ms). */
const PING_MS = 4_000;
const SILENCE_MS = 10_000;
/** The pause before the next attempt to connect, in milliseconds: a little longer each time, never in lock-step. */
const PAUSE_STEP_MS = 50;
const PAUSE_MAX_MS = 1_000;
/** Messages that wait for the connection; more are lost, which listeners are told. */
const MAX_WAITING = 10_000;

const NODE_BYTES = 12;
/** The first byte of a message on the wire; the node that sent it follows, then what it has to say. */
const SAYS = { news: 0, lost: 1, alive: 2, leaving: 3 } as const;
/** Where relays say that they are there; a room's channel has a colon in its name. */
const RELAYS = "relays";

/** @throws Error when Redis cannot be reached */
export async function openRedisBus({
  url,
  store,
  log = () => undefined,
  lifeTimes = LIFE_TIMES,
}: RedisOptions): Promise<RoomBus> {
  const isAddress = URL.canParse(url) && /^rediss?:$/.test(new URL(url).protocol);
  if (!isAddress) throw new Error("REDIS_URL is no address of a Redis server, like redis://user:password@host:6379.");
  const bus = new RedisBus(await connection(url), await connection(url), store, log);
  await bus.open(lifeTimes);
  return bus;
}

class RedisBus implements RoomBus {
  readonly isAlone = false;
  readonly #publisher: Client;
  readonly #subscriber: Client;
  readonly #prefix: string;
  readonly #log: (line: string) => void;
  readonly #node = randomBytes(NODE_BYTES);
  readonly #listenersByChannel = new Map<string, Set<BusListener>>();
  /** Channels on which something was lost on its way out, and whose listeners have not been told yet. */
  readonly #lossy = new Set<string>();
  #isOpen = false;
  #isDown = false;
  #signsOfLife: SignsOfLife | undefined;

  constructor(publisher: Client, subscriber: Client, store: string, log: (line: string) => void) {
    this.#publisher = publisher;
    this.#subscriber = subscriber;
    this.#prefix = `sameside:${createHash("sha256").update(store).digest("base64url").slice(0, NODE_BYTES)}:`;
    this.#log = log;
  }

  get isDown(): boolean {
    return this.#isDown;
  }

  async open(times: LifeTimes): Promise<void> {
    for (const client of [this.#publisher, this.#subscriber]) client.on("error", () => this.#down());
    try {
      await Promise.all([firstConnect(this.#publisher), firstConnect(this.#subscriber)]);
      await this.#subscriber.subscribe(this.#prefix + RELAYS, this.#hearOfRelay, true);
    } catch (error) {
      await this.close();
      throw new Error(`Redis does not answer at REDIS_URL (${reasonOf(error)}). Start it, or correct the address.`);
    }
    this.#isOpen = true;
    this.#signsOfLife = new SignsOfLife({
      times,
      tell: () => this.#publishQuietly(RELAYS, SAYS.alive),
      gone: () => {
        this.#log("Another relay is gone without a word: what it has stored is read again.");
        this.#missedAll();
      },
    });
    this.#publisher.on("ready", () => this.#publisherIsBack());
    this.#subscriber.on("ready", () => this.#subscriberIsBack());
  }

  async listen(channel: string, listener: BusListener): Promise<() => Promise<void>> {
    if (!this.#subscriber.isReady)
      throw new EngineAway("Redis does not answer, so news of other relays cannot be heard.");
    const listeners = this.#listenersByChannel.get(channel) ?? new Set();
    this.#listenersByChannel.set(channel, listeners);
    listeners.add(listener);
    try {
      await this.#subscriber.subscribe(this.#prefix + channel, this.#hear, true);
    } catch (error) {
      this.#forget(channel, listener);
      throw new EngineAway(`Redis does not let this relay listen (${reasonOf(error)}).`);
    }
    return () => this.#stop(channel, listener);
  }

  publish(channel: string, message: Uint8Array): void {
    this.#send(channel, SAYS.news, message);
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    this.#signsOfLife?.stop();
    // It goes out behind all that was published before.
    this.#publishQuietly(RELAYS, SAYS.leaving);
    for (const client of [this.#publisher, this.#subscriber]) {
      // What was published before must still go out; a connection that is down has nothing to say.
      if (client.isReady) await client.close().catch(() => undefined);
      if (client.isOpen) client.destroy();
    }
    this.#listenersByChannel.clear();
  }

  #send(channel: string, says: number, message: Uint8Array): void {
    this.#publish(channel, says, message).then(
      () => this.#tellLosses(),
      () => this.#lossy.add(channel),
    );
  }

  /** Of what may as well be lost. */
  #publishQuietly(channel: string, says: number): void {
    this.#publish(channel, says, new Uint8Array()).catch(() => undefined);
  }

  #publish(channel: string, says: number, message: Uint8Array): Promise<unknown> {
    return this.#publisher.publish(this.#prefix + channel, Buffer.concat([Buffer.of(says), this.#node, message]));
  }

  readonly #hearOfRelay = (message: Buffer): void => {
    const relay = message.subarray(1, 1 + NODE_BYTES);
    if (this.#node.equals(relay)) return;
    if (message[0] === SAYS.alive) this.#signsOfLife?.hear(relay.toString("hex"));
    if (message[0] === SAYS.leaving) this.#signsOfLife?.leave(relay.toString("hex"));
  };

  readonly #hear = (message: Buffer, channel: Buffer): void => {
    if (this.#node.equals(message.subarray(1, 1 + NODE_BYTES))) return;
    const listeners = this.#listenersByChannel.get(channel.toString().slice(this.#prefix.length)) ?? [];
    for (const listener of [...listeners])
      if (message[0] === SAYS.lost) listener.missed();
      else listener.hear(new Uint8Array(message.subarray(1 + NODE_BYTES)));
  };

  async #stop(channel: string, listener: BusListener): Promise<void> {
    if (!this.#forget(channel, listener) || !this.#isOpen) return;
    const stopped = this.#subscriber.unsubscribe(this.#prefix + channel, this.#hear, true).catch(() => undefined);
    // While Redis is gone, nobody would answer; it is told when it is back.
    if (this.#subscriber.isReady) await stopped;
  }

  /** `true` when nobody listens to that channel any more. */
  #forget(channel: string, listener: BusListener): boolean {
    const listeners = this.#listenersByChannel.get(channel);
    if (!listeners?.delete(listener) || listeners.size > 0) return false;
    this.#listenersByChannel.delete(channel);
    return true;
  }

  #down(): void {
    if (!this.#isOpen || this.#isDown) return;
    this.#isDown = true;
    this.#log("Redis does not answer: until it is back, devices on other relays see changes late.");
  }

  /** The client has subscribed to everything again before it says that it is ready. */
  #subscriberIsBack(): void {
    this.#back();
    this.#missedAll();
  }

  #missedAll(): void {
    for (const listeners of [...this.#listenersByChannel.values()])
      for (const listener of [...listeners]) listener.missed();
  }

  #publisherIsBack(): void {
    this.#back();
    // What failed with the connection is known only after the promises of this turn.
    setImmediate(() => this.#tellLosses());
  }

  /** Only the publisher knows what never went out: those who were connected all the time would wait for it for ever. */
  #tellLosses(): void {
    if (!this.#publisher.isReady) return;
    const channels = [...this.#lossy];
    this.#lossy.clear();
    for (const channel of channels) this.#send(channel, SAYS.lost, new Uint8Array());
  }

  #back(): void {
    if (!this.#isDown || !this.#publisher.isReady || !this.#subscriber.isReady) return;
    this.#isDown = false;
    this.#log("Redis answers again.");
  }
}

async function connection(url: string) {
  // Loaded here: it is large, and most relays are alone.
  const { createClient } = await import("@redis/client");
  return createClient({
    url,
    pingInterval: PING_MS,
    // Old news would only come too late: what cannot be sent at once is lost, and listeners are told so.
    disableOfflineQueue: true,
    commandsQueueMaxLength: MAX_WAITING,
    socket: {
      connectTimeout: SILENCE_MS,
      socketTimeout: SILENCE_MS,
      reconnectStrategy: (attempts) => Math.min(attempts * PAUSE_STEP_MS, PAUSE_MAX_MS) + Math.random() * PAUSE_STEP_MS,
    },
  });
}

/** The client would go on trying for ever; at the start somebody is there to be told. */
async function firstConnect(client: Client): Promise<void> {
  const failed = new Promise<never>((_resolve, reject) => client.once("error", reject));
  await Promise.race([client.connect(), failed]);
}

/** A refused connection to a name with two addresses is an error with two errors in it and an empty message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
