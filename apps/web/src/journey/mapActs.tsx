/** What can be done with a thing of the map, as a list to choose from: all that the keys and the canvas can. */
import type { Direction } from "@sameside/layout";
import { addLane, GRADES, type Grade, gradeCard, LANE_KINDS, type LaneKind } from "@sameside/model";
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Info,
  type LucideIcon,
  Move,
  Pencil,
  Plus,
  Trash2,
  Triangle,
} from "lucide-react";
import { movement, openMoment, touchpointOf } from "../journey/acts.ts";
import type { Selection } from "../journey/contract.ts";
import { cardOf, type EditTarget } from "../journey/editing.ts";
import { ICON_BY_LANE_KIND } from "../journey/kindLook.ts";
import { placeForTouchpoint } from "../journey/places.ts";
import { below } from "../journey/useEditing.ts";
import type { MenuAction } from "../ui/Menu.tsx";
import type { Words } from "../words/words.ts";
import type { Desk } from "./desk.ts";
import { ratingActs } from "./rating.ts";
import { removeThing } from "./removing.ts";

export function actsFor(desk: Desk, subject: Selection, words: Words): readonly MenuAction[] {
  const say = words.table.acts;
  const { props, editing, openMove } = desk;
  const { kind, id } = subject;
  const isTitle = kind !== "card";
  return [
    ...(kind === "moment"
      ? []
      : [entry("edit", isTitle ? say.rename : say.edit, Pencil, () => editing.open({ kind, id }))]),
    entry("about", say.about, Info, () => props.onSelect(subject)),
    ...parted(additions(desk, subject, words)),
    ...parted(directionActs(desk, subject, words)),
    entry("move-to", say.moveTo, Move, () => openMove(subject)),
    ...parted(kind === "card" ? gradeActs(desk, id, words) : []),
    ...parted(kind === "touchpoint" ? touchpointActs(desk, subject, words) : []),
    { ...entry("remove", say.remove, Trash2, () => removeThing(props, subject)), danger: true, parted: true },
  ];
}

/** The kinds of lane that can be added; a map has one touchpoint lane and one feeling lane at most. */
export function laneKindActs({ props, editing }: Desk, words: Words): readonly MenuAction[] {
  const { board, by, journey, run, onSelect } = props;
  const isTaken = (kind: LaneKind) =>
    (kind === "touchpoint" || kind === "feeling") && journey.lanes.some((lane) => lane.kind === kind);
  return LANE_KINDS.filter((kind) => !isTaken(kind)).map((kind) =>
    entry(kind, words.journey.laneKinds[kind], ICON_BY_LANE_KIND[kind], () => {
      const made = run(addLane(board, by, { journey: journey.id, kind, name: words.journey.laneKinds[kind] }));
      if (made.outcome !== "done") return;
      onSelect({ kind: "lane", id: made.value });
      // The usual name of its kind, ready to be typed over.
      editing.open({ kind: "lane", id: made.value });
    }),
  );
}

function additions({ props: { journey }, editing }: Desk, { kind, id }: Selection, words: Words): MenuAction[] {
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

function directionActs({ props, focus }: Desk, subject: Selection, words: Words): MenuAction[] {
  const say = words.table.acts;
  const wordByDirection = { up: say.moveUp, down: say.moveDown, left: say.moveLeft, right: say.moveRight };
  return DIRECTIONS_BY_KIND[subject.kind].map((direction) =>
    entry(`move-${direction}`, wordByDirection[direction], ICON_BY_DIRECTION[direction], () => {
      const outcome = movement(props, subject, direction);
      if (outcome) props.run<unknown>(outcome);
      focus(subject.id);
    }),
  );
}

function gradeActs({ props }: Desk, card: string, words: Words): MenuAction[] {
  const { board, by, run, journey } = props;
  const now: Grade | undefined = cardOf(journey, card)?.grade;
  return GRADES.map((grade) => ({
    id: `grade-${grade}`,
    label: words.journey.grades[grade],
    chosen: grade === now,
    act: () => run(gradeCard(board, by, { card, grade })),
  }));
}

function touchpointActs({ props }: Desk, subject: Selection, words: Words): MenuAction[] {
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

function entry(id: string, label: string, Icon: LucideIcon, act: () => void): MenuAction {
  return { id, label, icon: <Icon size={15} aria-hidden />, act };
}

/** A line above the first of them. */
function parted(acts: readonly MenuAction[]): MenuAction[] {
  return acts.map((act, index) => (index === 0 ? { ...act, parted: true } : act));
}
