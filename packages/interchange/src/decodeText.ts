/** Bytes of a text file as text: UTF-8, UTF-16 with a byte order mark, or what older spreadsheets write. */
import { strFromU8 } from "fflate";

export interface DecodedText {
  readonly text: string;
  /** `true` when the bytes were no UTF-8 and were read as Windows-1252. */
  readonly guessed: boolean;
}

/** Control characters that no text file holds; a NUL alone already says "binary". */
const MAX_CONTROL_SHARE = 0.01;
/** How much of a file is looked at to tell text from binary, in bytes. */
const SNIFF_BYTES = 64 * 1024;
const REPLACEMENT = "�";

/** `undefined` when the bytes are no text. A byte order mark is taken away. Never throws. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decodeUtf16(bytes, 0), guessed: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decodeUtf16(bytes, 1), guessed: false };
  if (isBinary(bytes)) return undefined;
  const text = strFromU8(bytes);
  const broken = text.includes(REPLACEMENT) && !holdsReplacement(bytes);
  return broken ? { text: decodeWindows1252(bytes), guessed: true } : { text: withoutMark(text), guessed: false };
}

/** Text without a leading byte order mark. */
export function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, SNIFF_BYTES);
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  return controls > head.length * MAX_CONTROL_SHARE;
}

/** The file itself may hold U+FFFD (EF BF BD): then it is honest UTF-8. */
function holdsReplacement(bytes: Uint8Array): boolean {
  for (let i = bytes.indexOf(0xef); i !== -1; i = bytes.indexOf(0xef, i + 1)) {
    if (bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) return true;
  }
  return false;
}

function decodeUtf16(bytes: Uint8Array, highByte: 0 | 1): string {
  const parts: string[] = [];
  let codes: number[] = [];
  for (let i = 2; i + 1 < bytes.length; i += 2) {
    codes.push(((bytes[i + 1 - highByte] ?? 0) << 8) | (bytes[i + highByte] ?? 0));
    if (codes.length === 4096) {
      parts.push(String.fromCharCode(...codes));
      codes = [];
    }
  }
  return parts.join("") + String.fromCharCode(...codes);
}

/** Windows-1252 differs from Latin-1 in 0x80…0x9F only. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodeWindows1252(bytes: Uint8Array): string {
  return strFromU8(bytes, true).replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char);
}
