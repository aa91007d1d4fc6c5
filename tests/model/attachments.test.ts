/** All that hangs on cards and touchpoints, under any order of edits and whatever a peer writes (SPEC R3–R9). */
import {
  type Actor,
  addAccount,
  addClaim,
  addComment,
  addConnector,
  addEvidence,
  addTouchpoint,
  answerCard,
  type BoardDocument,
  type BoardReader,
  type BoardView,
  describeCard,
  moveCard,
  moveEvidence,
  moveTouchpoint,
  openBoardReader,
  readBoard,
  removeCard,
  removeClaim,
  removeComment,
  removeJourney,
  removeLane,
  removePhase,
  removeTouchpoint,
  replyTo,
  resolveThread,
  restore,
  settleClaim,
} from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ANNA, BERT, copyOf, done, exampleBoard, MIA, meet, person, spot } from "./support/exampleBoard.ts";

type Pick = <T>(items: readonly T[]) => T;
type Step = (board: BoardDocument, by: Actor, see: ReturnType<typeof seen>, pick: Pick) => unknown;

/** So few that chance often comes back to the same thing. */
const IN_SIGHT = 3;

/** What a person points at; "gone" stands for a click on what is gone. */
function seen(view: BoardView) {
  const phases = view.journeys.flatMap((journey) => journey.phases);
  const placed = phases.flatMap((phase) => phase.touchpoints);
  const touchpoints = [...placed, ...view.unplacedTouchpoints.map((it) => it.touchpoint)];
  const cards = [
    ...[...phases, ...touchpoints].flatMap((holder) => Object.values(holder.cardsByLane).flat()),
    ...view.unplaced.map((it) => it.card),
  ];
  const claims = touchpoints.flatMap((touchpoint) => touchpoint.claims);
  const lanes = view.journeys.flatMap((journey) => journey.lanes);
  const talkedAbout = [...cards, ...touchpoints, ...phases, ...lanes, ...view.journeys];
  const threads = talkedAbout.flatMap((holder) => holder.threads);
  const evidence = [...cards, ...touchpoints].flatMap((holder) => holder.evidence);
  const lost = [...view.lost, ...view.unplaced, ...view.unplacedTouchpoints].flatMap((it) =>
    it.lost ? [it.lost] : [],
  );
  const ids = (items: readonly { readonly id: string }[]) => [...items.slice(0, IN_SIGHT).map(({ id }) => id), "gone"];
  return {
    phases: ids(phases),
    touchpoints: ids(touchpoints),
    cards: ids(cards),
    subjects: [...ids(touchpoints), ...ids(cards)],
    claims: ids(claims),
    threads: ids(threads),
    evidence: ids(evidence),
    lanes: ids(lanes),
    frame: [...ids(phases), ...ids(lanes), ...ids(view.journeys)],
    lost,
  };
}

