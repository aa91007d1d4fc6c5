/**
 * What a guard knows of a room, as bytes kept beside its snapshot: how far each client's history goes, at which depth
 * its shared types lie, and what is deleted. A room with facts is opened without reading its document.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { DeletedRanges } from "./deletedRanges.ts";

/** Facts of another version are not read, but made anew from the document. */
const VERSION = 1;

export interface GuardFacts {
  /** Client → number of clocks. */
  readonly clockByClient: Map<number, number>;
  /** Client → clock of a shared type → its depth. */
  readonly depthByClockByClient: Map<number, Map<number, number>>;
  readonly deleted: DeletedRanges;
}

export function noFacts(): GuardFacts {
  return { clockByClient: new Map(), depthByClockByClient: new Map(), deleted: new DeletedRanges() };
}

export function writeFacts({ clockByClient, depthByClockByClient, deleted }: GuardFacts): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, VERSION);
  writeMap(encoder, clockByClient, (clock) => encoding.writeVarUint(encoder, clock));
  writeMap(encoder, depthByClockByClient, (depthByClock) =>
    writeAscending(
      encoder,
      [...depthByClock].sort(([a], [b]) => a - b).map(([start, depth]) => ({ start, value: depth })),
    ),
  );
  writeMap(encoder, deleted.boundsByClient, (bounds) => {
    const ranges = [];
    for (let index = 0; index < bounds.length; index += 2) {
      const start = bounds[index] as number;
      ranges.push({ start, value: (bounds[index + 1] as number) - start });
    }
    writeAscending(encoder, ranges);
  });
  return new Uint8Array(encoding.toUint8Array(encoder));
}

/** `undefined` when the bytes are facts of another version. @throws Error when they are none */
export function readFacts(bytes: Uint8Array): GuardFacts | undefined {
  const decoder = decoding.createDecoder(bytes);
  if (decoding.readVarUint(decoder) !== VERSION) return undefined;
  const clockByClient = readMap(decoder, () => decoding.readVarUint(decoder));
  const depthByClockByClient = readMap(
    decoder,
    () => new Map(readAscending(decoder).map(({ start, value }) => [start, value])),
  );
  const deleted = new DeletedRanges();
  const rangesByClient = readMap(decoder, () => readAscending(decoder));
  for (const [client, ranges] of rangesByClient)
    deleted.add(
      client,
      ranges.map(({ start, value }) => ({ start, end: start + value })),
    );
  return { clockByClient, depthByClockByClient, deleted };
}

/** The beginning of the facts only: client → number of clocks. */
export function readFactClocks(bytes: Uint8Array): Map<number, number> | undefined {
  const decoder = decoding.createDecoder(bytes);
  if (decoding.readVarUint(decoder) !== VERSION) return undefined;
  return readMap(decoder, () => decoding.readVarUint(decoder));
}

interface Marked {
  readonly start: number;
  readonly value: number;
}

function writeMap<T>(encoder: encoding.Encoder, map: ReadonlyMap<number, T>, write: (value: T) => void): void {
  encoding.writeVarUint(encoder, map.size);
  for (const [key, value] of map) {
    encoding.writeVarUint(encoder, key);
    write(value);
  }
}

function readMap<T>(decoder: decoding.Decoder, read: () => T): Map<number, T> {
  const map = new Map<number, T>();
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) map.set(decoding.readVarUint(decoder), read());
  return map;
}

/** Each start as the distance from the one before it: most are small. */
function writeAscending(encoder: encoding.Encoder, marks: readonly Marked[]): void {
  encoding.writeVarUint(encoder, marks.length);
  let last = 0;
  for (const { start, value } of marks) {
    encoding.writeVarUint(encoder, start - last);
    encoding.writeVarUint(encoder, value);
    last = start;
  }
}

function readAscending(decoder: decoding.Decoder): Marked[] {
  const marks: Marked[] = [];
  let start = 0;
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    start += decoding.readVarUint(decoder);
    marks.push({ start, value: decoding.readVarUint(decoder) });
  }
  return marks;
}
