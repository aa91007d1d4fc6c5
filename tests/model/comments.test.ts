/** Comment threads and answers (S0-26). */
import {
  addComment,
  answerCard,
  boardFromState,
  type JourneyView,
  type LaneView,
  openBoardReader,
  type PhaseView,
  readBoard,
  removeComment,
  removeJourney,
  removeLane,
  removePhase,
  removeTouchpoint,
  reopenThread,
  replyTo,
  resolveThread,
  restore,
  rewordCard,
  rewordComment,
  stateOf,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { ANNA, BERT, copyOf, done, exampleBoard, MIA, meet, person, spot } from "./support/exampleBoard.ts";

const textsOf = (threads: readonly { readonly comments: readonly { readonly text: string }[] }[]) =>
  threads.map((thread) => thread.comments.map((comment) => comment.text));

describe("comments", () => {
  it("stand in threads, on cards and touchpoints", () => {
    const board = exampleBoard();
    const { card, touchpoint } = spot(board);
    const first = done(addComment(board, ANNA, { subject: card.id, text: "Which Friday?" }));
    const reply = done(replyTo(board, BERT, { comment: first, text: "The last one" }));
    done(replyTo(board, ANNA, { comment: reply, text: "Thanks" }));
    done(addComment(board, BERT, { subject: card.id, text: "Is this common?" }));
    done(addComment(board, MIA, { subject: touchpoint.id, text: "Two touchpoints?" }));
    expect(textsOf(spot(board).card.threads)).toEqual([
      ["Which Friday?", "The last one", "Thanks"],
      ["Is this common?"],
    ]);
    expect(textsOf(spot(board).touchpoint.threads)).toEqual([["Two touchpoints?"]]);
    expect(spot(board).card.threads[0]).toMatchObject({ id: first, kind: "comment", subject: card.id });
  });

  it("answer a card's words where nobody else may reword them (S0-26)", () => {
    const board = exampleBoard();
    const { card, touchpoint } = spot(board);
    expect(rewordCard(board, BERT, { card: card.id, text: "Other words" })).toMatchObject({ reason: "not-yours" });
    done(answerCard(board, BERT, { card: card.id, text: "We now ring back" }));
    expect(spot(board).card.threads).toMatchObject([
      { kind: "answer", comments: [{ text: "We now ring back", authorRole: "colleague" }] },
    ]);
    expect(answerCard(board, BERT, { card: `${touchpoint.id}`, text: "x" })).toMatchObject({ reason: "gone" });
  });

  it("are reworded by their author only (C4)", () => {
    const board = exampleBoard();
    const comment = done(addComment(board, ANNA, { subject: spot(board).card.id, text: "Whihc?" }));
    expect(rewordComment(board, BERT, { comment, text: "No" })).toMatchObject({ reason: "not-yours" });
    expect(rewordComment(board, ANNA, { comment, text: "" })).toMatchObject({ reason: "bad-value" });
    done(rewordComment(board, ANNA, { comment, text: "Which?" }));
    expect(textsOf(spot(board).card.threads)).toEqual([["Which?"]]);
    expect(rewordComment(board, ANNA, { comment, text: "Which?" })).toEqual({ outcome: "nothing" });
  });

  it("overwritten round the interface show their author's own words (S0-26)", () => {
    const board = exampleBoard();
    const comment = done(addComment(board, ANNA, { subject: spot(board).card.id, text: "It hurts" }));
    const doc = board as unknown as Y.Doc;
    doc.getMap<Y.Map<unknown>>("comments").get(comment)?.set("text", ["It is fine", 9, "mallory"]);
    expect(spot(board).card.threads[0]?.comments[0]).toMatchObject({
      text: "It is fine",
      textBy: { person: "mallory" },
      authorsText: "It hurts",
    });
  });

  it("are resolved and reopened by anybody, and say by whom", () => {
    const board = exampleBoard();
    const thread = done(addComment(board, ANNA, { subject: spot(board).card.id, text: "Which?" }));
    expect(reopenThread(board, BERT, { thread })).toEqual({ outcome: "nothing" });
    done(resolveThread(board, BERT, { thread }));
    expect(spot(board).card.threads[0]?.resolved?.person).toBe("bert");
    done(reopenThread(board, ANNA, { thread }));
    expect(spot(board).card.threads[0]?.resolved).toBeUndefined();
    expect(resolveThread(board, BERT, { thread: "gone" })).toMatchObject({ reason: "gone" });
  });

  it("are removed by their author or whoever leads the table; replies of others stay", () => {
    const board = exampleBoard();
    const comment = done(addComment(board, ANNA, { subject: spot(board).card.id, text: "Which?" }));
    const reply = done(replyTo(board, BERT, { comment, text: "The last one" }));
    expect(removeComment(board, BERT, { comment })).toMatchObject({ reason: "not-yours" });
    done(removeComment(board, ANNA, { comment }));
    expect(textsOf(spot(board).card.threads)).toEqual([["The last one"]]);
    done(resolveThread(board, ANNA, { thread: comment }));
    expect(spot(board).card.threads[0]).toMatchObject({ id: comment, resolved: { person: "anna" } });
    done(removeComment(board, MIA, { comment: reply }));
    expect(spot(board).card.threads).toEqual([]);
    expect(resolveThread(board, ANNA, { thread: comment })).toMatchObject({ reason: "gone" });
  });

  it("keep the first words first, also when a slow clock replied “earlier”", () => {
    const board = exampleBoard();
    const comment = done(addComment(board, ANNA, { subject: spot(board).card.id, text: "Which?" }));
    const slow = { ...person("slow"), now: () => 1 };
    done(replyTo(board, slow, { comment, text: "The last one" }));
    expect(textsOf(spot(board).card.threads)).toEqual([["Which?", "The last one"]]);
  });

  it("are lost with their touchpoint as whole threads, and come home with it (R6)", () => {
    const board = exampleBoard();
    const { touchpoint } = spot(board);
    const comment = done(addComment(board, ANNA, { subject: touchpoint.id, text: "Which?" }));
    done(replyTo(board, BERT, { comment, text: "The last one" }));
    done(removeTouchpoint(board, BERT, { touchpoint: touchpoint.id }));
    const lost = { collection: "touchpoints", id: touchpoint.id, title: touchpoint.title } as const;
    expect(readBoard(board).lost).toMatchObject([{ kind: "thread", id: comment, lost }]);
    done(restore(board, BERT, lost));
    expect(readBoard(board).lost).toEqual([]);
    expect(spot(board).touchpoint.threads[0]?.comments).toHaveLength(2);
  });

  it("stand on a phase, a lane and the map as a whole, and show at once in a view that was read before (W99)", () => {
    const board = exampleBoard();
    const reader = openBoardReader(board);
    const before = reader.view().journeys[0] as JourneyView;
    const [phase, lane] = [before.phases[0] as PhaseView, before.lanes[2] as LaneView];
    const first = done(addComment(board, ANNA, { subject: phase.id, text: "Does it begin here?" }));
    done(replyTo(board, BERT, { comment: first, text: "It does" }));
    const onLane = done(addComment(board, BERT, { subject: lane.id, text: "Whose is this?" }));
    done(addComment(board, MIA, { subject: before.id, text: "Whom is it told of?" }));
    const after = reader.view().journeys[0] as JourneyView;
    expect(textsOf(after.phases[0]?.threads ?? [])).toEqual([["Does it begin here?", "It does"]]);
    expect(textsOf(after.lanes[2]?.threads ?? [])).toEqual([["Whose is this?"]]);
    expect(textsOf(after.threads)).toEqual([["Whom is it told of?"]]);
    // What nobody spoke of is the very same.
    expect(after.phases[1]).toBe(before.phases[1]);
    expect(after.lanes[0]).toBe(before.lanes[0]);
    done(resolveThread(board, ANNA, { thread: onLane }));
    expect(reader.view().journeys[0]?.lanes[2]?.threads[0]?.resolved?.person).toBe("anna");
    expect(readBoard(boardFromState(stateOf(board)))).toEqual(reader.view());
  });

  it("are lost with their phase or lane, come home with it, and are hidden with their map (R6, W99)", () => {
    const board = exampleBoard();
    const journey = readBoard(board).journeys[0] as JourneyView;
    const [phase, lane] = [journey.phases[0] as PhaseView, journey.lanes[2] as LaneView];
    const onPhase = done(addComment(board, ANNA, { subject: phase.id, text: "Here?" }));
    const onLane = done(addComment(board, BERT, { subject: lane.id, text: "Whose?" }));
    done(removePhase(board, BERT, { phase: phase.id }));
    done(removeLane(board, BERT, { lane: lane.id }));
    const [gonePhase, goneLane] = [
      { collection: "phases", id: phase.id, title: phase.title },
      { collection: "lanes", id: lane.id, title: lane.name },
    ] as const;
    const threads = () => readBoard(board).lost.filter(({ kind }) => kind === "thread");
    expect(threads()).toHaveLength(2);
    expect(threads()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: onPhase, lost: gonePhase }),
        expect.objectContaining({ id: onLane, lost: goneLane }),
      ]),
    );
    expect(addComment(board, ANNA, { subject: phase.id, text: "x" })).toMatchObject({ reason: "gone" });
    done(restore(board, ANNA, gonePhase));
    done(restore(board, ANNA, goneLane));
    expect(readBoard(board).lost).toEqual([]);
    expect(readBoard(board).journeys[0]?.phases[0]?.threads).toHaveLength(1);
    done(removePhase(board, BERT, { phase: phase.id }));
    done(removeJourney(board, BERT, { journey: journey.id }));
    expect(readBoard(board).lost).toEqual([]);
  });

  it("written on two devices at once are both there", () => {
    const a = exampleBoard();
    const b = copyOf(a);
    const { card } = spot(a);
    const comment = done(addComment(a, ANNA, { subject: card.id, text: "Which?" }));
    meet(a, b);
    done(removeComment(a, ANNA, { comment }));
    done(replyTo(b, BERT, { comment, text: "The last one" }));
    meet(a, b);
    expect(textsOf(spot(a).card.threads)).toEqual([["The last one"]]);
    expect(readBoard(a)).toEqual(readBoard(b));
  });

  it.each([
    ["x".repeat(2_001), { outcome: "refused", reason: "too-long" }] as const,
    ["  ", { outcome: "nothing" }] as const,
  ])("refuse too much and ignore nothing", (text, outcome) => {
    const board = exampleBoard();
    expect(addComment(board, ANNA, { subject: spot(board).card.id, text })).toEqual(outcome);
    expect(addComment(board, ANNA, { subject: "gone", text: "x" })).toMatchObject({ reason: "gone" });
    expect(replyTo(board, ANNA, { comment: "gone", text: "x" })).toMatchObject({ reason: "gone" });
  });
});
