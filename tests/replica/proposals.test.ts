/** Changes on their way to who leads the table (SPEC S22). */

import { gzipSync } from "node:zlib";
import { checkAnswer } from "@sameside/model";
import { limits } from "@sameside/protocol";
import {
  type Answers,
  answerProposal,
  openAnswers,
  type Proposal,
  ProposalTooLargeError,
  proposalRows,
  readProposals,
  takeBackProposal,
  unpackProposal,
} from "@sameside/replica";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newDevice, openNotes, ROOM, until, untilStatus, WORKSHOP } from "./support/notes.ts";
import { type RealRelay, startRealRelay } from "./support/realRelay.ts";
import { publishFrom, seatBy, type Tokens } from "./support/workshop.ts";

/** Bytes that no gzip makes smaller. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let start = 0; start < length; start += 65_536) crypto.getRandomValues(bytes.subarray(start, start + 65_536));
  return bytes;
}

const sent = (update: Uint8Array) => proposalRows({ person: "bert", room: ROOM, update, changes: 12 });
const stamped = (rows: Awaited<ReturnType<typeof sent>>["rows"]) => rows.map((row) => ({ ...row, time: 1 }));

describe("a proposal in parts", () => {
  it("is the same edits again, in whatever order the parts come, and each part is an answer of the topic", async () => {
    const update = noise(20_000);
    const { id, rows } = await sent(update);
    expect(rows.length).toBeGreaterThan(10);
    for (const { item, value } of rows)
      expect(checkAnswer("proposal", item, value, { items: [] })).toEqual({ ok: true, value });
    const [proposal] = readProposals(stamped(rows).toReversed());
    expect(proposal).toMatchObject({ id, person: "bert", room: ROOM, changes: 12 });
    expect(await unpackProposal(proposal?.parts ?? [])).toEqual(update);
  });

  it("has no parts to read while one is missing, and none when it was taken back", async () => {
    const { id, rows } = await sent(noise(8_000));
    const here = stamped(rows);
    expect(readProposals(here.slice(1))[0]?.parts).toBeUndefined();
    const back = takeBackProposal(here, id);
    expect(back).toHaveLength(rows.length);
    expect(readProposals(back.map((row) => ({ ...row, time: 2 })))).toEqual([]);
  });

  it("says what became of it", async () => {
    const { id, rows } = await sent(noise(100));
    const answer = answerProposal({ id, person: "bert" }, { taken: 2, of: 3, word: "Thanks" });
    expect(checkAnswer("proposal", answer.item, answer.value, { items: [] }).ok).toBe(true);
    const [proposal] = readProposals([...stamped(rows), { ...answer, time: 2 }]);
    expect(proposal?.answer).toEqual({ taken: 2, of: 3, word: "Thanks" });
  });

  it("is refused when it is too much for answers, as large as it may be it is not", async () => {
    const most = Math.floor((limits.MAX_PROPOSAL_PARTS * limits.MAX_PROPOSAL_PART_LENGTH * 3) / 4);
    await expect(sent(noise(most))).rejects.toThrow(ProposalTooLargeError);
    expect((await sent(noise(most - 1_000))).rows.length).toBeLessThanOrEqual(limits.MAX_PROPOSAL_PARTS);
  });

  it("is not unpacked beyond what may be sent: a few kilobytes may claim to be a gigabyte", async () => {
    const bomb = Buffer.concat([Buffer.of(1), gzipSync(Buffer.alloc(limits.MAX_PROPOSAL_BYTES + 1))]);
    expect(bomb.length).toBeLessThan(10_000);
    await expect(unpackProposal([bomb.toString("base64url")])).rejects.toThrow("larger than any");
    await expect(unpackProposal(["AQID"])).rejects.toThrow();
    await expect(unpackProposal(["CQID"])).rejects.toThrow("newer Sameside");
  });

  it("leaves out what is no part", () => {
    const row = { topic: "proposal", person: "bert", time: 1 } as const;
    const values = [null, 3, "x", {}, { part: -1, of: 1, changes: 1, room: ROOM, data: "" }, { taken: 1 }];
    expect(readProposals(values.map((value, index) => ({ ...row, item: `id-${index}`, value })))).toEqual([]);
    const huge = { part: 0, of: 1e9, changes: 1, room: ROOM, data: "" };
    expect(readProposals([{ ...row, item: "id-0", value: huge }])[0]?.parts).toBeUndefined();
  });
});

describe("over a relay", () => {
  let relay: RealRelay;
  let tokens: Tokens;
  const closing: (() => Promise<void>)[] = [];
  beforeEach(async () => {
    relay = await startRealRelay();
    tokens = await publishFrom(newDevice(), relay);
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    await relay.end();
  });

  async function connected(token: string): Promise<Answers> {
    const factory = newDevice();
    const answers = await openAnswers(WORKSHOP, factory);
    const replica = await openNotes(factory, { answers, open: relay.link(token) });
    await untilStatus(replica, ({ wire }) => wire === "online");
    closing.push(replica.close, answers.close);
    return answers;
  }

  const proposalsOf = (answers: Answers, isIt: (proposal: Proposal) => boolean) =>
    until(answers.subscribe, () => readProposals(answers.rows("proposal")).find(isIt));

  it("it reaches who leads the table, and nobody beside; the answer reaches its person", async () => {
    const seat = await seatBy(tokens.writeCode, relay);
    const [chief, bert, cleo] = await Promise.all([
      connected(tokens.write),
      connected(seat.token),
      connected((await seatBy(tokens.writeCode, relay)).token),
    ]);
    const update = noise(5_000);
    const { id, rows } = await proposalRows({ person: seat.person, room: ROOM, update, changes: 2 });
    await Promise.all(rows.map((row) => bert.put(row)));
    const proposal = await proposalsOf(chief, ({ parts }) => parts !== undefined);
    expect(proposal).toMatchObject({ id, person: seat.person });
    expect(await unpackProposal(proposal.parts ?? [])).toEqual(update);

    await chief.put(answerProposal(proposal, { taken: 1, of: 2 }));
    const answered = await proposalsOf(bert, ({ answer }) => answer !== undefined);
    expect(answered.answer).toEqual({ taken: 1, of: 2 });
    // What all may read comes after it, over the same connection, and nothing of the proposal has come before.
    await chief.put({ topic: "name", person: tokens.person, item: "today", value: "Chief" });
    await until(cleo.subscribe, () => cleo.rows("name")[0]);
    expect(cleo.rows("proposal")).toEqual([]);
  });
});
