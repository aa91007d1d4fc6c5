/** What one person wrote in a workshop, as a text that can be read for ever. */
import type { BoardView, JourneyView, ThreadView, TouchpointView } from "@sameside/model";
import type { AnswerRow } from "@sameside/protocol";
import type { Words } from "../words/words.ts";

export interface WordsOf {
  readonly title: string;
  /** The day on which the copy was removed, YYYY-MM-DD. */
  readonly day: string;
  readonly person: string;
  readonly boards: readonly BoardView[];
  readonly answers: readonly AnswerRow[];
  /** Private ones. */
  readonly notes: readonly string[];
}

/** Markdown: the person's cards, comments, evidence, accounts, ratings and answers, place by place. */
export function ownWords({ title, day, person, boards, answers, notes }: WordsOf, words: Words): string {
  const say = words.laptop.ownWords;
  const lines = [`# ${say.title(title || words.files.untitled)}`, "", say.lead(day), ""];
  for (const board of boards) {
    for (const journey of board.journeys) lines.push(...inJourney(journey, person, words));
    lines.push(...under(say.talkAbout, topicsOf(board, person)));
    lines.push(...under(say.saidAloud, (board.quotes ?? []).filter(({ author }) => author === person).map(wordsIn)));
    const unplaced = board.unplaced.filter(({ card }) => card.author === person);
    lines.push(
      ...under(
        say.unplaced,
        unplaced.map(({ card }) => card.authorsText ?? card.text),
      ),
    );
  }
  const own = answers.flatMap(({ person: of, topic, value }) =>
    // What a device says of itself is nobody's word, and that somebody left is none.
    of !== person || value === null || topic === "device" || topic === "left" || topic === "carriedOut"
      ? []
      : [`${say.topics[topic]}: ${textOf(value)}`],
  );
  lines.push(...under(say.answers, own));
  lines.push(...under(say.notes, notes));
  return `${lines.join("\n").trimEnd()}\n`;
}

function topicsOf({ topics = [] }: BoardView, person: string): readonly string[] {
  return topics
    .flatMap((topic) => [topic, ...topic.builtOn])
    .filter(({ author }) => author === person)
    .map(wordsIn);
}

function inJourney(journey: JourneyView, person: string, words: Words): string[] {
  const lines: string[] = [];
  lines.push(...under(words.laptop.ownWords.wholeMap, commentsIn(journey.threads, person), 3));
  for (const phase of journey.phases) {
    const phaseTitle = phase.title || words.files.untitled;
    const onPhase = [...cardsIn(phase, journey, person), ...commentsIn(phase.threads, person)];
    lines.push(...under(phaseTitle, onPhase, 3));
    for (const touchpoint of phase.touchpoints) {
      const said = [
        ...cardsIn(touchpoint, journey, person),
        ...ratingIn(touchpoint, journey, person, words),
        ...besides(touchpoint, person),
      ];
      lines.push(...under(`${phaseTitle} · ${touchpoint.title || words.files.untitled}`, said, 3));
    }
  }
  for (const { name, kind, threads } of journey.lanes)
    lines.push(...under(name || words.journey.laneKinds[kind], commentsIn(threads, person), 3));
  return lines.length === 0 ? [] : [`## ${journey.title || words.files.untitled}`, "", ...lines];
}

function cardsIn(
  { cardsByLane }: Pick<TouchpointView, "cardsByLane">,
  { lanes }: JourneyView,
  person: string,
): string[] {
  return lanes
    .flatMap(({ id }) => cardsByLane[id] ?? [])
    .flatMap((card) => {
      const own = card.author === person ? [card.authorsText ?? card.text, ...(card.body ? [card.body] : [])] : [];
      return [...(own.length > 0 ? [own.join(": ")] : []), ...commentsIn(card.threads, person)];
    });
}

function ratingIn({ ratings }: TouchpointView, { scale }: JourneyView, person: string, words: Words): string[] {
  const own = ratings.find((rating) => rating.person === person);
  if (!own) return [];
  const shown = own.raw ?? Math.round((scale.min + ((own.value + 1) / 2) * (scale.max - scale.min)) * 10) / 10;
  return [words.laptop.ownWords.rated(shown, scale.min, scale.max), ...(own.words ? [own.words] : [])];
}

function besides({ evidence, claims, threads, moment, otherMoments }: TouchpointView, person: string): string[] {
  const told = claims.flatMap(({ claim, accounts }) => [claim, ...accounts]);
  const said = [...evidence, ...told].filter(({ author }) => author === person).map(wordsIn);
  const marked = [...(moment ? [moment] : []), ...otherMoments].filter(({ author }) => author === person);
  const reasons = marked.map(({ reason }) => reason).filter((reason) => reason !== "");
  return [...said, ...reasons, ...commentsIn(threads, person)];
}

function commentsIn(threads: readonly ThreadView[], person: string): string[] {
  return threads.flatMap(({ comments }) => comments.filter(({ author }) => author === person).map(wordsIn));
}

function wordsIn({ text, authorsText }: { readonly text: string; readonly authorsText?: string }): string {
  return authorsText ?? text;
}

function under(title: string, said: readonly string[], level = 2): string[] {
  if (said.length === 0) return [];
  const lines = said.map((text) => `- ${text.trim().replaceAll(/\s*\n\s*/g, " ")}`);
  return [`${"#".repeat(level)} ${title}`, "", ...lines, ""];
}

/** Values are what people typed, ticked and counted: small, and readable as they are. */
function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return Object.values(value).map(textOf).join(", ");
}
