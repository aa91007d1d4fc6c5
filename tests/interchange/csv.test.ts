import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv, readJourneyFile, writeCsv } from "@sameside/interchange";
import type { JourneyDraft } from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filledIn, viewOf } from "./boards.ts";
import { drafts } from "./draftArbitrary.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../fixtures/csv", name), "utf8");

describe("the CSV reader", () => {
  it("reads a row per step with a column per lane", () => {
    const {
      drafts: [draft],
    } = reading(fixture("steps.csv"));
    expect(
      draft?.phases.map(({ title, touchpoints }) => [title, touchpoints.map((it) => [it.title, it.score, it.owner])]),
    ).toEqual([
      [
        "Order",
        [
          ["Web shop", undefined, "Digital"],
          ["Checkout", 4, "Finance"],
        ],
      ],
      ["Receive", [["Parcel locker", 5, undefined]]],
    ]);
    expect(wordsByLane(draft, 0)).toEqual({
      "User Action": ["Searches, then filters", "Pays"],
      "Thought/Quote": ['"Where is the size chart?"'],
      Emotion: ["Unsure"],
      "Pain Point": ["Filters reset on every page"],
      Opportunity: ["Show the total earlier"],
    });
    expect(draft?.lanes.map(({ kind }) => kind)).toEqual([
      "touchpoint",
      "feeling",
      "doing",
      "thinking",
      "pain",
      "opportunity",
      "free",
    ]);
  });

  it.each([
    ["semicolons", "Phase;Touchpoint;Pain point\nBuy;Pay, then go;Slow"],
    ["tabs", "Phase\tTouchpoint\tPain point\nBuy\tPay, then go\tSlow"],
    ["a declared separator", "sep=;\nPhase;Touchpoint;Pain point\nBuy;Pay, then go;Slow"],
    ["a byte order mark and CRLF", '\ufeffPhase,Touchpoint,Pain point\r\nBuy,"Pay, then go",Slow\r\n'],
    ["a title above the header", 'Our map,,\n,,\nPhase,Touchpoint,Pain point\nBuy,"Pay, then go",Slow'],
    ["German heads", 'Phase,Kontaktpunkt,Schmerzpunkte\nBuy,"Pay, then go",Slow'],
  ])("finds columns with %s", (_, text) => {
    const result = readJourneyFile({ name: "a.csv", text });
    if (!result.ok || result.kind !== "drafts") throw new Error("not read");
    expect(result.drafts[0]?.phases).toMatchObject([
      { title: "Buy", touchpoints: [{ title: "Pay, then go", cards: [{ lane: 2, text: "Slow" }] }] },
    ]);
  });

  it("keeps quoted line breaks, makes bulleted lines cards, and counts lines through both", () => {
    const text = 'Phase,Touchpoint,Pain point\nBuy,Pay,"one\ntwo"\nBuy,Go,"- a\n- b"\nBuy,Go,c,too much';
    const {
      drafts: [draft],
      notes,
    } = reading(text);
    expect(wordsByLane(draft, 0)).toEqual({ "Pain point": ["one\ntwo", "a", "b", "c"] });
    expect(notes).toEqual([{ code: "row-ragged", line: 6, text: "Buy Go c too much" }]);
  });

  it("takes a blank phase for the one above", () => {
    const {
      drafts: [draft],
    } = reading("Phase,Touchpoint\nBuy,Pay\n,Go\nUse,Eat");
    expect(draft?.phases.map((phase) => phase.touchpoints.length)).toEqual([2, 1]);
  });

  it("keeps unknown columns as lanes and says so", () => {
    const {
      drafts: [draft],
      notes,
    } = reading("Id,Phase,Touchpoint,Weather\n1,Buy,Pay,Rain");
    expect(draft?.lanes.at(-1)).toEqual({ kind: "free", name: "Weather" });
    expect(notes).toEqual([
      { code: "column-ignored", line: 1, text: "Id" },
      { code: "column-as-lane", line: 1, text: "Weather" },
    ]);
  });

  it("reads phases across and a row per lane", () => {
    const {
      drafts: [draft],
    } = reading(',Find,Buy\nTouchpoints,"Ad\nShop",Till\nEmotion,happy,4\nPain points,Loud,"- a\n- b"');
    expect(
      draft?.phases.map(({ title, touchpoints }) => [title, touchpoints.map((it) => [it.title, it.score])]),
    ).toEqual([
      [
        "Find",
        [
          ["Ad", undefined],
          ["Shop", undefined],
        ],
      ],
      ["Buy", [["Till", 4]]],
    ]);
    expect(draft?.phases.map(({ cards }) => cards.map((card) => card.text))).toEqual([
      ["happy", "Loud"],
      ["a", "b"],
    ]);
  });

  it("reads a row per card, with lanes of any name", () => {
    const {
      drafts: [draft],
    } = reading("Phase,Touchpoint,Category,Text\nBuy,Pay,Pain points,Slow\nBuy,,Weather,Rain");
    expect(draft?.phases[0]?.touchpoints[0]?.cards).toEqual([{ lane: 2, text: "Slow" }]);
    expect(draft?.lanes.slice(2)).toEqual([
      { kind: "pain", name: "Pain points" },
      { kind: "free", name: "Weather" },
    ]);
    expect(draft?.phases[0]?.cards).toEqual([{ lane: 3, text: "Rain" }]);
  });

  it("makes a journey of each persona", () => {
    const { drafts: read } = reading("Persona,Phase,Touchpoint\nAnn,Buy,Pay\nBen,Buy,Pay");
    expect(read.map((draft) => draft.customerType)).toEqual(["Ann", "Ben"]);
  });

  it("notes a quote that is never closed", () => {
    expect(reading('Phase,Touchpoint\nBuy,"Pay\nGo,x').notes.map(({ code, line }) => [code, line])).toEqual([
      ["quote-unclosed", 2],
    ]);
  });

  it.each([
    ["an event log", fixture("events.csv"), { code: "event-log", line: 1, count: 3 }],
    ["a log in another spelling", "User ID,Touchpoint,Event time\n1,Ad,2026-01-01\n", { code: "event-log", count: 1 }],
    ["columns that say nothing", "a,b\n1,2", { code: "no-columns", line: 1, text: "a, b" }],
    ["a header alone", "Phase,Touchpoint", { code: "no-rows", line: 1 }],
    ["nothing", "", { code: "empty" }],
  ])("refuses %s", (_, text, problem) => {
    expect(readCsv(text)).toMatchObject({ ok: false, problem });
  });

  it("never throws", () => {
    const bit = fc.constantFrom(
      "Phase",
      "Touchpoint",
      "Lane",
      "Card",
      "Score",
      ",",
      ";",
      "\t",
      '"',
      "\n",
      "\r\n",
      "'=",
      "1",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bit, fc.string()), { maxLength: 30 }), (bits) => {
        expect(typeof readCsv(bits.join("")).ok).toBe("boolean");
      }),
    );
  });
});

