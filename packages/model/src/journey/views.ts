/** One record as people see it. */
import type { EvidenceView, ThreadView } from "./attachments.ts";
import { byMade, wordsView } from "./attachmentViews.ts";
import { type Metric, readMetrics } from "./metric.ts";
import type { RecordOf } from "./records.ts";
import type {
  CardKind,
  CardView,
  Id,
  LaneKind,
  MomentView,
  RatingView,
  SuggestionView,
  TouchpointView,
} from "./schema.ts";
import { awaitedWriter, inAuthorsWords } from "./writtenFor.ts";

/** What hangs on a card. */
interface CardHolds {
  /** The living ones. */
  readonly suggestions: readonly RecordOf<"suggestions">[];
  readonly evidence: readonly EvidenceView[];
  readonly threads: readonly ThreadView[];
}

/** @param lane The living lane it lies in, if any. */
export function cardView(
  card: RecordOf<"cards">,
  lane: RecordOf<"lanes"> | undefined,
  { suggestions, evidence, threads }: CardHolds,
): CardView {
  const { text, author, authorRole, textBy, authorsText, withdrawn } = wordsView(inAuthorsWords(card));
  const writtenBy = withdrawn ? undefined : awaitedWriter(card);
  return {
    id: card.id,
    ...origin(card),
    kind: cardKind(lane && lane.kind !== "free" ? lane.kind : card.kind),
    text,
    body: withdrawn ? "" : card.body,
    author,
    authorRole,
    grade: writtenBy === undefined ? card.grade : "assumed",
    ...(writtenBy === undefined ? {} : { writtenBy }),
    severity: card.severity,
    emotionWords: withdrawn ? [] : card.emotionWords,
    quote: card.quote,
    tags: withdrawn ? [] : card.tags,
    links: withdrawn ? [] : card.links,
    answersBrief: card.answersBrief,
    ...lock(card),
    parent: card.at.value.parent,
    lane: card.at.value.lane,
    textBy,
    ...(authorsText === undefined ? {} : { authorsText }),
    ...(withdrawn ? { withdrawn } : {}),
    suggestions: [...suggestions]
      .sort(byMade)
      .map((it): SuggestionView => ({ id: it.id, text: it.text, author: it.author, time: it.made })),
    evidence,
    threads,
  };
}

function cardKind(kind: LaneKind): CardKind {
  return kind === "touchpoint" || kind === "feeling" ? "free" : kind;
}

/** The first mark made, and those that others set without seeing it. */
export function momentViews(moments: readonly RecordOf<"moments">[]): Pick<TouchpointView, "moment" | "otherMoments"> {
  const [moment, ...otherMoments] = [...moments].sort(byMade).map(momentView);
  return { ...(moment ? { moment } : {}), otherMoments };
}

function momentView(moment: RecordOf<"moments">): MomentView {
  return {
    id: moment.id,
    author: moment.author,
    kind: moment.kind,
    value: moment.value,
    reason: moment.reason,
    conditions: moment.conditions,
    ...metricViews(moment.metrics),
    ...(moment.emotionIfFailed ? { emotionIfFailed: moment.emotionIfFailed.value } : {}),
    ...(moment.emotionIfMet ? { emotionIfMet: moment.emotionIfMet.value } : {}),
    consequenceIfFailed: moment.consequenceIfFailed,
    consequenceIfMet: moment.consequenceIfMet,
  };
}

/** What a journey says of itself, beside its title, variant and scale. */
export function journeyFacts(journey: RecordOf<"journeys">) {
  return {
    persona: journey.persona,
    scenario: journey.scenario,
    goal: journey.goal,
    conditionsOfSatisfaction: journey.conditionsOfSatisfaction,
    context: journey.context,
    owner: journey.owner,
    status: journey.status,
    nextReview: journey.nextReview,
    grade: journey.grade,
    levelWords: journey.levelWords,
  };
}

/** A text of metrics as it was typed, and as it reads. */
export function metricViews(text: string): { readonly metricsText: string; readonly metrics: readonly Metric[] } {
  const read = text === "" ? undefined : readMetrics(text);
  return { metricsText: text, metrics: read?.ok ? read.metrics : [] };
}

export function durationView({ duration }: RecordOf<"touchpoints">): Pick<TouchpointView, "duration"> {
  if (!duration) return {};
  const [value, unit] = duration.value;
  return { duration: { value, unit } };
}

export function ratingViews(ratings: readonly RecordOf<"ratings">[]): RatingView[] {
  return [...ratings]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((it): RatingView => {
      const value = it.value.value;
      const raw = it.raw && it.raw[1] === value ? { raw: it.raw[0] } : {};
      const intensity = it.intensity ? { intensity: it.intensity.value } : {};
      const customerType = it.customerType === undefined ? {} : { customerType: it.customerType };
      const words = it.words === "" ? {} : { words: it.words };
      return { id: it.id, person: it.person, role: it.role, ...customerType, value, ...intensity, ...words, ...raw };
    });
}

export function lock(record: { readonly locked: boolean }): { readonly locked?: true } {
  return record.locked ? { locked: true } : {};
}

export function origin(record: { readonly origin?: Id | undefined }): { readonly origin?: Id } {
  return record.origin === undefined ? {} : { origin: record.origin };
}
