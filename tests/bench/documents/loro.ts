/** Loro: a map of maps for each collection, last-writer-wins fields, a text container for the long text. */
import type { BoardPlan, Contender, Device } from "./contender.ts";
import { idOf, openOrders, plannedPlaces } from "./peerOrders.ts";
import { peerLibrary, peerVersion } from "./peers.ts";
import { type Edit, plannedCards, plannedTouchpoints } from "./trace.ts";

interface LoroText {
  insert(index: number, text: string): void;
  delete(index: number, length: number): void;
}
interface LoroMap {
  get(key: string): unknown;
  set(key: string, value: string | number | boolean): void;
  setContainer<C>(key: string, container: C): C;
  toJSON(): Record<string, unknown>;
}
interface LoroDoc {
  getMap(name: string): LoroMap;
  commit(): void;
  import(bytes: Uint8Array): unknown;
  export(mode: { mode: "snapshot" } | { mode: "update"; from: unknown }): Uint8Array;
  version(): unknown;
  toJSON(): unknown;
  subscribeLocalUpdates(listener: (bytes: Uint8Array) => void): () => void;
}
interface Loro {
  readonly LoroDoc: new () => LoroDoc;
  readonly LoroMap: new () => LoroMap;
  readonly LoroText: new () => LoroText;
}

export function openLoro(): Contender {
  const loro = peerLibrary<Loro>("loro-crdt");
  let orders = new Map<string, string>();
  return {
    name: "Loro",
    version: peerVersion("loro-crdt"),
    base(plan) {
      const planned = plannedPlaces(plan);
      orders = planned.orders;
      return baseOf(loro, plan, planned.places);
    },
    load(state) {
      const doc = new loro.LoroDoc();
      doc.import(state);
      return doc;
    },
    open: (state, person) => openDevice(loro, state, person, orders),
  };
}

function baseOf(loro: Loro, plan: BoardPlan, places: ReadonlyMap<string, string>): Uint8Array {
  const doc = new loro.LoroDoc();
  for (let phase = 0; phase < plan.phases; phase++)
    doc
      .getMap("phases")
      .setContainer(idOf(`p${phase}`), new loro.LoroMap())
      .set("title", `Phase ${phase}`);
  for (const name of plannedTouchpoints(plan))
    doc.getMap("touchpoints").setContainer(idOf(name), new loro.LoroMap()).set("title", `Touchpoint ${name}`);
  for (const { card, text } of plannedCards(plan)) createCard(loro, doc, card, text, places.get(card) ?? "");
  doc.commit();
  return doc.export({ mode: "snapshot" });
}

function createCard(loro: Loro, doc: LoroDoc, name: string, text: string, at: string): void {
  const card = doc.getMap("cards").setContainer(idOf(name), new loro.LoroMap());
  card.set("author", idOf("author"));
  card.set("at", at);
  card.set("text", text);
  card.set("grade", "assumed");
  card.setContainer("body", new loro.LoroText());
}

function openDevice(loro: Loro, state: Uint8Array, person: string, base: ReadonlyMap<string, string>): Device {
  const doc = new loro.LoroDoc();
  doc.import(state);
  const before = doc.version();
  const orders = openOrders(base);
  const cards = doc.getMap("cards");
  const card = (name: string) => cards.get(idOf(name)) as LoroMap;
  let sent = 0;
  doc.subscribeLocalUpdates((bytes) => {
    sent += bytes.length;
  });

  return {
    edit(edit) {
      apply(edit);
      doc.commit();
    },
    changes: () => doc.export({ mode: "update", from: before }),
    merge: (changes) => void doc.import(changes),
    save: () => doc.export({ mode: "snapshot" }),
    readAll: () =>
      Object.values(doc.toJSON() as Record<string, Record<string, { del?: boolean }>>)
        .flatMap((collection) => Object.values(collection))
        .filter((it) => "at" in it && !it.del).length,
    sentBytes: () => sent,
  };

  function apply(edit: Edit): unknown {
    switch (edit.kind) {
      case "type": {
        const body = card(edit.card).get("body") as LoroText;
        if (edit.remove > 0) body.delete(edit.at, edit.remove);
        return body.insert(edit.at, edit.insert);
      }
      case "reword":
        return card(edit.card).set("text", edit.text);
      case "move":
        return card(edit.card).set("at", orders.place(edit.card, edit));
      case "add":
        return createCard(loro, doc, edit.card, edit.text, orders.place(edit.card, edit));
      case "remove":
        return card(edit.card).set("del", true);
      case "grade":
        return card(edit.card).set("grade", edit.grade);
      case "rate":
        return entity("ratings", `${idOf(edit.touchpoint)}~${person}`).set("value", edit.value);
      case "moment": {
        const moment = entity("moments", idOf(`m${edit.touchpoint}`));
        moment.set("value", edit.value);
        return moment.set("reason", edit.reason);
      }
    }
  }
  function entity(collection: string, id: string): LoroMap {
    const root = doc.getMap(collection);
    return (root.get(id) as LoroMap | undefined) ?? root.setContainer(id, new loro.LoroMap());
  }
}
