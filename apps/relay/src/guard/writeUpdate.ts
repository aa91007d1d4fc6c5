/** Writes a Yjs update (format 1) from parts that were read from another one. */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { DeletedRun } from "./readUpdate.ts";

/**
 * An update of these parts; `undefined` when there is nothing in it.
 * `sections`: the parts of one client each, by ascending clock and without a hole.
 */
export function writeUpdate(
  sections: readonly (readonly (Y.Item | Y.GC)[])[],
  deletes: readonly DeletedRun[],
): Uint8Array | undefined {
  if (sections.length === 0 && deletes.length === 0) return undefined;
  const encoder = new Y.UpdateEncoderV1();
  encoding.writeVarUint(encoder.restEncoder, sections.length);
  for (const section of sections) writeSection(encoder, section);
  writeDeletes(encoder, deletes);
  return encoder.toUint8Array();
}

function writeSection(encoder: Y.UpdateEncoderV1, section: readonly (Y.Item | Y.GC)[]): void {
  const [first] = section;
  if (!first) return;
  encoding.writeVarUint(encoder.restEncoder, section.length);
  encoder.writeClient(first.id.client);
  encoding.writeVarUint(encoder.restEncoder, first.id.clock);
  for (const struct of section) struct.write(encoder, 0);
}

function writeDeletes(encoder: Y.UpdateEncoderV1, deletes: readonly DeletedRun[]): void {
  const runsByClient = Map.groupBy(deletes, ({ client }) => client);
  encoding.writeVarUint(encoder.restEncoder, runsByClient.size);
  for (const [client, runs] of runsByClient) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(encoder.restEncoder, client);
    encoding.writeVarUint(encoder.restEncoder, runs.length);
    for (const { clock, length } of runs) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(length);
    }
  }
}
