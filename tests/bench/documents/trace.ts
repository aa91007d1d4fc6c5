/**
 * The trace: a seeded run of edits as people make them, the same for every contender. What an edit needs to know of its
 * surroundings (neighbours in a cell, the text as it stands) is worked out here, so that no contender is timed for it.
 */
import { openRandom, type Random } from "../../support/random.ts";
import type { BoardPlan } from "./contender.ts";

/** `card`, `parent`, `touchpoint` and `lane` are names of the trace (`c12`, `t3`, `l1`); a contender maps them to ids. */
export type Edit =
  | {
      readonly kind: "type";
      readonly card: string;
      readonly at: number;
      readonly remove: number;
      readonly insert: string;
      /** The whole text after the edit. */
      readonly body: string;
    }
  | { readonly kind: "reword"; readonly card: string; readonly text: string }
  | ({ readonly kind: "move"; readonly card: string } & Slot)
  | ({ readonly kind: "add"; readonly card: string; readonly text: string } & Slot)
  | { readonly kind: "remove"; readonly card: string }
  | { readonly kind: "rate"; readonly touchpoint: string; readonly value: number }
  | { readonly kind: "grade"; readonly card: string; readonly grade: "assumed" | "heard" | "researched" }
  | { readonly kind: "moment"; readonly touchpoint: string; readonly value: number; readonly reason: string };

/** A place in a cell: between two cards that lie side by side there. */
export interface Slot {
  readonly parent: string;
  readonly lane: string;
  readonly after?: string;
  readonly before?: string;
}

/** Shares of the kinds of edits. */
export type Mix = Readonly<Partial<Record<Edit["kind"], number>>>;
/** What two days of a workshop are made of. */
export const WORKSHOP: Mix = { type: 38, move: 27, rate: 18, grade: 5, moment: 4, reword: 5, add: 2, remove: 1 };
/** The three gestures that people make most, each one register. */
export const GESTURES: Mix = { move: 1, reword: 1, rate: 1 };

/** How many bursts somebody types into one text before doing something else, on average: 1 to 7. */
const MEAN_BURSTS = 4;

export const CARD_LANES: readonly string[] = ["l0", "l1", "l2", "l3", "l4"];

/** The cards of a planned board, with the cell that each begins in. */
export function plannedCards(plan: BoardPlan): { card: string; parent: string; lane: string; text: string }[] {
  const random = openRandom(1);
  return plannedTouchpoints(plan).flatMap((parent, index) =>
    Array.from({ length: plan.cardsPerTouchpoint }, (_, nth) => ({
      card: `c${index * plan.cardsPerTouchpoint + nth}`,
      parent,
      lane: CARD_LANES[nth % CARD_LANES.length] ?? "l0",
      text: sentence(random),
    })),
  );
}

export function plannedTouchpoints({ phases, touchpointsPerPhase }: BoardPlan): string[] {
  return Array.from({ length: phases * touchpointsPerPhase }, (_, index) => `t${index}`);
}

/** `count` edits of one device on a planned board. @param prefix Begins the names of cards that the device adds. */
export function traceOf(plan: BoardPlan, mix: Mix, count: number, seed: number, prefix = "n"): Edit[] {
  const random = openRandom(seed);
  const table = openTable(plan, prefix);
  const edits: Edit[] = [];
  while (edits.length < count) {
    const kind = pickKind(random, mix);
    // Who types, types on: one text grows by several bursts before anything else happens.
    for (const edit of kind === "type" ? table.typing(random) : [table.next(random, kind)]) edits.push(edit);
  }
  return edits.slice(0, count);
}

function pickKind(random: Random, mix: Mix): Edit["kind"] {
  const kinds = Object.entries(mix) as [Edit["kind"], number][];
  const weightOf = (kind: Edit["kind"], share: number) => (kind === "type" ? share / MEAN_BURSTS : share);
  let left = random.next() * kinds.reduce((sum, [kind, share]) => sum + weightOf(kind, share), 0);
  for (const [kind, share] of kinds) {
    left -= weightOf(kind, share);
    if (left < 0) return kind;
  }
  return "move";
}

