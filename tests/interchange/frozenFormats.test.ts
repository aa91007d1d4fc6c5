/** A file that somebody saved opens for ever. These were written once and are never written again (SPEC D7, I6). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSameside } from "@sameside/interchange";
import { boardFromState, mergeInto, readBoard } from "@sameside/model";
import { expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "../fixtures/format1");

it("a board of format 1 reads as it did on the day it was saved", () => {
  const read = readSameside(new Uint8Array(readFileSync(join(FOLDER, "board.sameside"))));
  if (!read.ok) throw new Error(`refused: ${read.problem.code}`);
  const [document] = read.contents.documents;
  if (!document) throw new Error("no document");
  const board = boardFromState(document.state);
  // Later versions may say more of a thing, never something else.
  expect(readBoard(board)).toMatchObject(JSON.parse(readFileSync(join(FOLDER, "board.view.json"), "utf8")));
  const before = readBoard(board);
  mergeInto(board, document.state);
  expect(readBoard(board)).toEqual(before);
  expect(read.contents.answers).toMatchObject([{ topic: "name", person: "bertbertbertbert", value: "Bert" }]);
});
