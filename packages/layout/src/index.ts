/** Where everything of a journey stands: views in, rectangles and curve paths out. No DOM, no React, no document. */

export { cardStyle, type PhotoView, photosOn, shownText } from "./cards.ts";
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
export { layoutJourney, openLayout } from "./layoutJourney.ts";
export {
  CANVAS_LINES,
  CARD_PAD_X,
  CARD_PAD_Y,
  CARD_PHOTO_GAP,
  CARD_PHOTO_HEIGHT,
  TEXT_LOOKS,
  type TextLook,
  type TextStyle,
} from "./metrics.ts";
export { type Direction, nextInJourneyOrder, rectOf } from "./neighbours.ts";
export { drawJourney, type Picture } from "./picture/drawJourney.ts";
export { tableWidthOf } from "./picture/fontWidths.ts";
export {
  LONGEST_SIDE,
  type Orientation,
  PAPERS,
  type PaperName,
  type PrintChoice,
  type PrintedPage,
  type PrintSize,
  pagesOf,
  TILE_OVERLAP,
  UNIT_IN_MM,
} from "./picture/pages.ts";
export { PALETTE } from "./picture/palette.ts";
export { partOf } from "./picture/partOf.ts";
export type { PictureWords } from "./picture/pictureWords.ts";
export type { WidthOf } from "./picture/svgText.ts";
export { beneath, heldBy, type PinnedPane, pinnedPanes, type StuckPane, stuckPanes } from "./pins.ts";
export { differsInCardsOnly } from "./sameness.ts";
export type {
  CardBox,
  Cell,
  Column,
  CurveLabel,
  CurveMark,
  FeelingInput,
  FeelingLayout,
  FeelingLine,
  FeelingPoint,
  JourneyLayout,
  LaneBand,
  LayoutFrame,
  MeasureText,
  MomentMarker,
  PhaseSpan,
  Point,
  Rect,
  Stop,
  TouchpointBox,
} from "./shapes.ts";
export { alignedWidths, type SheetView } from "./sheetView.ts";
export {
  type CustomerTypeOf,
  countCardsIn,
  keptFromSightBy,
  type OutOfSight,
  openShown,
  outOfSight,
  shownJourney,
} from "./shownJourney.ts";
export { breakLines, countLines } from "./textLines.ts";
export { covers, nearerTo, openTiles, TILE, type TileRange, type Tiles, tileCount, tileRange } from "./tiles.ts";
export { typeLook } from "./typeLooks.ts";
export {
  ALL_SHOWN,
  type LeftOut,
  mayGoAway,
  type PartWay,
  unknownIn,
  type ViewChoice,
  withAllShown,
  withOpen,
  withPart,
} from "./viewChoice.ts";
