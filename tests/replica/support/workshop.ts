/** A workshop made on one device and published to a relay. */
import { type HeldSeat, type KnownWorkshop, openDevice } from "@sameside/replica";
import { IDBFactory } from "fake-indexeddb";
import { WORKSHOP } from "./notes.ts";
import type { RealRelay } from "./realRelay.ts";

/** As the device that makes it keeps it. */
export const UNPUBLISHED: KnownWorkshop = {
  id: WORKSHOP,
  group: "table1",
  title: "Notes",
  secret: "s".repeat(43),
  openedAt: 1,
  right: "write",
};

export interface Tokens {
  readonly write: string;
  readonly read: string;
  /** What the published workshop's links hold. */
  readonly writeCode: string;
  readonly readCode: string;
  /** Whose the writing token is. */
  readonly person: string;
}

/** Publishes `UNPUBLISHED` from a device; answers tokens of its own seat and of one that looks on. */
export async function publishFrom(factory: IDBFactory, relay: RealRelay): Promise<Tokens> {
  const device = await openDevice(factory);
  await device.remember(UNPUBLISHED);
  const { seat, token: writeCode, readToken: readCode } = await device.publish(WORKSHOP, relay.origin);
  device.close();
  if (!seat || !writeCode || !readCode) throw new Error("The relay gave no seat, or links do not lead in.");
  const { token: read } = await seatBy(readCode, relay);
  return { write: seat.token, read, writeCode, readCode, person: seat.person };
}

/** The seat of a device that joins by a code. */
export async function seatBy(code: string, relay: RealRelay): Promise<HeldSeat> {
  const device = await openDevice(new IDBFactory());
  const { seat } = await device.join(code, relay.origin);
  device.close();
  if (!seat) throw new Error("The relay gave no seat.");
  return seat;
}
