/** A whole lane again, in the same journey or in another one of the board. */
import { type Actor, type Outcome, refused, transact } from "../../changes.ts";
import { type BoardDocument, docOf } from "../../document.ts";
import { newId } from "../../id.ts";
import type { JourneyId, LaneId } from "../ids.ts";
import { MAX_IMPORT_ENTITIES } from "../limits.ts";
import type { RecordOf } from "../records.ts";
import type { Id } from "../schema.ts";
import { inOrder, originOf, writeCardCopy } from "./copies.ts";
import { holdsCards, writeLaneCopy } from "./laneMatch.ts";
import { isFrameShut } from "./locks.ts";
import { known, living, livingHeldBy, openPlacer, orderSourceOf } from "./place.ts";

/**
 * Copies a lane with all its cards, in front of `before` or as the last of `journey`, in one transaction and one undo.
 * In another journey each card stands at the touchpoint, or else in the phase, that matches its own: by origin, then by
 * title, then by its place in the row; none is left behind. A lane that was removed since can be copied too. With
 * `andRemove` the original goes, with the cards that were copied (cut and paste).
 *
 * @returns The copy's id. Refused: `gone`; `bad-value` for a second row of touchpoints or of feelings, and where a
 *   journey without phases would have to take cards; `too-long` for more than MAX_IMPORT_ENTITIES cards; `locked`.
 */
export function copyLane(
  board: BoardDocument,
  by: Actor,
  args: { readonly lane: LaneId; readonly journey: JourneyId; readonly before?: LaneId; readonly andRemove?: boolean },
): Outcome<LaneId> {
  const lane = known(board, "lanes", args.lane);
  if (!lane || !living(board, "journeys", args.journey)) return refused("gone");
  if (isFrameShut(board, by, args.journey)) return refused("locked");
  const isTwice = livingHeldBy(board, "lanes", args.journey).some(({ kind }) => kind === lane.kind);
  if (!holdsCards(lane) && isTwice) return refused("bad-value");
  if (args.andRemove && (lane.locked || isFrameShut(board, by, lane.at.value.parent))) return refused("locked");
  const cards = cardsIn(board, lane);
  if (args.andRemove && cards.some(({ locked }) => locked)) return refused("locked");
  if (cards.length > MAX_IMPORT_ENTITIES) return refused("too-long");
  const holderFor = openHolderMatch(board, lane.at.value.parent, args.journey);
  const placed = cards.map((card) => ({ card, holder: holderFor(card.at.value.parent) }));
  if (placed.some(({ holder }) => holder === undefined)) return refused("bad-value");
  return transact(board, by, (write) => {
    const id = writeLaneCopy(board, write, args.journey, args.lane, args.before);
    const place = openPlacer(orderSourceOf(docOf(board)));
    const isElsewhere = lane.at.value.parent !== args.journey;
    for (const { card, holder } of placed)
      writeCardCopy(board, write, card, newId(), place(holder ?? "", id), isElsewhere ? originOf(card) : {});
    if (args.andRemove) {
      for (const { id: card } of cards) write.set("cards", card, "del", true);
      write.set("lanes", lane.id, "del", true);
    }
    return id;
  });
}

/** What stands in the lane, phase by phase. */
function cardsIn(board: BoardDocument, lane: RecordOf<"lanes">): readonly RecordOf<"cards">[] {
  return holdersOf(board, lane.at.value.parent)
    .flatMap(({ id }) => inOrder(livingHeldBy(board, "cards", id)))
    .filter((card) => card.at.value.lane === lane.id);
}

type Holder = RecordOf<"phases"> | RecordOf<"touchpoints">;

/** The phases of a journey, each followed by its touchpoints. */
function holdersOf(board: BoardDocument, journey: Id): readonly Holder[] {
  return phasesOf(board, journey).flatMap((phase): Holder[] => [phase, ...touchpointsOf(board, phase.id)]);
}

function phasesOf(board: BoardDocument, journey: Id) {
  return inOrder(livingHeldBy(board, "phases", journey));
}

function touchpointsOf(board: BoardDocument, phase: Id) {
  return inOrder(livingHeldBy(board, "touchpoints", phase));
}

/** Which phase or touchpoint of `to` stands for one of `from`; `undefined` where `to` has no phase at all. */
function openHolderMatch(board: BoardDocument, from: Id, to: Id): (holder: Id) => Id | undefined {
  if (from === to) return (holder) => holder;
  const [ownPhases, phases] = [phasesOf(board, from), phasesOf(board, to)];
  const matchByHolder = new Map<Id, Id>();
  ownPhases.forEach((phase, index) => {
    const match = alike(phases, phase) ?? phases[Math.min(index, phases.length - 1)];
    if (!match) return;
    matchByHolder.set(phase.id, match.id);
    const touchpoints = touchpointsOf(board, match.id);
    for (const touchpoint of touchpointsOf(board, phase.id))
      matchByHolder.set(touchpoint.id, alike(touchpoints, touchpoint)?.id ?? match.id);
  });
  return (holder) => matchByHolder.get(holder);
}

function alike<T extends Holder>(candidates: readonly T[], holder: T): T | undefined {
  const first = (it: Holder) => it.origin ?? it.id;
  const words = ({ title }: Holder) => title.trim().toLowerCase();
  return candidates.find((it) => first(it) === first(holder)) ?? candidates.find((it) => words(it) === words(holder));
}
