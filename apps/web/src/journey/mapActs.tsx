/** What can be done with things of the map, as a list to choose from: all that the keys and the pointer can. */
import type { Direction } from "@sameside/layout";
import {
  addLane,
  GRADES,
  type Grade,
  gradeCard,
  type Id,
  LANE_KINDS,
  type LaneKind,
  lockThings,
  moveThings,
} from "@sameside/model";
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Copy,
  Info,
  Lock,
  LockOpen,
  type LucideIcon,
  Move,
  Pencil,
  Plus,
  SquareArrowRight,
  Trash2,
  Triangle,
  ZoomIn,
} from "lucide-react";
import type { Words } from "../words/words.ts";
import { movement, openMoment, touchpointOf } from "./acts.ts";
import type { ActGroup, JourneyProps, MapAct, Selection } from "./contract.ts";
import { cardOf, type EditTarget } from "./editing.ts";
import { ICON_BY_LANE_KIND } from "./kindLook.ts";
import { isLocked } from "./locked.ts";
import { placeForTouchpoint } from "./places.ts";
import { ratingActs } from "./rating.ts";
import { removeSeveral, removeThing, titleOf } from "./removing.ts";
import { duplication, severalMoves, thingsAmong } from "./several.ts";
import { showActs } from "./showActs.tsx";
import { copyInto } from "./taking.ts";
import { below, type EditingControls } from "./useEditing.ts";

/** What the acts work with. */
export interface ActDesk {
  readonly props: JourneyProps;
  readonly editing: EditingControls;
  /** Gives the keyboard to a thing, as soon as it is drawn. */
  focus(id: Id): void;
  /** Asks by name where something goes; absent where that is not asked. */
  openMove?(subject: Selection): void;
  /** Asks for the kind of a lane that comes in front of another, or at the end; absent where that is not asked. */
  openLaneKinds?(before: Id | undefined): void;
  /** Brings things into view, as large as that allows; absent where there is no zoom. */
  zoomTo?(ids: readonly Id[]): void;
}

export function actsFor(desk: ActDesk, subject: Selection, words: Words): readonly MapAct[] {
  const say = words.table.acts;
  const { props, editing, openMove } = desk;
  const { kind, id } = subject;
  const isTitle = kind !== "card";
  if (!props.editable) return showActs(props, subject, words);
  return [
    ...(kind === "moment"
      ? []
      : [
          {
            ...entry("edit", isTitle ? say.rename : say.edit, Pencil, () => editing.open({ kind, id })),
            keys: words.board.keys.edit,
          },
        ]),
    entry("about", say.about, Info, () => props.onSelect(subject)),
    ...zoomActs(desk, [subject], words),
    ...parted(additions(desk, subject, words)),
    ...parted(directionActs(desk, subject, words)),
    ...(openMove ? [entry("move-to", say.moveTo, Move, () => openMove(subject))] : []),
    ...parted(copyActs(desk, [subject], words)),
    ...(kind === "moment" ? [] : [lockAct(desk, [subject], words)]),
    ...parted(showActs(props, subject, words)),
    ...parted(kind === "card" ? gradeActs(desk, id, words) : []),
    ...parted(kind === "touchpoint" ? touchpointActs(desk, subject, words) : []),
    {
      ...entry("remove", say.remove, Trash2, () => removeThing(props, subject)),
      keys: words.board.keys.remove,
      danger: true,
      parted: true,
    },
  ];
}

/** What can be done with several cards and touchpoints at once. */
export function severalActs(desk: ActDesk, chosen: readonly Selection[], words: Words): readonly MapAct[] {
  const say = words.table.acts;
  const { board, by, journey, run } = desk.props;
  const things = thingsAmong(journey, chosen);
  return [
    ...zoomActs(desk, chosen, words),
    ...parted(copyActs(desk, chosen, words)),
    ...parted(
      (["up", "down", "left", "right"] as const).map((direction) =>
        entry(`move-${direction}`, directionWords(words)[direction], ICON_BY_DIRECTION[direction], () =>
          run(moveThings(board, by, severalMoves(journey, things, direction))),
        ),
      ),
    ),
    ...parted([lockAct(desk, chosen, words)]),
    {
      ...entry("remove", say.remove, Trash2, () => removeSeveral(desk.props, chosen)),
      keys: words.board.keys.remove,
      danger: true,
      parted: true,
    },
  ];
}

