/** What is different between an earlier state of a board and now, as sentences, phase by phase. */
import { type BothSided, diff, type JourneyDiff, type OneSided } from "@sameside/insights";
import type { BoardView, Id, JourneyView, TouchpointView } from "@sameside/model";
import { feelingWord, momentWord } from "../journey/feelingWords.ts";
import type { Words } from "../words/words.ts";

/** A thing that can be put back as it was. */
export interface ThingThen {
  readonly collection: "phases" | "lanes" | "touchpoints" | "cards";
  readonly id: Id;
}

interface DiffLine {
  readonly key: string;
  readonly text: string;
  /** Absent for what was not there then, and for what people felt. */
  readonly was?: ThingThen;
}

export interface DiffGroup {
  readonly key: string;
  /** A phase's title, or the word for the frame of the map. */
  readonly title: string;
  readonly lines: readonly DiffLine[];
}

const COLLECTION_BY_KIND = { phase: "phases", lane: "lanes", touchpoint: "touchpoints", card: "cards" } as const;
/** The group of what stands in no phase. */
const FRAME = "";

/** Empty when both say the same. */
export function diffGroups(then: BoardView, now: BoardView, words: Words): readonly DiffGroup[] {
  const thenById = new Map(then.journeys.map((journey) => [journey.id, journey]));
  const nowIds = new Set(now.journeys.map(({ id }) => id));
  const say = words.history.diff;
  const name = ({ title }: JourneyView) => title || words.journey.untitled;
  const maps: DiffLine[] = [
    ...now.journeys
      .filter(({ id }) => !thenById.has(id))
      .map((journey) => ({ key: journey.id, text: say.mapAdded(name(journey)) })),
    ...then.journeys
      .filter(({ id }) => !nowIds.has(id))
      .map((journey) => ({ key: journey.id, text: say.mapGone(name(journey)) })),
  ];
  return [
    ...(maps.length > 0 ? [{ key: "maps", title: say.maps, lines: maps }] : []),
    ...now.journeys.flatMap((journey) => {
      const before = thenById.get(journey.id);
      return before ? groupsOf(before, journey, now.journeys.length > 1, words) : [];
    }),
  ];
}

function groupsOf(then: JourneyView, now: JourneyView, isOneOfMany: boolean, words: Words): readonly DiffGroup[] {
  const linesByPhase = new Map<Id, DiffLine[]>();
  for (const [phase, line] of linesOf(diff(then, now), phaseByThing(then, now), words)) {
    const lines = linesByPhase.get(phase);
    if (lines) lines.push(line);
    else linesByPhase.set(phase, [line]);
  }
  const titleById = new Map([...then.phases, ...now.phases].map(({ id, title }) => [id, title]));
  const order = [FRAME, ...new Set([...now.phases, ...then.phases].map(({ id }) => id))];
  return order.flatMap((phase): DiffGroup[] => {
    const lines = linesByPhase.get(phase);
    if (!lines) return [];
    const title = phase === FRAME ? words.history.diff.frame : (titleById.get(phase) ?? "") || words.canvas.noName;
    const journey = now.title || words.journey.untitled;
    return [
      { key: `${now.id}/${phase}`, title: isOneOfMany ? words.history.diff.inMap(journey, title) : title, lines },
    ];
  });
}

type Placed = readonly [phase: Id, line: DiffLine];

function linesOf(found: JourneyDiff, phaseOf: ReadonlyMap<Id, Id>, words: Words): readonly Placed[] {
  const { history, changes, canvas } = words;
  const say = history.diff;
  const named = ({ kind, thing }: OneSided) => changes.named[kind](titleOf(kind, thing) || canvas.noName);
  const place = (id: Id) => phaseOf.get(id) ?? FRAME;
  const thingThen = (kind: BothSided["kind"], id: Id) => ({ collection: COLLECTION_BY_KIND[kind], id });
  const pairLine = (what: string, { kind, a, b }: BothSided, text: string): Placed => [
    place(b.id),
    { key: `${what}/${b.id}`, text, was: thingThen(kind, a.id) },
  ];
  const nameB = (pair: BothSided) => changes.named[pair.kind](titleOf(pair.kind, pair.b) || canvas.noName);
  const touchpoint = (it: TouchpointView) => changes.named.touchpoint(it.title || canvas.noName);
  return [
    ...found.added.map((it): Placed => [place(it.thing.id), { key: `+${it.thing.id}`, text: say.added(named(it)) }]),
    ...found.gone.map(
      (it): Placed => [
        place(it.thing.id),
        { key: `-${it.thing.id}`, text: say.gone(named(it)), was: thingThen(it.kind, it.thing.id) },
      ],
    ),
    ...found.moved.map((it) => pairLine("moved", it, say.moved(nameB(it)))),
    ...found.reworded
      .filter(({ b }) => !isWithdrawn(b))
      .map((it) => pairLine("reworded", it, say.reworded(nameB(it), titleOf(it.kind, it.a) || canvas.noName))),
    ...found.described.map((it) =>
      pairLine(
        "described",
        it,
        say.described(
          nameB(it),
          it.facts.map((fact) => factWord(fact, words)),
        ),
      ),
    ),
    ...found.rerated.map((it): Placed => {
      const [before, after] = [feelingWord(words, it.meanA), feelingWord(words, it.meanB)];
      return [place(it.b.id), { key: `rated/${it.b.id}`, text: say.rerated(touchpoint(it.b), before, after) }];
    }),
    ...found.revalued.map((it): Placed => {
      const worth = (moment: typeof it.momentA) => (moment ? momentWord(words, moment.value) : say.noMoment);
      const text = say.revalued(touchpoint(it.b), worth(it.momentA), worth(it.momentB));
      return [place(it.b.id), { key: `moment/${it.b.id}`, text }];
    }),
  ];
}

/** What a field is called; fields of the document and of views have the same names. */
export function factWord(fact: string, { history }: Words): string {
  return new Map(Object.entries<string>(history.facts)).get(fact) ?? history.otherFact;
}

function titleOf(kind: OneSided["kind"], thing: OneSided["thing"] | BothSided["a"]): string {
  const all = thing as { readonly title?: string; readonly name?: string; readonly text?: string };
  return (kind === "card" ? all.text : kind === "lane" ? all.name : all.title) ?? "";
}

/** The phase that a thing stands in: now, or else then. Phases and lanes themselves stand in the frame. */
function phaseByThing(then: JourneyView, now: JourneyView): ReadonlyMap<Id, Id> {
  const phaseById = new Map<Id, Id>();
  for (const { phases } of [then, now])
    for (const phase of phases)
      for (const holder of [phase, ...phase.touchpoints]) {
        if (holder !== phase) phaseById.set(holder.id, phase.id);
        for (const card of Object.values(holder.cardsByLane).flat()) phaseById.set(card.id, phase.id);
      }
  return phaseById;
}

/** Of such a card nobody is told what it said before. */
function isWithdrawn(thing: BothSided["b"]): boolean {
  return "withdrawn" in thing && thing.withdrawn === true;
}
