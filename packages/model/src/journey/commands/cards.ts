/** Cards: short texts in a lane, on a phase or a touchpoint. A text is its author's; others move, grade and suggest. */
import { type Actor, NOTHING, type Outcome, refused, type Speaker, transact, type Writer } from "../../changes.ts";
import { type Checks, givenFields, isFlag, isListOf, isOneOf, isTitle, isWhole, problemIn } from "../../checks.ts";
import type { BoardDocument } from "../../document.ts";
import { placeText } from "../../fields.ts";
import { newId } from "../../id.ts";
import type { CardId, LaneId, PhaseId, TouchpointId } from "../ids.ts";
import { MAX_BODY_LENGTH, MAX_EMOTION_WORDS, MAX_LINKS, MAX_TAGS, MAX_TEXT_LENGTH } from "../limits.ts";
import { BRIEF_ANSWERS, type BriefAnswer, type CardKind, type Grade, SEVERITY } from "../schema.ts";
import { awaitedWriter, isSetDown, wordsOfCard } from "../writtenFor.ts";
import { isLink } from "./factChecks.ts";
import { maySetDown, mendFor, ownWords, rewordOwn, wordsOf } from "./ownWords.ts";
import { living, orderAt, orderForMove, ordersAt } from "./place.ts";

/** Where a card lies: on a phase or a touchpoint, in a lane of the same journey. */
export interface CardPlace {
  readonly parent: PhaseId | TouchpointId;
  readonly lane: LaneId;
}

/** What a card says of itself beside its words. */
interface Facts {
  /** 0…3, whole numbers. */
  readonly severity?: number;
  readonly emotionWords?: readonly string[];
  readonly tags?: readonly string[];
  /** http(s) addresses. */
  readonly links?: readonly string[];
  readonly answersBrief?: BriefAnswer;
  /** The text is verbatim what somebody said. Its author's to say. */
  readonly quote?: boolean;
}
const FACTS: Checks<Facts> = {
  severity: isWhole(SEVERITY.min, SEVERITY.max),
  emotionWords: isListOf(isTitle, MAX_EMOTION_WORDS),
  tags: isListOf(isTitle, MAX_TAGS),
  links: isListOf(isLink, MAX_LINKS),
  answersBrief: isOneOf(BRIEF_ANSWERS),
  quote: isFlag,
};

/**
 * Adds a card in front of `before`, or as the last of its cell. A customer's card counts as heard, others as assumed, and
 * so does one that the actor writes for somebody.
 */
export function addCard(
  board: BoardDocument,
  by: Actor,
  args: CardPlace & {
    readonly text: string;
    readonly body?: string;
    readonly grade?: Grade;
    readonly quote?: boolean;
    readonly before?: CardId;
  },
): Outcome<CardId> {
  const lane = laneFor(board, args);
  if (lane.outcome !== "found") return lane;
  const body = args.body ?? "";
  if (args.text.length > MAX_TEXT_LENGTH || body.length > MAX_BODY_LENGTH) return refused("too-long");
  if (args.text.trim() === "") return NOTHING;
  const id = newId();
  return transact(board, by, (write) => {
    const at = placeText({ parent: args.parent, lane: args.lane, order: orderAt(board, "cards", args, args.before) });
    const { text, grade = gradeOf(by), quote = false } = args;
    createCard(write, by, id, { at, kind: lane.kind, text, body, grade, quote, speaker: by.writesFor });
    return id;
  });
}

/** Adds a card for each text, in order, in one transaction and one undo. Empty texts are passed over. */
export function addCards(
  board: BoardDocument,
  by: Actor,
  args: CardPlace & { readonly texts: readonly string[] },
): Outcome<CardId[]> {
  const lane = laneFor(board, args);
  if (lane.outcome !== "found") return lane;
  const texts = args.texts.filter((text) => text.trim() !== "");
  if (texts.some((text) => text.length > MAX_TEXT_LENGTH)) return refused("too-long");
  const orders = ordersAt(board, "cards", args, undefined, texts.length);
  return transact(board, by, (write) =>
    texts.map((text, index) => {
      const id = newId();
      const at = placeText({ parent: args.parent, lane: args.lane, order: orders[index] ?? "" });
      createCard(write, by, id, { at, kind: lane.kind, text, body: "", grade: gradeOf(by), speaker: by.writesFor });
      return id;
    }),
  );
}

/** Writes a new card's fields: the same for one typed, pasted or imported. */
export function createCard(
  write: Writer,
  by: Actor,
  id: CardId,
  card: {
    readonly at: string;
    readonly kind: CardKind;
    readonly text: string;
    readonly body: string;
    readonly grade: Grade;
    readonly quote?: boolean;
    /** Whose words they are, where not the actor's. */
    readonly speaker?: Speaker | undefined;
  },
): void {
  const { at, text, kind, speaker } = card;
  const isOwn = speaker === undefined || speaker.person === by.person;
  write.create("cards", id, {
    plain: { ...(isOwn ? ownWords(by, text) : wordsOf(by, speaker, text)), kind },
    stamped: { at, grade: isOwn ? card.grade : "assumed", ...(card.quote ? { quote: true } : {}) },
    // Made now, not at the first letter: a Y.Text made by two devices at the same time would lose one of the two.
    texts: { body: card.body },
  });
}

