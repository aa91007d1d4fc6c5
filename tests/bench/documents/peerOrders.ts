/**
 * What an application on a bare CRDT needs beside it: ids of our length, and order keys of our kind. The keys of a
 * cell's neighbours are simply remembered, where our commands look them up in the document.
 */

import type { BoardPlan } from "./contender.ts";
import { peerLibrary } from "./peers.ts";
import { plannedCards, type Slot } from "./trace.ts";

interface PositionStrings {
  readonly PositionSource: new () => { createBetween(left?: string, right?: string): string };
}

export interface Orders {
  /** Where a card lies now: `parent|lane|order`, with an order key between its neighbours'. */
  place(card: string, slot: Slot): string;
}

export function openOrders(base: ReadonlyMap<string, string>): Orders {
  const { PositionSource } = peerLibrary<PositionStrings>("position-strings");
  const source = new PositionSource();
  const orderByCard = new Map(base);
  return {
    place(card, { parent, lane, after, before }) {
      const left = after === undefined ? undefined : orderByCard.get(after);
      const right = before === undefined ? undefined : orderByCard.get(before);
      const order = source.createBetween(left, right);
      orderByCard.set(card, order);
      return `${idOf(parent)}|${idOf(lane)}|${order}`;
    },
  };
}

/** The first order keys of a planned board, and the places that they make. */
export function plannedPlaces(plan: BoardPlan): { orders: Map<string, string>; places: Map<string, string> } {
  const orders = openOrders(new Map());
  const lastByCell = new Map<string, string>();
  const places = new Map<string, string>();
  for (const { card, parent, lane } of plannedCards(plan)) {
    const after = lastByCell.get(`${parent}/${lane}`);
    places.set(card, orders.place(card, { parent, lane, ...(after ? { after } : {}) }));
    lastByCell.set(`${parent}/${lane}`, card);
  }
  const orderOf = (at: string) => at.slice(at.lastIndexOf("|") + 1);
  return { orders: new Map([...places].map(([card, at]) => [card, orderOf(at)])), places };
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const ID_LENGTH = 16;
const idByName = new Map<string, string>();

/** The id of a name: 16 characters that look random, the same for the same name. */
export function idOf(name: string): string {
  const known = idByName.get(name);
  if (known) return known;
  let id = "";
  let hash = 0x811c9dc5;
  for (let i = 0; i < ID_LENGTH; i++) {
    for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ (name.charCodeAt(at) + i), 0x01000193);
    id += ALPHABET[(hash >>> 9) & 63];
  }
  idByName.set(name, id);
  return id;
}
