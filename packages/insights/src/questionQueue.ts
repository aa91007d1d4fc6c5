/** The questions of a workshop in the order in which they are best answered, and which of them ask the same. */
import { QUESTION_PRIORITIES, type QuestionView } from "@sameside/model";
import { partsOf, similarity } from "./similarity.ts";

export interface QuestionQueue {
  /** Those that nobody has answered yet: by priority, then by votes, then as they stand. */
  readonly open: readonly QuestionView[];
  /** As they stand. */
  readonly answered: readonly QuestionView[];
}

/** @param votesOf how many people want a question answered; votes for those merged into one count for it */
export function queueOf(
  questions: readonly QuestionView[],
  votesOf: (question: QuestionView) => number,
): QuestionQueue {
  const open = questions.filter(({ answered }) => answered === undefined);
  const votesById = new Map(open.map((question) => [question.id, votesOf(question)]));
  const rankOf = ({ priority }: QuestionView) => QUESTION_PRIORITIES.indexOf(priority);
  return {
    open: open.toSorted((a, b) => rankOf(a) - rankOf(b) || (votesById.get(b.id) ?? 0) - (votesById.get(a.id) ?? 0)),
    answered: questions.filter(({ answered }) => answered !== undefined),
  };
}

/** Two questions that may ask the same. */
export interface AlikePair {
  /** Stands first. */
  readonly into: QuestionView;
  readonly question: QuestionView;
  /** 0 … 1. */
  readonly likeness: number;
}

/** From here on two questions are shown to a person side by side. */
const LEAST_LIKENESS = 0.55;
/** What nearly every question has. */
const ASKING =
  /\b(?:why|what|when|where|who|how|which|do|does|did|is|are|was|were|can|could|will|would|should|have|has|you|your|we|our|us|the|a|an|to|of|in|on|for|it|that|this|and|so|there|be|i|my|me|they|them|their|with|at|not)\b/gi;

/**
 * Pairs of open questions, the most alike first; each question stands in one pair at most. Alike are the words, not the
 * meaning: a person decides.
 */
export function alikeQuestions(questions: readonly QuestionView[]): readonly AlikePair[] {
  const open = questions.filter(({ answered }) => answered === undefined);
  const parts = open.map(({ text }) => partsOf(essence(text)));
  const pairs: AlikePair[] = [];
  for (const [at, question] of open.entries())
    for (let before = 0; before < at; before++) {
      const [into, a, b] = [open[before], parts[before], parts[at]];
      if (!into || !a || !b) continue;
      const likeness = similarity(a, b);
      if (likeness >= LEAST_LIKENESS) pairs.push({ into, question, likeness });
    }
  const taken = new Set<string>();
  return pairs
    .toSorted((a, b) => b.likeness - a.likeness)
    .filter(({ into, question }) => {
      if (taken.has(into.id) || taken.has(question.id)) return false;
      taken.add(into.id).add(question.id);
      return true;
    });
}

/** What a question is about; one of small words alone is compared whole. */
function essence(text: string): string {
  const left = text.replaceAll(ASKING, " ");
  return /[\p{L}\p{N}]/u.test(left) ? left : text;
}
