/**
 * What relays that share one store tell each other: news of rooms and workshops, never what has to be kept. Every engine
 * passes the same contract tests.
 */

export interface BusListener {
  /** Another relay published this; whole, in the order in which that relay published. Must not throw. */
  hear(message: Uint8Array): void;
  /** Messages may have been lost: what must be known has to be read from the store again. */
  missed(): void;
}

export interface RoomBus {
  /** `true` when no other relay can be there: nothing published is heard by anybody. */
  readonly isAlone: boolean;
  /** `true` while other relays cannot be heard: what has to be known of them stands in the store alone. */
  readonly isDown: boolean;
  /** Listens to a channel; when it resolves, nothing published from then on is missed. Answers how to stop. */
  listen(channel: string, listener: BusListener): Promise<() => Promise<void>>;
  /** Tells all other relays that listen; the publisher itself hears nothing. Never throws; while the way is down it is lost. */
  publish(channel: string, message: Uint8Array): void;
  close(): Promise<void>;
}
