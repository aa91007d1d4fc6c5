/** One random command of a person, on what that person's own copy shows. */
import {
  type Actor,
  addAccount,
  addCard,
  addCards,
  addClaim,
  addComment,
  addConnector,
  addEvidence,
  addJourney,
  addLane,
  addPhase,
  addTouchpoint,
  answerCard,
  type BoardDocument,
  type BoardReader,
  type BoardView,
  copyJourney,
  describeCard,
  describeClaim,
  describeEvidence,
  describeJourney,
  describeLane,
  describeMoment,
  describeTouchpoint,
  dismissSuggestion,
  gradeCard,
  type History,
  importJourney,
  labelConnector,
  markMoment,
  moveCard,
  moveEvidence,
  moveLane,
  movePhase,
  moveTouchpoint,
  type Outcome,
  rate,
  removeAccount,
  removeCard,
  removeClaim,
  removeComment,
  removeConnector,
  removeEvidence,
  removeJourney,
  removeLane,
  removePhase,
  removeTouchpoint,
  renameLane,
  renamePhase,
  reopenClaim,
  reopenThread,
  replyTo,
  resolveThread,
  restore,
  rewordCard,
  rewordComment,
  settleClaim,
  suggestWording,
  TEMPLATES,
  takeSuggestion,
  templateJourneyId,
  unmarkMoment,
  unrate,
  writeBody,
} from "@sameside/model";
import type { Random } from "../support/random.ts";

export interface Person {
  readonly board: BoardDocument;
  readonly reader: BoardReader;
  readonly by: Actor;
  readonly history: History;
}

type Weighted = readonly [number, (random: Random, person: Person, see: Seen) => Outcome];

/** What hangs on cards and touchpoints: evidence, talk, claims and the accounts beside them, ways from one to another. */
const HANGING: readonly Weighted[] = [
  [
    4,
    (random, { board, by }, see) =>
      addEvidence(board, by, { subject: see.subject(random), kind: "quote", text: words(random) }),
  ],
  [
    2,
    (random, { board, by }, see) =>
      describeEvidence(board, by, { evidence: see.evidence(random), source: words(random), text: words(random) }),
  ],
  [
    2,
    (random, { board, by }, see) =>
      moveEvidence(board, by, { evidence: see.evidence(random), subject: see.subject(random) }),
  ],
  [1, (random, { board, by }, see) => removeEvidence(board, by, { evidence: see.evidence(random) })],
  [4, (random, { board, by }, see) => addComment(board, by, { subject: see.subject(random), text: words(random) })],
  [2, (random, { board, by }, see) => answerCard(board, by, { card: see.card(random), text: words(random) })],
  [4, (random, { board, by }, see) => replyTo(board, by, { comment: see.comment(random), text: words(random) })],
  [2, (random, { board, by }, see) => rewordComment(board, by, { comment: see.comment(random), text: words(random) })],
  [1, (random, { board, by }, see) => removeComment(board, by, { comment: see.comment(random) })],
  [2, (random, { board, by }, see) => resolveThread(board, by, { thread: see.thread(random) })],
  [1, (random, { board, by }, see) => reopenThread(board, by, { thread: see.thread(random) })],
  [
    3,
    (random, { board, by }, see) =>
      addClaim(board, by, { touchpoint: see.touchpoint(random), text: words(random), exhibit: words(random) }),
  ],
  [4, (random, { board, by }, see) => addAccount(board, by, { claim: see.claim(random), text: words(random) })],
  [1, (random, { board, by }, see) => describeClaim(board, by, { claim: see.claim(random), exhibit: words(random) })],
  [
    2,
    (random, { board, by }, see) =>
      settleClaim(board, by, { claim: see.claim(random), how: "both", sentence: words(random) }),
  ],
  [1, (random, { board, by }, see) => reopenClaim(board, by, { claim: see.claim(random) })],
  [1, (random, { board, by }, see) => removeClaim(board, by, { claim: see.claim(random) })],
  [1, (random, { board, by }, see) => removeAccount(board, by, { account: see.account(random) })],
  [
    3,
    (random, { board, by }, see) =>
      addConnector(board, by, { from: see.subject(random), to: see.subject(random), label: words(random) }),
  ],
  [
    1,
    (random, { board, by }, see) =>
      labelConnector(board, by, { connector: see.connector(random), label: words(random) }),
  ],
  [1, (random, { board, by }, see) => removeConnector(board, by, { connector: see.connector(random) })],
];