const STEPS: readonly Step[] = [
  (board, by, see, pick) => addComment(board, by, { subject: pick(see.subjects), text: "why?" }),
  (board, by, see, pick) => addComment(board, by, { subject: pick(see.frame), text: "where?" }),
  (board, by, see, pick) => removeLane(board, by, { lane: pick(see.lanes) }),
  (board, by, see, pick) => answerCard(board, by, { card: pick(see.cards), text: "because" }),
  (board, by, see, pick) => replyTo(board, by, { comment: pick(see.threads), text: "so" }),
  (board, by, see, pick) => resolveThread(board, by, { thread: pick(see.threads) }),
  (board, by, see, pick) => removeComment(board, by, { comment: pick(see.threads) }),
  (board, by, see, pick) => addEvidence(board, by, { subject: pick(see.subjects), kind: "quote", text: "said" }),
  (board, by, see, pick) => moveEvidence(board, by, { evidence: pick(see.evidence), subject: pick(see.subjects) }),
  (board, by, see, pick) => addClaim(board, by, { touchpoint: pick(see.touchpoints), text: "fast" }),
  (board, by, see, pick) => addAccount(board, by, { claim: pick(see.claims), text: "slow" }),
  (board, by, see, pick) => settleClaim(board, by, { claim: pick(see.claims), how: "both", sentence: "mornings" }),
  (board, _by, see, pick) => removeClaim(board, MIA, { claim: pick(see.claims) }),
  (board, by, see, pick) => addConnector(board, by, { from: pick(see.subjects), to: pick(see.subjects) }),
  (board, by, see, pick) => describeCard(board, by, { card: pick(see.cards), tags: ["price"] }),
  (board, by, see, pick) => removeCard(board, by, { card: pick(see.cards) }),
  (board, by, see, pick) =>
    moveCard(board, by, { card: pick(see.cards), parent: pick(see.touchpoints), lane: pick(see.lanes) }),
  (board, by, see, pick) => addTouchpoint(board, by, { phase: pick(see.phases), title: "new" }),
  (board, by, see, pick) => moveTouchpoint(board, by, { touchpoint: pick(see.touchpoints), phase: pick(see.phases) }),
  (board, by, see, pick) => removeTouchpoint(board, by, { touchpoint: pick(see.touchpoints) }),
  (board, by, see, pick) => removePhase(board, by, { phase: pick(see.phases) }),
  (board, by, see, pick) => see.lost.length > 0 && restore(board, by, pick(see.lost)),
  (board, by, see, pick) => see.lost.length > 0 && restore(board, by, pick(see.lost)),
  (board, by) => {
    const id = readBoard(board).journeys[0]?.id;
    return id && removeJourney(board, by, { journey: id }) && restore(board, by, { collection: "journeys", id });
  },
];

const steps = fc.array(
  fc.record({
    device: fc.nat(1),
    step: fc.nat(STEPS.length - 1),
    picks: fc.array(fc.nat(1_000), { minLength: 3, maxLength: 3 }),
    meets: fc.boolean(),
    looks: fc.boolean(),
  }),
  { minLength: 5, maxLength: 60 },
);

it("a view that followed any changes equals a fresh one, on all devices that met (R9)", () => {
  fc.assert(
    fc.property(steps, (plan) => {
      const first = exampleBoard();
      const boards: [BoardDocument, BoardDocument] = [first, copyOf(first)];
      const readers = boards.map(openBoardReader) as [BoardReader, BoardReader];
      const people = [ANNA, BERT] as const;
      for (const { device, step, picks, meets, looks } of plan) {
        const board = boards[device as 0 | 1];
        let turn = 0;
        const pick: Pick = (items) =>
          items[(picks[turn++ % picks.length] ?? 0) % items.length] as (typeof items)[number];
        STEPS[step]?.(board, people[device as 0 | 1], seen(readBoard(board)), pick);
        if (meets) meet(...boards);
        if (looks) expect(JSON.stringify(readers[device as 0 | 1].view())).toBe(JSON.stringify(readBoard(board)));
      }
      meet(...boards);
      const views = [...readers.map((reader) => reader.view()), ...boards.map(readBoard)].map((it) =>
        JSON.stringify(it),
      );
      expect(new Set(views).size).toBe(1);
      for (const reader of readers) reader.close();
    }),
    { numRuns: 30 },
  );
});

it("what hangs on one touchpoint leaves all others the same objects (R9)", () => {
  const board = exampleBoard();
  const reader = openBoardReader(board);
  const before = reader.view().journeys[0];
  const { touchpoint, card } = spot(board);
  const claim = done(addClaim(board, ANNA, { touchpoint: touchpoint.id, text: "fast" }));
  done(addAccount(board, BERT, { claim, text: "slow" }));
  done(addComment(board, BERT, { subject: card.id, text: "why?" }));
  done(addEvidence(board, BERT, { subject: card.id, kind: "quote", text: "said" }));
  const after = reader.view().journeys[0];
  expect(after?.phases[0]?.touchpoints[0]).not.toBe(before?.phases[0]?.touchpoints[0]);
  expect(after?.phases[0]?.touchpoints[1]).toBe(before?.phases[0]?.touchpoints[1]);
  expect(after?.phases.slice(1).every((phase, index) => phase === before?.phases[index + 1])).toBe(true);
  expect(after?.lanes).toBe(before?.lanes);
  reader.close();
});

