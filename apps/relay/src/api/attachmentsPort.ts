/** Where the API hands files over. */
import type { Seat } from "@sameside/protocol";

export interface Attachments {
  /**
   * Keeps a file under `hash`, the SHA-256 of its bytes in base64url. `type` is the media type as sent.
   * @throws Refused when it is no such file, too much, or this seat may not
   */
  put(
    seat: Seat,
    hash: string,
    type: string,
    bytes: Uint8Array,
  ): Promise<{ readonly hash: string; readonly bytes: number }>;
  /** Takes a file out for good. @throws Refused when this seat may not */
  takeOut(seat: Seat, hash: string): Promise<void>;
  /** The file with the headers it is sent with. @throws Refused when there is none */
  get(
    seat: Seat,
    hash: string,
  ): Promise<{ readonly bytes: Uint8Array; readonly headers: Readonly<Record<string, string>> }>;
}
