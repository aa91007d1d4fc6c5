import {
  addInsight,
  addNextStep,
  addPattern,
  addSupport,
  type ClaimView,
  DISMISSAL_REASONS,
  describeInsight,
  describeNextStep,
  describePattern,
  dismissInsight,
  type FindingsDocument,
  findingsFromState,
  moveInsight,
  moveNextStep,
  movePattern,
  newFindings,
  openFindingsReader,
  openHistory,
  readFindings,
  removeInsight,
  removeNextStep,
  removePattern,
  removeSupport,
  reopenInsight,
  restoreFinding,
  rewordInsight,
  type Settlement,
  stateOf,
  takeNextStep,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { attack, done, fieldsOf, meet, NOTHING, person, refused } from "./meeting.ts";

const anna = person("anna");
const bert = person("bert", "moderator");

function twins(prepare: (findings: FindingsDocument) => void): [FindingsDocument, FindingsDocument] {
  const a = newFindings();
  prepare(a);
  return [a, findingsFromState(stateOf(a))];
}

describe("insights (S1-5, S3-2, S3-12)", () => {
  it("say whether they answer the brief and how they stand to what was known", () => {
    const findings = newFindings();
    const insight = done(addInsight(findings, anna, { text: "They phone because search finds nothing." }));
    expect(readFindings(findings).insights).toEqual([
      {
        id: insight,
        text: "They phone because search finds nothing.",
        author: "anna",
        made: expect.any(Number),
        supports: [],
        status: { status: "open" },
        answersBrief: "",
        relation: "",
        relatedText: "",
      },
    ]);
    done(
      describeInsight(findings, bert, {
        insight,
        answersBrief: "partly",
        relation: "contradicts",
        relatedText: "Customers like the portal.",
      }),
    );
    expect(readFindings(findings).insights[0]).toMatchObject({
      answersBrief: "partly",
      relation: "contradicts",
      relatedText: "Customers like the portal.",
    });
    expect(describeInsight(findings, bert, { insight, relation: "denies" as never })).toEqual(refused("bad-value"));
  });

  it("stay their author's words", () => {
    const findings = newFindings();
    const insight = done(addInsight(findings, anna, { text: "First" }));
    expect(rewordInsight(findings, bert, { insight, text: "Second" })).toEqual(refused("not-yours"));
    done(rewordInsight(findings, anna, { insight, text: "Second" }));
    expect(rewordInsight(findings, anna, { insight, text: "" })).toEqual(refused("bad-value"));
    expect(addInsight(findings, anna, { text: "" })).toEqual(NOTHING);
    expect(addInsight(findings, anna, { text: "x".repeat(2_001) })).toEqual(refused("too-long"));
  });

  it("are dismissed with a reason and a sentence only, and stay readable (S1-5)", () => {
    const findings = newFindings();
    const insight = done(addInsight(findings, anna, { text: "It hurts" }));
    expect(dismissInsight(findings, bert, { insight, reason: "not-the-brief", sentence: " " })).toEqual(
      refused("bad-value"),
    );
    expect(dismissInsight(findings, bert, { insight, reason: "said-by-a-rejector" as never, sentence: "No." })).toEqual(
      refused("bad-value"),
    );
    done(dismissInsight(findings, bert, { insight, reason: "not-the-brief", sentence: "It is about invoices." }));
    expect(readFindings(findings).insights[0]).toMatchObject({
      text: "It hurts",
      status: { status: "dismissed", reason: "not-the-brief", sentence: "It is about invoices.", by: "bert" },
    });
    done(reopenInsight(findings, anna, { insight }));
    expect(readFindings(findings).insights[0]?.status).toEqual({ status: "open" });
    expect(reopenInsight(findings, anna, { insight })).toEqual(NOTHING);
  });

  it("offer no reason that is about who said it (S1-5)", () => {
    for (const reason of DISMISSAL_REASONS)
      expect(reason).not.toMatch(/who|person|people|customer|colleague|role|type|one-of|few|minority|tone|rude/);
  });

  it("dismissed by two people at once hold one person's reason with that person's sentence", () => {
    const [a, b] = twins((findings) => void done(addInsight(findings, anna, { text: "It hurts" })));
    const insight = readFindings(a).insights[0]?.id ?? "";
    done(dismissInsight(a, anna, { insight, reason: "happened-once", sentence: "A strike." }));
    done(dismissInsight(b, bert, { insight, reason: "already-solved", sentence: "Since May." }));
    meet(a, b);
    const { status } = readFindings(a).insights[0] ?? {};
    expect(readFindings(b).insights[0]?.status).toEqual(status);
    const shown = status?.status === "dismissed" ? [status.reason, status.sentence, status.by] : [];
    expect([
      ["happened-once", "A strike.", "anna"],
      ["already-solved", "Since May.", "bert"],
    ]).toContainEqual(shown);
  });

  it("rest on things on the boards: the same one twice, on two laptops, is once", () => {
    const [a, b] = twins((findings) => void done(addInsight(findings, anna, { text: "It hurts" })));
    const finding = readFindings(a).insights[0]?.id ?? "";
    const support = done(addSupport(a, anna, { finding, group: "table1", subject: "card1" }));
    done(addSupport(b, bert, { finding, group: "table1", subject: "card1" }));
    done(addSupport(b, bert, { finding, group: "table2", subject: "card1" }));
    meet(a, b);
    expect(readFindings(a)).toEqual(readFindings(b));
    expect(
      readFindings(a)
        .insights[0]?.supports.map((it) => it.group)
        .sort(),
    ).toEqual(["table1", "table2"]);
    expect(addSupport(a, anna, { finding, group: "table1", subject: "card1" })).toEqual(NOTHING);
    done(removeSupport(a, anna, { support }));
    expect(readFindings(a).insights[0]?.supports).toHaveLength(1);
    done(addSupport(a, anna, { finding, group: "table1", subject: "card1" }));
    expect(readFindings(a).insights[0]?.supports).toHaveLength(2);
    expect(addSupport(a, anna, { finding: "unknown", group: "table1", subject: "card1" })).toEqual(refused("gone"));
    expect(addSupport(a, anna, { finding, group: "", subject: "card1" })).toEqual(refused("bad-value"));
  });

  it("come back with what they rest on (R6)", () => {
    const findings = newFindings();
    const insight = done(addInsight(findings, anna, { text: "A" }));
    const other = done(addInsight(findings, anna, { text: "B" }));
    done(addSupport(findings, anna, { finding: insight, group: "table1", subject: "card1" }));
    done(moveInsight(findings, bert, { insight: other, before: insight }));
    expect(readFindings(findings).insights.map((it) => it.text)).toEqual(["B", "A"]);
    done(removeInsight(findings, bert, { insight }));
    expect(readFindings(findings).insights).toHaveLength(1);
    done(restoreFinding(findings, anna, { collection: "insights", id: insight }));
    expect(readFindings(findings).insights[1]?.supports).toHaveLength(1);
  });
});

describe("patterns (S2-12)", () => {
  it("hold conditions and metrics as people wrote them, and as they are understood", () => {
    const findings = newFindings();
    const pattern = done(
      addPattern(findings, anna, {
        title: "When can I have it?",
        moment: "The first promise of a date",
        conditions: ["A day, not a window"],
        metrics: "≤ 72 h, ≤ 3 rounds",
      }),
    );
    expect(readFindings(findings).patterns[0]).toMatchObject({
      id: pattern,
      metricsText: "≤ 72 h, ≤ 3 rounds",
      metrics: [
        { operator: "≤", target: 72, unit: "h" },
        { operator: "≤", target: 3, unit: "rounds" },
      ],
      conditions: ["A day, not a window"],
      supports: [],
    });
    expect(describePattern(findings, bert, { pattern, metrics: "soon" })).toEqual(refused("bad-value"));
    expect(describePattern(findings, bert, { pattern, title: "" })).toEqual(refused("bad-value"));
    done(describePattern(findings, bert, { pattern, metrics: "" }));
    expect(readFindings(findings).patterns[0]?.metrics).toEqual([]);
    done(addSupport(findings, anna, { finding: pattern, group: "table1", subject: "touchpoint1" }));
    expect(readFindings(findings).patterns[0]?.supports).toHaveLength(1);
    const first = done(addPattern(findings, anna, { title: "Will it fit?", before: pattern }));
    done(movePattern(findings, anna, { pattern: first }));
    done(removePattern(findings, anna, { pattern }));
    expect(readFindings(findings).patterns.map((it) => it.title)).toEqual(["Will it fit?"]);
  });
});

describe("next steps (S3-5)", () => {
  it("have an owner, a department, a day and a status; two people's changes both hold", () => {
    const [a, b] = twins(
      (it) => void done(addNextStep(it, anna, { what: "Map old part numbers", follows: "insight1" })),
    );
    const nextStep = readFindings(a).nextSteps[0]?.id ?? "";
    done(describeNextStep(a, anna, { nextStep, owner: "Head of digital", due: "2027-01-31" }));
    done(describeNextStep(b, bert, { nextStep, department: "Digital", status: "doing" }));
    meet(a, b);
    expect(readFindings(b).nextSteps).toEqual([
      {
        id: nextStep,
        what: "Map old part numbers",
        owner: "Head of digital",
        department: "Digital",
        due: "2027-01-31",
        status: "doing",
        follows: "insight1",
      },
    ]);
    expect(readFindings(a)).toEqual(readFindings(b));
    for (const fields of [{ due: "2027-13-01" }, { status: "agreed" as never }, { what: "" }])
      expect(describeNextStep(a, anna, { nextStep, ...fields })).toEqual(refused("bad-value"));
    expect(describeNextStep(a, anna, { nextStep: "unknown", owner: "x" })).toEqual(refused("gone"));
    expect(addNextStep(a, anna, { what: " " })).toEqual(NOTHING);
  });

  it("are ordered, removed, restored and undone", () => {
    const findings = newFindings();
    const history = openHistory(findings, anna);
    const first = done(addNextStep(findings, anna, { what: "A" }));
    const second = done(addNextStep(findings, anna, { what: "B" }));
    done(moveNextStep(findings, anna, { nextStep: second, before: first }));
    const removed = removeNextStep(findings, anna, { nextStep: first });
    if (removed.outcome === "done") history.add(removed.changes);
    expect(readFindings(findings).nextSteps.map((it) => it.what)).toEqual(["B"]);
    done(history.undo());
    expect(readFindings(findings).nextSteps.map((it) => it.what)).toEqual(["B", "A"]);
    done(history.redo());
    done(restoreFinding(findings, bert, { collection: "nextSteps", id: first }));
    expect(readFindings(findings).nextSteps.map((it) => it.what)).toEqual(["B", "A"]);
  });
});

describe("what follows from a settled contradiction (S0-12, P120, D9)", () => {
  const claim = (sentence: string, time: number, how: Settlement = "we change it"): ClaimView => ({
    ...{ id: "claim1", touchpoint: "search", accounts: [] },
    claim: {
      ...{ id: "claim1", text: "It is complete", author: "bert", authorRole: "colleague", made: 1, exhibit: "" },
      textBy: { person: "bert", time: 1 },
    },
    settled: { how, sentence, by: { person: "cara", time } },
  });

  it("is a next step, once on devices that take it in apart, with what was said of it on either", () => {
    const [a, b] = twins(() => undefined);
    const id = done(takeNextStep(a, anna, claim("Old numbers lead to the new ones", 10)));
    done(describeNextStep(a, anna, { nextStep: id, owner: "Head of digital" }));
    expect(done(takeNextStep(b, bert, claim("Old numbers lead to the new ones", 10)))).toBe(id);
    done(describeNextStep(b, bert, { nextStep: id, due: "2027-01-31" }));
    meet(a, b);
    expect(readFindings(a)).toEqual(readFindings(b));
    expect(readFindings(a).nextSteps).toMatchObject([
      { what: "Old numbers lead to the new ones", follows: "claim1", owner: "Head of digital", due: "2027-01-31" },
    ]);
    expect(takeNextStep(a, anna, claim("Old numbers lead to the new ones", 10))).toEqual(NOTHING);
  });

  it("says what was said last of it, and stays away once it was removed; other ways to settle make none", () => {
    const findings = newFindings();
    expect(takeNextStep(findings, anna, claim("So be it", 10, "both"))).toEqual(NOTHING);
    const id = done(takeNextStep(findings, anna, claim("First", 10)));
    done(takeNextStep(findings, anna, claim("Then", 20)));
    expect(takeNextStep(findings, anna, claim("First", 10))).toEqual(NOTHING);
    expect(readFindings(findings).nextSteps.map(({ what }) => what)).toEqual(["Then"]);
    done(removeNextStep(findings, anna, { nextStep: id }));
    expect(takeNextStep(findings, anna, claim("Again", Number.MAX_SAFE_INTEGER))).toEqual(NOTHING);
    expect(readFindings(findings).nextSteps).toEqual([]);
  });
});

describe("following the findings", () => {
  it("keeps what did not change the same object, also when a peer breaks something (R3, R9)", () => {
    const findings = newFindings();
    const insight = done(addInsight(findings, anna, { text: "A" }));
    const pattern = done(addPattern(findings, anna, { title: "P" }));
    const reader = openFindingsReader(findings);
    const before = reader.view();
    attack(findings, (doc) => {
      fieldsOf(doc, "patterns", pattern).set("title", { not: "a stamp" });
      fieldsOf(doc, "insights", insight).set("dismissed", ["said-by-a-rejector", 1, "mallory"]);
    });
    expect(reader.view()).toEqual(readFindings(findings));
    expect(reader.view()).toMatchObject({ patterns: [], ghosts: 1, insights: [{ status: { status: "open" } }] });
    expect(reader.view().insights).toBe(before.insights);
    reader.close();
  });
});
