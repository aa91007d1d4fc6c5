/** Rectangles become React Flow's nodes. Same data, the very same node object: an edit draws one card, not all. */
import type { CardBox, JourneyLayout, TouchpointBox } from "@sameside/layout";
import type { CardView, Id, JourneyView, TouchpointView } from "@sameside/model";
import type { Node } from "@xyflow/react";
import { DRAFT_ID } from "../journey/editing.ts";
import type { Words } from "../words/words.ts";
import { openThings, type ThingOf } from "./things.ts";

export type CardNode = Node<
  { readonly card: CardView; readonly lines: number; readonly isSelected: boolean; readonly isOnPhase: boolean },
  "card"
>;
export type TouchpointNode = Node<
  { readonly touchpoint: TouchpointView; readonly lines: number; readonly isSelected: boolean },
  "touchpoint"
>;
export type CanvasNode = CardNode | TouchpointNode;

export interface Scene {
  readonly journey: JourneyView;
  readonly layout: JourneyLayout;
  readonly words: Words;
  /** What is chosen. */
  readonly picked: ReadonlySet<Id>;
  /** What is being typed: the editor stands in its place. */
  readonly edited: Id | undefined;
  /** Which may be dragged: all, none, or on touch only what was selected first, so that a finger can pan. */
  readonly draggable: "all" | "selected" | "none";
}

/**
 * A projection makes the nodes of some of a scene's things, in journey order, and keeps what it made last: the same
 * things unchanged are the very same array. One for each canvas.
 */
export function openProjection(): (scene: Scene, ids: Iterable<Id>) => CanvasNode[] {
  const thingOf = openThings();
  let madeById = new Map<Id, Made>();
  let last: CanvasNode[] = [];
  return (scene, ids) => {
    const next = new Map<Id, Made>();
    for (const id of ids) {
      const sources = id === DRAFT_ID ? undefined : sourcesOf(scene, id, thingOf);
      if (!sources) continue;
      const known = madeById.get(id);
      next.set(id, known && isSameList(known.sources, sources) ? known : { sources, node: nodeOf(scene, sources) });
    }
    madeById = next;
    const nodes = [...next.values()].map(({ node }) => node).sort(inJourneyOrder);
    if (!isSameList(nodes, last)) last = nodes;
    return last;
  };
}

/** Everything that a node is made of. */
type Sources = readonly [
  thing: CardView | TouchpointView,
  box: CardBox | TouchpointBox,
  phase: string,
  touchpoint: string,
  isPicked: boolean,
  isOneOfSeveral: boolean,
  isDraggable: boolean,
  isEdited: boolean,
  words: Words,
];

interface Made {
  readonly sources: Sources;
  readonly node: CanvasNode;
}

function sourcesOf(scene: Scene, id: Id, thingOf: ThingOf): Sources | undefined {
  const { layout, words, picked, edited, draggable } = scene;
  const box = layout.cardsById.get(id) ?? layout.touchpointsById.get(id);
  const found = box && thingOf(scene.journey, id, box);
  if (!found) return undefined;
  const isPicked = picked.has(id);
  const isDraggable = !found.thing.locked && (draggable === "all" || (draggable === "selected" && isPicked));
  return [found.thing, box, ...found.place, isPicked, isPicked && picked.size > 1, isDraggable, edited === id, words];
}

function nodeOf(scene: Scene, sources: Sources): CanvasNode {
  const [thing, box] = sources;
  return "parent" in thing ? cardNode(scene, thing, box, sources) : touchpointNode(scene, thing, box, sources);
}

/** From left to right; what is on the whole phase first, then each touchpoint with its cards below it. */
function inJourneyOrder(a: CanvasNode, b: CanvasNode): number {
  return a.position.x - b.position.x || rankOf(a) - rankOf(b) || a.position.y - b.position.y;
}

function rankOf({ type, data }: CanvasNode): number {
  if (type === "touchpoint") return 1;
  return data.isOnPhase ? 0 : 2;
}

function cardNode(scene: Scene, card: CardView, box: CardBox | TouchpointBox, sources: Sources): CardNode {
  const [, , phase, touchpoint, isSelected] = sources;
  const { canvas, journey, withdrawal } = scene.words;
  const text = card.withdrawn ? withdrawal.emptied : card.text;
  const attributes = {
    "data-card-id": card.id,
    "aria-roledescription": canvas.card,
    "aria-description": [
      ...standing(scene.words, sources),
      canvas.backing(journey.grades[card.grade], journey.roles[card.authorRole]),
    ].join(", "),
  };
  return {
    ...frame(sources),
    type: "card",
    data: { card, lines: box.lines, isSelected, isOnPhase: !scene.layout.touchpointsById.has(card.parent) },
    ariaLabel: canvas.cardName(journey.cardKinds[card.kind], text, canvas.place(phase, touchpoint)),
    domAttributes: attributes,
  };
}

function touchpointNode(
  scene: Scene,
  touchpoint: TouchpointView,
  box: CardBox | TouchpointBox,
  sources: Sources,
): TouchpointNode {
  const [, , phase, , isSelected] = sources;
  const { canvas } = scene.words;
  const attributes = {
    "data-touchpoint-id": touchpoint.id,
    "aria-roledescription": canvas.touchpoint,
    "aria-description": standing(scene.words, sources).join(", "),
  };
  return {
    ...frame(sources),
    type: "touchpoint",
    data: { touchpoint, lines: box.lines, isSelected },
    ariaLabel: canvas.touchpointName(touchpoint.title || canvas.noName, phase),
    domAttributes: attributes,
  };
}

/** What is said of a thing beside its words: whether it is one of several that are chosen, and whether it is locked. */
function standing(words: Words, [{ locked }, , , , , isOneOfSeveral]: Sources): readonly string[] {
  return [...(isOneOfSeveral ? [words.editing.isChosen] : []), ...(locked ? [words.editing.isLocked] : [])];
}

function frame([{ id }, { rect }, , , , , isDraggable, isEdited]: Sources) {
  return {
    id,
    position: { x: rect.x, y: rect.y },
    width: rect.width,
    height: rect.height,
    // Without handles given, React Flow renders every node once to look for them.
    handles: [],
    draggable: isDraggable,
    hidden: isEdited,
  };
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
