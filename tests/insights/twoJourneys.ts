/** Two journeys to compare, made by real commands on real boards. */
import {
  type BoardDocument,
  type CardView,
  importJourney,
  type JourneyDraft,
  type JourneyView,
  newBoard,
  readBoard,
  type TouchpointView,
} from "@sameside/model";
import fc from "fast-check";

const WRITER = { person: "writerwriterwrit", role: "customer", now: () => 1 } as const;

export function boardWith(...drafts: readonly JourneyDraft[]): BoardDocument {
  const board = newBoard();
  for (const draft of drafts) importJourney(board, WRITER, { draft });
  return board;
}

/** The journey of a board by its place or its id. */
export function journeyOf(board: BoardDocument, which: number | string = 0): JourneyView {
  const { journeys } = readBoard(board);
  const journey = typeof which === "number" ? journeys[which] : journeys.find(({ id }) => id === which);
  if (!journey) throw new Error(`no journey ${which}`);
  return journey;
}

/** A draft as one line: phases and their touchpoints. */
export function draftOf(touchpointsByPhase: Readonly<Record<string, readonly string[]>>): JourneyDraft {
  return {
    title: "",
    customerType: "",
    variant: "actual",
    lanes: [
      { kind: "touchpoint", name: "Touchpoints" },
      { kind: "feeling", name: "Feeling" },
      { kind: "pain", name: "Pain points" },
    ],
    phases: Object.entries(touchpointsByPhase).map(([title, titles]) => ({
      title,
      cards: [],
      touchpoints: titles.map((it) => ({ title: it, cards: [] })),
    })),
  };
}

export function touchpointsOf(journey: JourneyView): readonly TouchpointView[] {
  return journey.phases.flatMap(({ touchpoints }) => touchpoints);
}

export function cardsOf(journey: JourneyView): readonly CardView[] {
  return journey.phases.flatMap((phase) =>
    [phase, ...phase.touchpoints].flatMap(({ cardsByLane }) => Object.values(cardsByLane).flat()),
  );
}

/** Few words, so that likenesses and ties abound. */
const words = fc.array(fc.constantFrom("call", "the", "branch", "pay", "portal", "wait", ""), { maxLength: 3 });
const text = words.map((list) => list.join(" "));

export const draftArbitrary: fc.Arbitrary<JourneyDraft> = fc.record({
  title: text,
  customerType: text,
  variant: fc.constant("actual" as const),
  scale: fc.constant({ min: -2, max: 2 }),
  lanes: fc
    .array(fc.record({ kind: fc.constantFrom("support" as const, "free" as const, "pain" as const), name: text }), {
      maxLength: 3,
    })
    .map((lanes) => [{ kind: "pain" as const, name: "Pain points" }, ...lanes]),
  phases: fc.array(
    fc.record({
      title: text,
      cards: fc.array(fc.record({ lane: fc.constant(0), text }), { maxLength: 2 }),
      touchpoints: fc.array(
        fc.record({
          title: text,
          score: fc.integer({ min: -2, max: 2 }),
          cards: fc.array(fc.record({ lane: fc.constant(0), text }), { maxLength: 3 }),
        }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 4 },
  ),
});
