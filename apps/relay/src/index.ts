export type { Clock } from "./answers/pace.ts";
export { type AnswersParts, WorkshopAnswers } from "./answers/workshopAnswers.ts";
export { KeptAttachments } from "./attachments/attachments.ts";
export { type EngineOptions, type Engines, openEngines } from "./engines.ts";
export { Guard, type Verdict } from "./guard/guard.ts";
export { askForBackup, openAdminDoor } from "./operation/adminDoor.ts";
export { readBackup, writeBackup } from "./operation/backup.ts";
export { BackupDamaged } from "./operation/backupLines.ts";
export {
  type LogEvent,
  type LogFields,
  type LogLevel,
  openLog,
  type RelayLog,
  withoutContent,
} from "./operation/logs.ts";
export { measuredCommits } from "./operation/measured.ts";
export { closeName, NO_METRICS, type RelayMetrics } from "./operation/metrics.ts";
export { openPrometheusMetrics } from "./operation/prometheus.ts";
export type { RoomClock } from "./room/broadcast.ts";
export type { DeskMember, WorkshopDesk } from "./room/desk.ts";
export { type Entry, GroupCommit } from "./room/groupCommit.ts";
export type { JoinOptions, Member, Peer } from "./room/member.ts";
export { Room, type RoomParts } from "./room/room.ts";
export { Rooms, type RoomsParts } from "./room/rooms.ts";
export type { Batch } from "./room/wire.ts";
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
export { type Relay, type RelayOptions, startRelay } from "./server.ts";
export { Connection } from "./visits/connection.ts";
