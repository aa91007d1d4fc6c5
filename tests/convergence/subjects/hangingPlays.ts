/** What people hang on cards and touchpoints: evidence, talk, claims and the accounts beside them, ways between them; and topics. */
import {
  type Actor,
  addAccount,
  addCard,
  addClaim,
  addComment,
  addConnector,
  addEvidence,
  addTopic,
  agreeToCard,
  answerCard,
  type BoardDocument,
  buildOnTopic,
  confirmQuote,
  describeAccount,
  describeClaim,
  describeEvidence,
  EVIDENCE_KINDS,
  GRADES,
  giveBack,
  hangAnswer,
  labelConnector,
  landQuote,
  logQuote,
  moveEvidence,
  moveTopic,
  putPreparationCard,
  putPreparationNote,
  removeAccount,
  removeClaim,
  removeComment,
  removeConnector,
  removeEvidence,
  removeQuote,
  removeTopic,
  reopenClaim,
  reopenThread,
  replyTo,
  resolveThread,
  rewordCard,
  rewordComment,
  rewordQuote,
  rewordTopic,
  SETTLEMENTS,
  type Speaker,
  settleClaim,
  takeAway,
  takeOutFile,
} from "@sameside/model";
import type { Random } from "../../support/random.ts";
import type { BoardSeen } from "./boardSeen.ts";
import { playsOf, words } from "./subject.ts";

/** As they are named by their bytes; few, so that one hangs in several places. */
const FILES = ["A", "B", "C"].map((letter) => letter.repeat(43));

/** Whose words are written down by others, too. */
const PEOPLE = ["anna", "mia", "person0", "person1"];

/** Few, so that one is put in several places. */
function noteOf(random: Random) {
  const grade = random.pick(GRADES) ?? "heard";
  return { id: `note${random.below(4)}`, text: words(random), source: "", grade, author: "anna", made: 1 };
}

/** A card that one person writes down for another (S2-6). */
function addCardFor(
  board: BoardDocument,
  by: Actor,
  { speaker, ...args }: Parameters<typeof addCard>[2] & { readonly speaker: Speaker },
): ReturnType<typeof addCard> {
  return addCard(board, { ...by, writesFor: speaker }, args);
}

const play = playsOf<BoardDocument, BoardSeen>();

export const HANGING_PLAYS = [
  play(4, addEvidence, (random, see) => ({
    subject: see.subject(random),
    kind: random.pick(EVIDENCE_KINDS) ?? "quote",
    text: words(random),
    ...(random.chance(0.2) && { file: random.pick(FILES) ?? "" }),
  })),
  play(2, putPreparationNote, (random, see) => ({ note: noteOf(random), subject: see.subject(random) })),
  play(2, putPreparationCard, (random, see) => ({ note: noteOf(random), ...see.cell(random) })),
  // Few, so that several people hang the same one.
  play(2, hangAnswer, (random, see, by) => ({
    ...{ question: `question${random.below(2)}`, touchpoint: see.touchpoint(random) },
    ...{ text: words(random), source: "", by: by.person, time: by.now() },
  })),
  play(1, takeOutFile, (random) => ({ file: random.pick(FILES) ?? "" })),
  play(2, describeEvidence, (random, see) => ({
    evidence: see.evidence(random),
    source: words(random),
    text: words(random),
  })),
  play(2, moveEvidence, (random, see) => ({ evidence: see.evidence(random), subject: see.subject(random) })),
  play(1, removeEvidence, (random, see) => ({ evidence: see.evidence(random) })),
  play(4, addComment, (random, see) => ({ subject: see.talkSubject(random), text: words(random) })),
  play(2, answerCard, (random, see) => ({ card: see.card(random), text: words(random) })),
  play(4, replyTo, (random, see) => ({ comment: see.comment(random), text: words(random) })),
  play(2, rewordComment, (random, see) => ({ comment: see.comment(random), text: words(random) })),
  play(1, removeComment, (random, see) => ({ comment: see.comment(random) })),
  play(2, resolveThread, (random, see) => ({ thread: see.thread(random) })),
  play(1, reopenThread, (random, see) => ({ thread: see.thread(random) })),
  play(3, addClaim, (random, see) => ({
    touchpoint: see.touchpoint(random),
    text: words(random),
    exhibit: words(random),
  })),
  play(4, addAccount, (random, see) => ({ claim: see.claim(random), text: words(random) })),
  play(1, describeAccount, (random, see, by) => ({ account: see.ownAccount(random, by.person), text: words(random) })),
  play(1, describeClaim, (random, see) => ({ claim: see.claim(random), exhibit: words(random) })),
  play(2, settleClaim, (random, see) => ({
    claim: see.claim(random),
    how: random.pick(SETTLEMENTS) ?? "both",
    sentence: words(random),
  })),
  play(1, reopenClaim, (random, see) => ({ claim: see.claim(random) })),
  play(1, removeClaim, (random, see) => ({ claim: see.claim(random) })),
  play(1, removeAccount, (random, see) => ({ account: see.account(random) })),
  play(3, addConnector, (random, see) => ({
    from: see.subject(random),
    to: see.subject(random),
    label: words(random),
  })),
  play(1, labelConnector, (random, see) => ({ connector: see.connector(random), label: words(random) })),
  play(3, addTopic, (random, see) => ({ text: words(random), ...see.beforeTopic(random) })),
  play(3, buildOnTopic, (random, see) => ({ topic: see.topic(random), text: words(random) })),
  play(3, moveTopic, (random, see) => ({ topic: see.topic(random), ...see.beforeTopic(random) })),
  play(2, rewordTopic, (random, see, by) => ({ topic: see.ownTopic(random, by.person), text: words(random) })),
  play(3, logQuote, (random, _see, by) => ({
    text: words(random),
    speaker: random.chance(0.5) ? by : { person: random.pick(PEOPLE) ?? "anna", role: "customer" as const },
  })),
  play(2, rewordQuote, (random, see) => ({ quote: see.quote(random), text: words(random) })),
  play(4, confirmQuote, (random, see, by) => ({ quote: see.ownQuote(random, by.person) })),
  play(6, addCardFor, (random, see) => ({
    ...see.cell(random),
    text: words(random),
    speaker: { person: random.pick(PEOPLE) ?? "anna", role: "customer" as const },
  })),
  play(6, agreeToCard, (random, see, by) => ({
    card: see.awaitingCard(random, by.person),
    ...(random.chance(0.3) && { text: words(random) }),
  })),
  play(2, rewordCard, (random, see) => ({ card: see.card(random), text: words(random) })),
  play(1, takeAway, (random, see) => see.said(random)),
  play(3, giveBack, (random, see) => see.takenSaid(random)),
  play(3, landQuote, (random, see) => ({ quote: see.quote(random), subject: see.subject(random) })),
  play(1, removeQuote, (random, see) => ({ quote: see.quote(random) })),
  play(1, removeTopic, (random, see) => ({ topic: see.topic(random) })),
  play(1, removeConnector, (random, see) => ({ connector: see.connector(random) })),
];
