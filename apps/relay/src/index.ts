export { WorkshopAnswers } from "./answers.ts";
export { type Entry, GroupCommit } from "./groupCommit.ts";
export { Guard, type Verdict } from "./guard.ts";
export type { Member, Peer } from "./member.ts";
export { Room, type RoomParts } from "./room.ts";
export type { RoomStore, StoredRoom, TokenHashes, Write } from "./roomStore/roomStore.ts";
export { openSqliteStore, type SqliteOptions } from "./roomStore/sqlite.ts";
export { Rooms } from "./rooms.ts";
export { type Relay, type RelayOptions, startRelay } from "./server.ts";
