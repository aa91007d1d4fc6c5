/** A picture in pixels: the browser draws our SVG as an image, and nothing else is needed. */

/** Twice as fine as the map at 100 %: sharp on screens and slides. */
const FINENESS = 2;
/** What every browser's canvas can be, in pixels: on a side, and altogether. */
const MAX_SIDE = 16_384;
const MAX_AREA = 120_000_000;

export interface Png {
  readonly bytes: Uint8Array;
  /** 1 when it is as fine as it should be; less where the map is too large for that. */
  readonly share: number;
}

/** @throws Error when this browser cannot draw it. */
export async function pngOf({ svg, width, height }: { svg: string; width: number; height: number }): Promise<Png> {
  const scale = Math.min(FINENESS, MAX_SIDE / width, MAX_SIDE / height, Math.sqrt(MAX_AREA / (width * height)));
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser gives no canvas to draw on.");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error("This browser could not make a picture of this size.");
    return { bytes: new Uint8Array(await blob.arrayBuffer()), share: scale / FINENESS };
  } finally {
    URL.revokeObjectURL(url);
  }
}
