/**
 * A sound without what its file says beside it: place, time, device, titles, pictures. Nothing is decoded, and the bytes
 * that sound stay as they are. What is kept is what is known to be needed to play it; all else goes, known or not.
 */
import { type MediaType, mediaTypeOf } from "@sameside/protocol";
import { bareMp4 } from "./mp4.ts";
import { bareMpeg } from "./mpeg.ts";
import { bareOgg } from "./ogg.ts";
import { bareWav } from "./wav.ts";
import { bareWebm } from "./webm.ts";

type SoundType = Extract<MediaType, `audio/${string}`>;

const BARE: Readonly<Record<SoundType, (bytes: Uint8Array) => Uint8Array<ArrayBuffer> | undefined>> = {
  "audio/wav": bareWav,
  "audio/mpeg": bareMpeg,
  "audio/ogg": bareOgg,
  "audio/mp4": bareMp4,
  "audio/webm": bareWebm,
};

/**
 * The same sound and nothing else. `undefined` for what is no sound, holds more than sound (moving pictures), or cannot
 * be read far enough to know what it tells.
 */
export function bareSound(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const type = mediaTypeOf(bytes);
  if (!type || !isSound(type)) return undefined;
  try {
    return BARE[type](bytes);
  } catch (error) {
    // A length that leads out of the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isSound(type: MediaType): type is SoundType {
  return Object.hasOwn(BARE, type);
}
