/** The journey that every contender shows: its file for our import, and its cards where our layout places them. */
import { emotionCurve } from "@sameside/insights";
import { readCsv, withScale, writeCsv } from "@sameside/interchange";
import { countLines, layoutJourney, type MeasureText, shownText, type TextStyle } from "@sameside/layout";
import {
  type Grade,
  importJourney,
  type JourneyDraft,
  type JourneyView,
  type LaneKind,
  newBoard,
  newId,
  readBoard,
} from "@sameside/model";
import { openRandom, type Random } from "../../support/random.ts";
import type { PlacedCard } from "./benchPage.ts";
import { keyOf, tokenOf } from "./token.ts";

export interface Scene {
  readonly cards: readonly PlacedCard[];
  readonly width: number;
  readonly height: number;
  /** The journey as people import it. */
  readonly csv: string;
}

/** Widths of characters in our fonts, in layout units: style → character → width. */
export type CharacterWidths = Readonly<Record<TextStyle, Readonly<Record<string, number>>>>;

const SEED = 20_261_122;
const TOUCHPOINTS_PER_PHASE = 5;
const LANES: readonly { readonly kind: LaneKind; readonly name: string }[] = [
  { kind: "doing", name: "Doing" },
  { kind: "thinking", name: "In their words" },
  { kind: "pain", name: "Pain points" },
  { kind: "strength", name: "Strengths" },
  { kind: "opportunity", name: "Opportunities" },
];
const GRADES: readonly Grade[] = ["assumed", "heard", "heard", "researched"];
const SCALE = { min: -2, max: 2 };
const FEWEST_WORDS = 2;
const MOST_WORDS = 11;
const WORDS =
  "the pump fails again at night and nobody answers phone order part number old portal search waits for a price call branch driver late with wrong box asks colleague finds note on paper sends photo gets offer too".split(
    " ",
  );
/** Every character that a text of the scene may hold. */
export const CHARACTERS = " abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789“”".split("");

/** A journey about twice as long as it is deep, with `cards` cards. */
export function journeyFile(cards: number): string {
  const board = newBoard();
  const by = { person: newId(), role: "colleague", now: () => 0 } as const;
  const made = importJourney(board, by, { draft: draftOf(cards) });
  if (made.outcome !== "done") throw new Error(`The journey of the bench was refused: ${JSON.stringify(made)}`);
  return writeCsv(readBoard(board).journeys).text;
}

/** Where our layout puts the cards of a file, with the widths of our fonts. */
export function sceneOf(csv: string, widths: CharacterWidths): Scene {
  const journey = journeyOf(csv);
  const layout = layoutJourney(journey, emotionCurve(journey), measureWith(widths));
  const views = journey.phases
    .flatMap((phase) => [phase, ...phase.touchpoints])
    .flatMap((holder) => Object.values(holder.cardsByLane).flat());
  const cards = views.map(({ id, text, kind, grade }): PlacedCard => {
    const box = layout.cardsById.get(id);
    if (!box) throw new Error(`The layout has no place for “${text}”.`);
    return {
      ...box.rect,
      key: keyOf(text),
      text: shownText({ kind, text }),
      lines: box.lines,
      look: `kind-${kind} grade-${grade}`,
    };
  });
  return { cards, width: layout.width, height: layout.height, csv };
}

function journeyOf(csv: string): JourneyView {
  const read = readCsv(csv);
  const draft = read.ok ? read.drafts[0] : undefined;
  if (!draft) throw new Error(`The bench's own file cannot be read: ${JSON.stringify(read)}`);
  const board = newBoard();
  importJourney(board, { person: newId(), role: "colleague", now: () => 0 }, { draft: withScale(draft, SCALE) });
  const journey = readBoard(board).journeys[0];
  if (!journey) throw new Error("The bench's own file came out empty.");
  return journey;
}

function measureWith(widths: CharacterWidths): MeasureText {
  return (text, style, width) =>
    countLines(text, width, (piece) => [...piece].reduce((sum, each) => sum + (widths[style][each] ?? 0), 0));
}

function draftOf(cards: number): JourneyDraft {
  const random = openRandom(SEED);
  const columns = TOUCHPOINTS_PER_PHASE * Math.ceil(Math.sqrt(2 * cards) / TOUCHPOINTS_PER_PHASE);
  const firstCardLane = 2;
  const cardsByColumn = Array.from({ length: columns }, (): JourneyDraft["phases"][0]["cards"][0][] => []);
  for (let index = 0; index < cards; index += 1)
    cardsByColumn[index % columns]?.push({
      lane: firstCardLane + (Math.floor(index / columns) % LANES.length),
      text: `${sentence(random)} ${tokenOf("n", index)}`,
      grade: random.pick(GRADES) ?? "heard",
    });
  const touchpoints = cardsByColumn.map((own, index) => ({
    title: `Touchpoint ${index + 1}`,
    channel: "Phone",
    score: random.below(SCALE.max - SCALE.min + 1) + SCALE.min,
    cards: own,
  }));
  return {
    title: `A journey of ${cards} cards`,
    customerType: "Workshop owner",
    variant: "actual",
    scale: SCALE,
    lanes: [{ kind: "touchpoint", name: "Touchpoints" }, { kind: "feeling", name: "Feeling" }, ...LANES],
    phases: Array.from({ length: columns / TOUCHPOINTS_PER_PHASE }, (_, phase) => ({
      title: `Phase ${phase + 1}`,
      cards: [],
      touchpoints: touchpoints.slice(phase * TOUCHPOINTS_PER_PHASE, (phase + 1) * TOUCHPOINTS_PER_PHASE),
    })),
  };
}

function sentence(random: Random): string {
  const count = FEWEST_WORDS + random.below(MOST_WORDS - FEWEST_WORDS + 1);
  const words = Array.from({ length: count }, () => random.pick(WORDS) ?? "");
  return words.join(" ");
}
