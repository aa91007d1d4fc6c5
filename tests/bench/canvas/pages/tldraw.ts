/** tldraw with a shape of our own that shows the same HTML card. Its interface is hidden: only its canvas is measured. */
import "tldraw/tldraw.css";
import "./card.css";
import "./fonts.ts";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { BaseBoxShapeUtil, createShapeId, type Editor, HTMLContainer, type ShapeOf, T, Tldraw } from "tldraw";
import { FIRST_VIEW, type PlacedCard, type View } from "../benchPage.ts";
import { boardElement, cardsIn, fetchCards, show, windowRect } from "./pageCards.ts";

interface CardProps {
  readonly w: number;
  readonly h: number;
  readonly text: string;
  readonly lines: number;
  readonly look: string;
}
type CardShape = ShapeOf<CardProps>;
const TYPE = "bench-card";
/** The page refuses more shapes than this. */
const MAX_SHAPES = 20_000;

class CardShapeUtil extends BaseBoxShapeUtil<CardShape> {
  static override type = TYPE;
  static override props = { w: T.number, h: T.number, text: T.string, lines: T.number, look: T.string };

  getDefaultProps(): CardProps {
    return { w: 176, h: 40, text: "", lines: 1, look: "" };
  }
  component({ props: { w, h, text, lines, look } }: CardShape) {
    const words = createElement("span", { className: "card-text", style: { WebkitLineClamp: lines } }, text);
    return createElement(HTMLContainer, { className: `card ${look}`, style: { width: w, height: h } }, words);
  }
  getIndicatorPath({ props: { w, h } }: CardShape): Path2D {
    const path = new Path2D();
    path.rect(0, 0, w, h);
    return path;
  }
}

const cards = await fetchCards();
createRoot(boardElement()).render(
  createElement(Tldraw, {
    hideUi: true,
    shapeUtils: [CardShapeUtil],
    options: { maxShapesPerPage: MAX_SHAPES },
    onMount: (editor: Editor) => open(editor, cards),
  }),
);

function open(editor: Editor, placed: readonly PlacedCard[]): void {
  editor.run(
    () => {
      editor.createShapes(
        placed.map(({ key, x, y, width, height, text, lines, look }) => ({
          id: createShapeId(key),
          type: TYPE,
          x,
          y,
          props: { w: width, h: height, text, lines, look },
        })),
      );
    },
    { history: "ignore" },
  );
  editor.setCamera({ x: FIRST_VIEW.x / FIRST_VIEW.zoom, y: FIRST_VIEW.y / FIRST_VIEW.zoom, z: FIRST_VIEW.zoom });
  const view = (): View => {
    const { x, y, z } = editor.getCamera();
    return { x: x * z, y: y * z, zoom: z };
  };
  show({
    drawnCards: () => document.querySelectorAll(".tl-shape .card").length,
    view,
    frame: windowRect,
    cardsOnScreen: () =>
      cardsIn(
        placed.map(({ key }) => {
          const { x, y, props } = shapeOf(editor, key);
          return { key, text: props.text, x, y, width: props.w, height: props.h };
        }),
        view(),
      ),
    select(keys) {
      editor.select(...keys.map((key) => createShapeId(key)));
      return editor.getSelectedShapeIds().length;
    },
    reword({ key, text }, by) {
      const shape = shapeOf(editor, key);
      const next = { ...shape, props: { ...shape.props, text } };
      if (by === "local") editor.updateShape(next);
      else editor.store.mergeRemoteChanges(() => editor.store.put([next]));
    },
  });
}

function shapeOf(editor: Editor, key: string): CardShape {
  const shape = editor.getShape<CardShape>(createShapeId(key));
  if (!shape) throw new Error(`There is no card ${key}.`);
  return shape;
}
