/** What is drawn of the others: from what they say of themselves to boxes on the sheet that is shown here. */
import { type JourneyLayout, type Point, type Rect, rectOf, shownText } from "@sameside/layout";
import type { CardView, Id, JourneyView, TouchpointView } from "@sameside/model";
import { cardLook } from "../../journey/kindLook.ts";
import { colourOf, type Held, type Other } from "../../journey/others.ts";
import type { Words } from "../../words/words.ts";

/** A pointer, an outline round a thing, or the ghost of what is dragged. */
export interface Sign {
  /** The same from drawing to drawing. */
  readonly key: string;
  readonly kind: "pointer" | "chosen" | "written" | "ghost";
  readonly colour: number;
  readonly voice: "customer" | "colleague";
  /** Beside it, as text. */
  readonly label: string;
  readonly at: Point;
  /** Absent for a pointer. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Of a ghost: what it looks like. */
  readonly body?: { readonly look: string; readonly text: string; readonly lines: number };
  /** How many labels stand at the same thing before this one. */
  readonly nth: number;
}

export function signsOf(
  others: readonly Other[],
  journey: JourneyView,
  layout: JourneyLayout,
  words: Words["together"],
): readonly Sign[] {
  const labelsAt = new Map<string, number>();
  return others.flatMap((other) => {
    const { client, person, role, cursor, held, name } = other;
    const shared = { colour: colourOf(person), voice: role === "customer" ? "customer" : "colleague" } as const;
    const signs: Sign[] = cursor
      ? [{ ...shared, key: `${client} pointer`, kind: "pointer", label: name, at: cursor, nth: 0 }]
      : [];
    for (const [index, id] of (held?.things ?? []).entries()) {
      const box = held && boxOf(held, id, journey, layout);
      if (!box) continue;
      const { x, y, width, height } = box.rect;
      const nth = labelsAt.get(id) ?? 0;
      labelsAt.set(id, nth + 1);
      const label = held.as === "written" ? words.writes(name) : name;
      signs.push({
        ...shared,
        ...{ key: `${client} ${box.kind} ${id}`, kind: box.kind, at: { x, y }, size: { width, height }, nth },
        // Of several things in one hand the first one has the name.
        label: box.kind === "ghost" && index > 0 ? "" : label,
        ...(box.body && { body: box.body }),
      });
    }
    return signs;
  });
}

interface Box {
  readonly kind: "chosen" | "written" | "ghost";
  readonly rect: Rect;
  readonly body?: NonNullable<Sign["body"]>;
}

/** Undefined where the thing does not stand on this sheet. */
function boxOf(held: Held, id: Id, journey: JourneyView, layout: JourneyLayout): Box | undefined {
  const { as, lane, by } = held;
  if (as !== "dragged") {
    const cell = lane === undefined ? undefined : layout.cellsByLane.get(lane)?.find((one) => one.parent === id);
    const rect = cell?.rect ?? rectOf(layout, id) ?? stripOf(layout, id);
    return rect && { kind: as, rect };
  }
  const home = rectOf(layout, id);
  const thing = thingsIn(journey).get(id);
  if (!home || !thing || !by) return undefined;
  const rect = { ...home, x: home.x + by.x, y: home.y + by.y };
  const lines = (layout.cardsById.get(id) ?? layout.touchpointsById.get(id))?.lines ?? 1;
  const isCard = "text" in thing;
  const text = isCard ? (thing.withdrawn ? "" : shownText(thing)) : thing.title;
  const look = isCard ? `canvas-card ${cardLook(thing)}` : `canvas-touchpoint stage-${thing.stage}`;
  return { kind: "ghost", rect, body: { look, text, lines } };
}

/** The title of a phase or the name of a lane. */
function stripOf({ phases, lanes }: JourneyLayout, id: Id): Rect | undefined {
  return phases.find((phase) => phase.id === id)?.header ?? lanes.find((lane) => lane.id === id)?.label;
}

type Thing = CardView | TouchpointView;
const thingsByJourney = new WeakMap<JourneyView, ReadonlyMap<Id, Thing>>();

/** Made once for each state of a journey: a drag asks many times a second. */
function thingsIn(journey: JourneyView): ReadonlyMap<Id, Thing> {
  const known = thingsByJourney.get(journey);
  if (known) return known;
  const touchpoints = journey.phases.flatMap((phase) => phase.touchpoints);
  const cards = [...journey.phases, ...touchpoints].flatMap(({ cardsByLane }) => Object.values(cardsByLane).flat());
  const things = new Map<Id, Thing>([...touchpoints, ...cards].map((thing) => [thing.id, thing]));
  thingsByJourney.set(journey, things);
  return things;
}
