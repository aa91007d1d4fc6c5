/** This device's copy of a room, its answers, and the device itself. */
export { type Answers, type AnswersWire, type NewAnswer, openAnswers, type RefusedAnswer } from "./answers.ts";
export {
  AttachmentError,
  type AttachmentPlace,
  attachmentHash,
  type FetchedAttachment,
  fetchAttachment,
  uploadAttachment,
} from "./attachments.ts";
export { PublishError, type PublishProblem } from "./claim.ts";
export type { HeldSeat, KnownWorkshop } from "./database.ts";
export { type Device, type JoinOptions, openDevice } from "./device.ts";
export type { DiskTrouble } from "./diskTrouble.ts";
export { keepBeside, keptBeside, lastGoodView, lastView, waitingChanges } from "./kept.ts";
export type { Closing, Link } from "./link.ts";
export type { Joining } from "./ownSeat.ts";
export type { Other, RoomPresence } from "./presence.ts";
export { callRelay, type RelayAsk, RelayError, type RelayProblem } from "./relayApi.ts";
export { openReplica, type Replica, type ReplicaOptions } from "./replica.ts";
export type { ReplicaStatus } from "./status.ts";
export type { TabPost } from "./tabChannel.ts";
export type { DiskState } from "./writeQueue.ts";
