/** Rectangles become React Flow's nodes. Same data, the very same node object: an edit draws one card, not all. */
import type { CardBox, JourneyLayout, Point, TouchpointBox } from "@sameside/layout";
import type { CardView, Id, JourneyView, TouchpointView } from "@sameside/model";
import type { Node } from "@xyflow/react";
import { DRAFT_ID } from "../journey/editing.ts";
import type { Words } from "../words/words.ts";

export type CardNode = Node<{ readonly card: CardView; readonly lines: number; readonly isSelected: boolean }, "card">;
export type TouchpointNode = Node<
  { readonly touchpoint: TouchpointView; readonly lines: number; readonly isSelected: boolean },
  "touchpoint"
>;
export type CanvasNode = CardNode | TouchpointNode;

export interface Scene {
  readonly journey: JourneyView;
  readonly layout: JourneyLayout;
  readonly words: Words;
  readonly selected: Id | undefined;
  /** What is being typed: the editor stands in its place. */
  readonly edited: Id | undefined;
  /** The one that is dragged, where the hand has it. */
  readonly dragged: { readonly id: Id; readonly at: Point } | undefined;
  /** Which may be dragged: all, none, or on touch only what was selected first, so that a finger can pan. */
  readonly draggable: "all" | "selected" | "none";
}

/** A projection keeps the nodes it made last. One for each canvas. */
export function openProjection(): (scene: Scene) => CanvasNode[] {
  let nodesById = new Map<Id, CanvasNode>();
  return (scene) => {
    const next = new Map<Id, CanvasNode>();
    const things = thingsOf(scene.journey);
    for (const { kind, id } of scene.layout.stops) {
      if (id === DRAFT_ID) continue;
      const thing = things.get(id);
      const fresh =
        kind === "card"
          ? cardNode(scene, thing?.card, thing?.place, scene.layout.cardsById.get(id))
          : touchpointNode(scene, thing?.touchpoint, thing?.place, scene.layout.touchpointsById.get(id));
      const kept = nodesById.get(id);
      if (fresh) next.set(id, kept && isSame(kept, fresh) ? kept : fresh);
    }
    nodesById = next;
    return [...next.values()];
  };
}

interface Thing {
  readonly card?: CardView;
  readonly touchpoint?: TouchpointView;
  /** Titles of the phase and of the touchpoint it is on. */
  readonly place: readonly [phase: string, touchpoint: string];
}

function thingsOf(journey: JourneyView): ReadonlyMap<Id, Thing> {
  const things = new Map<Id, Thing>();
  const addCards = (parent: Pick<TouchpointView, "cardsByLane">, place: Thing["place"]) => {
    for (const cards of Object.values(parent.cardsByLane))
      for (const card of cards) things.set(card.id, { card, place });
  };
  for (const phase of journey.phases) {
    addCards(phase, [phase.title, ""]);
    for (const touchpoint of phase.touchpoints) {
      things.set(touchpoint.id, { touchpoint, place: [phase.title, ""] });
      addCards(touchpoint, [phase.title, touchpoint.title]);
    }
  }
  return things;
}

function cardNode(scene: Scene, card?: CardView, place?: Thing["place"], box?: CardBox): CardNode | undefined {
  if (!card || !place || !box) return undefined;
  const { canvas, journey, withdrawal } = scene.words;
  const text = card.withdrawn ? withdrawal.emptied : card.text;
  const attributes = {
    "data-card-id": card.id,
    "aria-roledescription": canvas.card,
    "aria-description": canvas.backing(journey.grades[card.grade], journey.roles[card.authorRole]),
  };
  return {
    ...frame(scene, card.id, box),
    type: "card",
    data: { card, lines: box.lines, isSelected: scene.selected === card.id },
    ariaLabel: canvas.cardName(journey.cardKinds[card.kind], text, canvas.place(...place)),
    domAttributes: attributes,
  };
}

function touchpointNode(
  scene: Scene,
  touchpoint?: TouchpointView,
  place?: Thing["place"],
  box?: TouchpointBox,
): TouchpointNode | undefined {
  if (!touchpoint || !place || !box) return undefined;
  const { canvas } = scene.words;
  const attributes = { "data-touchpoint-id": touchpoint.id, "aria-roledescription": canvas.touchpoint };
  return {
    ...frame(scene, touchpoint.id, box),
    type: "touchpoint",
    data: { touchpoint, lines: box.lines, isSelected: scene.selected === touchpoint.id },
    ariaLabel: canvas.touchpointName(touchpoint.title || canvas.noName, place[0]),
    domAttributes: attributes,
  };
}

function frame(scene: Scene, id: Id, { rect }: CardBox | TouchpointBox) {
  const at = scene.dragged?.id === id ? scene.dragged.at : rect;
  return {
    id,
    position: { x: at.x, y: at.y },
    width: rect.width,
    height: rect.height,
    // Without handles given, React Flow renders every node once to look for them.
    handles: [],
    draggable: scene.draggable === "all" || (scene.draggable === "selected" && scene.selected === id),
    hidden: scene.edited === id,
    // What is in the hand passes over the strips at the edges.
    zIndex: scene.dragged?.id === id ? 10 : 0,
  };
}

function isSame(a: CanvasNode, b: CanvasNode): boolean {
  const thing = (node: CanvasNode) => (node.type === "card" ? node.data.card : node.data.touchpoint);
  return (
    thing(a) === thing(b) &&
    a.data.lines === b.data.lines &&
    a.data.isSelected === b.data.isSelected &&
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.width === b.width &&
    a.height === b.height &&
    a.draggable === b.draggable &&
    a.hidden === b.hidden &&
    a.zIndex === b.zIndex &&
    a.ariaLabel === b.ariaLabel &&
    a.domAttributes?.["aria-description"] === b.domAttributes?.["aria-description"]
  );
}
