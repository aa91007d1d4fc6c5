/** An SVG document as a part of the page. It is parsed as XML, so that what is not well formed does not get in. */
import { useId, useLayoutEffect, useRef } from "react";

export function SvgHere({ svg, className }: { readonly svg: string; readonly className: string }) {
  const place = useRef<HTMLDivElement>(null);
  const here = useId();
  // Before the next paint, and before a print that is about to begin.
  useLayoutEffect(() => {
    const { documentElement } = new DOMParser().parseFromString(svg, "image/svg+xml");
    if (documentElement.localName !== "svg") return;
    const shown = document.importNode(documentElement, true);
    nameApart(shown, here);
    place.current?.replaceChildren(shown);
  }, [svg, here]);
  return <div ref={place} className={className} />;
}

/** A picture may stand on the page twice, once unseen: a pattern that is looked up in the unseen one is not drawn. */
function nameApart(svg: Element, here: string): void {
  for (const pattern of svg.querySelectorAll("pattern[id]")) pattern.id = `${here}${pattern.id}`;
  for (const filled of svg.querySelectorAll('[fill^="url(#"]'))
    filled.setAttribute("fill", (filled.getAttribute("fill") ?? "").replace("url(#", `url(#${here}`));
}