/** Everything that can be done now, by what it is about: where no menu is open, and the words are looked for. */
export function actGroups(desk: ActDesk, chosen: readonly Selection[], words: Words): readonly ActGroup[] {
  const { props, editing } = desk;
  if (!props.editable) return [];
  const [only, second] = chosen;
  const about: ActGroup | undefined = second
    ? { label: words.editing.moreSeveral(chosen.length), acts: severalActs(desk, chosen, words) }
    : only && { label: words.editing.more(titleOf(props.journey, only)), acts: actsFor(desk, only, words) };
  const say = words.finding.palette;
  const lanes = laneKindActs(desk, words).map((act) => ({
    ...act,
    id: `new-lane-${act.id}`,
    label: say.addLane(act.label),
  }));
  return [
    ...(about ? [about] : []),
    {
      label: say.groups.map,
      acts: [entry("new-phase", words.canvas.addPhase, Plus, () => editing.open({ kind: "new-phase" })), ...lanes],
    },
  ];
}

/** The kinds of lane that can be added, in front of `before` or as the last; a map has one touchpoint lane and one feeling lane at most. */
export function laneKindActs({ props, editing }: ActDesk, words: Words, before?: Id): readonly MapAct[] {
  const { board, by, journey, run, onSelect } = props;
  const { lanes } = props.showing?.whole ?? journey;
  const isTaken = (kind: LaneKind) =>
    (kind === "touchpoint" || kind === "feeling") && lanes.some((lane) => lane.kind === kind);
  return LANE_KINDS.filter((kind) => !isTaken(kind)).map((kind) =>
    entry(kind, words.journey.laneKinds[kind], ICON_BY_LANE_KIND[kind], () => {
      const name = words.journey.laneKinds[kind];
      const made = run(
        addLane(board, by, { journey: journey.id, kind, name, ...(before !== undefined && { before }) }),
      );
      if (made.outcome !== "done") return;
      onSelect({ kind: "lane", id: made.value });
      // The usual name of its kind, ready to be typed over.
      editing.open({ kind: "lane", id: made.value });
    }),
  );
}

function zoomActs({ zoomTo }: ActDesk, chosen: readonly Selection[], words: Words): MapAct[] {
  if (!zoomTo) return [];
  const act = entry("zoom-to", words.finding.palette.zoomTo(chosen.length), ZoomIn, () =>
    zoomTo(chosen.map(({ id }) => id)),
  );
  return [{ ...act, keys: words.board.keys.fitChosen }];
}

/** Once more, here or in another journey of the board. */
function copyActs({ props, focus }: ActDesk, chosen: readonly Selection[], words: Words): MapAct[] {
  const { journey, journeys, run, onSelect } = props;
  const kind = chosen[0]?.kind;
  if (kind === "phase" || kind === "moment" || kind === undefined) return [];
  const isRow = kind === "lane" && isOnce(journey.lanes.find(({ id }) => id === chosen[0]?.id)?.kind);
  const duplicate = entry("duplicate", words.editing.duplicate, Copy, () => {
    const outcome = duplication(props, chosen);
    const made = outcome && run(outcome);
    if (made?.outcome !== "done") return;
    const id = typeof made.value === "string" ? made.value : [...made.value.touchpoints, ...made.value.cards][0];
    if (id === undefined) return;
    if (chosen.length === 1) onSelect({ kind, id });
    focus(id);
  });
  return [
    ...(isRow ? [] : [{ ...duplicate, keys: words.board.keys.duplicate }]),
    ...journeys
      .filter(({ id }) => id !== journey.id)
      .map((target) =>
        entry(
          `copy-${target.id}`,
          words.editing.copyTo(target.title || words.journey.untitled, words.journey.variants[target.variant]),
          SquareArrowRight,
          () => run(copyInto(props, chosen, target)),
        ),
      ),
  ];
}

function lockAct({ props }: ActDesk, chosen: readonly Selection[], words: Words): MapAct {
  const { board, by, journey, run } = props;
  const locked = !chosen.every((thing) => isLocked(journey, thing));
  const things = chosen.flatMap(({ kind, id }) => (kind === "moment" ? [] : [{ collection: `${kind}s` as const, id }]));
  const label = locked ? words.editing.lock : words.editing.unlock;
  return entry("lock", label, locked ? Lock : LockOpen, () => run(lockThings(board, by, { things, locked })));
}

function isOnce(kind: LaneKind | undefined): boolean {
  return kind === "touchpoint" || kind === "feeling";
}

