/** Reads what a workshop found: pure, total, the same on every device that holds the same document (SPEC R1–R9). */
import type { FindingsDocument } from "../document.ts";
import type { EntityIndex } from "../entityIndex.ts";
import { listOfEntries } from "../entries.ts";
import { readMetrics } from "../journey/metric.ts";
import type { Id } from "../journey/schema.ts";
import { type DocumentReader, openReader, readOnce } from "../reading.ts";
import { FINDINGS, type FindingsRecords } from "./records.ts";
import type { FindingsView, InsightStatus, InsightView, NextStepView, PatternView, SupportView } from "./schema.ts";

/** Reads the findings once. Never throws. */
export function readFindings(findings: FindingsDocument): FindingsView {
  return readOnce(findings, FINDINGS, buildFindings);
}

/** Follows the findings. */
export function openFindingsReader(findings: FindingsDocument): DocumentReader<FindingsView> {
  return openReader(findings, FINDINGS, buildFindings);
}

type FindingsIndex = EntityIndex<FindingsRecords>;

function buildFindings(index: FindingsIndex, writable: boolean): FindingsView {
  return {
    insights: listOfEntries(index, "insights").map((insight) => insightView(index, insight)),
    patterns: listOfEntries(index, "patterns").map((pattern) => patternView(index, pattern)),
    nextSteps: listOfEntries(index, "nextSteps").map(nextStepView),
    ghosts: index.ghosts.size,
    writable,
  };
}

function insightView(index: FindingsIndex, insight: FindingsRecords["insights"]): InsightView {
  return {
    id: insight.id,
    text: insight.text.value,
    author: insight.author,
    made: insight.made,
    supports: supportsOf(index, insight.id),
    status: statusOf(insight),
    answersBrief: insight.answersBrief,
    relation: insight.relation,
    relatedText: insight.relatedText,
  };
}

function statusOf({ dismissed }: FindingsRecords["insights"]): InsightStatus {
  if (!dismissed?.value) return { status: "open" };
  const [reason, sentence] = dismissed.value;
  return { status: "dismissed", reason, sentence, by: dismissed.person, time: dismissed.time };
}

function patternView(index: FindingsIndex, pattern: FindingsRecords["patterns"]): PatternView {
  const read = readMetrics(pattern.metrics);
  return {
    id: pattern.id,
    title: pattern.title.value,
    moment: pattern.moment,
    conditions: pattern.conditions,
    metricsText: pattern.metrics,
    metrics: read.ok ? read.metrics : [],
    supports: supportsOf(index, pattern.id),
  };
}

function nextStepView({
  id,
  what,
  owner,
  department,
  due,
  status,
  follows,
}: FindingsRecords["nextSteps"]): NextStepView {
  return { id, what: what.value, owner, department, due, status, ...(follows === undefined ? {} : { follows }) };
}

/** By id, which follows from what they are: on every device the same. */
function supportsOf(index: FindingsIndex, finding: Id): readonly SupportView[] {
  return index
    .heldBy("supports", finding)
    .filter((support) => !support.del)
    .map(({ id, group, subject }) => ({ id, group, subject }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
