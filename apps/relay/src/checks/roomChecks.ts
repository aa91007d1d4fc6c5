/**
 * Checks of a room: which devices reach this relay. In memory only, and of this relay alone: another one behind the same
 * address knows nothing of a check, and says so.
 */
import { type ApiAnswer, type ApiBody, type CheckedDevice, limits } from "@sameside/protocol";
import { Buckets } from "../access/joinLimits.ts";
import { Refused } from "../access/refused.ts";
import { newToken } from "../access/secrets.ts";

interface Check {
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** By the id that the device made for this check; in the order in which they came. */
  readonly deviceById: Map<string, CheckedDevice>;
}

export interface Visitor {
  /** To count by. */
  readonly address: string;
  /** It is the computer that the relay runs on. */
  readonly isRelay: boolean;
}

export class RoomChecks {
  readonly #now: () => number;
  readonly #askedByAddress: Buckets;
  /** In the order in which they began, which is that in which they end. */
  readonly #checkById = new Map<string, Check>();

  /** `now` in milliseconds since 1970, `elapsed` on a clock that does not jump. */
  constructor(now: () => number, elapsed: () => number) {
    this.#now = now;
    const rate = { burst: limits.MAX_CHECKS_BURST, perMinute: limits.MAX_CHECKS_MINUTE };
    this.#askedByAddress = new Buckets(rate, elapsed);
  }

  /** @throws Refused when too many requests came from this address; so does each of these */
  begin(address: string): ApiAnswer<"beginCheck"> {
    this.#count(address);
    this.#letGo();
    const id = newToken();
    const expires = this.#now() + limits.ROOM_CHECK_LIFE_MS;
    this.#checkById.set(id, { expires, deviceById: new Map() });
    return { check: id, expires };
  }

  /** A device says that it got here. @throws Refused when there is no such check, or it has no room for one more */
  checkIn(id: string, { device, kind, ms }: ApiBody<"checkIn">, visitor: Visitor): ApiAnswer<"checkIn"> {
    const { expires, deviceById } = this.#checkFor(id, visitor.address);
    const before = deviceById.get(device);
    if (!before && deviceById.size >= limits.MAX_CHECKED_DEVICES)
      throw new Refused(409, "Many devices have come already: this room is fine. Nothing more has to be checked.");
    deviceById.set(device, { kind, ms: ms ?? before?.ms ?? null, isRelay: visitor.isRelay });
    return { check: id, expires };
  }

  /** @throws Refused when there is no such check */
  devicesIn(id: string, address: string): ApiAnswer<"checked"> {
    const { expires, deviceById } = this.#checkFor(id, address);
    return { check: id, expires, devices: [...deviceById.values()] };
  }

  #checkFor(id: string, address: string): Check {
    this.#count(address);
    const check = this.#checkById.get(id);
    if (check && check.expires > this.#now()) return check;
    throw new Refused(
      404,
      "This relay knows no such check: it has ended, or another relay began it. Begin a new one on the laptop.",
    );
  }

  #count(address: string): void {
    this.#askedByAddress.take(address, "Many checks come from here at once. Wait a moment, then try again.");
  }

  /** Makes room for one more. */
  #letGo(): void {
    for (const [id, { expires }] of this.#checkById)
      if (expires <= this.#now() || this.#checkById.size >= limits.MAX_ROOM_CHECKS) this.#checkById.delete(id);
  }
}
