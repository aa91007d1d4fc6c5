/** Pictures and sounds as phones make them. */
import type { Page } from "@playwright/test";

/** What a camera writes beside the pixels, and nobody means to share. */
export const CAMERA = "SecretCam";
export const TAKEN = "1999:12:31";

/** A real JPEG of this size, drawn by the browser, with the camera's data in it: its maker, the place, the day. */
export async function photo(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    ([w, h]) => {
      const canvas = document.createElement("canvas");
      canvas.width = w;
      canvas.height = h;
      const pen = canvas.getContext("2d");
      if (!pen) throw new Error("no canvas");
      const shade = pen.createLinearGradient(0, 0, w, h);
      shade.addColorStop(0, "#c96");
      shade.addColorStop(1, "#369");
      pen.fillStyle = shade;
      pen.fillRect(0, 0, w, h);
      pen.fillStyle = "#fff";
      pen.fillRect(w / 4, h / 3, w / 2, h / 3);
      return canvas.toDataURL("image/jpeg", 0.9).split(",")[1] ?? "";
    },
    [width, height] as const,
  );
  const plain = Buffer.from(base64, "base64");
  return Buffer.concat([plain.subarray(0, 2), exif(), plain.subarray(2)]);
}

/** A segment APP1: a TIFF directory with the maker, and one of GPS with a latitude and a day. */
function exif(): Buffer {
  const maker = Buffer.from(`${CAMERA}\0`, "latin1");
  const day = Buffer.from(`${TAKEN}\0`, "latin1");
  const makerAt = 8 + 2 + 2 * 12 + 4;
  const gpsAt = makerAt + maker.length;
  const latitudeAt = gpsAt + 2 + 3 * 12 + 4;
  const dayAt = latitudeAt + 24;
  const tiff = Buffer.concat([
    Buffer.from("MM\0*", "latin1"),
    uint32(8),
    directory(entry(0x010f, 2, maker.length, uint32(makerAt)), entry(0x8825, 4, 1, uint32(gpsAt))),
    maker,
    directory(
      entry(0x0001, 2, 2, Buffer.from("N\0\0\0", "latin1")),
      entry(0x0002, 5, 3, uint32(latitudeAt)),
      entry(0x001d, 2, day.length, uint32(dayAt)),
    ),
    ...[52, 1, 31, 1, 12, 1].map(uint32),
    day,
  ]);
  const content = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  return Buffer.concat([Buffer.from([0xff, 0xe1]), uint16(content.length + 2), content]);
}

function directory(...entries: readonly Buffer[]): Buffer {
  return Buffer.concat([uint16(entries.length), ...entries, uint32(0)]);
}

function entry(tag: number, type: number, count: number, value: Buffer): Buffer {
  return Buffer.concat([uint16(tag), uint16(type), uint32(count), value]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** One second of a tone, as WAV. */
export function tone(): Buffer {
  const RATE = 8_000;
  const data = Buffer.alloc(RATE);
  for (let at = 0; at < RATE; at += 1) data[at] = 128 + Math.round(60 * Math.sin((at * 2 * Math.PI * 440) / RATE));
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + data.length, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

/** The files this device keeps, read past the app. */
export async function keptFiles(
  page: Page,
): Promise<{ readonly hash: string; readonly bytes: Buffer; readonly waiting: number }[]> {
  const rows = await page.evaluate(
    () =>
      new Promise<{ hash: string; bytes: number[]; waiting: number }[]>((resolve, reject) => {
        const opening = indexedDB.open("sameside");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction("blobs").objectStore("blobs").getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(
              reading.result.map((row: { hash: string; bytes: Uint8Array; waiting: number }) => ({
                hash: row.hash,
                bytes: [...row.bytes],
                waiting: row.waiting,
              })),
            );
          };
        };
      }),
  );
  return rows.map(({ hash, bytes, waiting }) => ({ hash, bytes: Buffer.from(bytes), waiting }));
}
