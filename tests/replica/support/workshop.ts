/** A workshop made on one device and published to a relay. */
import { type KnownWorkshop, openDevice } from "@sameside/replica";
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
}

/** Publishes `UNPUBLISHED` from a device. */
export async function publishFrom(factory: IDBFactory, relay: RealRelay): Promise<Tokens> {
  const device = await openDevice(factory);
  await device.remember(UNPUBLISHED);
  const { token, readToken } = await device.publish(WORKSHOP, relay.origin);
  device.close();
  if (!token || !readToken) throw new Error("The relay gave no tokens.");
  return { write: token, read: readToken };
}
