/** A board with the example journey, and people at it. */
import {
  type Actor,
  type BoardDocument,
  EXAMPLE_JOURNEY,
  importJourney,
  mergeInto,
  newBoard,
  type Outcome,
  readBoard,
  stateOf,
} from "@sameside/model";

/** One clock for all: what is said later in a test is later, whoever says it. */
let time = 1_000;

export function person(id: string, role: Actor["role"] = "customer"): Actor {
  return { person: id, role, now: () => time++ };
}

export const ANNA = person("anna");
export const BERT = person("bert", "colleague");
export const MIA = person("mia", "moderator");

/** What a command returned. @throws Error when it was refused or had nothing to do */
export function done<T>(outcome: Outcome<T>): T {
  if (outcome.outcome !== "done") throw new Error(`expected done, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}

export function exampleBoard(): BoardDocument {
  const board = newBoard();
  done(importJourney(board, person("facilitator", "facilitator"), { draft: EXAMPLE_JOURNEY }));
  return board;
}

/** The same board on another device. */
export function copyOf(board: BoardDocument): BoardDocument {
  const copy = newBoard();
  mergeInto(copy, stateOf(board));
  return copy;
}

/** Both boards hold what each of them held. */
export function meet(a: BoardDocument, b: BoardDocument): void {
  const [stateA, stateB] = [stateOf(a), stateOf(b)];
  mergeInto(a, stateB);
  mergeInto(b, stateA);
}

/** The first touchpoint of the example that has a card, with that card; and the touchpoint after it. */
export function spot(board: BoardDocument) {
  const journey = readBoard(board).journeys[0];
  const phase = journey?.phases[0];
  const [touchpoint, next] = phase?.touchpoints ?? [];
  const card = Object.values(touchpoint?.cardsByLane ?? {}).flat()[0];
  if (!journey || !phase || !touchpoint || !next || !card) throw new Error("the example has no such place");
  return { journey, phase, touchpoint, next, card };
}
