/** What people do on a board: mostly they write and move cards; frames change seldom, whole journeys almost never. */
import {
  addCard,
  addCardBlock,
  addCards,
  addJourney,
  addLane,
  addPhase,
  addTouchpoint,
  type BoardDocument,
  copyJourney,
  copyLane,
  copyThings,
  describeCard,
  describeJourney,
  describeLane,
  describeMoment,
  describeTouchpoint,
  dismissSuggestion,
  GRADES,
  gradeCard,
  importJourney,
  LANE_KINDS,
  lockFrame,
  lockThings,
  MOMENT_KINDS,
  markMoment,
  moveCard,
  moveJourney,
  moveLane,
  movePhase,
  moveThings,
  moveTouchpoint,
  rate,
  removeCard,
  removeJourney,
  removeLane,
  removePhase,
  removeThings,
  removeTouchpoint,
  renameLane,
  renamePhase,
  restore,
  restoreAll,
  rewordCard,
  suggestWording,
  TEMPLATES,
  takeSuggestion,
  templateJourneyId,
  unmarkMoment,
  unrate,
  VARIANTS,
  withdrawWords,
  writeBody,
} from "@sameside/model";
import type { Random } from "../../support/random.ts";
import type { BoardSeen } from "./boardSeen.ts";
import { HANGING_PLAYS } from "./hangingPlays.ts";
import { PROPOSAL_PLAY } from "./proposalPlay.ts";
import { RETURN_PLAY } from "./returnPlay.ts";
import { playsOf, words } from "./subject.ts";

const play = playsOf<BoardDocument, BoardSeen>();

