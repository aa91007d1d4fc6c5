/** Smaller snapshots: a board's history is mostly alike, and a quarter of its bytes say the same. */

/** `undefined` where the browser cannot. */
export async function gzip(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (typeof CompressionStream === "undefined") return undefined;
  return through(bytes, new CompressionStream("gzip"));
}

/** Rejects when the bytes are damaged. */
export async function gunzip(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return through(bytes, new DecompressionStream("gzip"));
}

async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}
