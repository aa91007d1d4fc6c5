/** What one field may hold, in characters. Writers refuse more ("too-long"); readers cut what a peer sent beyond it. */
export const MAX_TITLE_LENGTH = 300;
export const MAX_TEXT_LENGTH = 2_000;
export const MAX_BODY_LENGTH = 20_000;
export const MAX_ID_LENGTH = 140;
export const MAX_ACTORS = 50;
/** What one import may hold; more is refused whole. */
export const MAX_IMPORT_ENTITIES = 20_000;
