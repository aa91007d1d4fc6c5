/** Laptops that come back from an offline day, all at once: what is merged is what one merge of all gives, here and on disk. */
import assert from "node:assert/strict";
import * as Y from "yjs";
import { type ScriptedRelay, startScriptedRelay } from "../../replica/support/scriptedRelay.ts";
import { openRandom } from "../../support/random.ts";
import { withProfile } from "./fault.ts";

export interface LaptopsAmounts {
  readonly laptops: number;
  readonly edits: number;
  readonly seed: number;
}

/** Notes that all of them know, so that most edits meet others. */
const SHARED = 300;

/** @returns how many notes there are in the end. @throws when the page, or its disk, holds anything else. */
export async function mergeLaptops(url: string, { laptops, edits, seed }: LaptopsAmounts): Promise<number> {
  const base = new Y.Doc();
  for (let note = 0; note < SHARED; note += 1) base.getMap("notes").set(`shared${note}`, "as it was");
  const begun = Y.encodeStateAsUpdate(base);
  const brought = Array.from({ length: laptops }, (_, laptop) => offlineDay(begun, laptop, edits, seed + laptop));
  const oneMerge = new Y.Doc();
  for (const update of [begun, ...brought]) Y.applyUpdate(oneMerge, update);
  const expected = contents(oneMerge);

  const relay = await startScriptedRelay();
  try {
    return await withProfile(async (profile) => {
      const session = await profile.launch();
      const page = await session.open(url);
      const [visit] = await Promise.all([
        greeted(relay),
        page.evaluate((link) => window.faults.connect(link), relay.link),
      ]);
      for (const update of [begun, ...brought, lastWord()]) visit.update(update);
      await page.evaluate(() => window.faults.heardLast());
      await page.evaluate(() => window.faults.saved());
      assert.deepEqual(await page.evaluate(() => window.faults.contents()), expected, "the page shows something else");
      await session.kill();

      const again = await profile.launch();
      const reopened = await again.open(url);
      assert.deepEqual(
        await reopened.evaluate(() => window.faults.contents()),
        expected,
        "the disk holds something else",
      );
      await again.close();
      return Object.keys(expected).length;
    });
  } finally {
    await relay.close();
  }
}

/** What one laptop did: its own notes, the shared ones written anew, and some of either taken away. */
function offlineDay(begun: Uint8Array, laptop: number, edits: number, seed: number): Uint8Array {
  const random = openRandom(seed);
  const doc = new Y.Doc();
  doc.clientID = laptop + 1;
  Y.applyUpdate(doc, begun);
  const before = Y.encodeStateVector(doc);
  const notes = doc.getMap<string>("notes");
  for (let edit = 0; edit < edits; edit += 1) {
    const shared = `shared${random.below(SHARED)}`;
    const key = random.chance(0.5) ? shared : `laptop${laptop}/${random.below(SHARED)}`;
    if (random.chance(0.05)) notes.delete(key);
    else notes.set(key, `${laptop} says ${edit}`);
  }
  return Y.encodeStateAsUpdate(doc, before);
}

/** What comes in behind all else. */
function lastWord(): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap("last").set("word", true);
  return Y.encodeStateAsUpdate(doc);
}

function contents(doc: Y.Doc): Record<string, unknown> {
  return doc.getMap("notes").toJSON();
}

async function greeted(relay: ScriptedRelay) {
  const visit = await relay.visit();
  visit.say({ say: "hello", now: Date.now(), person: "faults", role: "colleague", table: null });
  visit.say({ say: "rights", right: "write" });
  return visit;
}
