/** Finds things of a board's journeys by the words in them, and by who wrote them. */
import {
  type BoardView,
  type CardKind,
  type CardView,
  type CommentView,
  type EvidenceView,
  type Id,
  type JourneyView,
  type LaneKind,
  type LaneView,
  type MomentView,
  type PhaseView,
  partsOfComment,
  type ThreadView,
  type TouchpointView,
} from "@sameside/model";
import { cardsOn } from "./journeyParts.ts";
import { fitOf, plainText, wordsOf } from "./wordMatch.ts";

/** Where in a thing the words stand. */
export type FoundIn = "name" | "details" | "moment" | "comment" | "evidence" | "claim" | "suggestion" | "person";

/** A thing in which all words stand that were looked for. */
export interface Found {
  /** Empty for what has lost its place on every one. */
  readonly journey: Id;
  readonly kind: "journey" | "phase" | "lane" | "touchpoint" | "card";
  readonly id: Id;
  /** What it is called: a card's words, a title. */
  readonly name: string;
  /** Of a card its own kind, of a lane the lane's. */
  readonly sort?: CardKind | LaneKind;
  /** Titles of where it stands; empty where it stands on no phase, on no touchpoint. */
  readonly phase: string;
  readonly touchpoint: string;
  /** Where most of the words stand … */
  readonly in: FoundIn;
  /** … and all that stands there. */
  readonly text: string;
}

export interface Search {
  /**
   * Everything in these journeys that holds all words of `query`, journey by journey in their order; in each the best
   * first, those that fit alike in the order people read them. Nothing when nothing was typed.
   */
  find(journeys: readonly JourneyView[], query: string): readonly Found[];
  /** The same among what has lost its place. */
  findUnplaced(board: Pick<BoardView, "unplaced" | "unplacedTouchpoints">, query: string): readonly Found[];
}

/** What a word weighs where it stands: what a thing is called comes first, who wrote it last. */
const WEIGHTS: Readonly<Record<FoundIn, number>> = {
  name: 6,
  details: 3,
  moment: 3,
  comment: 2,
  evidence: 2,
  claim: 2,
  suggestion: 2,
  person: 1,
};
/** What is called exactly so stands above all others. */
const SAME_NAME = 100;

interface Field {
  readonly in: FoundIn;
  readonly text: string;
  readonly plain: string;
}
interface Entry {
  readonly thing: Omit<Found, "in" | "text">;
  readonly fields: readonly Field[];
}

/** `nameByPerson`: names for today. What was read is kept as long as the search: open one for each set of names. */
export function openSearch(nameByPerson: ReadonlyMap<Id, string>): Search {
  const fieldsByThing = new WeakMap<object, readonly Field[]>();
  /** The parts of a view that did not change are the same objects again. */
  const once = <Thing extends object>(thing: Thing, read: (thing: Thing, add: Add) => void): readonly Field[] => {
    const known = fieldsByThing.get(thing);
    if (known) return known;
    const fields: Field[] = [];
    read(thing, openAdd(fields, nameByPerson));
    fieldsByThing.set(thing, fields);
    return fields;
  };
  return {
    find(journeys, query) {
      const words = wordsOf(query);
      if (words.length === 0) return [];
      return journeys.flatMap((journey) => bestFirst(entriesOf(journey, once), words));
    },
    findUnplaced(board, query) {
      const words = wordsOf(query);
      return words.length === 0 ? [] : bestFirst(unplacedEntries(board, once), words);
    },
  };
}

function bestFirst(entries: readonly Entry[], words: readonly string[]): readonly Found[] {
  const ranked = entries.flatMap(({ thing, fields }) => {
    const fit = fitOfFields(fields, words);
    return fit ? [{ score: fit.score, found: { ...thing, in: fit.field.in, text: fit.field.text } }] : [];
  });
  return ranked.sort((a, b) => b.score - a.score).map(({ found }) => found);
}

/** The words may stand in several fields: a card's words and who wrote it. The field that holds most of them is shown. */
function fitOfFields(fields: readonly Field[], words: readonly string[]) {
  const sumByField = new Map<Field, number>();
  let score = 0;
  for (const word of words) {
    let best = 0;
    for (const field of fields) {
      const fit = fitOf(word, field.plain);
      if (fit === 0) continue;
      const weight = WEIGHTS[field.in] * 10 + fit;
      best = Math.max(best, weight);
      sumByField.set(field, (sumByField.get(field) ?? 0) + weight);
    }
    if (best === 0) return undefined;
    score += best;
  }
  let shown: { readonly field: Field; readonly sum: number } | undefined;
  for (const [field, sum] of sumByField) if (!shown || sum > shown.sum) shown = { field, sum };
  if (!shown) return undefined;
  const isSame = shown.field.in === "name" && shown.field.plain.trim() === words.join(" ");
  return { field: shown.field, score: score + (isSame ? SAME_NAME : 0) };
}

type Once = <Thing extends object>(thing: Thing, read: (thing: Thing, add: Add) => void) => readonly Field[];

