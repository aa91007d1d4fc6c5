/** What of a journey one person has before them. It stands in no document and changes nothing for anybody else. */
import type { CardKind, Grade, Id, JourneyView, Role } from "@sameside/model";
import { isFoldable } from "./sheetView.ts";

export interface ViewChoice {
  /** Ids of lanes and phases. */
  readonly hidden: readonly Id[];
  /** Folded to a strip with their name and how many cards they hold. */
  readonly folded: readonly Id[];
  /** Stay in view while the map moves. */
  readonly pinned: readonly Id[];
  /** Cards of these kinds, grades and roles, and cards and feelings of customers of these types, are left out. */
  readonly without: LeftOut;
}

export interface LeftOut {
  readonly kinds: readonly CardKind[];
  readonly grades: readonly Grade[];
  /** Of who wrote a card. */
  readonly roles: readonly Role[];
  /** "" for who said none. */
  readonly customerTypes: readonly string[];
}

export const ALL_SHOWN: ViewChoice = {
  hidden: [],
  folded: [],
  pinned: [],
  without: { kinds: [], grades: [], roles: [], customerTypes: [] },
};

export type PartWay = "hidden" | "folded" | "pinned";

/** With a lane or a phase hidden, folded or pinned, or no longer. What is folded is not pinned, and the other way round. */
export function withPart(choice: ViewChoice, way: PartWay, id: Id, isOn: boolean): ViewChoice {
  const without = (ids: readonly Id[]) => ids.filter((each) => each !== id);
  const next = { ...choice, [way]: isOn ? [...without(choice[way]), id] : without(choice[way]) };
  if (!isOn || way === "hidden") return next;
  const other = way === "folded" ? "pinned" : "folded";
  return { ...next, [other]: without(next[other]) };
}

/** With these lanes and phases open. */
export function withOpen(choice: ViewChoice, ids: readonly Id[]): ViewChoice {
  return ids.reduce((next, id) => withPart(withPart(next, "hidden", id, false), "folded", id, false), choice);
}

/** Everything is there again. What is pinned stays pinned, what is folded stays folded: nobody misses it. */
export function withAllShown({ pinned, folded }: ViewChoice): ViewChoice {
  return { ...ALL_SHOWN, pinned, folded };
}

/** Whether a lane or a phase can be hidden and folded: touchpoints are what everything else stands under. */
export function mayGoAway(journey: JourneyView, id: Id): boolean {
  const lane = journey.lanes.find((each) => each.id === id);
  return lane === undefined || isFoldable(lane);
}

/** The ids of a choice that this journey does not have (any more), each once. */
export function unknownIn({ hidden, folded, pinned }: ViewChoice, { lanes, phases }: JourneyView): readonly Id[] {
  const known = new Set([...lanes, ...phases].map(({ id }) => id));
  return [...new Set([...hidden, ...folded, ...pinned])].filter((id) => !known.has(id));
}
