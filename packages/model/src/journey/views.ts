/** One record as people see it. */
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

/** @param lane The living lane it lies in, if any. */
export function cardView(
  card: RecordOf<"cards">,
  lane: RecordOf<"lanes"> | undefined,
  suggestions: readonly RecordOf<"suggestions">[],
): CardView {
  const text = card.text?.value ?? card.said;
  const textBy = card.text ?? { person: card.author, time: card.made };
  return {
    id: card.id,
    kind: cardKind(lane && lane.kind !== "free" ? lane.kind : card.kind),
    text,
    body: card.body,
    author: card.author,
    authorRole: card.role,
    grade: card.grade,
    parent: card.at.value.parent,
    lane: card.at.value.lane,
    textBy: { person: textBy.person, time: textBy.time },
    ...(textBy.person === card.author ? {} : { authorsText: card.said }),
    suggestions: [...suggestions]
      .sort(byMade)
      .map((it): SuggestionView => ({ id: it.id, text: it.text, author: it.author, time: it.made })),
  };
}

function cardKind(kind: LaneKind): CardKind {
  return kind === "touchpoint" || kind === "feeling" ? "free" : kind;
}

/** The first mark made, and those that others set without seeing it. */
export function momentViews(moments: readonly RecordOf<"moments">[]): Pick<TouchpointView, "moment" | "otherMoments"> {
  const [moment, ...otherMoments] = [...moments]
    .sort(byMade)
    .map((it): MomentView => ({ id: it.id, author: it.author, kind: it.kind, value: it.value, reason: it.reason }));
  return { ...(moment ? { moment } : {}), otherMoments };
}

export function ratingViews(ratings: readonly RecordOf<"ratings">[]): RatingView[] {
  return [...ratings]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((it): RatingView => {
      const value = it.value.value;
      const raw = it.raw && it.raw[1] === value ? { raw: it.raw[0] } : {};
      return { id: it.id, person: it.person, role: it.role, value, ...raw };
    });
}

export function origin(record: { readonly origin?: Id | undefined }): { readonly origin?: Id } {
  return record.origin === undefined ? {} : { origin: record.origin };
}

function byMade(a: { made: number; id: Id }, b: { made: number; id: Id }): number {
  return a.made - b.made || (a.id < b.id ? -1 : 1);
}
