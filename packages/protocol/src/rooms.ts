/**
 * Names of rooms: `<workshop>.board.<group>`, and one each of `<workshop>.plan`, `<workshop>.questions` and
 * `<workshop>.findings`. A room is one document; a document ends where a right ends.
 */

const ROOM_NAME = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/;
const WORKSHOP_ID = /^[A-Za-z0-9_-]{16,64}$/;
const MAX_ROOM_NAME_LENGTH = 200;

/** The rooms that a workshop has one of. */
const WORKSHOP_KINDS = ["plan", "questions", "findings"] as const;
type WorkshopKind = (typeof WORKSHOP_KINDS)[number];

export type RoomKind = RoomAddress["kind"];
export type RoomAddress =
  | { readonly workshop: string; readonly kind: "board"; readonly group: string }
  | { readonly workshop: string; readonly kind: WorkshopKind };

/** The room of one group's board. */
export function boardRoom(workshop: string, group: string): string {
  return `${workshop}.board.${group}`;
}

/** The room of a workshop's brief, groups and agenda. */
export function planRoom(workshop: string): string {
  return `${workshop}.plan`;
}

/** The room of a workshop's questions. */
export function questionsRoom(workshop: string): string {
  return `${workshop}.questions`;
}

/** The room of what a workshop found. */
export function findingsRoom(workshop: string): string {
  return `${workshop}.findings`;
}

/** Reads a room name; `undefined` when it names no room (wrong characters, unknown kind, a part too many, too long). */
export function parseRoom(name: string): RoomAddress | undefined {
  if (name.length > MAX_ROOM_NAME_LENGTH || !ROOM_NAME.test(name)) return undefined;
  const [workshop, kind, group, ...rest] = name.split(".");
  if (!workshop || !isWorkshopId(workshop) || rest.length > 0) return undefined;
  if (kind === "board") return group ? { workshop, kind, group } : undefined;
  const ofWorkshop = WORKSHOP_KINDS.find((candidate) => candidate === kind);
  return ofWorkshop && group === undefined ? { workshop, kind: ofWorkshop } : undefined;
}

export function isWorkshopId(id: string): boolean {
  return WORKSHOP_ID.test(id);
}
