/** One answer's value, as JSON, in characters: what the wire takes. */
export const MAX_ANSWER_SIZE = 2_048;
/** A text in an answer, in characters: as JSON it fits `MAX_ANSWER_SIZE` unless it is made of control characters. */
export const MAX_ANSWER_TEXT_LENGTH = 500;
/** One line for the stands to read (S0-6). */
export const MAX_LINE_LENGTH = 140;
/** A name for today. */
export const MAX_NAME_LENGTH = 60;
/** Questions of one person (S2-4). */
export const MAX_QUESTIONS = 3;
/** Things chosen in one vote. */
export const MAX_CHOICES = 20;
/** Answers to things on the boards: touchpoints, cards, next steps. */
export const MAX_ITEMS = 500;
/** Answers to things of which a workshop has a handful: steps, tasks, rules, rounds. */
export const MAX_FEW_ITEMS = 50;
/** One part of a proposal: base64url, as much as one answer holds beside what it says of itself. */
export const MAX_PROPOSAL_PART_LENGTH = 1_800;
/** A document's name in a proposal. */
export const MAX_PROPOSAL_ROOM_LENGTH = 120;
/** Between two reactions of one person, in milliseconds (S0-6). */
export const REACTION_INTERVAL_MS = 2_000;
/** Of fewer people than this no sum, curve or count is shown outside their own table. */
export const MIN_TALLY_PEOPLE = 3;