/** Follows what the device's own copy shows while the trace is made. */
function openTable(plan: BoardPlan, prefix: string) {
  const touchpoints = plannedTouchpoints(plan);
  const cards: string[] = [];
  const cellByCard = new Map<string, string>();
  const cardsByCell = new Map<string, string[]>();
  const bodyByCard = new Map<string, string>();
  const valueByTouchpoint = new Map<string, number>();
  const gradeByCard = new Map<string, "assumed" | "heard" | "researched">();
  let added = 0;
  for (const { card, parent, lane } of plannedCards(plan)) place(card, `${parent}/${lane}`, Number.POSITIVE_INFINITY);

  function place(card: string, cell: string, index: number): void {
    if (!cellByCard.has(card)) cards.push(card);
    const inCell = cardsByCell.get(cell) ?? [];
    inCell.splice(index, 0, card);
    cardsByCell.set(cell, inCell);
    cellByCard.set(card, cell);
  }
  function take(card: string): void {
    const inCell = cardsByCell.get(cellByCard.get(card) ?? "") ?? [];
    inCell.splice(inCell.indexOf(card), 1);
  }
  /** Puts a card into a cell: twice in three times at the end, as people do. */
  function slot(random: Random, card: string): Slot {
    const [parent, lane] = [random.pick(touchpoints) ?? "t0", random.pick(CARD_LANES) ?? "l0"];
    const cell = `${parent}/${lane}`;
    const inCell = cardsByCell.get(cell) ?? [];
    const index = random.chance(2 / 3) ? inCell.length : random.below(inCell.length + 1);
    const [after, before] = [inCell[index - 1], inCell[index]];
    place(card, cell, index);
    return { parent, lane, ...(after ? { after } : {}), ...(before ? { before } : {}) };
  }
  function type(random: Random, card: string, cursor: number): Edit & { readonly kind: "type" } {
    const old = bodyByCard.get(card) ?? "";
    const at = Math.min(cursor, old.length);
    const remove = random.chance(0.2) ? Math.min(random.below(6), old.length - at) : 0;
    const insert = letters(random, 2 + random.below(12));
    const body = old.slice(0, at) + insert + old.slice(at + remove);
    bodyByCard.set(card, body);
    return { kind: "type", card, at, remove, insert, body };
  }
  function other<T>(random: Random, options: readonly T[], now: T | undefined): T {
    return random.pick(options.filter((option) => option !== now)) as T;
  }

  return {
    typing(random: Random): Edit[] {
      const card = random.pick(cards) ?? "c0";
      const length = bodyByCard.get(card)?.length ?? 0;
      let cursor = random.chance(0.7) ? length : random.below(length + 1);
      return Array.from({ length: 1 + random.below(2 * MEAN_BURSTS - 1) }, () => {
        const burst = type(random, card, cursor);
        cursor = burst.at + burst.insert.length;
        return burst;
      });
    },
    next(random: Random, kind: Exclude<Edit["kind"], "type">): Edit {
      const card = random.pick(cards) ?? "c0";
      const touchpoint = random.pick(touchpoints) ?? "t0";
      switch (kind) {
        case "reword":
          return { kind, card, text: sentence(random) };
        case "move":
          take(card);
          return { kind, card, ...slot(random, card) };
        case "add": {
          const name = `${prefix}${added++}`;
          return { kind, card: name, text: sentence(random), ...slot(random, name) };
        }
        case "remove":
          take(card);
          cards.splice(cards.indexOf(card), 1);
          return { kind, card };
        case "rate": {
          const value = other(random, [-1, -0.5, 0, 0.5, 1], valueByTouchpoint.get(touchpoint));
          valueByTouchpoint.set(touchpoint, value);
          return { kind, touchpoint, value };
        }
        case "grade": {
          const grade = other(random, ["assumed", "heard", "researched"] as const, gradeByCard.get(card) ?? "assumed");
          gradeByCard.set(card, grade);
          return { kind, card, grade };
        }
        case "moment":
          return { kind, touchpoint, value: random.below(7) - 3, reason: sentence(random) };
      }
    },
  };
}

const WORDS =
  "nobody answers the phone and my order is late again because portal shows old part numbers so I call two rings wait";
function sentence(random: Random): string {
  const words = WORDS.split(" ");
  return Array.from({ length: 3 + random.below(7) }, () => random.pick(words)).join(" ");
}
function letters(random: Random, count: number): string {
  const start = random.below(WORDS.length - count);
  return WORDS.slice(start, start + count);
}
