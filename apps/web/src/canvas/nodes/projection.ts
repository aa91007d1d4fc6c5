/** Rectangles become React Flow's nodes. Same data, the very same node object: an edit draws one card, not all. */
import type { CardBox, JourneyLayout, TouchpointBox } from "@sameside/layout";
import type { CardView, Id, JourneyView, TouchpointView } from "@sameside/model";
import type { Node } from "@xyflow/react";
import { DRAFT_ID } from "../../journey/editing.ts";
import type { Words } from "../../words/words.ts";
import { boxOf, isSamePlace, openHolders, type Place, thingIn } from "./things.ts";

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
  /** Whether things may be dragged, as far as they are not locked. */
  readonly draggable: boolean;
}

/**
 * A projection makes the nodes of some of a scene's things, in journey order, and keeps what it made last: the same
 * things unchanged are the very same array. One for each canvas.
 */
export function openProjection(): (scene: Scene, ids: Iterable<Id>) => CanvasNode[] {
  const holders = openHolders();
  let madeById = new Map<Id, Made>();
  let lastScene: Scene | undefined;
  let last: CanvasNode[] = [];
  return (scene, ids) => {
    const next = new Map<Id, Made>();
    const isSameStance = lastScene !== undefined && hasSameStance(lastScene, scene);
    const placeOf = holders(scene.journey);
    for (const id of ids) {
      const box = id === DRAFT_ID ? undefined : boxOf(scene.layout, id);
      const place = box && placeOf(id, box);
      if (!box || !place) continue;
      const known = madeById.get(id);
      if (isSameStance && known?.box === box && isSamePlace(known.place, place)) next.set(id, known);
      else next.set(id, madeOf(scene, id, box, place, known));
    }
    madeById = next;
    lastScene = scene;
    const nodes: CanvasNode[] = [];
    for (const { node } of next.values()) if (node) nodes.push(node);
    nodes.sort(inJourneyOrder);
    if (!isSameList(nodes, last)) last = nodes;
    return last;
  };
}

/** A node with what it was made of. */
interface Made {
  readonly box: CardBox | TouchpointBox;
  readonly place: Place;
  readonly sources?: Sources;
  /** Absent when nothing of that id stands there. */
  readonly node?: CanvasNode;
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

/** Whether all that is said of every thing is the same: then only what stands elsewhere or changed is made anew. */
function hasSameStance(a: Scene, b: Scene): boolean {
  return a.words === b.words && a.picked === b.picked && a.edited === b.edited && a.draggable === b.draggable;
}

function madeOf(scene: Scene, id: Id, box: CardBox | TouchpointBox, place: Place, known: Made | undefined): Made {
  const { words, picked, edited, draggable } = scene;
  const thing = thingIn(place, id, box);
  if (!thing) return { box, place };
  const isPicked = picked.has(id);
  const isDraggable = draggable && !thing.locked;
  const { phase, touchpoint } = place;
  const isOneOfSeveral = isPicked && picked.size > 1;
  const sources: Sources = [thing, box, phase, touchpoint, isPicked, isOneOfSeveral, isDraggable, edited === id, words];
  if (known?.node && known.sources && isSameList(known.sources, sources)) return { ...known, box, place };
  return { box, place, sources, node: nodeOf(scene, sources) };
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
  const { canvas, journey, withdrawal, writtenFor } = scene.words;
  const text = card.withdrawn ? withdrawal.emptied : card.text;
  const attributes = {
    "data-card-id": card.id,
    "aria-roledescription": canvas.card,
    "aria-description": [
      ...standing(scene.words, sources),
      canvas.backing(journey.grades[card.grade], journey.roles[card.authorRole]),
      ...(card.writtenBy === undefined ? [] : [writtenFor.onPaper]),
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
    // Placed without a transform and a stacking context of its own, of which the page would paint each by itself.
    style: { left: rect.x, top: rect.y, transform: "none", zIndex: "auto" },
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
