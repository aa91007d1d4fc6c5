/** A link as a code to scan. */
import { renderSVG } from "uqr";

/** A picture rather than markup put into the page: nothing in the link can become an element. */
export function qrImage(link: string): string {
  const svg = renderSVG(link, { border: 2, ecc: "M" });
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