/** Moves a card into a cell, in front of `before` or as the last. */
export function moveCard(
  board: BoardDocument,
  by: Actor,
  args: CardPlace & { readonly card: CardId; readonly before?: CardId },
): Outcome {
  const card = living(board, "cards", args.card);
  if (!card) return refused("gone");
  const lane = laneFor(board, args);
  if (lane.outcome !== "found") return lane;
  if (card.locked) return refused("locked");
  const order = orderForMove(board, "cards", args.card, args, args.before);
  if (order === undefined) return NOTHING;
  return transact(board, by, (write) =>
    write.set("cards", args.card, "at", placeText({ parent: args.parent, lane: args.lane, order })),
  );
}

/**
 * Rewords the actor's own card; whoever wrote it down for another may mend it until that person has agreed. Refused for
 * another's words: suggest instead. Its author's rewording agrees to what somebody wrote down for them.
 */
export function rewordCard(
  board: BoardDocument,
  by: Actor,
  args: { readonly card: CardId; readonly text: string },
): Outcome {
  const card = living(board, "cards", args.card);
  if (!card || !isSetDown(card)) return rewordOwn(board, by, "cards", args.card, args.text);
  if (card.locked) return refused("locked");
  if (card.author === by.person) return agreeToCard(board, by, args);
  const isAgreed = awaitedWriter(card) === undefined;
  return maySetDown(by, card, isAgreed) ? mendFor(board, by, "cards", card, args.text) : refused("not-yours");
}

/**
 * The actor agrees to what somebody wrote down for them, in these words or, with `text`, in their own: from then on it
 * counts like what they write themselves (S0-13).
 */
export function agreeToCard(
  board: BoardDocument,
  by: Actor,
  args: { readonly card: CardId; readonly text?: string },
): Outcome {
  const card = living(board, "cards", args.card);
  if (!card) return refused("gone");
  if (card.author !== by.person) return refused("not-yours");
  if (!isSetDown(card)) return NOTHING;
  const text = args.text ?? wordsOfCard(card);
  if (text.length > MAX_TEXT_LENGTH) return refused("too-long");
  if (text.trim() === "") return refused("bad-value");
  const isAwaited = awaitedWriter(card) !== undefined;
  return transact(board, by, (write) => {
    write.set("cards", card.id, "agreed", text);
    if (isAwaited) write.set("cards", card.id, "grade", gradeOf(by));
  });
}

/** Replaces the long text of the actor's own card by the smallest edit. */
export function writeBody(
  board: BoardDocument,
  by: Actor,
  args: { readonly card: CardId; readonly body: string },
): Outcome {
  const card = living(board, "cards", args.card);
  if (!card) return refused("gone");
  if (card.author !== by.person && !maySetDown(by, card, awaitedWriter(card) === undefined))
    return refused("not-yours");
  if (card.locked) return refused("locked");
  if (args.body.length > MAX_BODY_LENGTH) return refused("too-long");
  return transact(board, by, (write) => write.setText("cards", args.card, "body", args.body));
}

export function gradeCard(
  board: BoardDocument,
  by: Actor,
  args: { readonly card: CardId; readonly grade: Grade },
): Outcome {
  const card = living(board, "cards", args.card);
  if (!card) return refused("gone");
  // Assumed until its author has agreed, and then it is what they say.
  if (awaitedWriter(card) !== undefined) return refused("not-yours");
  return transact(board, by, (write) => write.set("cards", args.card, "grade", args.grade));
}

/** Changes what a card says of itself; absent arguments stay as they are, a list is replaced as a whole. */
export function describeCard(board: BoardDocument, by: Actor, args: Facts & { readonly card: CardId }): Outcome {
  const card = living(board, "cards", args.card);
  if (!card) return refused("gone");
  if (args.quote !== undefined && args.quote !== card.quote && card.author !== by.person) return refused("not-yours");
  const problem = problemIn(FACTS, args);
  if (problem) return refused(problem);
  return transact(board, by, (write) => {
    for (const [field, value] of Object.entries(givenFields(FACTS, args))) write.set("cards", args.card, field, value);
  });
}

export function removeCard(board: BoardDocument, by: Actor, args: { readonly card: CardId }): Outcome {
  const card = living(board, "cards", args.card);
  if (!card) return NOTHING;
  if (card.locked) return refused("locked");
  return transact(board, by, (write) => write.set("cards", args.card, "del", true));
}

/** A customer's words count as heard, anybody else's as assumed until backed (S4-7). */
export function gradeOf(by: Pick<Actor, "role">): Grade {
  return by.role === "customer" ? "heard" : "assumed";
}

type FoundLane = { readonly outcome: "found"; readonly kind: CardKind };

/** What is wrong with a cell that is to take cards, if anything. */
export function problemOfCell(board: BoardDocument, cell: CardPlace): ReturnType<typeof refused> | undefined {
  const found = laneFor(board, cell);
  return found.outcome === "refused" ? found : undefined;
}

/** The lane of a cell, when the cell can hold cards: the parent and the lane are of one journey. */
export function laneFor(board: BoardDocument, { parent, lane }: CardPlace): FoundLane | ReturnType<typeof refused> {
  const record = living(board, "lanes", lane);
  const touchpoint = living(board, "touchpoints", parent);
  const phase = living(board, "phases", touchpoint ? touchpoint.at.value.parent : parent);
  if (!record || !phase) return refused("gone");
  if (record.kind === "touchpoint" || record.kind === "feeling") return refused("bad-value");
  if (record.at.value.parent !== phase.at.value.parent) return refused("bad-value");
  return { outcome: "found", kind: record.kind };
}
