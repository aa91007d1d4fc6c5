/** What is being typed on a map: the journey as it looks while somebody types, and what comes of it. */
import {
  type Actor,
  addCard,
  addPhase,
  addTouchpoint,
  type BoardDocument,
  CARD_DEFAULTS,
  type CardView,
  describeTouchpoint,
  type Id,
  type JourneyView,
  type Outcome,
  type PhaseView,
  renameLane,
  renamePhase,
  rewordCard,
  TOUCHPOINT_DEFAULTS,
  type TouchpointView,
} from "@sameside/model";
import type { Selection } from "./contract.ts";

/** Stands in a previewed journey for what does not exist yet. No document's id looks like it. */
export const DRAFT_ID = "(draft)";

export type EditTarget =
  | { readonly kind: "new-card"; readonly parent: Id; readonly lane: Id; readonly before?: Id }
  | { readonly kind: "new-touchpoint"; readonly phase: Id; readonly before?: Id }
  | { readonly kind: "new-phase"; readonly before?: Id }
  | { readonly kind: "card" | "touchpoint" | "phase" | "lane"; readonly id: Id };

export interface Editing {
  readonly target: EditTarget;
  readonly text: string;
  /** What stood there before; empty for something new. */
  readonly original: string;
}

/** The journey with what is typed in it, so that the layout makes room while somebody types. */
export function previewed(journey: JourneyView, editing: Editing | null, by: Actor): JourneyView {
  if (!editing) return journey;
  const { target, text } = editing;
  switch (target.kind) {
    case "new-card":
      return withParent(journey, target.parent, (parent) => ({
        ...parent,
        cardsByLane: {
          ...parent.cardsByLane,
          [target.lane]: inserted(parent.cardsByLane[target.lane] ?? [], target.before, {
            ...draftCard(target.parent, target.lane, by),
            text,
            kind: kindOf(journey, target.lane),
          }),
        },
      }));
    case "card":
      return withCard(journey, target.id, text);
    case "new-touchpoint":
      return withPhases(journey, (phase) =>
        phase.id === target.phase
          ? { ...phase, touchpoints: inserted(phase.touchpoints, target.before, draftTouchpoint(phase.id, text)) }
          : phase,
      );
    case "touchpoint":
      return withParent(journey, target.id, (parent) => ("phase" in parent ? { ...parent, title: text } : parent));
    case "new-phase":
      return {
        ...journey,
        phases: inserted<PhaseView>(journey.phases, target.before, {
          ...{ id: DRAFT_ID, title: text, threads: [], touchpoints: [], cardsByLane: {} },
        }),
      };
    case "phase":
      return withPhases(journey, (phase) => (phase.id === target.id ? { ...phase, title: text } : phase));
    case "lane":
      return {
        ...journey,
        lanes: journey.lanes.map((lane) => (lane.id === target.id ? { ...lane, name: text } : lane)),
      };
  }
}

/** The id, in a previewed journey, of what is being typed. */
export function editedId(editing: Editing | null): Id | undefined {
  if (!editing) return undefined;
  return "id" in editing.target ? editing.target.id : DRAFT_ID;
}

/** Writes what was typed; `made` is what to select afterwards. Nothing typed, nothing written. */
export function commit(
  board: BoardDocument,
  by: Actor,
  journey: Id,
  { target, text, original }: Editing,
): { readonly outcome: Outcome<unknown>; readonly made?: (id: unknown) => Selection | null } | null {
  const words = text.trim();
  if (words === "" || words === original) return null;
  switch (target.kind) {
    case "new-card":
      return { outcome: addCard(board, by, { ...target, text: words }), made: selectionOf("card") };
    case "card":
      return { outcome: rewordCard(board, by, { card: target.id, text: words }) };
    case "new-touchpoint":
      return { outcome: addTouchpoint(board, by, { ...target, title: words }), made: selectionOf("touchpoint") };
    case "touchpoint":
      return { outcome: describeTouchpoint(board, by, { touchpoint: target.id, title: words }) };
    case "new-phase":
      return { outcome: addPhase(board, by, { ...target, journey, title: words }), made: selectionOf("phase") };
    case "phase":
      return { outcome: renamePhase(board, by, { phase: target.id, title: words }) };
    case "lane":
      return { outcome: renameLane(board, by, { lane: target.id, name: words }) };
  }
}