function additions(
  { props: { journey }, editing, openLaneKinds }: ActDesk,
  { kind, id }: Selection,
  words: Words,
): MapAct[] {
  const say = words.table.acts;
  const adds = (name: string, label: string, target: EditTarget | undefined) =>
    target ? [entry(name, label, Plus, () => editing.open(target))] : [];
  const cardLane = journey.lanes.find((lane) => lane.kind !== "touchpoint" && lane.kind !== "feeling");
  const cardOn = (parent: string): EditTarget | undefined =>
    cardLane && { kind: "new-card", parent, lane: cardLane.id };
  switch (kind) {
    case "card": {
      const card = cardOf(journey, id);
      return adds("card", say.newCardBelow, card && below(journey, card));
    }
    case "touchpoint":
      return [
        ...adds("card", say.newCard, cardOn(id)),
        ...adds("touchpoint", say.newTouchpointAfter, placeForTouchpoint(journey, { kind, id })),
      ];
    case "phase": {
      const next = journey.phases[journey.phases.findIndex((phase) => phase.id === id) + 1];
      return [
        ...adds("touchpoint", say.newTouchpoint, { kind: "new-touchpoint", phase: id }),
        ...adds("card", say.newCardOnPhase, cardOn(id)),
        ...adds("phase-before", say.newPhaseBefore, { kind: "new-phase", before: id }),
        ...adds("phase", say.newPhaseAfter, { kind: "new-phase", ...(next && { before: next.id }) }),
      ];
    }
    case "lane": {
      const next = journey.lanes[journey.lanes.findIndex((lane) => lane.id === id) + 1];
      if (!openLaneKinds) return [];
      return [
        entry("lane-before", words.editing.newLaneAbove, Plus, () => openLaneKinds(id)),
        entry("lane", words.editing.newLaneBelow, Plus, () => openLaneKinds(next?.id)),
      ];
    }
    default:
      return [];
  }
}

const ICON_BY_DIRECTION = { up: ArrowUp, down: ArrowDown, left: ArrowLeft, right: ArrowRight } as const;
const DIRECTIONS_BY_KIND: Readonly<Record<Selection["kind"], readonly Direction[]>> = {
  card: ["up", "down", "left", "right"],
  touchpoint: ["left", "right"],
  phase: ["left", "right"],
  lane: ["up", "down"],
  moment: [],
};

function directionActs({ props, focus }: ActDesk, subject: Selection, words: Words): MapAct[] {
  const wordByDirection = directionWords(words);
  return DIRECTIONS_BY_KIND[subject.kind].map((direction) =>
    entry(`move-${direction}`, wordByDirection[direction], ICON_BY_DIRECTION[direction], () => {
      const outcome = movement(props, subject, direction);
      if (outcome) props.run<unknown>(outcome);
      focus(subject.id);
    }),
  );
}

function directionWords(words: Words): Readonly<Record<Direction, string>> {
  const say = words.table.acts;
  return { up: say.moveUp, down: say.moveDown, left: say.moveLeft, right: say.moveRight };
}

function gradeActs({ props }: ActDesk, card: string, words: Words): MapAct[] {
  const { board, by, run, journey } = props;
  const now: Grade | undefined = cardOf(journey, card)?.grade;
  return GRADES.map((grade) => ({
    id: `grade-${grade}`,
    label: words.journey.grades[grade],
    chosen: grade === now,
    act: () => run(gradeCard(board, by, { card, grade })),
  }));
}

function touchpointActs({ props }: ActDesk, subject: Selection, words: Words): MapAct[] {
  const say = words.table.acts;
  const touchpoint = touchpointOf(props.journey, subject.id);
  if (!touchpoint) return [];
  return [
    ...ratingActs(props, touchpoint, words).map((act) =>
      act.id === "unrate" ? { ...act, parted: false } : { ...act, label: say.rate(act.label) },
    ),
    {
      ...entry("moment", touchpoint.moment ? say.moment : say.mark, Triangle, () => openMoment(props, subject)),
      parted: true,
    },
  ];
}

function entry(id: string, label: string, Icon: LucideIcon, act: () => void): MapAct {
  return { id, label, icon: <Icon size={15} aria-hidden />, act };
}

/** A line above the first of them. */
function parted(acts: readonly MapAct[]): MapAct[] {
  return acts.map((act, index) => (index === 0 ? { ...act, parted: true } : act));
}
