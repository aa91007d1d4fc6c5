export { askForBackup, openAdminDoor } from "./adminDoor.ts";
export type { Clock } from "./answers/pace.ts";
export { type AnswersParts, WorkshopAnswers } from "./answers/workshopAnswers.ts";
export { KeptAttachments } from "./attachments/attachments.ts";
export { readBackup, writeBackup } from "./backup.ts";
export { BackupDamaged } from "./backupLines.ts";
export type { RoomClock } from "./broadcast.ts";
export { Connection } from "./connection.ts";
export type { DeskMember, WorkshopDesk } from "./desk.ts";
export { type EngineOptions, type Engines, openEngines } from "./engines.ts";
export { type Entry, GroupCommit } from "./groupCommit.ts";
export { Guard, type Verdict } from "./guard.ts";
export { type LogEvent, type LogFields, type LogLevel, openLog, type RelayLog, withoutContent } from "./logs.ts";
export { measuredCommits } from "./measured.ts";
export type { JoinOptions, Member, Peer } from "./member.ts";
export { closeName, NO_METRICS, type RelayMetrics } from "./metrics.ts";
export { openPrometheusMetrics } from "./prometheus.ts";
export { Room, type RoomParts } from "./room.ts";
export { aloneBus } from "./roomBus/alone.ts";
export { openRedisBus, type RedisOptions } from "./roomBus/redis.ts";
export type { BusListener, RoomBus } from "./roomBus/roomBus.ts";
export { type Moved, moveStore } from "./roomStore/moveStore.ts";
export { openPostgresStore, type PostgresOptions, type PostgresStore } from "./roomStore/postgres.ts";
export type {
  Holding,
  RecordKey,
  RoomStore,
  Snapshot,
  StoredAttachment,
  StoredRoom,
  Write,
} from "./roomStore/roomStore.ts";
export { openSqliteStore, type SqliteOptions } from "./roomStore/sqlite.ts";
export { Rooms, type RoomsParts } from "./rooms.ts";
export { type Relay, type RelayOptions, startRelay } from "./server.ts";
export type { Batch } from "./wire.ts";
