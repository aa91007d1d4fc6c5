/** What a workshop found, and what must hold for it whatever was done to it (SPEC R1, R3, C4, C7). */
import {
  addInsight,
  addNextStep,
  addPattern,
  addSupport,
  asFindingsDocument,
  BRIEF_ANSWERS,
  DISMISSAL_REASONS,
  describeInsight,
  describeNextStep,
  describePattern,
  dismissInsight,
  type FindingsDocument,
  type FindingsView,
  moveInsight,
  moveNextStep,
  movePattern,
  NEXT_STEP_STATUSES,
  openFindingsReader,
  RELATIONS,
  readFindings,
  removeInsight,
  removeNextStep,
  removePattern,
  removeSupport,
  reopenInsight,
  restoreFinding,
  rewordInsight,
  takeNextStep,
} from "@sameside/model";
import { findingsRoom } from "@sameside/protocol";
import type { Random } from "../../support/random.ts";
import { changedTexts, foreignTexts, honestGhosts, type Ledger, lostTexts } from "../ledger.ts";
import {
  beforeAmong,
  day,
  idAmong,
  ownAmong,
  playsOf,
  type RemovedByCollection,
  removedAmong,
  type Subject,
  WORKSHOP,
  words,
} from "./subject.ts";

type FindingsSeen = ReturnType<typeof lookAtFindings>;
const RESTORABLE = ["insights", "patterns", "supports", "nextSteps"] as const;

function lookAtFindings(view: FindingsView, removed: RemovedByCollection) {
  const findings = [...view.insights, ...view.patterns];
  const supports = findings.flatMap((finding) => finding.supports);
  return {
    insight: (random: Random) => idAmong(random, view.insights),
    ownInsight: (random: Random, person: string) => ownAmong(random, view.insights, person),
    pattern: (random: Random) => idAmong(random, view.patterns),
    finding: (random: Random) => idAmong(random, findings),
    support: (random: Random) => idAmong(random, supports),
    nextStep: (random: Random) => idAmong(random, view.nextSteps),
    before: (random: Random, list: "insights" | "patterns" | "nextSteps") => beforeAmong(random, view[list]),
    removed(random: Random) {
      const collection = random.pick(RESTORABLE.filter((it) => removed.has(it))) ?? "insights";
      return { collection, id: removedAmong(random, removed, collection) };
    },
  };
}

const play = playsOf<FindingsDocument, FindingsSeen>();

const PLAYS = [
  play(8, addInsight, (random, see) => ({ text: words(random), ...see.before(random, "insights") })),
  play(4, rewordInsight, (random, see, by) => ({ insight: see.ownInsight(random, by.person), text: words(random) })),
  play(4, describeInsight, (random, see) => ({
    insight: see.insight(random),
    answersBrief: random.pick(BRIEF_ANSWERS) ?? "",
    relation: random.pick(RELATIONS) ?? "",
    relatedText: words(random),
  })),
  play(4, dismissInsight, (random, see) => ({
    insight: see.insight(random),
    reason: random.pick(DISMISSAL_REASONS) ?? "not-the-brief",
    sentence: words(random),
  })),
  play(2, reopenInsight, (random, see) => ({ insight: see.insight(random) })),
  play(5, moveInsight, (random, see) => ({ insight: see.insight(random), ...see.before(random, "insights") })),
  play(2, removeInsight, (random, see) => ({ insight: see.insight(random) })),
  play(5, addPattern, (random, see) => ({
    title: words(random),
    metrics: "≤ 72 h, ≤ 3 rounds",
    ...see.before(random, "patterns"),
  })),
  play(4, describePattern, (random, see) => ({
    pattern: see.pattern(random),
    moment: words(random),
    conditions: [words(random), words(random)],
    metrics: `≤ ${1 + random.below(90)} h`,
  })),
  play(2, movePattern, (random, see) => ({ pattern: see.pattern(random), ...see.before(random, "patterns") })),
  play(1, removePattern, (random, see) => ({ pattern: see.pattern(random) })),
  // Few subjects, so that people back a finding with the same one.
  play(8, addSupport, (random, see) => ({
    finding: see.finding(random),
    group: "table1",
    subject: `card${random.below(3)}`,
  })),
  play(3, removeSupport, (random, see) => ({ support: see.support(random) })),
  play(6, addNextStep, (random, see) => ({
    what: words(random),
    follows: random.chance(0.5) ? see.finding(random) : "",
    ...see.before(random, "nextSteps"),
  })),
  // Few, so that several people take in what follows from the same one.
  play(3, takeNextStep, (random, _see, by) => ({
    id: `claim${random.below(3)}`,
    settled: { how: "we change it" as const, sentence: words(random), by: { person: by.person, time: by.now() } },
  })),
  play(5, describeNextStep, (random, see) => ({
    nextStep: see.nextStep(random),
    owner: words(random),
    due: day(random),
    status: random.pick(NEXT_STEP_STATUSES) ?? "doing",
  })),
  play(3, moveNextStep, (random, see) => ({ nextStep: see.nextStep(random), ...see.before(random, "nextSteps") })),
  play(1, removeNextStep, (random, see) => ({ nextStep: see.nextStep(random) })),
  play(4, restoreFinding, (random, see) => see.removed(random)),
];

export const FINDINGS: Subject<FindingsDocument, FindingsView, FindingsSeen> = {
  room: findingsRoom(WORKSHOP),
  take: asFindingsDocument,
  read: readFindings,
  follow: openFindingsReader,
  look: lookAtFindings,
  plays: PLAYS,
  begin(random, findings, by) {
    addInsight(findings, by, { text: words(random) });
    addPattern(findings, by, { title: words(random) });
  },
  ownTexts: (view) => view.insights,
  brokenRules: (view, doc, ledger) => [
    ...honestGhosts(view.ghosts, ledger),
    ...lostTexts(doc, "insights", view.insights, ledger),
    ...changedTexts("insights", view.insights, ledger),
    ...foreignTexts(doc, "insights", view.insights, ledger),
    ...dismissedWithoutReason(view, ledger),
  ],
};

/** C7: a reason of the list and a sentence. */
function dismissedWithoutReason({ insights }: FindingsView, { touched }: Ledger): string[] {
  return insights.flatMap(({ id, status }) => {
    if (status.status === "open" || touched.has(`insights/${id}`)) return [];
    const isGiven = DISMISSAL_REASONS.includes(status.reason) && status.sentence.trim() !== "";
    return isGiven ? [] : ["C7: an insight was put aside without a reason and a sentence"];
  });
}
