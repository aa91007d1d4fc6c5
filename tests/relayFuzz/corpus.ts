/** Frames as honest devices send them, and a few that are right in form and hostile in kind: what the fuzzer mutates. */
import {
  encodeMessage,
  MESSAGE_AWARENESS,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_SAMESIDE,
  MESSAGE_SYNC,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from "@sameside/protocol";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { presenceFrameOf } from "../relay/roomDevice.ts";
import { nestedMaps, overwriteOfOutermost, recordedDoc, updateOf } from "../relay/testDocs.ts";

const RIGHTS = { customer: "write", colleague: "write", moderator: "write" } as const;
const DEEP = 5_000;
const TIME = 1_800_000_000_000;

/** @param client an id no honest device has; the documents are its own and those of the next few */
export function recordFrames(client: number, person: string): Uint8Array<ArrayBuffer>[] {
  return [...syncFrames(client), ...presenceFrames(client, person), ...samesideFrames(person)];
}

function syncFrames(client: number): Uint8Array<ArrayBuffer>[] {
  const { doc, updates } = recordedDoc(client);
  const cards = doc.getMap<unknown>("cards");
  const card = new Y.Map<unknown>([["at", ["a|b|c", TIME, "mallory"]]]);
  cards.set("card", card);
  const body = new Y.Text("waits on the phone");
  card.set("body", body);
  body.insert(5, " for half an hour");
  body.delete(0, 3);
  for (let edit = 0; edit < 5; edit += 1) card.set("title", `title ${edit}`);
  cards.set("plain", { deep: [{ er: [1, 2, 3] }], text: "x".repeat(300) });
  cards.delete("plain");
  const hostile = [
    nestedMaps(client + 1, 3),
    nestedMaps(client + 2, 8),
    overwriteOfOutermost(client + 1, client + 3),
    updateOf(client + 4, (other) => other.getArray("list").insert(0, [new Y.Map(), 1, "two"])),
    updateOf(client + 5, (other) => other.getXmlFragment("xml").insert(0, [new Y.XmlElement("script")])),
    updateOf(client + 6, (other) => other.getMap("cards").set("sub", new Y.Doc())),
    updateOf(client + 7, (other) => other.getMap("__proto__").set("constructor", { __proto__: { polluted: true } })),
  ];
  const state = Y.encodeStateAsUpdate(doc);
  return [
    syncFrame(SYNC_STEP_1, new Uint8Array([0])),
    syncFrame(SYNC_STEP_1, Y.encodeStateVector(doc)),
    syncFrame(SYNC_STEP_2, state),
    syncFrame(SYNC_STEP_2, new Uint8Array([0, 0])),
    ...[...updates, ...hostile].map((update) => syncFrame(SYNC_UPDATE, update)),
    syncFrame(9, state),
  ];
}

function presenceFrames(client: number, person: string): Uint8Array<ArrayBuffer>[] {
  const state = JSON.stringify({ person, role: "customer", cursor: { journey: "j", x: 1, y: 2 } });
  const many = Array.from({ length: 40 }, (_, index) => ({ clientId: client + index, clock: 1, state: "{}" }));
  return [
    presenceFrameOf([{ clientId: client, clock: 1, state }]),
    presenceFrameOf([{ clientId: client, clock: 2, state: "null" }]),
    presenceFrameOf([{ clientId: client, clock: 3, state: JSON.stringify({ person: "somebody-else" }) }]),
    presenceFrameOf([{ clientId: client, clock: 4, state: "x".repeat(5_000) }]),
    presenceFrameOf(many),
    Uint8Array.of(MESSAGE_QUERY_AWARENESS),
  ].map((frame) => new Uint8Array(frame));
}

function samesideFrames(person: string): Uint8Array<ArrayBuffer>[] {
  const row = { topic: "name", person, item: "today", value: "Mallory", time: TIME } as const;
  return [
    encodeMessage({ say: "answersPut", rows: [row, { ...row, topic: "vote", item: "v1", value: { pick: 1 } }] }),
    encodeMessage({ say: "answersPut", rows: Array.from({ length: 100 }, (_, n) => ({ ...row, item: `i${n}` })) }),
    encodeMessage({ say: "reveal", items: [{ topic: "rating", item: "t1" }] }),
    encodeMessage({ say: "step", step: { id: "look", n: 1, rights: RIGHTS } }),
    samesideText('{"say":"answersPut","rows":[{"__proto__":{"polluted":true},"constructor":{"prototype":{}}}]}'),
    samesideText(`{"say":"answersPut","rows":${"[".repeat(DEEP)}${"]".repeat(DEEP)}}`),
    samesideText(`{"say":"${"a".repeat(20_000)}"}`),
    samesideText("null"),
  ];
}

function syncFrame(type: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, payload);
  return new Uint8Array(encoding.toUint8Array(encoder));
}

function samesideText(text: string): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SAMESIDE);
  encoding.writeVarString(encoder, text);
  return new Uint8Array(encoding.toUint8Array(encoder));
}

/** Types of messages there are, and some that there are not. */
export const MESSAGE_TYPES = [MESSAGE_SYNC, MESSAGE_AWARENESS, 2, MESSAGE_QUERY_AWARENESS, MESSAGE_SAMESIDE, 77, 255];
