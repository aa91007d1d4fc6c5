/** An SVG document as a part of the page. It is parsed as XML, so that what is not well formed does not get in. */
import { useLayoutEffect, useRef } from "react";

export function SvgHere({ svg, className }: { readonly svg: string; readonly className: string }) {
  const place = useRef<HTMLDivElement>(null);
  // Before the next paint, and before a print that is about to begin.
  useLayoutEffect(() => {
    const { documentElement } = new DOMParser().parseFromString(svg, "image/svg+xml");
    if (documentElement.localName === "svg") place.current?.replaceChildren(document.importNode(documentElement, true));
  }, [svg]);
  return <div ref={place} className={className} />;
}
