/** An older value that won over a later one of this person's own is known, and theirs can be put back (W38). */
import {
  type Actor,
  boardFromState,
  describeTouchpoint,
  EXAMPLE_JOURNEY,
  importJourney,
  lockThings,
  mergeInto,
  newBoard,
  openHistory,
  readBoard,
  removeTouchpoint,
  stateOf,
} from "@sameside/model";
import { describe, expect, it } from "vitest";

/** Two people who write one field apart. Yjs keeps the value of the higher client: tried until the older one has won. */
function writtenApart(older: string, later: string) {
  for (;;) {
    const board = newBoard();
    importJourney(board, actor("ann", 1), { draft: EXAMPLE_JOURNEY });
    const touchpoint = readBoard(board).journeys[0]?.phases[0]?.touchpoints[0]?.id ?? "";
    const theirs = boardFromState(stateOf(board));
    const history = openHistory(board, ann);
    const wrote = describeTouchpoint(board, actor("ann", 20), { touchpoint, channel: later });
    if (wrote.outcome === "done") history.add(wrote.changes);
    describeTouchpoint(theirs, actor("bert", 10), { touchpoint, channel: older });
    mergeInto(board, stateOf(theirs));
    const channel = () => readBoard(board).journeys[0]?.phases[0]?.touchpoints[0]?.channel;
    if (channel() === older) return { board, touchpoint, history, channel };
  }
}

function actor(person: string, time: number): Actor {
  return { person, role: "customer", now: () => time };
}
const ann = actor("ann", 30);

describe("an older value that won", () => {
  it("is told with what the person wrote, and theirs is put back as a change of its own", () => {
    const { touchpoint, history, channel } = writtenApart("Phone", "Portal");
    const [lost, ...more] = history.overwritten(touchpoint);
    expect(more).toEqual([]);
    expect(lost).toEqual({
      ...{ collection: "touchpoints", id: touchpoint, field: "channel", yours: "Portal" },
      by: { person: "bert", time: 10 },
    });
    if (!lost) return;
    const back = history.putBack(lost);
    expect(channel()).toBe("Portal");
    expect(history.overwritten(touchpoint)).toEqual([]);
    if (back.outcome !== "done") throw new Error("it was put back");
    history.add(back.changes);
    history.undo();
    expect(channel()).toBe("Phone");
  });

  it("is known after a reload", () => {
    const { board, touchpoint, history } = writtenApart("Phone", "Portal");
    const reopened = openHistory(board, ann, JSON.parse(JSON.stringify(history.state())));
    expect(reopened.overwritten(touchpoint).map(({ yours }) => yours)).toEqual(["Portal"]);
  });

  it("is no longer one when somebody has written since", () => {
    const { board, touchpoint, history } = writtenApart("Phone", "Portal");
    describeTouchpoint(board, actor("bert", 40), { touchpoint, channel: "Letter" });
    expect(history.overwritten(touchpoint)).toEqual([]);
  });

  it("stays on a thing that is locked, and on one that is gone", () => {
    const { board, touchpoint, history } = writtenApart("Phone", "Portal");
    const [lost] = history.overwritten(touchpoint);
    if (!lost) throw new Error("the older value won");
    lockThings(board, ann, { things: [{ collection: "touchpoints", id: touchpoint }], locked: true });
    expect(history.putBack(lost)).toEqual({ outcome: "refused", reason: "locked" });
    lockThings(board, ann, { things: [{ collection: "touchpoints", id: touchpoint }], locked: false });
    removeTouchpoint(board, ann, { touchpoint });
    expect(history.putBack(lost)).toEqual({ outcome: "refused", reason: "gone" });
  });

  it("is none where the later one won, or where the person wrote nothing", () => {
    const board = newBoard();
    importJourney(board, ann, { draft: EXAMPLE_JOURNEY });
    const touchpoint = readBoard(board).journeys[0]?.phases[0]?.touchpoints[0]?.id ?? "";
    const history = openHistory(board, ann);
    describeTouchpoint(board, actor("bert", 10), { touchpoint, channel: "Phone" });
    const wrote = describeTouchpoint(board, actor("ann", 20), { touchpoint, channel: "Portal" });
    if (wrote.outcome === "done") history.add(wrote.changes);
    expect(history.overwritten(touchpoint)).toEqual([]);
  });
});
