/**
 * Writes journeys as CSV in long form, a row per card, for spreadsheets: phase and touchpoint stand in every row (so
 * that it can be filtered and sorted), scores and moments only in a touchpoint's first row (so that a sum is right).
 * The last rows name the lanes. Our reader gives back the same journey.
 */
import type { CardView, JourneyView, LaneView, PhaseView, TouchpointView } from "@sameside/model";
import { furtherFacts } from "../furtherFacts.ts";
import { type Loss, lossesOf } from "../report.ts";
import { formatScale } from "../scale.ts";
import { cardsOf, meanValue, ratingsOfOneRole, rawScore, scoreOnScale } from "../viewContents.ts";
import { actorsCell } from "./cells.ts";
import { csvText, guarded } from "./table.ts";

/** Column heads in file order. Files are read by people and programs in any language: the heads are not translated. */
const HEADS = {
  journeyNo: "Journey no",
  journey: "Journey",
  customerType: "Customer type",
  variant: "Variant",
  scale: "Scale",
  phaseNo: "Phase no",
  phase: "Phase",
  touchpointNo: "Touchpoint no",
  touchpoint: "Touchpoint",
  channel: "Channel",
  owner: "Owner",
  stage: "Front or back stage",
  actors: "Actors",
  score: "Score",
  scoreRole: "Score role",
  moment: "Moment of truth",
  momentValue: "Moment value",
  momentReason: "Moment reason",
  lane: "Lane",
  laneKind: "Lane kind",
  laneOwner: "Lane owner",
  card: "Card",
  body: "Long text",
  grade: "Grade",
  writtenFor: "Written for",
} as const;
type Head = keyof typeof HEADS;
type Cells = Partial<Record<Head, string | number>>;

/** All journeys of a board in one file. */
export function writeCsv(journeys: readonly JourneyView[]): { text: string; lost: Loss[] } {
  const rows = journeys.flatMap((journey, index) => journeyRows(journey, index + 1));
  // What most maps have no word of is no column of theirs, and no reader has to pass over it.
  const heads = (Object.keys(HEADS) as Head[]).filter(
    (head) => head !== "writtenFor" || rows.some((row) => row[head] !== undefined),
  );
  // Numbers stay numbers, also negative ones: only text can be a formula.
  const cellsOf = (row: Cells) =>
    heads.map((head) => (typeof row[head] === "number" ? `${row[head]}` : guarded(row[head] ?? "")));
  return { text: csvText([heads.map((head) => HEADS[head]), ...rows.map(cellsOf)]), lost: lossesOfJourneys(journeys) };
}

function journeyRows(journey: JourneyView, journeyNo: number): Cells[] {
  const { title, customerType, variant, scale } = journey;
  // A minus sign instead of a hyphen: no spreadsheet takes it for a formula.
  const shownScale = formatScale(scale).replaceAll("-", "−");
  const head: Cells = { journeyNo, journey: title, customerType, variant, scale: shownScale };
  const lanes = new Map(journey.lanes.map((lane) => [lane.id, lane]));
  const rows = [
    ...journey.phases.flatMap((phase, index) => phaseRows(journey, phase, index + 1, lanes)),
    ...journey.lanes.map((lane) => ({ ...laneCells(lane), laneOwner: lane.owner })),
  ];
  return rows.map((row) => ({ ...head, ...row }));
}

function phaseRows(journey: JourneyView, phase: PhaseView, phaseNo: number, lanes: Map<string, LaneView>): Cells[] {
  const head: Cells = { phaseNo, phase: phase.title };
  const own = cardRows(journey, phase, lanes);
  const rows = phase.touchpoints.flatMap((touchpoint, index): Cells[] => {
    const cards = cardRows(journey, touchpoint, lanes);
    const place = { touchpointNo: index + 1, touchpoint: touchpoint.title };
    const { channel, owner, stage, actors } = touchpoint;
    const words = { ...place, channel, owner, stage, actors: actorsCell(actors) };
    const [first = {}, ...others] = cards;
    return [
      { ...words, ...ratingCells(touchpoint, journey), ...first },
      ...others.map((row) => ({ ...words, ...row })),
    ];
  });
  const all = [...own, ...rows];
  return (all.length > 0 ? all : [{}]).map((row) => ({ ...head, ...row }));
}

function cardRows(journey: JourneyView, holder: PhaseView | TouchpointView, lanes: Map<string, LaneView>): Cells[] {
  return journey.lanes.flatMap(({ id }) =>
    (holder.cardsByLane[id] ?? []).flatMap((card) => cardCells(card, lanes.get(id))),
  );
}

function cardCells(card: CardView, lane: LaneView | undefined): Cells[] {
  if (card.text === "" && card.body === "") return [];
  // Who it is, is not told; that they have not agreed to it yet, is.
  const writtenFor = card.writtenBy === undefined ? {} : { writtenFor: `a ${card.authorRole} who has not agreed yet` };
  return [{ ...laneCells(lane), card: card.text, body: card.body, grade: card.grade, ...writtenFor }];
}

function laneCells(lane: LaneView | undefined): Cells {
  return lane ? { lane: lane.name, laneKind: lane.kind } : {};
}

function ratingCells(touchpoint: TouchpointView, journey: JourneyView): Cells {
  const counted = ratingsOfOneRole(touchpoint.ratings);
  const [only, ...others] = counted?.ratings ?? [];
  const raw = only && others.length === 0 ? rawScore(only, journey.scale) : undefined;
  const mean = counted ? scoreOnScale(meanValue(counted.ratings), journey.scale) : undefined;
  const score = raw ?? mean;
  const { moment } = touchpoint;
  return {
    ...(counted && score !== undefined ? { score, scoreRole: counted.role } : {}),
    ...(moment ? { moment: moment.kind, momentValue: moment.value, momentReason: moment.reason } : {}),
  };
}

function lossesOfJourneys(journeys: readonly JourneyView[]): Loss[] {
  const touchpoints = journeys.flatMap((journey) => journey.phases.flatMap((phase) => phase.touchpoints));
  const cards = journeys.flatMap(cardsOf);
  return lossesOf({
    raters: touchpoints.reduce((sum, { ratings }) => sum + Math.max(0, ratings.length - 1), 0),
    "other-moments": touchpoints.reduce((sum, { otherMoments }) => sum + otherMoments.length, 0),
    authors: new Set(cards.map((card) => card.author)).size,
    suggestions: cards.reduce((sum, card) => sum + card.suggestions.length, 0),
    "overwritten-words": cards.filter((card) => card.authorsText !== undefined).length,
    ...furtherFacts(journeys),
    "lane-names": journeys.reduce((sum, journey) => sum + sameNamedLanes(journey), 0),
  });
}

/** Lanes of one kind and name are one lane in a file. */
function sameNamedLanes(journey: JourneyView): number {
  const names = journey.lanes.map(({ kind, name }) => JSON.stringify([kind, name]));
  return names.length - new Set(names).size;
}
