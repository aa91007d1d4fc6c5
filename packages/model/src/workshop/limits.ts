/** What a plan's fields may hold. Writers refuse more; readers cut what a peer sent beyond it. */
/** Items of a list register: each is written as a whole. */
export const MAX_CUSTOMER_WORDS = 50;
export const MAX_CUSTOMER_JOURNEYS = 50;
/** People at one table. */
export const SEATS = { min: 1, max: 50, default: 8 } as const;
/** Tables that a workshop is made with at once. */
export const MAX_TABLES = 200;
/** One step of the agenda, in minutes: up to a whole day. */
export const MINUTES = { min: 0, max: 1_440, default: 10 } as const;
/** The minutes that making up for lost time leaves a step at least. */
export const MIN_SHORTENED_MINUTES = 5;
/** How often a day goes on to a step, at most. */
export const MAX_RUN_NUMBER = 1_000_000;
/** Below this age, in years, a guardian gives the consent. 0: nobody needs one. */
export const GUARDIAN_AGE = { min: 0, max: 21, default: 16 } as const;
/** One word of the workshop's own, in characters. */
export const MAX_TERM_LENGTH = 60;
/** A template of one's own, as JSON, in characters. */
export const MAX_TEMPLATE_LENGTH = 40_000;
/** People on a workshop's list: a town hall of 200 tables of 10. */
export const MAX_LISTED_PEOPLE = 2_000;
