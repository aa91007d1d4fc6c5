/** One editor's edits, made beforehand by a real document: each moves the editor's card by a register, as our model does. */
import * as Y from "yjs";
import { cardKey, FIRST_CLIENT_ID } from "../layout.ts";
import { updateFrame } from "./frames.ts";

export interface EditChain {
  /** The frames of edits `from` to `to` (exclusive). Edit n is the one Yjs item with clock n of this client. */
  frames(from: number, to: number): Uint8Array;
}

/** Edit 0 makes the card, the others move it. @param client number of the client in the layout */
export function makeEditChain(client: number, edits: number, prefix: Uint8Array): EditChain {
  const id = FIRST_CLIENT_ID + client;
  const frames: Buffer[] = [];
  const doc = new Y.Doc();
  doc.clientID = id;
  doc.on("update", (update: Uint8Array) => frames.push(updateFrame(prefix, update)));
  const card = new Y.Map<unknown>();
  doc.getMap("cards").set(cardKey(id), card);
  for (let edit = 1; edit < edits; edit += 1)
    card.set("at", [`phase${edit % 7}|doing|a${edit % 90}`, edit, `p${client}`]);
  doc.destroy();
  const starts = [0];
  for (const frame of frames) starts.push((starts.at(-1) ?? 0) + frame.length);
  const bytes = Buffer.concat(frames);
  return { frames: (from, to) => bytes.subarray(starts[from], starts[to]) };
}

/** How far an editor's card has come in a document: the number of its last edit; −1 = the card is not there. */
export function lastEditIn(doc: Y.Doc, client: number): number {
  const card = doc.getMap("cards").get(cardKey(FIRST_CLIENT_ID + client));
  if (!(card instanceof Y.Map)) return -1;
  const at: unknown = card.get("at");
  return Array.isArray(at) && typeof at[1] === "number" ? at[1] : 0;
}
