/** What the keys do to several cards and touchpoints at once, in every view: one change, one undo. */
import type { Direction } from "@sameside/layout";
import { type Id, moveThings } from "@sameside/model";
import type { JourneyProps, Selection } from "./contract.ts";
import { duplication, severalMoves, thingsAmong } from "./several.ts";

interface Desk {
  readonly props: JourneyProps;
  pick(chosen: readonly Selection[]): void;
  /** Gives the keyboard to a thing, as soon as it is drawn. */
  focus(id: Id): void;
}

export function moveSeveral({ props, focus }: Desk, chosen: readonly Selection[], direction: Direction): void {
  const { board, by, journey, run } = props;
  const things = thingsAmong(journey, chosen);
  run(moveThings(board, by, severalMoves(journey, things, direction)));
  const [first] = [...things.touchpoints, ...things.cards];
  if (first !== undefined) focus(first);
}

/** The copies are chosen then: a second Ctrl+D goes on from them. False when there is nothing to copy. */
export function duplicate({ props, pick, focus }: Desk, chosen: readonly Selection[]): boolean {
  const outcome = duplication(props, chosen);
  if (!outcome) return false;
  const made = props.run(outcome);
  if (made.outcome !== "done") return true;
  const { value } = made;
  const copies: readonly Selection[] =
    typeof value === "string"
      ? [{ kind: "lane", id: value }]
      : [
          ...value.touchpoints.map((id): Selection => ({ kind: "touchpoint", id })),
          ...value.cards.map((id): Selection => ({ kind: "card", id })),
        ];
  pick(copies);
  const [first] = copies;
  if (first) focus(first.id);
  return true;
}
