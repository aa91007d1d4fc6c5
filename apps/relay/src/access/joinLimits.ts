/** How often addresses may try to get in. */
import { limits } from "@sameside/protocol";
import { TokenBucket } from "../visits/tokenBucket.ts";
import { Refused } from "./refused.ts";

/** Buckets kept of one kind; the one that was not asked for longest goes first. */
const MAX_BUCKETS = 10_000;
const SECONDS_PER_MINUTE = 60;

interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

export class JoinLimits {
  readonly #joinsByAddress: Buckets;
  readonly #looksByAddress: Buckets;
  readonly #joinsByCode: Buckets;
  readonly #guessesByAddress: Buckets;
  readonly #claimsByAddress: Buckets;
  readonly #returnsByAddress: Buckets;

  /** `now` in milliseconds, from a clock that does not jump. */
  constructor(now: () => number) {
    const joins = { burst: limits.MAX_JOINS_PER_ADDRESS_BURST, perMinute: limits.MAX_JOINS_PER_ADDRESS_MINUTE };
    this.#joinsByAddress = new Buckets(joins, now);
    this.#joinsByCode = new Buckets(joins, now);
    this.#looksByAddress = new Buckets(joins, now);
    this.#guessesByAddress = new Buckets(
      { burst: limits.MAX_WRONG_CODES_BURST, perMinute: limits.MAX_WRONG_CODES_MINUTE },
      now,
    );
    this.#claimsByAddress = new Buckets({ burst: limits.MAX_CLAIMS_BURST, perMinute: limits.MAX_CLAIMS_MINUTE }, now);
    this.#returnsByAddress = new Buckets(
      { burst: limits.MAX_RETURNS_BURST, perMinute: limits.MAX_RETURNS_MINUTE },
      now,
    );
  }

  /** @throws Refused when this address or this code was used too often */
  countJoin(address: string, codeHash: string): void {
    this.#joinsByAddress.take(address, "Many people are joining from here. Try again in a moment.");
    this.#joinsByCode.take(codeHash, "Many people are joining with this code. Try again in a moment.");
  }

  /** @throws Refused when this address looked too often */
  countLook(address: string): void {
    this.#looksByAddress.take(address, "Many people are joining from here. Try again in a moment.");
  }

  /**
   * Counts a code that can be guessed before it is looked up, since many may be tried at once; call what it answers when
   * the code was right.
   * @throws Refused when too many were wrong
   */
  countGuess(address: string): () => void {
    this.#guessesByAddress.take(
      address,
      "Too many codes that are none came from here. Wait a moment, then look closely.",
    );
    return () => this.#guessesByAddress.giveBack(address);
  }

  /** @throws Refused when too many workshops came from this address */
  countClaim(address: string): void {
    this.#claimsByAddress.take(address, "Many workshops came from here at once. Try again in a minute.");
  }

  /** Somebody comes, by a secret, to a workshop that is known. @throws Refused when too many did from this address */
  countReturn(address: string): void {
    this.#returnsByAddress.take(address, "Workshops were opened from here very often. Try again in a minute.");
  }
}

/** How often each key may come. */
export class Buckets {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #bucketByKey = new Map<string, TokenBucket>();

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
  }

  take(key: string, sentence: string): void {
    if (this.#bucketOf(key).take(1, this.#now())) return;
    throw new Refused(429, sentence, Math.ceil(SECONDS_PER_MINUTE / this.#rate.perMinute));
  }

  giveBack(key: string): void {
    this.#bucketOf(key).take(-1, this.#now());
  }

  #bucketOf(key: string): TokenBucket {
    const { burst, perMinute } = this.#rate;
    const bucket = this.#bucketByKey.get(key) ?? new TokenBucket(burst, perMinute / SECONDS_PER_MINUTE, this.#now());
    // Put back at the end: the map's order is that of the last use.
    this.#bucketByKey.delete(key);
    this.#bucketByKey.set(key, bucket);
    const [oldest] = this.#bucketByKey.keys();
    if (oldest !== undefined && this.#bucketByKey.size > MAX_BUCKETS) this.#bucketByKey.delete(oldest);
    return bucket;
  }
}