/** Whether the thing that is edited, or the place where something new is typed, is still there. */
export function isThere(journey: JourneyView, target: EditTarget): boolean {
  switch (target.kind) {
    case "new-phase":
      return true;
    case "new-card":
      return parentsOf(journey).some(({ id }) => id === target.parent) && hasLane(journey, target.lane);
    case "new-touchpoint":
      return journey.phases.some(({ id }) => id === target.phase);
    case "lane":
      return hasLane(journey, target.id);
    case "phase":
      return journey.phases.some(({ id }) => id === target.id);
    case "touchpoint":
      return parentsOf(journey).some((parent) => "phase" in parent && parent.id === target.id);
    case "card":
      return cardOf(journey, target.id) !== undefined;
  }
}

/** A card of the journey by its id. */
export function cardOf({ phases }: JourneyView, id: Id): CardView | undefined {
  for (const phase of phases) {
    const card = cardsOf(phase).get(id);
    if (card) return card;
  }
  return undefined;
}

/** Made once for each state of a phase: while somebody types, it is asked with every key, and one phase is another one. */
const cardsByPhase = new WeakMap<PhaseView, ReadonlyMap<Id, CardView>>();

function cardsOf(phase: PhaseView): ReadonlyMap<Id, CardView> {
  const known = cardsByPhase.get(phase);
  if (known) return known;
  const cards = new Map<Id, CardView>();
  for (const { cardsByLane } of [phase, ...phase.touchpoints])
    for (const card of Object.values(cardsByLane).flat()) cards.set(card.id, card);
  cardsByPhase.set(phase, cards);
  return cards;
}

type Parent = PhaseView | TouchpointView;

function parentsOf(journey: JourneyView): readonly Parent[] {
  return journey.phases.flatMap((phase) => [phase, ...phase.touchpoints]);
}

function hasLane(journey: JourneyView, id: Id): boolean {
  return journey.lanes.some((lane) => lane.id === id);
}

function selectionOf(kind: Selection["kind"]) {
  return (id: unknown): Selection | null => (typeof id === "string" ? { kind, id } : null);
}

function withPhases(journey: JourneyView, change: (phase: PhaseView) => PhaseView): JourneyView {
  return { ...journey, phases: journey.phases.map(change) };
}

/** Changes one phase or touchpoint; everything else keeps its identity. */
function withParent(journey: JourneyView, id: Id, change: <P extends Parent>(parent: P) => P): JourneyView {
  return withPhases(journey, (phase) => {
    if (phase.id === id) return change(phase);
    if (!phase.touchpoints.some((touchpoint) => touchpoint.id === id)) return phase;
    return { ...phase, touchpoints: phase.touchpoints.map((one) => (one.id === id ? change(one) : one)) };
  });
}

function withCard(journey: JourneyView, id: Id, text: string): JourneyView {
  const card = cardOf(journey, id);
  if (!card) return journey;
  return withParent(journey, card.parent, (parent) => ({
    ...parent,
    cardsByLane: {
      ...parent.cardsByLane,
      [card.lane]: (parent.cardsByLane[card.lane] ?? []).map((one) => (one.id === id ? { ...one, text } : one)),
    },
  }));
}

function inserted<T extends { readonly id: Id }>(items: readonly T[], before: Id | undefined, item: T): readonly T[] {
  const index = before === undefined ? -1 : items.findIndex(({ id }) => id === before);
  return index < 0 ? [...items, item] : items.toSpliced(index, 0, item);
}

function kindOf(journey: JourneyView, id: Id): CardView["kind"] {
  const kind = journey.lanes.find((lane) => lane.id === id)?.kind ?? "free";
  return kind === "touchpoint" || kind === "feeling" ? "free" : kind;
}

function draftCard(parent: Id, lane: Id, by: Actor): Omit<CardView, "text" | "kind"> {
  return {
    ...CARD_DEFAULTS,
    ...{ id: DRAFT_ID, parent, lane, body: "", author: by.person, authorRole: by.role },
    ...{ grade: by.role === "customer" ? "heard" : "assumed", textBy: { person: by.person, time: 0 } },
  };
}

function draftTouchpoint(phase: Id, title: string): TouchpointView {
  return { ...TOUCHPOINT_DEFAULTS, id: DRAFT_ID, phase, title, cardsByLane: {} };
}