describe("the CSV writer", () => {
  it("is read back as the same journey", () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        fc.pre(draft.phases.length > 0);
        const { text } = writeCsv([viewOf(draft)]);
        const read = readJourneyFile({ name: "x.csv", text });
        if (!read.ok || read.kind !== "drafts") throw new Error(JSON.stringify(read));
        expect(read.drafts.map(filledIn)).toEqual([filledIn(draft)]);
        expect(read.notes).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("keeps two journeys of the same title apart", () => {
    const { text } = writeCsv([viewOf(small("A")), viewOf(small("A"))]);
    expect(reading(text).drafts.map((draft) => draft.title)).toEqual(["A", "A"]);
  });

  it("begins with a byte order mark and ends rows with CRLF", () => {
    const { text } = writeCsv([viewOf(small("A"))]);
    expect(text.startsWith("\ufeffJourney no,")).toBe(true);
    expect(text.split("\r\n").at(-1)).toBe("");
    expect(text.replaceAll("\r\n", "")).not.toContain("\r");
  });

  it("writes no text that a spreadsheet would run", () => {
    for (const evil of ["=1+1", "+1", "-1+1", "@SUM(A1)", "'=1", "＝1"]) {
      const draft = small(evil);
      const { text } = writeCsv([
        viewOf({
          ...draft,
          customerType: evil,
          phases: [{ title: evil, touchpoints: [], cards: [{ lane: 0, text: evil }] }],
        }),
      ]);
      for (const cell of text.replace("\ufeff", "").split(/[,\r\n]+/))
        expect(cell.replace(/^"/, "")).not.toMatch(/^[=+\-@\t＝]/);
      expect(reading(text).drafts[0]?.phases[0]?.cards[0]?.text).toBe(evil);
    }
  });

  it("writes a score once per touchpoint, so that a sum is right", () => {
    const draft = small("A");
    const touchpoint = {
      title: "Pay",
      score: -2,
      cards: [
        { lane: 0, text: "a" },
        { lane: 0, text: "b" },
      ],
    };
    const { text } = writeCsv([viewOf({ ...draft, phases: [{ title: "Buy", touchpoints: [touchpoint], cards: [] }] })]);
    expect(text.match(/,-2,customer,/g)).toHaveLength(1);
  });

  it("says what is lost", () => {
    const draft = small("A");
    const { lost } = writeCsv([
      viewOf({ ...draft, phases: [{ title: "Buy", touchpoints: [], cards: [{ lane: 0, text: "a" }] }] }),
    ]);
    expect(lost).toEqual([{ code: "authors", count: 1 }]);
  });
});

function small(title: string): JourneyDraft {
  const phases = [{ title: "Buy", touchpoints: [], cards: [] }];
  return {
    title,
    customerType: "",
    variant: "actual",
    scale: { min: -2, max: 2 },
    lanes: [{ kind: "pain", name: "Pains" }],
    phases,
  };
}

function reading(text: string) {
  const result = readCsv(text.replace(/^\ufeff/, ""), "file");
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
  return result;
}

/** Texts of the cards on a phase's touchpoints and on later phases', by lane name. */
function wordsByLane(draft: JourneyDraft | undefined, firstPhase: number): Record<string, string[]> {
  const wanted: Record<string, string[]> = {};
  const holders =
    draft?.phases.slice(firstPhase, firstPhase + 1).flatMap((phase) => [phase, ...phase.touchpoints]) ?? [];
  for (const card of holders.flatMap((holder) => holder.cards)) {
    const name = draft?.lanes[card.lane]?.name ?? "";
    wanted[name] = [...(wanted[name] ?? []), card.text];
  }
  return wanted;
}
