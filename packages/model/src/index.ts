export type { Actor, Changes, Outcome, RefusalReason } from "./changes.ts";
export type { BoardDocument } from "./document.ts";
export { asBoardDocument, boardFromState, mergeInto, mergeStates, newBoard, stateOf } from "./document.ts";
export { newId } from "./id.ts";
export {
  addCard,
  addCards,
  type CardPlace,
  gradeCard,
  moveCard,
  removeCard,
  rewordCard,
  writeBody,
} from "./journey/commands/cards.ts";
export { markMoment, rate, unmarkMoment, unrate } from "./journey/commands/emotions.ts";
export {
  addLane,
  addPhase,
  moveLane,
  movePhase,
  removeLane,
  removePhase,
  renameLane,
  renamePhase,
} from "./journey/commands/frame.ts";
export { importJourney, valueOnScale } from "./journey/commands/importJourney.ts";
export { addJourney, describeJourney, removeJourney } from "./journey/commands/journeys.ts";
export { restore } from "./journey/commands/restore.ts";
export { dismissSuggestion, suggestWording, takeSuggestion } from "./journey/commands/suggestions.ts";
export { addTouchpoint, describeTouchpoint, moveTouchpoint, removeTouchpoint } from "./journey/commands/touchpoints.ts";
export { MAX_BODY_LENGTH, MAX_IMPORT_ENTITIES, MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from "./journey/limits.ts";
export {
  METRIC_OPERATORS,
  type Metric,
  type MetricHint,
  type MetricOperator,
  type MetricsRead,
  printMetrics,
  readMetrics,
} from "./journey/metric.ts";
export { type BoardReader, openBoardReader, readBoard } from "./journey/reader.ts";
export type * from "./journey/schema.ts";
export { DEFAULT_SCALE, GRADES, LANE_KINDS, MOMENT_KINDS, MOMENT_VALUE, ROLES, VARIANTS } from "./journey/schema.ts";
export { EXAMPLE_JOURNEY } from "./templates/exampleJourney.ts";
export { templateJourneyId } from "./templates/skeleton.ts";
export { TEMPLATES, type Template, type TemplateId } from "./templates/templates.ts";
export { type History, openHistory } from "./undo.ts";