/** Weights: people mostly write and move cards; frames change seldom, whole journeys almost never. */
const WEIGHTS: readonly Weighted[] = [
  [
    24,
    (random, { board, by }, see) =>
      addCard(board, by, { ...see.cell(random), text: words(random), ...see.before(random) }),
  ],
  [
    20,
    (random, { board, by }, see) =>
      moveCard(board, by, { card: see.card(random), ...see.cell(random), ...see.before(random) }),
  ],
  [
    8,
    (random, { board, by }, see) =>
      rewordCard(board, by, { card: see.ownCard(random, by.person), text: words(random) }),
  ],
  [
    8,
    (random, { board, by }, see) =>
      writeBody(board, by, { card: see.ownCard(random, by.person), body: words(random).repeat(3) }),
  ],
  [5, (random, { board, by }, see) => removeCard(board, by, { card: see.card(random) })],
  [
    3,
    (random, { board, by }, see) =>
      addCards(board, by, { ...see.cell(random), texts: [words(random), "", words(random)] }),
  ],
  [
    3,
    (random, { board, by }, see) =>
      gradeCard(board, by, {
        card: see.card(random),
        grade: random.pick(["assumed", "heard", "researched"] as const) ?? "heard",
      }),
  ],
  [4, (random, { board, by }, see) => suggestWording(board, by, { card: see.card(random), text: words(random) })],
  [3, (random, { board, by }, see) => takeSuggestion(board, by, { suggestion: see.suggestion(random) })],
  [1, (random, { board, by }, see) => dismissSuggestion(board, by, { suggestion: see.suggestion(random) })],
  [8, (random, { board, by }, see) => addTouchpoint(board, by, { phase: see.phase(random), title: words(random) })],
  [
    6,
    (random, { board, by }, see) =>
      moveTouchpoint(board, by, { touchpoint: see.touchpoint(random), phase: see.phase(random) }),
  ],
  [
    4,
    (random, { board, by }, see) =>
      describeTouchpoint(board, by, { touchpoint: see.touchpoint(random), channel: words(random) }),
  ],
  [2, (random, { board, by }, see) => removeTouchpoint(board, by, { touchpoint: see.touchpoint(random) })],
  [
    8,
    (random, { board, by }, see) =>
      rate(board, by, { touchpoint: see.touchpoint(random), value: random.next() * 2 - 1 }),
  ],
  [2, (random, { board, by }, see) => unrate(board, by, { touchpoint: see.touchpoint(random) })],
  [
    4,
    (random, { board, by }, see) =>
      markMoment(board, by, {
        touchpoint: see.touchpoint(random),
        kind: "impression",
        value: random.below(7) - 3,
        reason: words(random),
      }),
  ],
  [1, (random, { board, by }, see) => unmarkMoment(board, by, { touchpoint: see.touchpoint(random) })],
  [2, (random, { board, by }, see) => addPhase(board, by, { journey: see.journey(random), title: words(random) })],
  [2, (random, { board, by }, see) => renamePhase(board, by, { phase: see.phase(random), title: words(random) })],
  [3, (random, { board, by }, see) => movePhase(board, by, { phase: see.phase(random), before: see.phase(random) })],
  [1.5, (random, { board, by }, see) => removePhase(board, by, { phase: see.phase(random) })],
  [
    1,
    (random, { board, by }, see) =>
      addLane(board, by, { journey: see.journey(random), kind: "opportunity", name: words(random) }),
  ],
  [1, (random, { board, by }, see) => renameLane(board, by, { lane: see.lane(random), name: words(random) })],
  [2, (random, { board, by }, see) => moveLane(board, by, { lane: see.lane(random), before: see.lane(random) })],
  [1, (random, { board, by }, see) => removeLane(board, by, { lane: see.lane(random) })],
  [4, (random, { board, by }, see) => restore(board, by, see.lost(random))],
  [
    2,
    (random, { board, by }, see) => describeJourney(board, by, { journey: see.journey(random), title: words(random) }),
  ],
  [0.5, (random, { board, by }) => addFirstJourney(random, board, by)],
  [0.3, (random, { board, by }, see) => removeJourney(board, by, { journey: see.journey(random) })],
  [0.5, (random, { board, by }) => importJourney(board, by, { draft: smallDraft(random) })],
  [0.4, (random, { board, by }, see) => copyJourney(board, by, { journey: see.journey(random), variant: "what-if" })],
  [
    4,
    (random, { board, by }, see) =>
      describeCard(board, by, {
        card: see.card(random),
        severity: random.below(4),
        tags: [words(random)],
        emotionWords: [words(random)],
      }),
  ],
  [1, (random, { board, by }, see) => describeLane(board, by, { lane: see.lane(random), returns: words(random) })],
  [
    2,
    (random, { board, by }, see) =>
      describeMoment(board, by, { moment: see.moment(random), conditions: [words(random)], metrics: "≤72 h" }),
  ],
  ...HANGING,
];
const TOTAL = WEIGHTS.reduce((sum, [weight]) => sum + weight, 0);
const UNDO_CHANCE = 0.08;

