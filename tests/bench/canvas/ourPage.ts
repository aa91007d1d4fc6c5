/** Runs in pages of our app before its own scripts: reads from the DOM what the bench has to know. */
import type { BenchPage, ShownCard } from "./benchPage.ts";

/** Handed to the page as text: it may use nothing from outside of it. */
export function installOurPage(): void {
  const rectOf = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const canvas = () => document.querySelector(".react-flow");
  const benchPage: BenchPage = {
    drawnCards: () => document.querySelectorAll("[data-card-id]").length,
    view() {
      const transform = document.querySelector<HTMLElement>(".react-flow__viewport")?.style.transform ?? "";
      const [, x, y, zoom] = /translate\(([-\d.e]+)px, ?([-\d.e]+)px\) scale\(([-\d.e]+)\)/.exec(transform) ?? [];
      const frame = canvas();
      if (!frame || x === undefined || y === undefined || zoom === undefined) return undefined;
      const { x: left, y: top } = rectOf(frame);
      return { x: Number(x) + left, y: Number(y) + top, zoom: Number(zoom) };
    },
    frame() {
      const frame = canvas();
      if (!frame) throw new Error("Our canvas is not there: did it get another name?");
      return rectOf(frame);
    },
    cardsOnScreen() {
      const frame = benchPage.frame();
      const shown: ShownCard[] = [];
      for (const element of document.querySelectorAll("[data-card-id]")) {
        const rect = rectOf(element);
        const isInside =
          rect.x >= frame.x &&
          rect.y >= frame.y &&
          rect.x + rect.width <= frame.x + frame.width &&
          rect.y + rect.height <= frame.y + frame.height;
        const text = element.textContent ?? "";
        if (isInside) shown.push({ key: element.getAttribute("data-card-id") ?? "", text, rect });
      }
      return shown;
    },
  };
  window.benchPage = benchPage;
}
