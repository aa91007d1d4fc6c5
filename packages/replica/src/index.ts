/** This device's copy of a room, its answers, and the device itself. */
export { type Answers, type AnswersWire, type NewAnswer, openAnswers, type RefusedAnswer } from "./answers/answers.ts";
export { type Aside, openAside, type SetAside } from "./aside/aside.ts";
export {
  answerProposal,
  type Proposal,
  ProposalTooLargeError,
  proposalRows,
  readProposals,
  takeBackProposal,
  unpackProposal,
} from "./aside/proposal.ts";
export { setAsideWaiting } from "./aside/setAside.ts";
export {
  AttachmentError,
  type AttachmentPlace,
  attachmentHash,
  type FetchedAttachment,
  fetchAttachment,
  uploadAttachment,
} from "./attachments/attachments.ts";
export { bareSound } from "./attachments/bareSound/bareSound.ts";
export { type FileConsents, type FileState, type Files, type FileWhere, openFiles } from "./attachments/files.ts";
export { heldAttachments, takeInAttachments } from "./device/carried.ts";
export { PublishError, type PublishProblem } from "./device/claim.ts";
export { copiesOf, noteCopy, type SavedCopy } from "./device/copies.ts";
export { type Device, type JoinOptions, openDevice } from "./device/device.ts";
export { type Holdings, holdingsOf, type Unsent, unsentOf, unsentRooms, type Waiting } from "./device/holdings.ts";
export { forgetWords, type KeptWords, keptWords, leaveWorkshop, takeInWords } from "./device/leaving.ts";
export type { Joining } from "./device/ownSeat.ts";
export { callRelay, type RelayAsk, RelayError, type RelayProblem } from "./device/relayApi.ts";
export { heldRooms, type StoredRoomState, storedRoom, storedRooms } from "./device/roomCopy.ts";
export { type Beside, openBeside } from "./disk/beside.ts";
export type { HeldSeat, KnownWorkshop } from "./disk/database.ts";
export type { DiskTrouble } from "./disk/diskTrouble.ts";
export { keepBeside, keptBeside, lastGoodView, lastView, waitingChanges } from "./disk/kept.ts";
export type { DiskState } from "./disk/writeQueue.ts";
export { type NewNote, type Note, type Notebook, openNotebook } from "./notebook/notebook.ts";
export { openReplica, type Replica, type ReplicaOptions } from "./replica.ts";
export type { ReplicaStatus } from "./status.ts";
export type { TabPost } from "./tabs/tabChannel.ts";
export {
  type KeptVersion,
  MAX_VERSION_NAME,
  MAX_VERSIONS,
  type NewVersion,
  openVersions,
  type Versions,
} from "./versions/versions.ts";
export type { Closing, Link } from "./wire/link.ts";
export type { Other, RoomPresence } from "./wire/presence.ts";
export { scrubRoom, takeInAsOthers } from "./withdrawal/storedWords.ts";
