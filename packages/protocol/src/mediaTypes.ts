/**
 * What a file is by its own bytes; what its name or its sender calls it is not asked. Only pictures and sounds that
 * browsers show without running anything: no SVG, no HTML, no PDF.
 */

const PICTURE_TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];
export type MediaType = PictureType | "audio/mpeg" | "audio/mp4" | "audio/ogg" | "audio/webm" | "audio/wav";

const PNG = "\x89PNG\r\n\x1a\n";
/** Brands of MPEG-4 files in which phones record sound. */
const MP4_BRANDS = new Set(["M4A ", "M4B ", "mp42", "mp41", "isom", "iso2", "iso4", "iso5", "iso6", "3gp4", "dash"]);
/** The head of an EBML file, in which the type of document is named within so many bytes. */
const EBML = "\x1aE\xdf\xa3";
const EBML_HEAD_BYTES = 64;

/** `undefined` for everything else. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  // Bytes as one character each; shorter where the file ends.
  const text = (start: number, length: number) => String.fromCharCode(...bytes.subarray(start, start + length));
  if (text(0, 8) === PNG) return "image/png";
  if (text(0, 3) === "\xff\xd8\xff") return "image/jpeg";
  if (text(0, 6) === "GIF87a" || text(0, 6) === "GIF89a") return "image/gif";
  if (text(0, 4) === "RIFF" && text(8, 4) === "WEBP") return "image/webp";
  if (text(0, 4) === "RIFF" && text(8, 4) === "WAVE") return "audio/wav";
  if (text(0, 4) === "OggS") return "audio/ogg";
  if (text(4, 4) === "ftyp" && MP4_BRANDS.has(text(8, 4))) return "audio/mp4";
  if (text(0, 4) === EBML && text(0, EBML_HEAD_BYTES).includes("webm")) return "audio/webm";
  return text(0, 3) === "ID3" || isMpegAudioFrame(bytes) ? "audio/mpeg" : undefined;
}

export function isPicture(type: MediaType): type is PictureType {
  return PICTURE_TYPES.some((known) => known === type);
}

/** The head of an MPEG audio frame: sync, layer III, and no value that the standard forbids. */
function isMpegAudioFrame(bytes: Uint8Array): boolean {
  const [sync = 0, kind = 0, rates = 0] = bytes;
  const isSync = sync === 0xff && (kind & 0xe0) === 0xe0;
  const isLayer3 = (kind & 0x06) === 0x02 && (kind & 0x18) !== 0x08;
  return isSync && isLayer3 && rates >> 4 !== 0x0f && rates >> 4 !== 0 && (rates & 0x0c) !== 0x0c;
}
