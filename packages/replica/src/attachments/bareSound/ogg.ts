/** Ogg with Opus or Vorbis: the second packet of a stream is its comments, which are put anew without any. */
import { joined, textAt, viewOf } from "./bytes.ts";

const HEAD_BYTES = 27;
const IS_CONTINUED = 1;
const IS_FIRST = 2;
/** A packet goes on in the next piece, as long as pieces have this length. */
const WHOLE_PIECE = 255;

interface Page {
  readonly flags: number;
  /** The samples up to its end; eight bytes as they are. */
  readonly position: Uint8Array;
  readonly stream: number;
  readonly pieces: readonly number[];
  readonly content: Uint8Array;
}

/** No comments, and nobody's name as who encoded it. */
const NO_COMMENTS = new Uint8Array(8);
const HEADERS = [
  { begins: "OpusHead", many: 2, comments: joined([ascii("OpusTags"), NO_COMMENTS]) },
  { begins: "\x01vorbis", many: 3, comments: joined([ascii("\x03vorbis"), NO_COMMENTS, Uint8Array.of(1)]) },
];

export function bareOgg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const pages = readPages(bytes);
  const bare: Page[] = [];
  for (let at = 0; at < pages.length; ) {
    const first = pages[at];
    const header = first && HEADERS.find(({ begins }) => textAt(first.content, 0, begins.length) === begins);
    // Several streams at once, or one of another kind: what it tells is not known.
    if (!first || !header || (first.flags & IS_FIRST) === 0) return undefined;
    const { packets, next } = readPackets(pages, at, header.many);
    if (packets.length < header.many) return undefined;
    bare.push(first, headerPage(first, [header.comments, ...packets.slice(2)]));
    for (at = next; at < pages.length && ((pages[at]?.flags ?? 0) & IS_FIRST) === 0; at += 1) {
      const page = pages[at];
      if (page?.stream !== first.stream) return undefined;
      bare.push(page);
    }
  }
  return bare.length > 0 ? joined(numbered(bare)) : undefined;
}

/** The pages up to the first that is not whole. */
function readPages(bytes: Uint8Array): readonly Page[] {
  const view = viewOf(bytes);
  const pages: Page[] = [];
  for (let at = 0; at + HEAD_BYTES <= bytes.length && textAt(bytes, at, 4) === "OggS"; ) {
    const pieces = [...bytes.subarray(at + HEAD_BYTES, at + HEAD_BYTES + (bytes[at + 26] ?? 0))];
    const start = at + HEAD_BYTES + pieces.length;
    const end = start + pieces.reduce((sum, piece) => sum + piece, 0);
    if (end > bytes.length) break;
    pages.push({
      flags: bytes[at + 5] ?? 0,
      position: bytes.subarray(at + 6, at + 14),
      stream: view.getUint32(at + 14, true),
      pieces,
      content: bytes.subarray(start, end),
    });
    at = end;
  }
  return pages;
}

/** The first packets from a page on; the last one ends its page, as both formats demand of their headers. */
function readPackets(pages: readonly Page[], from: number, many: number) {
  const packets: Uint8Array[] = [];
  let open: Uint8Array[] = [];
  let next = from;
  for (; next < pages.length && packets.length < many; next += 1) {
    const { pieces, content } = pages[next] as Page;
    let at = 0;
    for (const piece of pieces) {
      open.push(content.subarray(at, at + piece));
      at += piece;
      if (piece === WHOLE_PIECE) continue;
      packets.push(joined(open));
      open = [];
    }
  }
  const endsItsPage = packets.length === many && open.length === 0;
  return { packets: endsItsPage ? packets : [], next };
}

/** One page with whole packets; more than fits is cut into several by `numbered`. */
function headerPage({ stream }: Page, packets: readonly Uint8Array[]): Page {
  const pieces = packets.flatMap(({ length }) => [
    ...Array<number>(Math.floor(length / WHOLE_PIECE)).fill(WHOLE_PIECE),
    length % WHOLE_PIECE,
  ]);
  return { flags: 0, position: new Uint8Array(8), stream, pieces, content: joined(packets) };
}

/** As bytes, with new numbers: there may be fewer pages than before. */
function numbered(pages: readonly Page[]): Uint8Array[] {
  const numberByStream = new Map<number, number>();
  return pages.flatMap(cutToSize).map((page) => {
    const number = numberByStream.get(page.stream) ?? 0;
    numberByStream.set(page.stream, number + 1);
    return written(page, number);
  });
}

const MOST_PIECES = 255;

/** A Vorbis codebook may take more than one page has room for. */
function cutToSize(page: Page): Page[] {
  const { pieces, content } = page;
  if (pieces.length <= MOST_PIECES) return [page];
  const size = pieces.slice(0, MOST_PIECES).reduce((sum, piece) => sum + piece, 0);
  // A page on which no packet ends tells no position.
  const isOpen = pieces[MOST_PIECES - 1] === WHOLE_PIECE;
  const noEnd = pieces.slice(0, MOST_PIECES).every((piece) => piece === WHOLE_PIECE);
  const first = {
    ...page,
    position: noEnd ? new Uint8Array(8).fill(0xff) : page.position,
    pieces: pieces.slice(0, MOST_PIECES),
    content: content.subarray(0, size),
  };
  const rest = {
    ...page,
    flags: isOpen ? IS_CONTINUED : 0,
    pieces: pieces.slice(MOST_PIECES),
    content: content.subarray(size),
  };
  return [first, ...cutToSize(rest)];
}

function written({ flags, position, stream, pieces, content }: Page, number: number): Uint8Array {
  const head = new Uint8Array(HEAD_BYTES);
  head.set(ascii("OggS"));
  head[5] = flags;
  head.set(position, 6);
  const view = viewOf(head);
  view.setUint32(14, stream, true);
  view.setUint32(18, number, true);
  head[26] = pieces.length;
  const page = joined([head, Uint8Array.from(pieces), content]);
  viewOf(page).setUint32(22, checksum(page), true);
  return page;
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest << 1) ^ (rest < 0 ? 0x04c11db7 : 0);
  return rest >>> 0;
});

function checksum(page: Uint8Array): number {
  let sum = 0;
  for (const byte of page) sum = ((sum << 8) ^ (CRC[(sum >>> 24) ^ byte] ?? 0)) >>> 0;
  return sum;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
