/** Which section one reads: the first that reaches into the upper part of the window. */
import { type RefObject, useEffect, useState } from "react";

/** Below the head of the page, and above where nobody looks first. */
const UPPER_PART = "-96px 0px -65% 0px";

/** `headings`: by section, each in an element that holds all of it, in order. `undefined` while none is there. */
export function useReadSection(
  headings: RefObject<ReadonlyMap<string, HTMLElement>>,
  isShown: boolean,
): string | undefined {
  const [read, setRead] = useState<string>();
  useEffect(() => {
    if (!isShown) return;
    const idByPart = new Map([...headings.current].map(([id, heading]) => [heading.parentElement, id]));
    const seen = new Set<Element | null>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) seen.add(target);
          else seen.delete(target);
        }
        setRead([...idByPart].find(([part]) => seen.has(part))?.[1]);
      },
      { rootMargin: UPPER_PART },
    );
    for (const part of idByPart.keys()) if (part) observer.observe(part);
    return () => observer.disconnect();
  }, [headings, isShown]);
  return read;
}
