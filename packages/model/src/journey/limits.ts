/** What one field may hold, in characters. Writers refuse more ("too-long"); readers cut what a peer sent beyond it. */
export const MAX_TITLE_LENGTH = 300;
export const MAX_TEXT_LENGTH = 2_000;
export const MAX_BODY_LENGTH = 20_000;
export const MAX_ID_LENGTH = 140;
export const MAX_ACTORS = 50;
/** What one import may hold; more is refused whole. */
export const MAX_IMPORT_ENTITIES = 20_000;
/** A link, in characters; longer ones are no link. */
export const MAX_LINK_LENGTH = 2_000;
/** Items of a list register: each is written as a whole. */
export const MAX_LINKS = 20;
export const MAX_TAGS = 30;
export const MAX_EMOTION_WORDS = 12;
export const MAX_CONDITIONS = 30;
/** Own names for the levels of a scale: no scale has more. */
export const MAX_LEVEL_WORDS = 11;
/** A touchpoint's duration, as a number of its unit. */
export const MAX_DURATION = 1_000_000;
