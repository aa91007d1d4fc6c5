/** Reads the parts of a Yjs update (format 1) and checks what can be checked without knowing the room. */
import { limits } from "@sameside/protocol";
import * as decoding from "lib0/decoding";
import * as Y from "yjs";

/** One run of deleted clocks. */
export interface DeletedRun {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

export interface Update {
  /** In the order of the message: all parts of one client stand together, by ascending clock. */
  readonly structs: readonly (Y.Item | Y.GC | Y.Skip)[];
  readonly deletes: readonly DeletedRun[];
}

/** The parts of an update, or why no honest device sends it. Never throws. */
export function readUpdate(bytes: Uint8Array): Update | { refused: string } {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  let sections: number;
  try {
    decoded = Y.decodeUpdate(bytes);
    sections = decoding.readVarUint(decoding.createDecoder(bytes));
  } catch {
    return { refused: "the bytes are no update" };
  }
  const deletes: DeletedRun[] = [];
  for (const [client, runs] of decoded.ds.clients)
    for (const { clock, len } of runs) deletes.push({ client, clock, length: len });
  const update = { structs: decoded.structs, deletes };
  const refused = firstFault(update, sections);
  return refused === undefined ? update : { refused };
}

function firstFault({ structs, deletes }: Update, sections: number): string | undefined {
  const clients = new Set<number>();
  for (const struct of structs) {
    clients.add(struct.id.client);
    if (!isRun(struct.id.clock, struct.length)) return "a part has no sound length";
    if (!(struct instanceof Y.Item)) continue;
    const fault = itemFault(struct);
    if (fault !== undefined) return fault;
  }
  // Readers keep only the last section of a client that has two, and would miss the other's parts.
  if (clients.size !== sections) return "a client has more than one section";
  if (!deletes.every(({ clock, length }) => isRun(clock, length))) return "a deletion has no sound length";
  return undefined;
}

function isRun(clock: number, length: number): boolean {
  return length > 0 && Number.isSafeInteger(clock + length);
}

function itemFault(item: Y.Item): string | undefined {
  const { id, origin, rightOrigin, parent, content } = item;
  // Readers look up a part of the same client without asking whether it is there yet, and throw.
  if (isNotBefore(origin, id) || isNotBefore(rightOrigin, id) || isNotBefore(parent, id))
    return "a part points at itself or at what comes after it";
  if (content instanceof Y.ContentDoc) return "it holds a subdocument";
  if (!valuesOf(content).every((value) => isShallow(value, limits.MAX_VALUE_DEPTH)))
    return "a value is nested too deeply";
  return undefined;
}

function isNotBefore(place: unknown, { client, clock }: Y.ID): boolean {
  return place instanceof Y.ID && place.client === client && place.clock >= clock;
}

function valuesOf(content: Y.Item["content"]): readonly unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr;
  if (content instanceof Y.ContentEmbed) return [content.embed];
  if (content instanceof Y.ContentFormat) return [content.value];
  return [];
}

/** `true` when `value` holds no more than `depth` levels of lists and objects. */
function isShallow(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return true;
  return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1));
}
