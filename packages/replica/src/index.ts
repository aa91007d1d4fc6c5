/** This device's copy of a room, its answers, and the device itself. */
export { type Answers, type AnswersWire, type NewAnswer, openAnswers } from "./answers.ts";
export { PublishError, type PublishProblem } from "./claim.ts";
export type { KnownWorkshop } from "./database.ts";
export { type Device, openDevice } from "./device.ts";
export type { DiskTrouble } from "./diskTrouble.ts";
export { keepBeside, keptBeside, lastGoodView, lastView, waitingChanges } from "./kept.ts";
export type { Closing, Link } from "./link.ts";
export type { Other, RoomPresence } from "./presence.ts";
export { openReplica, type Replica, type ReplicaOptions } from "./replica.ts";
export type { ReplicaStatus } from "./status.ts";
export type { TabPost } from "./tabChannel.ts";
export type { DiskState } from "./writeQueue.ts";
