/** Answers hang on the touchpoints they are about (SPEC P124). */
import { describeEvidence, hangAnswer, readBoard, removeEvidence } from "@sameside/model";
import { describe, expect, it } from "vitest";
import { ANNA, copyOf, done, exampleBoard, MIA, meet, person, spot } from "./support/exampleBoard.ts";

const OTTO = person("otto", "moderator");

function answeredOn(board: ReturnType<typeof exampleBoard>) {
  const { touchpoint } = spot(board);
  const said = (text: string, time: number, by = "mia") => ({
    ...{ question: "question~1~anna", touchpoint: touchpoint.id, source: "Asked: Who told you?" },
    ...{ text, by, time },
  });
  const shown = (of = board) => spot(of).touchpoint.evidence.map(({ text, author }) => `${author}: ${text}`);
  return { said, shown };
}

describe("an answer", () => {
  it("hangs once, whoever hangs it; and says what was said last, unless its author has put it right since", () => {
    const board = exampleBoard();
    const { said, shown } = answeredOn(board);
    const before = shown().length;
    const other = copyOf(board);
    const evidence = done(hangAnswer(board, MIA, said("Nobody", 5_000)));
    done(hangAnswer(other, OTTO, said("Nobody", 5_000)));
    meet(board, other);
    expect(shown(other)).toEqual(shown());
    expect(shown().slice(before)).toEqual(["mia: Nobody"]);
    expect(hangAnswer(board, OTTO, said("Nobody", 5_000))).toEqual({ outcome: "nothing" });
    done(hangAnswer(board, OTTO, said("The driver", 6_000)));
    expect(shown().slice(before)).toEqual(["mia: The driver"]);
    const late = { ...person("mia", "moderator"), now: () => 7_000 };
    done(describeEvidence(board, late, { evidence, text: "The driver did" }));
    expect(hangAnswer(board, OTTO, said("The driver", 6_000))).toEqual({ outcome: "nothing" });
    expect(readBoard(board).ghosts).toBe(0);
  });

  it("of somebody else takes its place; removed, it stays away", () => {
    const board = exampleBoard();
    const { said, shown } = answeredOn(board);
    const before = shown().length;
    done(hangAnswer(board, MIA, said("Nobody", 5_000)));
    const evidence = done(hangAnswer(board, MIA, said("Everybody", 6_000, "otto")));
    expect(shown().slice(before)).toEqual(["otto: Everybody"]);
    done(removeEvidence(board, ANNA, { evidence }));
    expect(hangAnswer(board, MIA, said("Everybody", 6_000, "otto"))).toEqual({ outcome: "nothing" });
    expect(shown()).toHaveLength(before);
    expect(hangAnswer(board, MIA, { ...said("x", 1), touchpoint: "gone" })).toMatchObject({ reason: "gone" });
  });
});
