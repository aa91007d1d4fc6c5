/** What is kept of a file that somebody picks: of a picture what it shows, drawn anew and small; of a sound what is heard. */
import { AttachmentError, bareSound } from "../live/liveFiles.ts";

/** The longest edge of a picture that is kept, in pixels: enough to read a sign, small enough for a phone's network. */
export const LONGEST_EDGE = 2048;
/** How well a JPEG is kept, 0…1. */
const QUALITY = 0.82;

export type FileKind = "photo" | "sound";

/** The browser cannot make a picture of the file. */
class UnreadableError extends Error {}

/** A picture by the type that the browser gives it, else a sound, else none of them. */
export function kindOf(file: File): FileKind | undefined {
  if (file.type.startsWith("image/")) return "photo";
  return file.type.startsWith("audio/") || file.type === "video/webm" || file.type === "video/mp4"
    ? "sound"
    : undefined;
}

/**
 * The bytes to keep. Drawing a picture anew leaves everything out that is not pixels: place, time, camera, thumbnails; a
 * sound leaves its file's tags behind, and sounds as it did.
 * Rejects with an `UnreadableError`, or an `AttachmentError` for what is no sound.
 */
export async function prepare(file: Blob, kind: FileKind): Promise<Uint8Array<ArrayBuffer>> {
  if (kind === "photo") return new Uint8Array(await (await drawnAnew(file)).arrayBuffer());
  const bare = bareSound(new Uint8Array(await file.arrayBuffer()));
  if (!bare) throw new AttachmentError("unknown-kind", "This is no sound, or more than a sound.");
  return bare;
}

async function drawnAnew(file: Blob): Promise<Blob> {
  const image = await createImageBitmap(file, { imageOrientation: "from-image" }).catch((cause: unknown) => {
    throw new UnreadableError("no picture", { cause });
  });
  try {
    const scale = Math.min(1, LONGEST_EDGE / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    const pen = canvas.getContext("2d");
    if (!pen) throw new UnreadableError("no canvas");
    // JPEG knows no transparency; without paper under it a drawing would turn black.
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await jpegOf(canvas);
  } finally {
    image.close();
  }
}

function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new UnreadableError("not drawn"))), "image/jpeg", QUALITY);
  });
}
