/** Journeys to lay out: a hand-made one, and random ones. Views only: no document is needed to test a layout. */
import { countLines, type MeasureText, TEXT_LOOKS } from "@sameside/layout";
import {
  CARD_DEFAULTS,
  type CardKind,
  type CardView,
  DEFAULT_SCALE,
  JOURNEY_DEFAULTS,
  type JourneyView,
  LANE_DEFAULTS,
  LANE_KINDS,
  type LaneView,
  PHASE_DEFAULTS,
  TOUCHPOINT_DEFAULTS,
} from "@sameside/model";
import fc from "fast-check";

/** Every character is half as wide as it is high: near enough to a real font, and the same everywhere. */
export const measure: MeasureText = (text, style, width) =>
  countLines(text, width, (piece) => piece.length * TEXT_LOOKS[style].size * 0.5);

function card(id: string, parent: string, lane: string, text = "A card", kind: CardKind = "pain"): CardView {
  const textBy = { person: "ann", time: 0 };
  return {
    ...CARD_DEFAULTS,
    ...{ id, parent, lane, text, kind, textBy },
    ...{ body: "", author: "ann", authorRole: "customer", grade: "assumed" },
  };
}

export function lane(id: string, kind: LaneView["kind"]): LaneView {
  return { ...LANE_DEFAULTS, id, kind, name: kind };
}

interface CellPlan {
  /** Texts by lane id. */
  readonly [lane: string]: readonly string[];
}
export interface PhasePlan {
  readonly title?: string;
  readonly cards?: CellPlan;
  readonly touchpoints: readonly { readonly title?: string; readonly cards?: CellPlan }[];
}

/** Ids are readable: phase `p0`, touchpoint `p0t1`, card `p0t1/pain/0`. */
export function journeyOf(lanes: readonly LaneView[], phases: readonly PhasePlan[]): JourneyView {
  const cardsOf = (parent: string, plan: CellPlan = {}) =>
    Object.fromEntries(
      Object.entries(plan).map(([laneId, texts]) => [
        laneId,
        texts.map((text, index) => card(`${parent}/${laneId}/${index}`, parent, laneId, text)),
      ]),
    );
  return {
    ...JOURNEY_DEFAULTS,
    ...{ id: "j", title: "A journey", scale: DEFAULT_SCALE, lanes },
    phases: phases.map((phase, p) => ({
      ...PHASE_DEFAULTS,
      id: `p${p}`,
      title: phase.title ?? `Phase ${p}`,
      cardsByLane: cardsOf(`p${p}`, phase.cards),
      touchpoints: phase.touchpoints.map((touchpoint, t) => ({
        ...TOUCHPOINT_DEFAULTS,
        ...{ id: `p${p}t${t}`, phase: `p${p}`, title: touchpoint.title ?? `Touchpoint ${t}` },
        cardsByLane: cardsOf(`p${p}t${t}`, touchpoint.cards),
      })),
    })),
  };
}

/** Two phases with a touchpoint row, the feeling lane and two lanes of cards. */
export const twoPhases = journeyOf(
  [lane("tp", "touchpoint"), lane("feel", "feeling"), lane("pain", "pain"), lane("doing", "doing")],
  [
    {
      cards: { pain: ["On the whole phase"] },
      touchpoints: [{ cards: { pain: ["First", "Second", "Third"] } }, { cards: { doing: ["Phones the branch"] } }],
    },
    { touchpoints: [{ cards: { pain: ["Alone"] } }] },
  ],
);

const text = fc.oneof(fc.string({ maxLength: 300 }), fc.lorem({ maxCount: 40 }), fc.constant("\n\n\n"));

/** Any journey a reader could hand over: no lane, no phase, long texts, lanes of a kind twice, several hundred cards. */
export const anyJourney: fc.Arbitrary<JourneyView> = fc
  .array(fc.constantFrom(...LANE_KINDS), { maxLength: 8 })
  .chain((kinds) => {
    const lanes = kinds.map((kind, index) => lane(`lane${index}`, kind));
    const ids = lanes.filter((one) => one.kind !== "touchpoint" && one.kind !== "feeling").map((one) => one.id);
    const cards: fc.Arbitrary<CellPlan> = fc
      .array(fc.tuple(ids.length > 0 ? fc.constantFrom(...ids) : fc.constant(""), fc.array(text, { maxLength: 4 })), {
        maxLength: 3,
      })
      .map((entries) => Object.fromEntries(entries.filter(([id]) => id !== "")));
    const touchpoint = fc.record({ title: text, cards });
    const phase = fc.record({ title: text, cards, touchpoints: fc.array(touchpoint, { maxLength: 4 }) });
    return fc.array(phase, { maxLength: 5 }).map((phases) => journeyOf(lanes, phases));
  });

/** All cards of a journey, in no order. */
export function cardsOf(journey: JourneyView): readonly CardView[] {
  return journey.phases.flatMap((phase) =>
    [phase, ...phase.touchpoints].flatMap((parent) => Object.values(parent.cardsByLane).flat()),
  );
}
