/** Builds drafts from rows in any order: things are found again by their number, or by their words. */
import type { CardDraft, JourneyDraft, LaneDraft, LaneKind, Scale, TouchpointDraft, Variant } from "@sameside/model";
import { curveLanes, LANE_NAMES, starterLanes } from "../lanes.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };
export type OpenTouchpoint = Writable<Omit<TouchpointDraft, "cards">> & { no: number; cards: CardDraft[] };
export interface OpenPhase {
  title: string;
  no: number;
  touchpoints: OpenTouchpoint[];
  cards: CardDraft[];
}

/** One journey in the making. */
export class JourneyBuilder {
  readonly title: string;
  readonly customerType: string;
  variant: Variant = "actual";
  scale: Scale | undefined;
  /** `true` once a row declared a lane: then the file's lanes are all there are, in their declared order. */
  private lanesDeclared = false;
  private readonly lanes: LaneDraft[] = [];
  private readonly declaredLanes: number[] = [];
  private readonly laneByKey = new Map<string, number>();
  private readonly phases: OpenPhase[] = [];
  private readonly phaseByKey = new Map<string, OpenPhase>();
  private readonly touchpointByKey = new Map<OpenPhase, Map<string, OpenTouchpoint>>();

  constructor(title: string, customerType: string) {
    this.title = title;
    this.customerType = customerType;
  }

  /** The phase with this number, or else with these words; made when it is new. */
  phase(no: number | undefined, title: string): OpenPhase {
    const known = this.phaseByKey.get(keyOf(no, title));
    if (known) return known;
    const phase: OpenPhase = { title, no: no ?? Number.POSITIVE_INFINITY, touchpoints: [], cards: [] };
    this.phases.push(phase);
    this.touchpointByKey.set(phase, new Map());
    remember(this.phaseByKey, phase, no, title);
    return phase;
  }

  /** The touchpoint of a phase with this number, or else with these words; made when it is new. */
  touchpoint(phase: OpenPhase, no: number | undefined, title: string): OpenTouchpoint {
    const byKey = this.touchpointByKey.get(phase) ?? new Map<string, OpenTouchpoint>();
    const known = byKey.get(keyOf(no, title));
    if (known) return known;
    const touchpoint: OpenTouchpoint = { title, no: no ?? Number.POSITIVE_INFINITY, cards: [] };
    phase.touchpoints.push(touchpoint);
    remember(byKey, touchpoint, no, title);
    return touchpoint;
  }

  /** Index of the lane of this kind and name; made when it is new. */
  lane(kind: LaneKind, name: string): number {
    const lane = { kind, name: name || LANE_NAMES[kind] };
    const key = JSON.stringify([lane.kind, lane.name]);
    const index = this.laneByKey.get(key) ?? this.lanes.push(lane) - 1;
    this.laneByKey.set(key, index);
    return index;
  }

  /** A row that stands for a lane itself. */
  declareLane(kind: LaneKind, name: string, owner: string): void {
    const index = this.lane(kind, name);
    const lane = this.lanes[index];
    if (lane && owner) this.lanes[index] = { ...lane, owner };
    if (!this.declaredLanes.includes(index)) this.declaredLanes.push(index);
    this.lanesDeclared = true;
  }

  draft(): JourneyDraft {
    const { lanes, places } = this.orderedLanes();
    const placed = (cards: readonly CardDraft[]) => cards.map((card) => ({ ...card, lane: places[card.lane] ?? 0 }));
    return {
      title: this.title,
      customerType: this.customerType,
      variant: this.variant,
      ...(this.scale ? { scale: this.scale } : {}),
      lanes,
      phases: this.phases.toSorted(byNo).map((phase) => ({
        title: phase.title,
        touchpoints: phase.touchpoints.toSorted(byNo).map(({ no: _, ...it }) => ({ ...it, cards: placed(it.cards) })),
        cards: placed(phase.cards),
      })),
    };
  }

  /** The lanes, and for each lane's index while building its place among them. */
  private orderedLanes(): { lanes: LaneDraft[]; places: number[] } {
    const rest = this.lanes.map((_, index) => index).filter((index) => !this.declaredLanes.includes(index));
    const order = [...this.declaredLanes, ...rest];
    const before = this.lanesDeclared ? [] : this.lanes.length === 0 ? starterLanes() : curveLanes();
    const places: number[] = [];
    for (const [place, index] of order.entries()) places[index] = before.length + place;
    return { lanes: [...before, ...order.flatMap((index) => this.lanes[index] ?? [])], places };
  }
}

function keyOf(no: number | undefined, title: string): string {
  return no === undefined ? `=${title}` : `#${no}`;
}

/** A thing with a number is found by its words too, as long as no other thing has them. */
function remember<T>(byKey: Map<string, T>, thing: T, no: number | undefined, title: string): void {
  byKey.set(keyOf(no, title), thing);
  const words = keyOf(undefined, title);
  if (!byKey.has(words)) byKey.set(words, thing);
}

/** By number; things without one stay where they came, at the end. */
function byNo(a: { no: number }, b: { no: number }): number {
  return a.no === b.no ? 0 : a.no - b.no;
}
