/** Excalidraw with a rectangle and its text for each card. Zen mode hides what it can of the interface. */
import "@excalidraw/excalidraw/index.css";
import "./card.css";
import {
  CaptureUpdateAction,
  convertToExcalidrawElements,
  Excalidraw,
  type ExcalidrawApi,
  type ExcalidrawElement,
  newElementWith,
} from "@excalidraw/excalidraw";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { type EditOrder, FIRST_VIEW, type PlacedCard, type View } from "../benchPage.ts";
import { reworded } from "../token.ts";
import { boardElement, cardsIn, fetchCards, show, windowRect } from "./pageCards.ts";
import { TINTS } from "./tints.ts";

/** Its name for Helvetica, which needs no download. */
const SANS = 2;
/** From a card's corner to where there is nothing but its tint. */
const INSIDE = 4;

const cards = await fetchCards();
const elements = convertToExcalidrawElements(cards.map(skeletonOf), { regenerateIds: false });
createRoot(boardElement()).render(
  createElement(Excalidraw, {
    initialData: {
      elements,
      appState: {
        zenModeEnabled: true,
        viewBackgroundColor: "#faf8f4",
        zoom: { value: FIRST_VIEW.zoom },
        scrollX: FIRST_VIEW.x / FIRST_VIEW.zoom,
        scrollY: FIRST_VIEW.y / FIRST_VIEW.zoom,
      },
    },
    excalidrawAPI: (api: ExcalidrawApi) => open(api),
  }),
);

function skeletonOf({ key, x, y, width, height, text, look }: PlacedCard) {
  const [kind = "", grade = ""] = look.split(" ");
  return {
    type: "rectangle",
    id: key,
    x,
    y,
    width,
    height,
    backgroundColor: TINTS[kind] ?? "#ffffff",
    strokeColor: "#b8afa3",
    strokeStyle: grade === "grade-assumed" ? "dashed" : "solid",
    strokeWidth: 1,
    fillStyle: "solid",
    roughness: 0,
    label: { text, fontSize: 14, fontFamily: SANS, strokeColor: "#2a2622", textAlign: "left", verticalAlign: "top" },
  };
}

function open(api: ExcalidrawApi): void {
  const view = (): View => {
    const { zoom, scrollX, scrollY } = api.getAppState();
    return { x: scrollX * zoom.value, y: scrollY * zoom.value, zoom: zoom.value };
  };
  const boxes = () => api.getSceneElements().filter((element) => element.type === "rectangle");
  show({
    drawnCards: () => (isPainted(boxes(), view()) ? cards.length : 0),
    view,
    frame: windowRect,
    cardsOnScreen() {
      const textsById = new Map(api.getSceneElements().map((element) => [element.containerId, element.originalText]));
      return cardsIn(
        boxes().map(({ id, x, y, width, height }) => ({ key: id, text: textsById.get(id) ?? "", x, y, width, height })),
        view(),
      );
    },
    select(keys) {
      const selectedElementIds = Object.fromEntries(keys.map((key) => [key, true]));
      api.updateScene({ appState: { selectedElementIds } });
      return keys.length;
    },
    // It has one way to change the scene from outside; what differs is whether it can be undone.
    reword({ key, text, token }: EditOrder, by) {
      const next = api.getSceneElements().map((element) => {
        if (element.containerId !== key) return element;
        // Its own line breaks stay: the token is as long as the one before.
        return newElementWith(element, { text: reworded(element.text ?? "", token), originalText: text });
      });
      const captureUpdate = by === "local" ? CaptureUpdateAction.IMMEDIATELY : CaptureUpdateAction.NEVER;
      api.updateScene({ elements: next, captureUpdate });
    },
  });
}

/** It tells nobody when the first frame is drawn: cards that must be seen have left their tint on the canvas. */
function isPainted(boxes: readonly ExcalidrawElement[], view: View): boolean {
  const context = document.querySelector<HTMLCanvasElement>("canvas.excalidraw__canvas.static")?.getContext("2d");
  const seen = cardsIn(
    boxes.map(({ id, x, y, width, height }) => ({ key: id, text: "", x, y, width, height })),
    view,
  );
  const probes = [seen[0], seen[Math.floor(seen.length / 2)], seen.at(-1)];
  return probes.every((probe) => {
    if (!probe || !context) return false;
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(
      probe.rect.x + INSIDE,
      probe.rect.y + probe.rect.height / 2,
      1,
      1,
    ).data;
    return alpha > 0 && !(red === 0xfa && green === 0xf8 && blue === 0xf4);
  });
}