describe("a hostile peer", () => {
  /** A board where everything is in use, its document, and a reader that follows it. */
  function open() {
    const board = exampleBoard();
    const { touchpoint, next, card } = spot(board);
    const thread = done(addComment(board, ANNA, { subject: card.id, text: "why?" }));
    const evidence = done(addEvidence(board, ANNA, { subject: card.id, kind: "quote", text: "said" }));
    const claim = done(addClaim(board, ANNA, { touchpoint: touchpoint.id, text: "fast" }));
    const account = done(addAccount(board, BERT, { claim, text: "slow" }));
    const connector = done(addConnector(board, ANNA, { from: touchpoint.id, to: next.id }));
    const idByCollection = {
      comments: thread,
      evidence,
      claims: claim,
      accounts: account,
      connectors: connector,
      cards: card.id,
      touchpoints: touchpoint.id,
      journeys: spot(board).journey.id,
    };
    return { board, doc: board as unknown as Y.Doc, reader: openBoardReader(board), idByCollection };
  }
  type Name = keyof ReturnType<typeof open>["idByCollection"];
  const NAMES = Object.keys(open().idByCollection) as Name[];
  const FIELDS = [
    ...["subject", "touchpoint", "claim", "from", "to", "author", "made", "said", "text", "exhibit", "settled", "del"],
    ...["replyTo", "resolved", "kind", "source", "url", "grade", "label", "severity", "emotionWords", "quote", "tags"],
    ...["links", "answersBrief", "duration", "persona", "conditionsOfSatisfaction", "status", "nextReview", "origin"],
  ];
  const fieldOf = (doc: Y.Doc, name: Name, id: string) => doc.getMap<Y.Map<unknown>>(name).get(id);

  it("cannot make reading throw, or two readers differ, with any field of any shape (R4)", () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    const value = fc.oneof(
      json,
      fc.tuple(json, json, json),
      fc.tuple(json, fc.nat(), fc.constant("mallory")),
      fc.tuple(fc.array(fc.oneof(fc.string(), json)), fc.nat(), fc.constant("mallory")),
    );
    const writes = fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...FIELDS), value), { minLength: 1 });
    fc.assert(
      fc.property(writes, (all) => {
        const { board, doc, reader, idByCollection } = open();
        reader.view();
        for (const [name, field, it] of all) fieldOf(doc, name, idByCollection[name])?.set(field, it as never);
        expect(JSON.stringify(reader.view())).toBe(JSON.stringify(readBoard(board)));
        reader.close();
      }),
      { numRuns: 100 },
    );
  });

  it("cannot flood a view with ten million characters or a hundred thousand items (R4)", () => {
    const { board, doc, reader, idByCollection } = open();
    const long = "x".repeat(10_000_000);
    const many = Array.from({ length: 100_000 }, (_, index) => `https://example.org/${index}`);
    const set = (name: Name, field: string, value: unknown) =>
      fieldOf(doc, name, idByCollection[name])?.set(field, [value, 1, "mallory"]);
    for (const field of ["text", "source", "url"]) set("evidence", field, long);
    set("comments", "text", long);
    set("claims", "settled", ["both", long]);
    for (const field of ["links", "tags", "emotionWords"]) set("cards", field, many);
    set("journeys", "conditionsOfSatisfaction", many);
    set("journeys", "goal", long);
    const view = reader.view();
    expect(JSON.stringify(view).length).toBeLessThan(60_000);
    expect(spot(board).card.links).toHaveLength(20);
    expect(spot(board).card.evidence[0]?.url).toBe("");
    expect(view).toEqual(readBoard(board));
    reader.close();
  });

  it("leaves out links that run code (R4)", () => {
    const { board, doc, idByCollection } = open();
    const links = ["javascript:alert(1)", "https://example.org/a", 7, "https://good.example@evil.example/"];
    fieldOf(doc, "cards", idByCollection.cards)?.set("links", [links, 1, "mallory"]);
    fieldOf(doc, "evidence", idByCollection.evidence)?.set("url", ["javascript:alert(1)", 1, "mallory"]);
    expect(spot(board).card).toMatchObject({ links: ["https://example.org/a"], evidence: [{ url: "" }] });
  });

  it("cannot hide honest words behind a hundred thousand junk entries (R3)", () => {
    const { board, doc, reader } = open();
    const before = reader.view().ghosts;
    doc.transact(() => {
      for (let i = 0; i < 20_000; i++)
        for (const name of ["evidence", "comments", "claims", "accounts", "connectors"])
          doc.getMap(name).set(`junk${i}`, i);
    });
    expect(reader.view().ghosts).toBe(before + 100_000);
    expect(spot(board).card.threads).toHaveLength(1);
    expect(readBoard(board).ghosts).toBe(before + 100_000);
    reader.close();
  });

  it("cannot overflow the stack of a reader with shared types nested 20,000 deep (R9)", () => {
    const { board, doc, reader, idByCollection } = open();
    const before = JSON.stringify(reader.view());
    for (const [name, field] of [
      ["cards", "tags"],
      ["comments", "resolved"],
      ["claims", "nonsense"],
    ] as const) {
      let inner = new Y.Map<unknown>();
      fieldOf(doc, name, idByCollection[name])?.set(field, inner);
      doc.transact(() => {
        for (let depth = 0; depth < 20_000; depth++) {
          const next = new Y.Map<unknown>();
          inner.set("a", next);
          inner = next;
        }
      });
    }
    expect(JSON.stringify(reader.view())).toBe(before);
    expect(JSON.stringify(readBoard(board))).toBe(before);
    reader.close();
  });

  it("cannot make ten thousand comments on one card cost the square of their number", () => {
    const { doc, reader, idByCollection } = open();
    doc.transact(() => {
      for (let i = 0; i < 10_000; i++) {
        const fields = { subject: idByCollection.cards, author: "mallory", said: "x", made: i };
        doc.getMap("comments").set(`m${i}`, new Y.Map(Object.entries(fields)));
      }
    });
    const began = process.cpuUsage().user;
    expect(reader.view().journeys[0]?.phases[0]?.touchpoints[0]).toBeDefined();
    // A square of ten thousand steps takes seconds; one pass takes milliseconds.
    expect((process.cpuUsage().user - began) / 1_000).toBeLessThan(1_500);
    reader.close();
  });

  it("cannot pull a thread, a claim or a connector in circles", () => {
    const { board, doc, reader, idByCollection } = open();
    const { comments, claims, connectors } = idByCollection;
    fieldOf(doc, "comments", comments)?.set("replyTo", comments);
    fieldOf(doc, "claims", claims)?.set("touchpoint", claims);
    fieldOf(doc, "connectors", connectors)?.set("to", connectors);
    const view = reader.view();
    expect(view).toEqual(readBoard(board));
    expect(spot(board).card.threads[0]?.comments).toHaveLength(1);
    expect(view.lost).toMatchObject([{ kind: "claim", id: claims }]);
    reader.close();
  });
});

it("a comment that arrives before its card waits for it (R6)", () => {
  const a = exampleBoard();
  const { card, touchpoint } = spot(a);
  const doc = a as unknown as Y.Doc;
  doc
    .getMap("comments")
    .set("early", new Y.Map(Object.entries({ subject: "later", author: "carl", said: "first", made: 1 })));
  const reader = openBoardReader(a);
  expect(reader.view().lost).toMatchObject([{ kind: "thread", thread: { id: "early" } }]);
  const late = new Y.Map<unknown>(Object.entries({ author: "carl", role: "customer", made: 2, said: "Here" }));
  late.set("at", [`${touchpoint.id}|${card.lane}|zzz`, 2, "carl"]);
  doc.getMap("cards").set("later", late);
  expect(reader.view().lost).toEqual([]);
  expect(reader.view()).toEqual(readBoard(a));
  expect(done(replyTo(a, person("dora"), { comment: "early", text: "second" }))).toBeTypeOf("string");
  reader.close();
});
