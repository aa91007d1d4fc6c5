/** Connectors: branches and loops as ways between cards and touchpoints of one journey. */
import {
  addConnector,
  describeJourney,
  EXAMPLE_JOURNEY,
  importJourney,
  labelConnector,
  moveCard,
  openBoardReader,
  readBoard,
  removeConnector,
  removePhase,
  removeTouchpoint,
  restore,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { ANNA, BERT, done, exampleBoard, spot } from "./support/exampleBoard.ts";

describe("a connector", () => {
  it("goes from one thing of a journey to another, back ones too", () => {
    const board = exampleBoard();
    const { touchpoint, next, card } = spot(board);
    const there = done(addConnector(board, ANNA, { from: touchpoint.id, to: next.id, label: "not in stock" }));
    const back = done(addConnector(board, BERT, { from: next.id, to: touchpoint.id }));
    done(addConnector(board, BERT, { from: card.id, to: next.id }));
    done(labelConnector(board, BERT, { connector: back, label: "again" }));
    expect(spot(board).journey.connectors).toHaveLength(3);
    expect(spot(board).journey.connectors).toMatchObject(
      expect.arrayContaining([
        { id: there, from: touchpoint.id, to: next.id, label: "not in stock" },
        { id: back, from: next.id, to: touchpoint.id, label: "again" },
      ]),
    );
    expect(addConnector(board, ANNA, { from: next.id, to: touchpoint.id, label: "again" })).toEqual({
      outcome: "nothing",
    });
    done(removeConnector(board, ANNA, { connector: back }));
    expect(spot(board).journey.connectors).toHaveLength(2);
  });

  it("stays inside one journey", () => {
    const board = exampleBoard();
    const { touchpoint } = spot(board);
    const other = done(importJourney(board, ANNA, { draft: EXAMPLE_JOURNEY }));
    const there = readBoard(board).journeys.find(({ id }) => id === other)?.phases[0]?.touchpoints[0]?.id ?? "";
    expect(addConnector(board, ANNA, { from: touchpoint.id, to: there })).toMatchObject({ reason: "bad-value" });
    expect(addConnector(board, ANNA, { from: touchpoint.id, to: "gone" })).toMatchObject({ reason: "gone" });
  });

  it("with an end that is gone is hidden and kept (R6)", () => {
    const board = exampleBoard();
    const reader = openBoardReader(board);
    const { touchpoint, next, phase, journey } = spot(board);
    done(addConnector(board, ANNA, { from: touchpoint.id, to: next.id }));
    const shown = () => reader.view().journeys[0]?.connectors.length;
    expect(shown()).toBe(1);
    done(removeTouchpoint(board, BERT, { touchpoint: next.id }));
    expect(shown()).toBe(0);
    done(restore(board, BERT, { collection: "touchpoints", id: next.id }));
    expect(shown()).toBe(1);
    done(removePhase(board, BERT, { phase: phase.id }));
    expect(shown()).toBe(0);
    done(restore(board, BERT, { collection: "phases", id: phase.id }));
    done(describeJourney(board, BERT, { journey: journey.id, owner: "Service" }));
    expect(shown()).toBe(1);
    expect(reader.view()).toEqual(readBoard(board));
    reader.close();
  });

  it("to a card that moved to another journey is hidden until it comes back", () => {
    const board = exampleBoard();
    const reader = openBoardReader(board);
    const { touchpoint, card } = spot(board);
    const home = { parent: touchpoint.id, lane: card.lane };
    done(addConnector(board, ANNA, { from: touchpoint.id, to: card.id }));
    const other = done(importJourney(board, ANNA, { draft: EXAMPLE_JOURNEY }));
    const journey = readBoard(board).journeys.find(({ id }) => id === other);
    const [parent] = journey?.phases ?? [];
    const lane = journey?.lanes.find(({ kind }) => kind === "pain");
    if (!parent || !lane) throw new Error("no other journey");
    done(moveCard(board, BERT, { card: card.id, parent: parent.id, lane: lane.id }));
    expect(reader.view().journeys.flatMap(({ connectors }) => connectors)).toEqual([]);
    expect(reader.view()).toEqual(readBoard(board));
    done(moveCard(board, BERT, { card: card.id, ...home }));
    expect(reader.view().journeys[0]?.connectors).toHaveLength(1);
    expect(reader.view()).toEqual(readBoard(board));
    reader.close();
  });
});
