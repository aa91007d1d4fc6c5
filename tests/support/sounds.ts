/** Sounds with what phones and programs write into their files beside the sound. */
import { tone } from "./pictures.ts";

/** In every tag below. */
export const SECRET = "Lime Street 7";

/** A second of a tone, with a list of facts, and a recorder's own chunk behind it. */
export function taggedWav(): Buffer {
  const sound = tone();
  const facts = chunk("LIST", Buffer.concat([Buffer.from("INFO"), chunk("ICMT", text(SECRET))]));
  const whole = Buffer.concat([sound.subarray(0, 36), facts, sound.subarray(36), chunk("iXML", text(SECRET))]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

/** Frames of silence between ID3v2 and ID3v1. */
export function taggedMp3(): Buffer {
  const id3 = text(SECRET.padEnd(100));
  const before = Buffer.concat([Buffer.from("ID3\x04\0\0\0\0\0", "latin1"), Buffer.of(id3.length), id3]);
  const behind = Buffer.concat([Buffer.from("TAG"), text(SECRET.padEnd(125))]);
  return Buffer.concat([before, mp3(), behind]);
}

/** Of MPEG 1, layer III, 128 kbit/s, 44,100 samples a second, one channel. */
export function mp3(): Buffer {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb90c4);
  return Buffer.concat(Array<Buffer>(20).fill(frame));
}

function chunk(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from(name), length, content, Buffer.alloc(content.length % 2)]);
}

/** MP4 as a recorder made it, with what a phone adds: where it was, in the film's own box and in the track's. */
export function taggedMp4(recorded: Buffer): Buffer {
  const place = box("udta", box("\xa9xyz", text(SECRET)));
  return Buffer.concat([within(recorded, ["moov"], place), box("uuid", text(`maker of the phone ${SECRET}`))]);
}

/** WebM as a recorder made it, with tags behind the sound. */
export function taggedWebm(recorded: Buffer): Buffer {
  const said = element("4487", text(SECRET));
  const tags = element("1254c367", element("7373", element("67c8", said)));
  return Buffer.concat([recorded, tags]);
}

/** Ogg with these Opus packets, and a comment. */
export function taggedOgg(packets: readonly Buffer[], samplesPerPacket: number): Buffer {
  const head = Buffer.from("OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0", "latin1");
  const comment = text(`LOCATION=${SECRET}`);
  const comments = Buffer.concat([Buffer.from("OpusTags"), uint32(4), text("test"), uint32(1), uint32(comment.length)]);
  const pages = [page(2, 0, 0, [head]), page(0, 0, 1, [Buffer.concat([comments, comment])])];
  packets.forEach((packet, index) => {
    const isLast = index === packets.length - 1;
    pages.push(page(isLast ? 4 : 0, (index + 1) * samplesPerPacket, index + 2, [packet]));
  });
  return Buffer.concat(pages);
}

function page(flags: number, position: number, number: number, packets: readonly Buffer[]): Buffer {
  const pieces = packets.flatMap(({ length }) => [...Array<number>(Math.floor(length / 255)).fill(255), length % 255]);
  const bytes = Buffer.concat([Buffer.alloc(27), Buffer.from(pieces), ...packets]);
  bytes.write("OggS");
  bytes.writeUInt8(flags, 5);
  bytes.writeBigUInt64LE(BigInt(position), 6);
  bytes.writeUInt32LE(7, 14);
  bytes.writeUInt32LE(number, 18);
  bytes.writeUInt8(pieces.length, 26);
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  bytes.writeUInt32LE(sum >>> 0, 22);
  return bytes;
}

/** Puts something at the end of a box, and makes it so much longer. The sound must not stand behind it in the file. */
function within(file: Buffer, [name = "", ...path]: readonly string[], added: Buffer): Buffer {
  for (let at = 0; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const content = file.subarray(at + 8, at + length);
    if (file.toString("latin1", at + 4, at + 8) === name) {
      const changed = path.length > 0 ? within(content, path, added) : Buffer.concat([content, added]);
      return Buffer.concat([file.subarray(0, at), box(name, changed), file.subarray(at + length)]);
    }
    at += length;
  }
  throw new Error(`There is no box ${name}.`);
}

function box(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length + 8);
  return Buffer.concat([length, Buffer.from(name, "latin1"), content]);
}

function element(id: string, content: Buffer): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE((1n << 56n) | BigInt(content.length));
  return Buffer.concat([Buffer.from(id, "hex"), length, content]);
}

function text(words: string): Buffer {
  return Buffer.from(words, "latin1");
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
