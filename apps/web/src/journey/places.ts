/** Where something new goes: beside what is selected, else where the pointer was last, else at the beginning. */
import type { Id, JourneyView, LaneKind } from "@sameside/model";
import type { Selection } from "./contract.ts";
import { cardOf, type EditTarget } from "./editing.ts";
import { below } from "./useEditing.ts";

/** A cell of the map. */
export interface CellPlace {
  readonly parent: Id;
  readonly lane: Id;
}

/** Where "new card" opens; undefined in a journey that has no cell. `inPlay`: the kinds of lane that the step is about. */
export function placeForCard(
  journey: JourneyView,
  selection: Selection | null,
  active: CellPlace | null,
  inPlay: readonly LaneKind[] = [],
): (EditTarget & { readonly kind: "new-card" }) | undefined {
  const card = selection?.kind === "card" ? cardOf(journey, selection.id) : undefined;
  const belowCard = card && below(journey, card);
  if (belowCard?.kind === "new-card") return belowCard;
  const cell = cellFor(journey, selection, active, inPlay);
  return cell && { kind: "new-card", ...cell };
}

/** The cell that pasted lines go into; undefined in a journey that has no cell. */
export function cellFor(
  journey: JourneyView,
  selection: Selection | null,
  active: CellPlace | null,
  inPlay: readonly LaneKind[] = [],
): CellPlace | undefined {
  const lanes = journey.lanes.filter(({ kind }) => kind !== "touchpoint" && kind !== "feeling");
  const lane = lanes.find(({ kind }) => inPlay.includes(kind)) ?? lanes[0];
  const first = { parent: firstParent(journey), lane: lane?.id };
  const activeStands = active && lanes.some(({ id }) => id === active.lane) && hasParent(journey, active.parent);
  const chosen = chosenCell(journey, selection) ?? (activeStands ? active : {});
  const cell = { ...first, ...chosen };
  return cell.parent === undefined || cell.lane === undefined ? undefined : { parent: cell.parent, lane: cell.lane };
}

/** The phase that "new touchpoint" adds to, and what it stands in front of. */
export function placeForTouchpoint(journey: JourneyView, selection: Selection | null): EditTarget | undefined {
  const parent = chosenCell(journey, selection)?.parent;
  for (const phase of journey.phases) {
    const index = phase.touchpoints.findIndex(({ id }) => id === parent);
    const next = phase.touchpoints[index + 1];
    if (index >= 0) return { kind: "new-touchpoint", phase: phase.id, ...(next && { before: next.id }) };
    if (selection?.kind === "phase" ? phase.id === selection.id : phase.id === parent)
      return { kind: "new-touchpoint", phase: phase.id };
  }
  const last = journey.phases.at(-1);
  return last && { kind: "new-touchpoint", phase: last.id };
}

function chosenCell(journey: JourneyView, selection: Selection | null): Partial<CellPlace> | undefined {
  switch (selection?.kind) {
    case "card": {
      const card = cardOf(journey, selection.id);
      return card && { parent: card.parent, lane: card.lane };
    }
    case "touchpoint":
    case "moment":
      return hasParent(journey, selection.id) ? { parent: selection.id } : undefined;
    case "phase": {
      const phase = journey.phases.find(({ id }) => id === selection.id);
      return phase && { parent: phase.touchpoints[0]?.id ?? phase.id };
    }
    case "lane": {
      const lane = journey.lanes.find(({ id }) => id === selection.id);
      return lane && lane.kind !== "touchpoint" && lane.kind !== "feeling" ? { lane: lane.id } : undefined;
    }
    default:
      return undefined;
  }
}

function firstParent(journey: JourneyView): Id | undefined {
  const phase = journey.phases[0];
  return phase?.touchpoints[0]?.id ?? phase?.id;
}

function hasParent(journey: JourneyView, parent: Id): boolean {
  return journey.phases.some((phase) => phase.id === parent || phase.touchpoints.some(({ id }) => id === parent));
}
