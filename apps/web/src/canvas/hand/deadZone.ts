/** Pixels a pointer may tremble before a press becomes a drag. */
export const DEAD_ZONE = { mouse: 4, touch: 6 } as const;