/** In the order people read them: the journey, phase by phase with all that stands in it, the lanes. */
function entriesOf(journey: JourneyView, once: Once): readonly Entry[] {
  const at = { journey: journey.id, phase: "", touchpoint: "" };
  const cards = (holder: PhaseView | TouchpointView, place: typeof at) =>
    cardsOn(journey, holder).map((card): Entry => {
      const thing = { ...place, kind: "card", id: card.id, name: card.text, sort: card.kind } as const;
      return { thing, fields: once(card, readCard) };
    });
  return [
    {
      thing: { ...at, kind: "journey", id: journey.id, name: journey.title },
      fields: once(journey, readJourney),
    },
    ...journey.phases.flatMap((phase): readonly Entry[] => {
      const inPhase = { ...at, phase: phase.title };
      return [
        { thing: { ...at, kind: "phase", id: phase.id, name: phase.title }, fields: once(phase, readPhase) },
        ...cards(phase, inPhase),
        ...phase.touchpoints.flatMap((touchpoint): readonly Entry[] => [
          {
            thing: { ...inPhase, kind: "touchpoint", id: touchpoint.id, name: touchpoint.title },
            fields: once(touchpoint, readTouchpoint),
          },
          ...cards(touchpoint, { ...inPhase, touchpoint: touchpoint.title }),
        ]),
      ];
    }),
    ...journey.lanes.map(
      (lane): Entry => ({
        thing: { ...at, kind: "lane", id: lane.id, name: lane.name, sort: lane.kind },
        fields: once(lane, readLane),
      }),
    ),
  ];
}

/** What it stood on is gone: there is no place to name. */
const NOWHERE = { journey: "", phase: "", touchpoint: "" } as const;

function unplacedEntries(
  { unplaced, unplacedTouchpoints }: Pick<BoardView, "unplaced" | "unplacedTouchpoints">,
  once: Once,
): readonly Entry[] {
  return [
    ...unplaced.map(({ card }): Entry => {
      const thing = { ...NOWHERE, kind: "card", id: card.id, name: card.text, sort: card.kind } as const;
      return { thing, fields: once(card, readCard) };
    }),
    ...unplacedTouchpoints.map(({ touchpoint }): Entry => {
      const thing = { ...NOWHERE, kind: "touchpoint", id: touchpoint.id, name: touchpoint.title } as const;
      return { thing, fields: once(touchpoint, readTouchpoint) };
    }),
  ];
}

interface Add {
  (where: FoundIn, ...texts: readonly string[]): void;
  /** A comment names people by their ids. */
  comment(comment: CommentView): void;
  person(id: Id): void;
}

function openAdd(fields: Field[], nameByPerson: ReadonlyMap<Id, string>): Add {
  const add = (where: FoundIn, ...texts: readonly string[]) => {
    for (const text of texts) if (text.trim() !== "") fields.push({ in: where, text, plain: plainText(text) });
  };
  const nameOf = (id: Id) => nameByPerson.get(id) ?? "";
  return Object.assign(add, {
    comment(comment: CommentView) {
      const parts = partsOfComment(comment.text);
      add("comment", parts.map((part) => ("words" in part ? part.words : `@${nameOf(part.person)}`)).join(""));
    },
    person(id: Id) {
      const name = nameOf(id);
      if (!fields.some((field) => field.in === "person" && field.text === name)) add("person", name);
    },
  });
}

function readJourney(journey: JourneyView, add: Add): void {
  const { customerType, persona, scenario, goal, context, owner } = journey;
  add("name", journey.title);
  add("details", customerType, persona, scenario, goal, context, owner);
  readThreads(journey.threads, add);
}

function readPhase({ title, threads }: PhaseView, add: Add): void {
  add("name", title);
  readThreads(threads, add);
}

function readLane({ name, owner, metricsText, returns, threads }: LaneView, add: Add): void {
  add("name", name);
  add("details", owner, metricsText, returns);
  readThreads(threads, add);
}

function readCard(card: CardView, add: Add): void {
  add("name", card.text);
  add("details", card.body, ...card.emotionWords, ...card.tags, ...card.links);
  for (const { text, author } of card.suggestions) {
    add("suggestion", text);
    add.person(author);
  }
  readEvidence(card.evidence, add);
  readThreads(card.threads, add);
  add.person(card.author);
}

/** Who rated it is nobody's to find. */
function readTouchpoint(touchpoint: TouchpointView, add: Add): void {
  add("name", touchpoint.title);
  add("details", touchpoint.channel, touchpoint.owner, ...touchpoint.actors);
  for (const moment of [...(touchpoint.moment ? [touchpoint.moment] : []), ...touchpoint.otherMoments])
    readMoment(moment, add);
  for (const { claim, accounts, settled } of touchpoint.claims) {
    add("claim", claim.text, ...accounts.map(({ text }) => text), settled?.sentence ?? "");
    for (const { author } of [claim, ...accounts]) add.person(author);
  }
  readEvidence(touchpoint.evidence, add);
  readThreads(touchpoint.threads, add);
}

function readMoment(moment: MomentView, add: Add): void {
  const { reason, conditions, metricsText, consequenceIfFailed, consequenceIfMet, author } = moment;
  add("moment", reason, ...conditions, metricsText, consequenceIfFailed, consequenceIfMet);
  add.person(author);
}

function readEvidence(evidence: readonly EvidenceView[], add: Add): void {
  for (const { text, source, author } of evidence) {
    add("evidence", text, source);
    add.person(author);
  }
}

function readThreads(threads: readonly ThreadView[], add: Add): void {
  for (const comment of threads.flatMap(({ comments }) => comments)) {
    add.comment(comment);
    add.person(comment.author);
  }
}
