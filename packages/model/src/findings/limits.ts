/** Items of a list register: each is written as a whole. */
export const MAX_PATTERN_CONDITIONS = 30;
