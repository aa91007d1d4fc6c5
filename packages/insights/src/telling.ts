/** Of whom a feeling may be told. */
import { type Id, MIN_TALLY_PEOPLE, type RatingView } from "@sameside/model";

export interface Telling {
  /** Nothing is told of what fewer people than this rated. */
  readonly fewest: number;
  /**
   * Who may be told of where they are fewer than three: at a table, whoever said so. Absent where nobody is asked: of a
   * file, of oneself alone.
   */
  readonly mayShow?: (person: Id) => boolean;
}

/** Whether what these people feel may be told: they are enough, or each of them lets it be shown. */
export function isTold(ratings: readonly RatingView[], { fewest, mayShow }: Telling): boolean {
  if (ratings.length < Math.max(1, fewest)) return false;
  return !mayShow || ratings.length >= MIN_TALLY_PEOPLE || ratings.every((rating) => isShown(rating, mayShow));
}

/** A rating that came with a file is a mean of people nobody knows. */
export function isShown({ person, raw }: RatingView, mayShow: NonNullable<Telling["mayShow"]>): boolean {
  return raw !== undefined || mayShow(person);
}
