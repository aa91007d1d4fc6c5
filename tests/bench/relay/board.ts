/** A board as it is after two days of work: 300 cards that twenty people have moved, rated and reworded many times. */
import * as Y from "yjs";
import { openRandom } from "../../support/random.ts";

const CARDS = 300;
const PEOPLE = 20;
const FIRST_AUTHOR_ID = 1_000_000_000;
const EDITS_BETWEEN_LOOKS = 500;
const SEED = 389;

/** One update of at least `bytes`; the same at each call. */
export function makeBoard(bytes: number): Uint8Array {
  const random = openRandom(SEED);
  const doc = new Y.Doc();
  const cards = doc.getMap<Y.Map<unknown>>("cards");
  for (let card = 0; card < CARDS; card += 1) {
    doc.clientID = FIRST_AUTHOR_ID + (card % PEOPLE);
    const entity = new Y.Map<unknown>();
    entity.set("said", `What happened at stop ${card}`);
    entity.set("text", new Y.Text(`What happened at stop ${card}`));
    cards.set(`card-${card.toString(36).padStart(8, "0")}`, entity);
  }
  const all = [...cards.values()];
  let update = Y.encodeStateAsUpdate(doc);
  while (update.length < bytes) {
    for (let edit = 0; edit < EDITS_BETWEEN_LOOKS; edit += 1) {
      // Yjs takes edits of whoever its client id says: one document speaks for all twenty here.
      doc.clientID = FIRST_AUTHOR_ID + random.below(PEOPLE);
      const card = all[random.below(CARDS)];
      if (card) doc.transact(() => change(card, random.below(3), random.below(1_000)));
    }
    update = Y.encodeStateAsUpdate(doc);
  }
  doc.destroy();
  return update;
}

function change(card: Y.Map<unknown>, kind: number, n: number): void {
  const text = card.get("text");
  if (kind === 0) card.set("at", [`touchpoint-${n % 40}|doing|${n.toString(36)}`, n, `person-${n % PEOPLE}`]);
  else if (kind === 1) card.set("grade", ["heard", n, `person-${n % PEOPLE}`]);
  else if (text instanceof Y.Text) {
    const at = n % (text.length + 1);
    text.insert(at, ` word${n}`);
    if (text.length > 80) text.delete(n % 40, 20);
  }
}
