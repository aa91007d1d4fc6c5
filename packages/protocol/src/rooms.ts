/** Names of rooms: `<workshop>.board.<group>`. A room is one document; a document ends where a right ends. */

const ROOM_NAME = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/;
const WORKSHOP_ID = /^[A-Za-z0-9_-]{16,64}$/;
const MAX_ROOM_NAME_LENGTH = 200;

export type RoomKind = "board";
export interface RoomAddress {
  readonly workshop: string;
  readonly kind: RoomKind;
  readonly group: string;
}

/** The room of one group's board. */
export function boardRoom(workshop: string, group: string): string {
  return `${workshop}.board.${group}`;
}

/** Reads a room name; `undefined` when it names no room (wrong characters, unknown kind, too long). */
export function parseRoom(name: string): RoomAddress | undefined {
  if (name.length > MAX_ROOM_NAME_LENGTH || !ROOM_NAME.test(name)) return undefined;
  const [workshop, kind, group, ...rest] = name.split(".");
  if (!workshop || !WORKSHOP_ID.test(workshop) || kind !== "board" || !group || rest.length > 0) return undefined;
  return { workshop, kind, group };
}

export function isWorkshopId(id: string): boolean {
  return WORKSHOP_ID.test(id);
}
