/** What the customers of a table want to talk about, and in which order (S2-14, P70, P71). */
import {
  addTopic,
  buildOnTopic,
  moveTopic,
  openHistory,
  readBoard,
  removeTopic,
  restore,
  rewordTopic,
  withdrawWords,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { ANNA, BERT, copyOf, done, exampleBoard, MIA, meet, person } from "./support/exampleBoard.ts";

const [CARA, DORA, EMIL] = [person("cara"), person("dora"), person("emil")];
type Board = ReturnType<typeof exampleBoard>;
const shape = (board: Board) =>
  (readBoard(board).topics ?? []).map(({ text, builtOn }) => [text, ...builtOn.map((it) => it.text)]);
const six = (board: Board) =>
  ["Waiting", "Prices", "Gate 3", "Returns", "Passwords", "Stock"].map((text) => done(addTopic(board, ANNA, { text })));

describe("the customers' topics (S2-14)", () => {
  it("4 customers reorder 6 on devices of their own, and 3 build-ons show as a thread", () => {
    const board = exampleBoard();
    const [waiting = "", prices = "", gate = "", returns = "", passwords = ""] = six(board);
    const boards = [board, copyOf(board), copyOf(board), copyOf(board)];
    const at = (index: number) => boards[index] ?? board;
    done(moveTopic(at(0), ANNA, { topic: passwords, before: waiting }));
    done(moveTopic(at(1), CARA, { topic: gate, before: waiting }));
    done(moveTopic(at(2), DORA, { topic: prices }));
    done(moveTopic(at(3), EMIL, { topic: returns, before: gate }));
    const first = done(buildOnTopic(at(1), CARA, { topic: waiting, text: "On Fridays it is worst" }));
    done(buildOnTopic(at(2), DORA, { topic: waiting, text: "For us on Mondays" }));
    for (const other of boards.slice(1)) meet(board, other);
    for (const other of boards.slice(1)) meet(board, other);
    done(buildOnTopic(board, EMIL, { topic: first, text: "From two o'clock on" }));
    for (const other of boards.slice(1)) meet(board, other);
    for (const other of boards) expect(readBoard(other).topics).toEqual(readBoard(board).topics);
    const shown = shape(board);
    expect(shown).toHaveLength(6);
    expect(shown.find(([text]) => text === "Waiting")).toEqual([
      "Waiting",
      "On Fridays it is worst",
      "For us on Mondays",
      "From two o'clock on",
    ]);
    expect(shown.map(([text]) => text).indexOf("Passwords")).toBeLessThan(
      shown.findIndex(([text]) => text === "Waiting"),
    );
    expect(shown.at(-1)).toEqual(["Prices"]);
  });

  it("are read by colleagues and not written; who helps at the table may write", () => {
    const board = exampleBoard();
    const [waiting = ""] = six(board);
    const refusal = { outcome: "refused", reason: "not-yours" };
    expect(addTopic(board, BERT, { text: "Our roadmap" })).toEqual(refusal);
    expect(buildOnTopic(board, BERT, { topic: waiting, text: "But" })).toEqual(refusal);
    expect(moveTopic(board, BERT, { topic: waiting })).toEqual(refusal);
    expect(rewordTopic(board, CARA, { topic: waiting, text: "Other" })).toEqual(refusal);
    expect(removeTopic(board, CARA, { topic: waiting })).toEqual(refusal);
    done(addTopic(board, MIA, { text: "For who does not type" }));
    done(rewordTopic(board, ANNA, { topic: waiting, text: "Waiting for a call" }));
    expect(shape(board)[0]).toEqual(["Waiting for a call"]);
    expect(addTopic(board, ANNA, { text: "  " })).toEqual({ outcome: "nothing" });
    expect(addTopic(board, ANNA, { text: "x".repeat(2_001) })).toMatchObject({ reason: "too-long" });
    expect(moveTopic(board, ANNA, { topic: "gone" })).toMatchObject({ reason: "gone" });
  });

  it("that were removed let what was built on them stand, and come back by undo and by restoring", () => {
    const board = exampleBoard();
    const [waiting = ""] = six(board);
    done(buildOnTopic(board, CARA, { topic: waiting, text: "On Fridays" }));
    const before = readBoard(board).topics;
    const history = openHistory(board, ANNA);
    const removed = removeTopic(board, ANNA, { topic: waiting });
    if (removed.outcome === "done") history.add(removed.changes);
    expect(shape(board)).toHaveLength(6);
    expect(shape(board).at(-1)).toEqual(["On Fridays"]);
    done(history.undo());
    expect(readBoard(board).topics).toEqual(before);
    done(history.redo());
    done(restore(board, MIA, { collection: "topics", id: waiting }));
    expect(readBoard(board).topics).toEqual(before);
  });

  it("of who withdraws are empty, and what others built on them is not", () => {
    const board = exampleBoard();
    const [waiting = ""] = six(board);
    done(buildOnTopic(board, CARA, { topic: waiting, text: "On Fridays" }));
    done(withdrawWords(board, MIA, { person: "anna", time: Number.MAX_SAFE_INTEGER }));
    expect(readBoard(board).topics?.[0]).toMatchObject({
      text: "",
      withdrawn: true,
      builtOn: [{ text: "On Fridays" }],
    });
  });
});
