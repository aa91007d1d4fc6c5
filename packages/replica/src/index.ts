/** This device's copy of a room, its answers, and the device itself. */
export { type Answers, type AnswersWire, type NewAnswer, openAnswers, type RefusedAnswer } from "./answers/answers.ts";
export {
  AttachmentError,
  type AttachmentPlace,
  attachmentHash,
  type FetchedAttachment,
  fetchAttachment,
  uploadAttachment,
} from "./attachments/attachments.ts";
export { PublishError, type PublishProblem } from "./device/claim.ts";
export { type Device, type JoinOptions, openDevice } from "./device/device.ts";
export type { Joining } from "./device/ownSeat.ts";
export { callRelay, type RelayAsk, RelayError, type RelayProblem } from "./device/relayApi.ts";
export type { HeldSeat, KnownWorkshop } from "./disk/database.ts";
export type { DiskTrouble } from "./disk/diskTrouble.ts";
export { keepBeside, keptBeside, lastGoodView, lastView, waitingChanges } from "./disk/kept.ts";
export type { DiskState } from "./disk/writeQueue.ts";
export { openReplica, type Replica, type ReplicaOptions } from "./replica.ts";
export type { ReplicaStatus } from "./status.ts";
export type { TabPost } from "./tabs/tabChannel.ts";
export type { Closing, Link } from "./wire/link.ts";
export type { Other, RoomPresence } from "./wire/presence.ts";
