/** Automerge: a map of maps for each collection, whole strings for fields, a collaborative string for the long text. */
import type { BoardPlan, Contender, Device } from "./contender.ts";
import { idOf, openOrders, plannedPlaces } from "./peerOrders.ts";
import { peerLibrary, peerVersion } from "./peers.ts";
import { type Edit, plannedCards, plannedTouchpoints } from "./trace.ts";

type Fields = Record<string, unknown>;
type Board = Record<"phases" | "touchpoints" | "cards" | "ratings" | "moments", Record<string, Fields>>;
interface Automerge {
  from(board: Board): Board;
  load(bytes: Uint8Array): Board;
  change(board: Board, body: (draft: Board) => void): Board;
  splice(board: Board, path: readonly string[], index: number, remove: number, insert: string): void;
  getHeads(board: Board): unknown;
  getLastLocalChange(board: Board): Uint8Array | undefined;
  saveSince(board: Board, heads: unknown): Uint8Array;
  loadIncremental(board: Board, bytes: Uint8Array): Board;
  save(board: Board): Uint8Array;
  /** A string that is replaced whole. */
  readonly ImmutableString: new (
    text: string,
  ) => unknown;
}

export function openAutomerge(): Contender {
  const automerge = peerLibrary<Automerge>("@automerge/automerge");
  let orders = new Map<string, string>();
  return {
    name: "Automerge",
    version: peerVersion("@automerge/automerge"),
    base(plan) {
      const planned = plannedPlaces(plan);
      orders = planned.orders;
      return automerge.save(automerge.from(baseOf(automerge, plan, planned.places)));
    },
    load: (state) => automerge.load(state),
    open: (state, person) => openDevice(automerge, state, person, orders),
  };
}

function baseOf(automerge: Automerge, plan: BoardPlan, places: ReadonlyMap<string, string>): Board {
  const whole = (text: string) => new automerge.ImmutableString(text);
  const phases = Array.from({ length: plan.phases }, (_, phase): [string, Fields] => [
    idOf(`p${phase}`),
    { title: whole(`Phase ${phase}`) },
  ]);
  return {
    phases: Object.fromEntries(phases),
    touchpoints: Object.fromEntries(
      plannedTouchpoints(plan).map((name) => [idOf(name), { title: whole(`Touchpoint ${name}`) }]),
    ),
    cards: Object.fromEntries(
      plannedCards(plan).map(({ card, text }) => [idOf(card), newCard(automerge, text, places.get(card) ?? "")]),
    ),
    ratings: {},
    moments: {},
  };
}

function newCard({ ImmutableString }: Automerge, text: string, at: string): Fields {
  return {
    author: new ImmutableString(idOf("author")),
    at: new ImmutableString(at),
    text: new ImmutableString(text),
    grade: new ImmutableString("assumed"),
    body: "",
  };
}

function openDevice(
  automerge: Automerge,
  state: Uint8Array,
  person: string,
  base: ReadonlyMap<string, string>,
): Device {
  let board = automerge.load(state);
  const before = automerge.getHeads(board);
  const orders = openOrders(base);
  const whole = (text: string) => new automerge.ImmutableString(text);
  let sent = 0;

  return {
    edit(edit) {
      board = automerge.change(board, (draft) => apply(draft, edit));
      sent += automerge.getLastLocalChange(board)?.length ?? 0;
    },
    changes: () => automerge.saveSince(board, before),
    merge(changes) {
      board = automerge.loadIncremental(board, changes);
    },
    save: () => automerge.save(board),
    readAll: () => Object.values(board.cards).filter((card) => card["del"] !== true).length,
    sentBytes: () => sent,
  };

  function apply(draft: Board, edit: Edit): unknown {
    const set = (name: string, field: string, value: unknown) => {
      const card = draft.cards[idOf(name)];
      if (card) card[field] = value;
    };
    switch (edit.kind) {
      case "type":
        return automerge.splice(draft, ["cards", idOf(edit.card), "body"], edit.at, edit.remove, edit.insert);
      case "reword":
        return set(edit.card, "text", whole(edit.text));
      case "move":
        return set(edit.card, "at", whole(orders.place(edit.card, edit)));
      case "add":
        draft.cards[idOf(edit.card)] = newCard(automerge, edit.text, orders.place(edit.card, edit));
        return undefined;
      case "remove":
        return set(edit.card, "del", true);
      case "grade":
        return set(edit.card, "grade", whole(edit.grade));
      case "rate":
        entity(draft, "ratings", `${idOf(edit.touchpoint)}~${person}`)["value"] = edit.value;
        return undefined;
      case "moment": {
        const moment = entity(draft, "moments", idOf(`m${edit.touchpoint}`));
        moment["value"] = edit.value;
        moment["reason"] = whole(edit.reason);
        return undefined;
      }
    }
  }
  function entity(draft: Board, collection: "ratings" | "moments", id: string): Fields {
    draft[collection][id] ??= {};
    return draft[collection][id] as Fields;
  }
}