/** Does one thing, or takes one back; notes it in the person's history. */
export function act(random: Random, person: Person): Outcome {
  if (random.chance(UNDO_CHANCE)) return random.chance(0.7) ? person.history.undo() : person.history.redo();
  const command = weighted(random);
  const outcome = command(random, person, seen(person.reader.view()));
  if (outcome.outcome === "done") person.history.add(outcome.changes);
  return outcome;
}

function weighted(random: Random) {
  let left = random.next() * TOTAL;
  for (const [weight, command] of WEIGHTS) {
    left -= weight;
    if (left < 0) return command;
  }
  throw new Error("the weights do not add up");
}

/** The journey that all tables make from one template, each for itself. */
export function addFirstJourney(random: Random, board: BoardDocument, by: Actor): Outcome {
  const template = random.pick(TEMPLATES.slice(0, 2));
  if (!template) throw new Error("no template");
  return addJourney(board, by, {
    template: template.id,
    journey: templateJourneyId("room", template),
    title: template.id,
  });
}

/** Picks among what a person sees; an id that is nothing stands for a click on what is gone. */
type Seen = ReturnType<typeof seen>;
function seen(view: BoardView) {
  const phases = view.journeys.flatMap((journey) => journey.phases);
  const touchpoints = [
    ...phases.flatMap((phase) => phase.touchpoints),
    ...view.unplacedTouchpoints.map((it) => it.touchpoint),
  ];
  const cards = [...cardsOf(view), ...view.unplaced.map((it) => it.card)];
  const suggestions = cards.flatMap((card) => card.suggestions);
  const lost = [...view.unplaced, ...view.unplacedTouchpoints, ...view.lost].flatMap((it) =>
    it.lost ? [it.lost] : [],
  );
  const subjects = [...cards, ...touchpoints];
  const evidence = subjects.flatMap((it) => it.evidence);
  const threads = subjects.flatMap((it) => it.threads);
  const claims = touchpoints.flatMap((it) => it.claims);
  const moments = touchpoints.flatMap((it) => (it.moment ? [it.moment, ...it.otherMoments] : []));
  const idOf = (item: { id: string } | undefined) => item?.id ?? "gone";
  return {
    journey: (random: Random) => idOf(random.pick(view.journeys)),
    phase: (random: Random) => idOf(random.pick(phases)),
    lane: (random: Random) => idOf(random.pick(view.journeys.flatMap((journey) => journey.lanes))),
    touchpoint: (random: Random) => idOf(random.pick(touchpoints)),
    card: (random: Random) => idOf(random.pick(cards)),
    ownCard: (random: Random, person: string) => idOf(random.pick(cards.filter((card) => card.author === person))),
    subject: (random: Random) => idOf(random.pick(subjects)),
    moment: (random: Random) => idOf(random.pick(moments)),
    evidence: (random: Random) => idOf(random.pick(evidence)),
    thread: (random: Random) => idOf(random.pick(threads)),
    comment: (random: Random) => idOf(random.pick(threads.flatMap((thread) => thread.comments))),
    claim: (random: Random) => idOf(random.pick(claims)),
    account: (random: Random) => idOf(random.pick(claims.flatMap((claim) => claim.accounts))),
    connector: (random: Random) => idOf(random.pick(view.journeys.flatMap((journey) => journey.connectors))),
    suggestion: (random: Random) => idOf(random.pick(suggestions)),
    lost: (random: Random) => random.pick(lost) ?? ({ collection: "cards", id: "gone" } as const),
    before: (random: Random) => (random.chance(0.4) ? { before: idOf(random.pick(cards)) } : {}),
    cell(random: Random) {
      const journey = random.pick(view.journeys);
      const phase = random.pick(journey?.phases ?? []);
      const parent = random.chance(0.75) ? (random.pick(phase?.touchpoints ?? []) ?? phase) : phase;
      const lanes = journey?.lanes.filter((lane) => lane.kind !== "touchpoint" && lane.kind !== "feeling") ?? [];
      return { parent: idOf(parent), lane: idOf(random.pick(lanes)) };
    },
  };
}

/** All cards that stand on a journey, in reading order. */
export function cardsOf(view: BoardView) {
  return view.journeys
    .flatMap((journey) => journey.phases)
    .flatMap((phase) => [phase, ...phase.touchpoints])
    .concat(view.unplacedTouchpoints.map((it) => it.touchpoint) as never[])
    .flatMap((holder) => Object.values(holder.cardsByLane).flat());
}

const VOCABULARY = ["late", "phone", "price", "🙂", "nobody answers", "two rings", "Übergabe", "portal", "‘today’"];
function words(random: Random): string {
  return Array.from({ length: 1 + random.below(4) }, () => random.pick(VOCABULARY)).join(" ");
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