export const BOARD_PLAYS = [
  play(24, addCard, (random, see) => ({ ...see.cell(random), text: words(random), ...see.before(random) })),
  play(20, moveCard, (random, see) => ({ card: see.card(random), ...see.cell(random), ...see.before(random) })),
  play(8, rewordCard, (random, see, by) => ({ card: see.ownCard(random, by.person), text: words(random) })),
  play(8, writeBody, (random, see, by) => ({ card: see.ownCard(random, by.person), body: words(random).repeat(3) })),
  play(5, removeCard, (random, see) => ({ card: see.card(random) })),
  play(3, addCards, (random, see) => ({ ...see.cell(random), texts: [words(random), "", words(random)] })),
  play(3, gradeCard, (random, see) => ({
    card: see.card(random),
    grade: random.pick(GRADES) ?? "heard",
  })),
  play(4, suggestWording, (random, see) => ({ card: see.card(random), text: words(random) })),
  play(3, takeSuggestion, (random, see) => ({ suggestion: see.suggestion(random) })),
  play(1, dismissSuggestion, (random, see) => ({ suggestion: see.suggestion(random) })),
  play(8, addTouchpoint, (random, see) => ({ phase: see.phase(random), title: words(random) })),
  play(6, moveTouchpoint, (random, see) => ({ touchpoint: see.touchpoint(random), phase: see.phase(random) })),
  play(4, describeTouchpoint, (random, see) => ({ touchpoint: see.touchpoint(random), channel: words(random) })),
  play(2, removeTouchpoint, (random, see) => ({ touchpoint: see.touchpoint(random) })),
  play(8, rate, (random, see) => ({
    touchpoint: see.touchpoint(random),
    value: random.next() * 2 - 1,
    ...(random.chance(0.3) && { words: words(random) }),
  })),
  play(2, unrate, (random, see, by) => ({ touchpoint: see.ratedTouchpoint(random, by.person) })),
  play(4, markMoment, (random, see) => ({
    touchpoint: see.touchpoint(random),
    kind: random.pick(MOMENT_KINDS) ?? "impression",
    value: random.below(7) - 3,
    reason: words(random),
  })),
  play(1, unmarkMoment, (random, see) => ({ touchpoint: see.touchpoint(random) })),
  play(2, addPhase, (random, see) => ({ journey: see.journey(random), title: words(random) })),
  play(2, renamePhase, (random, see) => ({ phase: see.phase(random), title: words(random) })),
  play(3, movePhase, (random, see) => ({ phase: see.phase(random), before: see.phase(random) })),
  play(1.5, removePhase, (random, see) => ({ phase: see.phase(random) })),
  play(1, addLane, (random, see) => ({
    journey: see.journey(random),
    kind: random.pick(LANE_KINDS) ?? "opportunity",
    name: words(random),
  })),
  play(1, renameLane, (random, see) => ({ lane: see.lane(random), name: words(random) })),
  play(2, moveLane, (random, see) => ({ lane: see.lane(random), before: see.lane(random) })),
  play(1, removeLane, (random, see) => ({ lane: see.lane(random) })),
  play(4, restore, (random, see) => see.lost(random)),
  play(2, describeJourney, (random, see) => ({
    journey: see.journey(random),
    title: words(random),
    ...(random.chance(0.3) && { scale: { min: 1, max: 3 }, levelWords: [words(random), "", words(random)] }),
  })),
  play(0.5, addJourney, firstJourney),
  play(1, moveJourney, (random, see) => ({ journey: see.journey(random), before: see.journey(random) })),
  play(0.3, removeJourney, (random, see) => ({ journey: see.journey(random) })),
  play(0.5, importJourney, (random) => ({ draft: smallDraft(random) })),
  play(0.4, copyJourney, (random, see) => ({
    journey: see.journey(random),
    variant: random.pick(VARIANTS) ?? "what-if",
  })),
  play(4, describeCard, (random, see) => ({
    card: see.card(random),
    severity: random.below(4),
    tags: [words(random)],
    emotionWords: [words(random)],
  })),
  play(1, describeLane, (random, see) => ({ lane: see.lane(random), returns: words(random) })),
  play(2, describeMoment, (random, see) => ({
    moment: see.moment(random),
    conditions: [words(random)],
    metrics: "≤72 h",
  })),
  play(1, restoreAll, (random, see) => ({ things: [see.lost(random), see.lost(random)] })),
  play(6, moveThings, (random, see) => ({
    cards: [see.card(random), see.card(random)].map((card) => ({ card, ...see.cell(random), ...see.before(random) })),
    touchpoints: [{ touchpoint: see.touchpoint(random), phase: see.phase(random) }],
    bringBack: random.chance(0.3),
  })),
  play(2, removeThings, (random, see) => ({ cards: [see.card(random), see.card(random)] })),
  play(2, copyThings, (random, see) => ({
    cards: [{ card: see.card(random), ...see.cell(random), ...see.before(random) }],
    touchpoints: random.chance(0.3) ? [{ touchpoint: see.touchpoint(random), phase: see.phase(random) }] : [],
  })),
  play(0.4, copyLane, (random, see) => ({
    lane: see.lane(random),
    journey: see.journey(random),
    andRemove: random.chance(0.3),
  })),
  play(1, addCardBlock, (random, see) => {
    const { parent, lane } = see.cell(random);
    return { columns: [parent], phase: see.phase(random), rows: [{ lane, texts: [words(random), "", words(random)] }] };
  }),
  // Mostly unlocked again: what is locked stands still.
  play(2, lockThings, (random, see) => ({
    things: [
      { collection: "cards", id: see.card(random) } as const,
      { collection: "lanes", id: see.lane(random) } as const,
    ],
    locked: random.chance(0.3),
  })),
  play(0.4, lockFrame, (random, see) => ({ journey: see.journey(random), locked: random.chance(0.4) })),
  ...HANGING_PLAYS,
  PROPOSAL_PLAY,
  play(0.1, withdrawWords, (_random, _see, by) => ({ person: by.person, time: by.now() })),
  RETURN_PLAY,
];

/** The journey that all tables make from one template, each for itself. */
export function firstJourney(random: Random) {
  const template = random.pick(TEMPLATES.slice(0, 2));
  if (!template) throw new Error("no template");
  return { template: template.id, journey: templateJourneyId("room", template), title: template.id };
}

function smallDraft(random: Random) {
  return {
    title: words(random),
    customerType: words(random),
    variant: "actual",
    scale: { min: 1, max: 5 },
    lanes: [
      { kind: "touchpoint", name: "T" },
      { kind: "pain", name: "P" },
    ],
    phases: [
      {
        title: words(random),
        cards: [{ lane: 1, text: words(random) }],
        touchpoints: [{ title: words(random), score: 1 + random.below(5), cards: [{ lane: 1, text: words(random) }] }],
      },
    ],
  } as const;
}
