export { type Agreement, type AgreementByRole, agreementOf } from "./answers/agreement.ts";
export {
  type AnswerProblem,
  type CheckedAnswer,
  checkAnswer,
  type ExistingAnswers,
  mayAnswer,
  waitBeforeAnswer,
} from "./answers/check.ts";
export {
  MAX_ANSWER_SIZE,
  MAX_ANSWER_TEXT_LENGTH,
  MAX_NAME_LENGTH,
  MAX_QUESTIONS,
  MIN_TALLY_PEOPLE,
} from "./answers/limits.ts";
export { type NeedsSummary, needsSummary } from "./answers/needs.ts";
export { openingId, upvoteItem } from "./answers/opening.ts";
export { type GroupedTallies, type Tally, type TallyRow, tally, tallyByGroup } from "./answers/tally.ts";
export {
  ACCESS_NEEDS,
  type AccessNeed,
  ANSWER_TOPICS,
  type AnswerTopic,
  type AnswerValue,
  type AnswerWriter,
  CONSENT_PURPOSES,
  type ConsentPurpose,
  PULSES,
  REACTIONS,
  SEAT_CONSENT,
  type TopicRule,
} from "./answers/topics.ts";
export type { Actor, Changes, Outcome, RefusalReason, Speaker } from "./changes.ts";
export {
  asBoardDocument,
  asFindingsDocument,
  asPlanDocument,
  asQuestionsDocument,
  type BoardDocument,
  boardFromState,
  type FindingsDocument,
  findingsFromState,
  mergeInto,
  mergeStates,
  newBoard,
  newFindings,
  newPlan,
  newQuestions,
  type PlanDocument,
  planFromState,
  type QuestionsDocument,
  questionsFromState,
  stateOf,
} from "./document.ts";
export {
  addInsight,
  describeInsight,
  dismissInsight,
  moveInsight,
  removeInsight,
  reopenInsight,
  rewordInsight,
} from "./findings/commands/insights.ts";
export { addNextStep, describeNextStep, moveNextStep, removeNextStep } from "./findings/commands/nextSteps.ts";
export { addPattern, describePattern, movePattern, removePattern } from "./findings/commands/patterns.ts";
export { takeNextStep } from "./findings/commands/settled.ts";
export { addSupport, removeSupport, restoreFinding } from "./findings/commands/supports.ts";
export { openFindingsReader, readFindings } from "./findings/reader.ts";
export type * from "./findings/schema.ts";
export { DISMISSAL_REASONS, NEXT_STEP_STATUSES, RELATIONS } from "./findings/schema.ts";
export { newId } from "./id.ts";
export type * from "./journey/attachments.ts";
export { COMMENT_KINDS, EVIDENCE_KINDS, MAX_PICTURED, SETTLEMENTS, SOMEBODY_ELSE } from "./journey/attachments.ts";
export { addCardBlock } from "./journey/commands/cardBlock.ts";
export {
  addCard,
  addCards,
  agreeToCard,
  type CardPlace,
  describeCard,
  gradeCard,
  moveCard,
  removeCard,
  rewordCard,
  writeBody,
} from "./journey/commands/cards.ts";
export {
  addAccount,
  addClaim,
  describeAccount,
  describeClaim,
  removeAccount,
  removeClaim,
  reopenClaim,
  settleClaim,
} from "./journey/commands/claims.ts";
export {
  addComment,
  answerCard,
  removeComment,
  reopenThread,
  replyTo,
  resolveThread,
  rewordComment,
} from "./journey/commands/comments.ts";
export { addConnector, labelConnector, removeConnector } from "./journey/commands/connectors.ts";
export { copyJourney } from "./journey/commands/copyJourney.ts";
export { copyLane } from "./journey/commands/copyLane.ts";
export { copyThings } from "./journey/commands/copyThings.ts";
export { describeMoment, markMoment, rate, unmarkMoment, unrate } from "./journey/commands/emotions.ts";
export {
  addEvidence,
  describeEvidence,
  moveEvidence,
  removeEvidence,
  takeOutFile,
} from "./journey/commands/evidence.ts";
export {
  addLane,
  addPhase,
  describeLane,
  moveLane,
  movePhase,
  removeLane,
  removePhase,
  renameLane,
  renamePhase,
} from "./journey/commands/frame.ts";
export { hangAnswer } from "./journey/commands/hangAnswer.ts";
export { importJourney, valueOnScale } from "./journey/commands/importJourney.ts";
export { addJourney, describeJourney, moveJourney, removeJourney } from "./journey/commands/journeys.ts";
export { lockFrame, lockThings } from "./journey/commands/locks.ts";
export { preparedEvidenceId, putPreparationCard, putPreparationNote } from "./journey/commands/preparation.ts";
export { confirmQuote, landQuote, logQuote, removeQuote, rewordQuote } from "./journey/commands/quotes.ts";
export { restore, restoreAll } from "./journey/commands/restore.ts";
export { restoreState } from "./journey/commands/restoreState.ts";
export { dismissSuggestion, suggestWording, takeSuggestion } from "./journey/commands/suggestions.ts";
export { giveBack, readTakenAway, takeAway, wasTakenAway } from "./journey/commands/takeAway.ts";
export { takeChanges } from "./journey/commands/takeChanges.ts";
export { type CardMove, moveThings, removeThings, type TouchpointMove } from "./journey/commands/things.ts";
export { addTopic, buildOnTopic, moveTopic, removeTopic, rewordTopic } from "./journey/commands/topics.ts";
export { addTouchpoint, describeTouchpoint, moveTouchpoint, removeTouchpoint } from "./journey/commands/touchpoints.ts";
export {
  filesToTakeOut,
  holdsWithdrawn,
  lastSaid,
  withdrawWords,
} from "./journey/commands/withdraw.ts";
export { claimsToChange, openContradictions } from "./journey/contradictions.ts";
export { type Contribution, readContributions } from "./journey/contributions.ts";
export { type Declined, readDeclined } from "./journey/declined.ts";
export {
  CARD_DEFAULTS,
  JOURNEY_DEFAULTS,
  LANE_DEFAULTS,
  PHASE_DEFAULTS,
  TOUCHPOINT_DEFAULTS,
} from "./journey/defaults.ts";
export type * from "./journey/ids.ts";
export {
  MAX_BODY_LENGTH,
  MAX_IMPORT_ENTITIES,
  MAX_LEVEL_WORDS,
  MAX_TEXT_LENGTH,
  MAX_TITLE_LENGTH,
} from "./journey/limits.ts";
export { type CommentPart, mentionOf, partsOfComment } from "./journey/mentions.ts";
export {
  METRIC_OPERATORS,
  type Metric,
  type MetricHint,
  type MetricOperator,
  type MetricsRead,
  printMetrics,
  readMetrics,
} from "./journey/metric.ts";
export { type Proposal, type ProposedChange, proposalFor } from "./journey/proposal.ts";
export { type BoardReader, openBoardReader, readBoard } from "./journey/reader.ts";
export type * from "./journey/schema.ts";
export {
  BRIEF_ANSWERS,
  DEFAULT_SCALE,
  DURATION_UNITS,
  GRADES,
  JOURNEY_STATUSES,
  LANE_KINDS,
  MOMENT_KINDS,
  MOMENT_VALUE,
  ROLES,
  SEVERITY,
  VARIANTS,
} from "./journey/schema.ts";
export { type FieldChange, type RemovedView, readFieldChanges, readRemoved } from "./journey/stamps.ts";
export type { Overwritten } from "./overwritten.ts";
export {
  addQuestion,
  answerQuestion,
  mergeQuestion,
  moveQuestion,
  prioritizeQuestion,
  removeQuestion,
  reopenQuestion,
  restoreQuestion,
  rewordQuestion,
  takeAwayQuestion,
  unmergeQuestion,
} from "./questions/commands.ts";
export { openQuestionsReader, readQuestions } from "./questions/reader.ts";
export type * from "./questions/schema.ts";
export { QUESTION_PRIORITIES } from "./questions/schema.ts";
export { withdrawQuestions } from "./questions/withdraw.ts";
export type { DocumentReader } from "./reading.ts";
export { EXAMPLE_JOURNEY } from "./templates/b2b.ts";
export { templateFrom } from "./templates/ownTemplate.ts";
export { templateJourneyId } from "./templates/skeleton.ts";
export type { Template, TemplateLane } from "./templates/template.ts";
export { sampleOf, TEMPLATES, type TemplateId } from "./templates/templates.ts";
export { type History, openHistory } from "./undo.ts";
export { WITHDRAWING } from "./withdrawal.ts";
export type { Withdrawal, Withdrawing } from "./withdrawing.ts";
export {
  addStep,
  describeStep,
  moveStep,
  removeStep,
  repeatStep,
  type StepFields,
  skipStep,
  splitStep,
} from "./workshop/commands/agenda.ts";
export {
  addPreparationNote,
  addPreTask,
  describePreparationNote,
  describePreTask,
  movePreTask,
  removePreparationNote,
  removePreTask,
} from "./workshop/commands/before.ts";
export { type BriefFields, describeBrief } from "./workshop/commands/brief.ts";
export {
  announceStep,
  callOffStep,
  extendRun,
  forgetRun,
  makeUpTime,
  pauseRun,
  resumeRun,
  shortenProtected,
  startRun,
} from "./workshop/commands/day.ts";
export { fillPlan, type PlanStart } from "./workshop/commands/fill.ts";
export { sendMessage, takeBackMessage } from "./workshop/commands/messages.ts";
export {
  addCustomerType,
  addDepartment,
  addGroup,
  type CustomerTypeFields,
  describeCustomerType,
  describeGroup,
  type GroupFields,
  moveCustomerType,
  moveDepartment,
  moveGroup,
  removeCustomerType,
  removeDepartment,
  removeGroup,
  renameDepartment,
} from "./workshop/commands/people.ts";
export {
  addPeople,
  describePeople,
  describePerson,
  type NewPerson,
  type PersonFields,
  removePeople,
} from "./workshop/commands/peopleList.ts";
export { restoreInPlan } from "./workshop/commands/restore.ts";
export { type BuddyPair, pairBuddies, type SeatAtTable, seatPeople } from "./workshop/commands/seating.ts";
export {
  beginMapsWith,
  nameTerm,
  removeTemplate,
  renameTemplate,
  resetTerm,
  saveTemplate,
} from "./workshop/commands/words.ts";
export {
  type ComingStep,
  clockTimes,
  comingStep,
  type DayNow,
  dayNow,
  isToTakeOn,
  type PairTurn,
  pairTurn,
  type StepTime,
} from "./workshop/day.ts";
export { keepsItsTime, type LostTime, lostTimes, passedOver } from "./workshop/keptTime.ts";
export { GUARDIAN_AGE, MAX_LISTED_PEOPLE, MAX_TABLES, MAX_TERM_LENGTH, MINUTES, SEATS } from "./workshop/limits.ts";
export { everyGroup, openPlanReader, readPlan } from "./workshop/reader.ts";
export { mayHaveRights, usualRights } from "./workshop/rights.ts";
export type * from "./workshop/schema.ts";
export { PERSON_ROLES, PRE_TASK_ROLES, STEP_KINDS, STEP_RIGHTS, TERMS } from "./workshop/schema.ts";
export { WORKSHOP_TEMPLATES, type WorkshopTemplateId } from "./workshop/templates/workshopTemplates.ts";
export { templateFromText, templateText } from "./workshop/templateText.ts";
