export {
  type InviteRole,
  isHelper,
  mayEnterFor,
  mayReveal,
  maySetStep,
  RIGHTS_BEFORE_STEPS,
  type Right,
  rightIn,
  type Seat,
  type SeatRole,
  Step as StepSchema,
  type Step,
  type StepRights,
} from "./access.ts";
export {
  type AnswerRefusal,
  AnswerRow as AnswerRowSchema,
  type AnswerRow,
  answerKey,
  type OpenedItem,
  replacesAnswer,
  type TallyNews,
  TOPICS,
  type Topic,
  type TopicRule,
} from "./answers.ts";
export {
  API,
  type ApiAnswer,
  type ApiBody,
  type ApiName,
  type Invite,
  type PersonAnswer,
  type Refusal,
  Refusal as RefusalSchema,
  type SeatAnswer,
} from "./api.ts";
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
