/** Where everything of a journey stands: views in, rectangles and curve paths out. No DOM, no React, no document. */

export { cardStyle, shownText } from "./cards.ts";
export {
  type CardTarget,
  cellAt,
  dropTarget,
  type FrameTarget,
  feelingAt,
  laneDropTarget,
  phaseDropTarget,
  stopsIn,
  type TouchpointTarget,
  touchpointDropTarget,
} from "./dropTarget.ts";
export { feelingY, levelsOf, nearestLevel } from "./feeling.ts";
export { layoutJourney } from "./layoutJourney.ts";
export { CARD_PAD_X, CARD_PAD_Y, TEXT_LOOKS, type TextLook, type TextStyle } from "./metrics.ts";
export { type Direction, nextInJourneyOrder, rectOf } from "./neighbours.ts";
export type {
  CardBox,
  Cell,
  Column,
  FeelingInput,
  FeelingLayout,
  FeelingPoint,
  JourneyLayout,
  LaneBand,
  MeasureText,
  MomentMarker,
  PhaseSpan,
  Point,
  Rect,
  Stop,
  TouchpointBox,
} from "./shapes.ts";
export { countLines } from "./textLines.ts";
