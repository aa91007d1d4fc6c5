/** Our own model, through its door: commands, and the reader that a screen uses. */
import {
  type Actor,
  addCard,
  asBoardDocument,
  gradeCard,
  type Id,
  importJourney,
  type JourneyDraft,
  type JourneyView,
  markMoment,
  moveCard,
  newBoard,
  newId,
  type Outcome,
  openBoardReader,
  rate,
  readBoard,
  removeCard,
  rewordCard,
  stateOf,
  writeBody,
} from "@sameside/model";
import * as Y from "yjs";
import type { BoardPlan, Contender, Device } from "./contender.ts";
import { CARD_LANES, type Edit, plannedCards } from "./trace.ts";

const AUTHOR = newId();
/** The first millisecond of the workshop, and how long people take from edit to edit. */
const START = 1_790_000_000_000;
const PACE = 2_000;

export function openSameside(): Contender {
  const idByName = new Map<string, Id>();
  return {
    name: "Sameside",
    version: "0.1.0",
    base(plan) {
      const board = newBoard();
      done(importJourney(board, actor(AUTHOR), { draft: draftOf(plan) }));
      const journey = readBoard(board).journeys[0];
      if (!journey) throw new Error("The base board came out empty: importJourney no longer takes this draft.");
      for (const [name, id] of namesOf(journey, plan)) idByName.set(name, id);
      return stateV2(stateOf(board));
    },
    load(state) {
      const doc = new Y.Doc();
      Y.applyUpdateV2(doc, state);
      return doc;
    },
    open: (state, person) => openDevice(state, person, idByName),
  };
}

function openDevice(state: Uint8Array, person: string, baseIds: ReadonlyMap<string, Id>): Device {
  const doc = new Y.Doc();
  const board = asBoardDocument(doc);
  Y.applyUpdateV2(doc, state);
  const before = Y.encodeStateVector(doc);
  const reader = openBoardReader(board);
  const idByName = new Map(baseIds);
  const me = actor(person);
  // A text is changed by its author only; here the author sits at every laptop.
  const author = { ...me, person: AUTHOR };
  let sent = 0;
  doc.on("update", (update) => {
    sent += update.length;
  });
  const id = (name: string) => idByName.get(name) ?? name;

  return {
    edit(edit) {
      const made = apply(edit);
      if (made.outcome === "refused") throw new Error(`${edit.kind} was refused: ${made.reason}`);
    },
    onUpdate(hear) {
      doc.on("update", hear);
      return () => doc.off("update", hear);
    },
    changes: () => Y.encodeStateAsUpdate(doc, before),
    merge: (changes) => Y.applyUpdate(doc, changes),
    save: () => Y.encodeStateAsUpdateV2(doc),
    readAll: () => countCards(reader.view().journeys),
    followView: () => void reader.view(),
    sentBytes: () => sent,
  };

  function apply(edit: Edit): Outcome {
    switch (edit.kind) {
      case "type":
        return writeBody(board, author, { card: id(edit.card), body: edit.body });
      case "reword":
        return rewordCard(board, author, { card: id(edit.card), text: edit.text });
      case "move":
        return moveCard(board, me, { card: id(edit.card), ...slot(edit) });
      case "add": {
        const added = addCard(board, author, { ...slot(edit), text: edit.text });
        if (added.outcome === "done") idByName.set(edit.card, added.value);
        return added;
      }
      case "remove":
        return removeCard(board, me, { card: id(edit.card) });
      case "rate":
        return rate(board, me, { touchpoint: id(edit.touchpoint), value: edit.value });
      case "grade":
        return gradeCard(board, me, { card: id(edit.card), grade: edit.grade });
      case "moment":
        return markMoment(board, me, {
          touchpoint: id(edit.touchpoint),
          kind: "impression",
          value: edit.value,
          reason: edit.reason,
        });
    }
  }
  function slot(edit: { readonly parent: string; readonly lane: string; readonly before?: string }) {
    return {
      parent: id(edit.parent),
      lane: id(edit.lane),
      ...(edit.before === undefined ? {} : { before: id(edit.before) }),
    };
  }
}

function actor(person: Id): Actor {
  let time = START;
  return { person, role: "colleague", now: () => (time += PACE) };
}

function done(outcome: Outcome): void {
  if (outcome.outcome !== "done") throw new Error(`Expected done, got ${JSON.stringify(outcome)}`);
}

function draftOf(plan: BoardPlan): JourneyDraft {
  const cards = plannedCards(plan);
  return {
    title: "Reorder a part",
    customerType: "Workshop owner",
    variant: "actual",
    lanes: [
      { kind: "touchpoint", name: "Touchpoints" },
      { kind: "feeling", name: "Feeling" },
      ...CARD_LANES.map((name) => ({ kind: "pain" as const, name })),
    ],
    phases: Array.from({ length: plan.phases }, (_, phase) => ({
      title: `Phase ${phase}`,
      cards: [],
      touchpoints: Array.from({ length: plan.touchpointsPerPhase }, (__, nth) => {
        const name = `t${phase * plan.touchpointsPerPhase + nth}`;
        return {
          title: `Touchpoint ${name}`,
          cards: cards
            .filter((card) => card.parent === name)
            .map(({ lane, text }) => ({ lane: 2 + CARD_LANES.indexOf(lane), text })),
        };
      }),
    })),
  };
}

/** The trace's names for what the import made, found by place. */
function namesOf(journey: JourneyView, plan: BoardPlan): [string, Id][] {
  const idByLane = new Map(journey.lanes.map((lane) => [lane.name, lane.id]));
  const touchpoints = journey.phases.flatMap((phase) => phase.touchpoints);
  const next = new Map<string, number>();
  return [
    ...idByLane,
    ...touchpoints.map((touchpoint, index): [string, Id] => [`t${index}`, touchpoint.id]),
    ...plannedCards(plan).map(({ card, parent, lane }): [string, Id] => {
      const cell = touchpoints[Number(parent.slice(1))]?.cardsByLane[idByLane.get(lane) ?? ""];
      const index = next.get(`${parent}/${lane}`) ?? 0;
      next.set(`${parent}/${lane}`, index + 1);
      return [card, cell?.[index]?.id ?? ""];
    }),
  ];
}

function countCards(journeys: readonly JourneyView[]): number {
  return journeys
    .flatMap((journey) => journey.phases)
    .flatMap((phase) => [phase, ...phase.touchpoints])
    .reduce((sum, holder) => sum + Object.values(holder.cardsByLane).flat().length, 0);
}

function stateV2(state: Uint8Array): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return Y.encodeStateAsUpdateV2(doc);
}
