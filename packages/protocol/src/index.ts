export {
  type ClaimRequest,
  ClaimRequest as ClaimRequestSchema,
  type ClaimResponse,
  ClaimResponse as ClaimResponseSchema,
  type Refusal,
  type Right,
} from "./access.ts";
export {
  AnswerRow as AnswerRowSchema,
  type AnswerRow,
  answerKey,
  replacesAnswer,
  TOPICS,
  type Topic,
} from "./answers.ts";
export { CLOSE, type CloseReason, isFinalClose } from "./closeCodes.ts";
export * as limits from "./limits.ts";
export {
  encodeMessage,
  FromDevice as FromDeviceSchema,
  type FromDevice,
  FromRelay as FromRelaySchema,
  type FromRelay,
  MESSAGE_AWARENESS,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_SAMESIDE,
  MESSAGE_SYNC,
  readMessage,
  SUBPROTOCOL,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from "./messages.ts";
export { type Presence, parsePresence } from "./presence.ts";
export {
  boardRoom,
  findingsRoom,
  isWorkshopId,
  parseRoom,
  planRoom,
  questionsRoom,
  type RoomAddress,
  type RoomKind,
} from "./rooms.ts";
