/** Files as headers state them: enough to be one of their kind, without what they would show. */

const text = (value: string) => Buffer.from(value, "latin1");

function uint16le(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2);
  return bytes;
}

function uint24le(value: number): Buffer {
  return Buffer.from([value & 0xff, (value >> 8) & 0xff, value >> 16]);
}

function uint32be(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export function png(width: number, height: number): Buffer {
  return Buffer.concat([
    text("\x89PNG\r\n\x1a\n"),
    uint32be(13),
    text("IHDR"),
    uint32be(width),
    uint32be(height),
    text("\x08\x06\0\0\0"),
  ]);
}

/** A picture with a comment before its frame; `kind`: which start of a frame. */
export function jpeg(width: number, height: number, kind = 0xc0): Buffer {
  const frame = Buffer.from([0xff, kind, 0, 8, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 0]);
  return Buffer.concat([text("\xff\xd8\xff\xfe\0\x04hi"), frame, text("\xff\xda")]);
}

/** A small screen, and frames of these sizes behind an extension and tables of colours. */
export function gif(...frames: readonly (readonly [width: number, height: number])[]): Buffer {
  const head = Buffer.concat([text("GIF89a"), uint16le(10, 10), Buffer.from([0x80, 0, 0]), Buffer.alloc(6)]);
  const extension = Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]);
  const images = frames.map(([width, height]) =>
    Buffer.concat([
      Buffer.from([0x2c]),
      uint16le(0, 0, width, height),
      Buffer.from([0x80, 1, 2, 3, 4, 5, 6, 2, 1, 9, 0]),
    ]),
  );
  return Buffer.concat([head, extension, ...images, Buffer.from([0x3b])]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([text(kind), length, data, Buffer.alloc(data.length % 2)]);
}

function riff(kind: string, ...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([text("RIFF"), Buffer.alloc(4), text(kind), ...chunks]);
}

/** A canvas of one size, and a frame of another. */
export function webp(canvas: readonly [number, number], frame: readonly [number, number]): Buffer {
  const flags = Buffer.alloc(4);
  return riff(
    "WEBP",
    chunk("VP8X", Buffer.concat([flags, uint24le(canvas[0] - 1), uint24le(canvas[1] - 1)])),
    chunk("ICCP", text("odd")),
    chunk("VP8 ", Buffer.concat([text("\0\0\0\x9d\x01\x2a"), uint16le(...frame)])),
  );
}

/** Without loss, as one frame. */
export function webpLossless(width: number, height: number): Buffer {
  const bits = Buffer.alloc(4);
  bits.writeUInt32LE(((height - 1) * 0x4000 + (width - 1)) >>> 0);
  return riff("WEBP", chunk("VP8L", Buffer.concat([Buffer.from([0x2f]), bits])));
}

export const SOUNDS: Readonly<Record<string, Buffer>> = {
  "audio/wav": riff("WAVE", chunk("fmt ", Buffer.alloc(16))),
  "audio/ogg": text("OggS\0\x02"),
  "audio/mp4": text("\0\0\0\x1cftypM4A \0\0\0\0"),
  "audio/webm": text("\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webmB\x87"),
  "audio/mpeg": text("ID3\x04\0\0\0\0\0\0"),
};
