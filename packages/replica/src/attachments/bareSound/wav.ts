/** WAV: chunks with a name and a length each. `LIST/INFO`, `bext`, `iXML`, `id3 ` and what a recorder calls its own go. */
import { joined, textAt, viewOf } from "./bytes.ts";

const RIFF_HEAD_BYTES = 12;
const CHUNK_HEAD_BYTES = 8;
/** What is needed to play it. */
const KEPT = new Set(["fmt ", "fact", "data"]);

export function bareWav(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  const names = new Set<string>();
  for (let at = RIFF_HEAD_BYTES; at + CHUNK_HEAD_BYTES <= bytes.length; ) {
    const name = textAt(bytes, at, 4);
    const said = view.getUint32(at + 4, true);
    // A recorder that was stopped short has not noted how much it wrote.
    const isOpen = name === "data" && (said === 0 || at + CHUNK_HEAD_BYTES + said > bytes.length);
    const length = isOpen ? bytes.length - at - CHUNK_HEAD_BYTES : said;
    const end = at + CHUNK_HEAD_BYTES + length;
    if (KEPT.has(name) && !names.has(name)) {
      names.add(name);
      kept.push(chunk(name, bytes.subarray(at + CHUNK_HEAD_BYTES, end)));
    }
    // A chunk begins at an even place.
    at = end + (length % 2);
  }
  if (!names.has("fmt ") || !names.has("data")) return undefined;
  const content = joined(kept);
  const head = new Uint8Array(RIFF_HEAD_BYTES);
  head.set(new TextEncoder().encode("RIFF\0\0\0\0WAVE"));
  viewOf(head).setUint32(4, content.length + 4, true);
  return joined([head, content]);
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const head = new Uint8Array(CHUNK_HEAD_BYTES);
  head.set(new TextEncoder().encode(name));
  viewOf(head).setUint32(4, content.length, true);
  return joined([head, content, new Uint8Array(content.length % 2)]);
}
