/** What changed between two states of a board: unchanged things are the same objects, so only the others are looked at. */
import type { BoardView, Id, JourneyView } from "@sameside/model";

type ThingKind = "card" | "touchpoint" | "phase" | "lane" | "journey";

export interface Change {
  readonly how: "added" | "removed" | "moved" | "changed" | "rated" | "moment";
  readonly kind: ThingKind;
  readonly id: Id;
  /** Its words as people wrote them. */
  readonly title: string;
  /** Where it stands: titles of phase, touchpoint and lane, as far as it stands in them. */
  readonly place: Place;
  /** Its place in its list, from 1, and how many stand there. */
  readonly at: number;
  readonly of: number;
}

interface Place {
  readonly phase: string;
  readonly touchpoint: string;
  readonly lane: string;
}

const NOWHERE: Place = { phase: "", touchpoint: "", lane: "" };

interface Thing extends Omit<Change, "how"> {
  /** What it stands in. */
  readonly holder: Id;
  readonly view: { readonly id: Id };
}

/** Every change, the added first. */
export function changesBetween(before: BoardView, after: BoardView): readonly Change[] {
  const had = thingsOf(before, after);
  const has = thingsOf(after, before);
  const added = [...has.values()].filter(({ id }) => !had.has(id));
  const removed = [...had.values()].filter(({ id }) => !has.has(id));
  const kept = [...has.values()].flatMap((thing) => {
    const old = had.get(thing.id);
    return old && old.view !== thing.view ? [{ old, thing }] : [];
  });
  const isMoved = movedIn(had, has);
  return [
    ...added.map((thing) => told("added", thing)),
    ...removed.map((thing) => told("removed", thing)),
    ...[...has.values()].filter(({ id }) => isMoved.has(id)).map((thing) => told("moved", thing)),
    ...kept.flatMap(({ old, thing }) => {
      const how = isMoved.has(thing.id) ? undefined : howChanged(old, thing);
      return how ? [told(how, thing)] : [];
    }),
  ];
}

function told(how: Change["how"], { kind, id, title, place, at, of }: Thing): Change {
  return { how, kind, id, title, place, at, of };
}

/**
 * Things by id. What lies in a phase or on a touchpoint that is the same object on the other side is left out, and what
 * lies on a map that came or went: it came or went with it.
 */
function thingsOf(board: BoardView, other: BoardView): ReadonlyMap<Id, Thing> {
  const things = new Map<Id, Thing>();
  board.journeys.forEach((view, index) => {
    const { id, title } = view;
    const thing = { kind: "journey", id, title, place: NOWHERE, at: index + 1, of: board.journeys.length } as const;
    things.set(id, { ...thing, holder: "", view });
  });
  const phases = other.journeys.flatMap((journey) => journey.phases);
  const same = new Set<object>([...other.journeys, ...phases, ...phases.flatMap((phase) => phase.touchpoints)]);
  const known = new Set(other.journeys.map(({ id }) => id));
  for (const journey of board.journeys) if (known.has(journey.id) && !same.has(journey)) collect(journey, same, things);
  return things;
}

function collect(journey: JourneyView, same: ReadonlySet<object>, things: Map<Id, Thing>): void {
  const add = <T extends { readonly id: Id }>(
    list: readonly T[],
    kind: ThingKind,
    holder: Id,
    place: Place,
    titleOf: (one: T) => string,
  ) => {
    list.forEach((view, index) => {
      const thing = { kind, id: view.id, title: titleOf(view), place, at: index + 1, of: list.length };
      things.set(view.id, { ...thing, holder, view });
    });
  };
  add(journey.lanes, "lane", journey.id, NOWHERE, ({ name }) => name);
  add(journey.phases, "phase", journey.id, NOWHERE, ({ title }) => title);
  for (const phase of journey.phases) {
    if (same.has(phase)) continue;
    const inPhase = { ...NOWHERE, phase: phase.title };
    add(phase.touchpoints, "touchpoint", phase.id, inPhase, ({ title }) => title);
    for (const holder of [phase, ...phase.touchpoints]) {
      if (same.has(holder)) continue;
      const inHolder = { ...inPhase, touchpoint: holder === phase ? "" : holder.title };
      for (const lane of journey.lanes) {
        const cards = holder.cardsByLane[lane.id] ?? [];
        add(cards, "card", `${holder.id} ${lane.id}`, { ...inHolder, lane: lane.name }, ({ text }) => text);
      }
    }
  }
}

/** Those that stand in another list, and in one list those that changed their order: the fewest that explain it. */
function movedIn(had: ReadonlyMap<Id, Thing>, has: ReadonlyMap<Id, Thing>): ReadonlySet<Id> {
  const moved = new Set<Id>();
  const oldOrderByHolder = new Map<Id, Id[]>();
  const newOrderByHolder = new Map<Id, Id[]>();
  for (const thing of has.values()) {
    const old = had.get(thing.id);
    if (!old) continue;
    if (old.holder !== thing.holder) moved.add(thing.id);
    else push(newOrderByHolder, thing.holder, thing.id);
  }
  for (const thing of had.values())
    if (has.get(thing.id)?.holder === thing.holder) push(oldOrderByHolder, thing.holder, thing.id);
  for (const [holder, order] of newOrderByHolder) {
    const mover = moverBetween(oldOrderByHolder.get(holder) ?? [], order);
    if (mover !== undefined) moved.add(mover);
  }
  return moved;
}

/** Of two orders of one list: the one that was taken out and put in elsewhere, or the first that differs. */
function moverBetween(before: readonly Id[], after: readonly Id[]): Id | undefined {
  const start = before.findIndex((id, index) => id !== after[index]);
  if (start < 0) return undefined;
  const without = (list: readonly Id[], id: Id) => list.filter((each) => each !== id).join();
  return (
    [before[start], after[start]].find((id) => id !== undefined && without(before, id) === without(after, id)) ??
    after[start]
  );
}

function push(listByKey: Map<Id, Id[]>, key: Id, id: Id): void {
  const list = listByKey.get(key);
  if (list) list.push(id);
  else listByKey.set(key, [id]);
}

/** What is its own, apart from what stands in it. */
function howChanged(old: Thing, { kind, view, title }: Thing): Change["how"] | undefined {
  if (kind === "phase" || kind === "journey") return old.title === title ? undefined : "changed";
  if (kind !== "touchpoint") return "changed";
  const differing = Object.entries(view).filter(([name, value]) => Reflect.get(old.view, name) !== value);
  const gone = Object.keys(old.view).filter((name) => !(name in view));
  const names = new Set([...differing.map(([name]) => name), ...gone]);
  names.delete("cardsByLane");
  if (names.has("ratings")) return "rated";
  if (names.has("moment") || names.has("otherMoments")) return "moment";
  return names.size > 0 ? "changed" : undefined;
}
