/** This device as the others in a workshop know it: by a name that it has there alone, so that nothing links two workshops. */
import type { Device } from "@sameside/replica";
import type { OwnDevice } from "../live/deviceWord.ts";
import { deviceKind } from "../ui/deviceKind.ts";
import { recall, remember } from "../ui/remembered.ts";
import { randomText } from "./randomText.ts";

/** Enough that no two of a workshop have the same. */
const NAME_BYTES = 9;

/** `undefined` where the device keeps nothing: then nothing is left on it either. */
export function ownDevice({ keeps }: Device, workshop: string): OwnDevice | undefined {
  if (!keeps) return undefined;
  const key = `device.${workshop}`;
  const known = recall(key);
  const id = known ?? randomText(NAME_BYTES);
  if (known === undefined) remember(key, id);
  return { id, kind: deviceKind() };
}
