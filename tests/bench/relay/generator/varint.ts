/** Reading numbers out of frames without an object for each frame: millions of them are read in a run. */

/** Where the next number stands. */
export const reading = { at: 0 };

export function readUint(bytes: Uint8Array): number {
  let byte = bytes[reading.at++] ?? 0;
  if (byte < 0x80) return byte;
  let value = byte & 0x7f;
  let weight = 0x80;
  do {
    byte = bytes[reading.at++] ?? 0;
    value += (byte & 0x7f) * weight;
    weight *= 0x80;
  } while (byte >= 0x80);
  return value;
}

/** The whole number behind `label` in the text from `start` to `end`; `undefined` when the label is not there. */
export function lastNumber(bytes: Buffer, start: number, end: number, label: string): number | undefined {
  const text = bytes.toString("latin1", start, end);
  const at = text.lastIndexOf(label);
  return at < 0 ? undefined : Number.parseInt(text.slice(at + label.length), 10);
}
