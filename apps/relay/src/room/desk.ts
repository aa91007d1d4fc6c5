/**
 * What a workshop's connections are told and say beside their documents: steps, answers. Rooms know nothing of it; they
 * hand it on.
 */
import type { CloseReason, FromDevice, FromRelay, Seat } from "@sameside/protocol";

/** One connection of a device that speaks `sameside.1`. One person may have several, in several rooms. */
export interface DeskMember {
  /** May become another one while the connection lasts; the desk is then left and joined again. */
  readonly seat: Seat;
  say(message: FromRelay): void;
  /** Sends a frame of `encodeMessage`, which others may share. */
  send(frame: Uint8Array): void;
  /** Ends the connection. */
  close(reason: CloseReason): void;
}

/** What serves one workshop. No method throws. */
export interface WorkshopDesk {
  /** Follows the greeting of the room. */
  join(member: DeskMember): void;
  leave(member: DeskMember): void;
  hear(member: DeskMember, message: FromDevice): void;
  /** The last room of the workshop was dropped on this relay; nothing is heard after it. */
  close(): Promise<void>;
}
