/** What is answered alone, on devices of one workshop at the real relay: all frames and all that a device keeps are read. */
import { openAnswers } from "@sameside/replica";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openRaw, type RawClient } from "../relay/rawClient.ts";
import { newDevice, openNotes, ROOM, rowsOnDisk, settled, until, WORKSHOP } from "./support/notes.ts";
import { type RealRelay, startRealRelay } from "./support/realRelay.ts";
import { publishFrom, seatBy } from "./support/workshop.ts";

let relay: RealRelay;
const closes: (() => unknown)[] = [];
beforeEach(async () => {
  relay = await startRealRelay();
});
afterEach(async () => {
  for (const close of closes.splice(0)) await close();
  await relay.end();
});

async function enter(token: string) {
  const device = newDevice();
  const answers = await openAnswers(WORKSHOP, device);
  const board = await openNotes(device, { open: relay.link(token), answers });
  const raw = openRaw(relay.origin, ROOM, token);
  closes.push(
    () => board.close(),
    () => answers.close(),
    () => raw.end(),
  );
  return { device, answers, raw };
}

/** Everything on the device, and everything its wire was told, as text. */
async function allTraces(device: IDBFactory, raw: RawClient): Promise<string> {
  const database = await settled(device.open("sameside"));
  const tables = [...database.objectStoreNames];
  database.close();
  const rows = await Promise.all(tables.map((table) => rowsOnDisk(device, table)));
  return JSON.stringify([rows, raw.heard]);
}

it("is on no other device and in no frame before the reveal; a vote's author never (N4)", async () => {
  const owner = await publishFrom(newDevice(), relay);
  const [annSeat, mateSeat] = [await seatBy(owner.writeCode, relay), await seatBy(owner.writeCode, relay)];
  const [leader, ann, mate] = [await enter(owner.write), await enter(annSeat.token), await enter(mateSeat.token)];
  const { person } = annSeat;
  await ann.answers.put({ topic: "rating", person, item: "touchpoint1", value: { value: 0.987654 } });
  await ann.answers.put({ topic: "vote", person, item: "round1", value: ["secretChoice"] });
  for (const { answers } of [mate, leader]) {
    await until(answers.subscribe, () => answers.tally("rating", "touchpoint1"));
    await until(answers.subscribe, () => answers.tally("vote", "round1"));
  }
  for (const { device, raw } of [mate, leader]) {
    const traces = await allTraces(device, raw);
    expect(traces).toContain('"people":1');
    for (const trace of ["0.987654", "secretChoice", person]) expect(traces).not.toContain(trace);
  }

  await leader.answers.reveal([
    { topic: "rating", item: "touchpoint1" },
    { topic: "vote", item: "round1" },
  ]);
  await until(mate.answers.subscribe, () => mate.answers.openedRows("rating")[0]);
  await mate.answers.put({ topic: "rating", person: mateSeat.person, item: "touchpoint1", value: { value: 0 } });
  await until(mate.answers.subscribe, () => mate.answers.refused()[0]);
  expect(mate.answers.openedRows("rating")).toMatchObject([{ person, value: { value: 0.987654 } }]);
  for (const { answers, device, raw } of [mate, leader]) {
    expect(answers.rows("vote")).toEqual([]);
    const traces = await allTraces(device, raw);
    expect(traces).toContain("0.987654");
    expect(traces).not.toContain("secretChoice");
    expect(traces).not.toContain(`vote/${person}`);
  }
});
