/** How far a pointer may tremble before a press becomes a drag, and which pointers move the sheet. */
interface Pointer {
  readonly pointerType: string;
}

/** In pixels. */
export const DEAD_ZONE = { mouse: 4, touch: 6 } as const;

/** A pen is held like a finger, and the browser tells of both by touches. */
export function isFinger({ pointerType }: Pointer): boolean {
  return pointerType !== "mouse";
}

export function deadZoneOf(pointer: Pointer): number {
  return isFinger(pointer) ? DEAD_ZONE.touch : DEAD_ZONE.mouse;
}
