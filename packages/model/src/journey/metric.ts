/**
 * Customer metrics: how customers would measure success, as a number with an operator and a unit (`≤ 72 h`,
 * `≤ 3 rounds`). Reading what `printMetrics` wrote gives the same metrics back.
 */

export const METRIC_OPERATORS = ["≤", "<", "≥", ">", "=", "–"] as const;
/** `–` is a range, both ends included; the others compare with one target. */
export type MetricOperator = (typeof METRIC_OPERATORS)[number];

export interface Metric {
  readonly operator: MetricOperator;
  readonly target: number;
  /** The upper end of a range. */
  readonly upTo?: number;
  /** As people wrote it ("h", "rounds", "%"); never empty. */
  readonly unit: string;
}

export type MetricHint = "needs-number" | "needs-operator" | "needs-unit" | "upside-down";
export type MetricsRead =
  | { readonly ok: true; readonly metrics: readonly Metric[] }
  /** `part` is the stretch that is no metric; the hint says what it lacks. */
  | { readonly ok: false; readonly part: string; readonly hint: MetricHint };

const OPERATOR_WORDS: readonly (readonly [RegExp, MetricOperator])[] = [
  [/^(?:≤|<=|=<|at most|no more than|not more than|up to|within|maximum(?: of)?|max\.?)\s*(?=[\d.,-])/i, "≤"],
  [/^(?:≥|>=|=>|at least|no less than|not less than|no fewer than|minimum(?: of)?|min\.?)\s*(?=[\d.,-])/i, "≥"],
  [/^(?:<|under|below|less than|fewer than)\s*(?=[\d.,-])/i, "<"],
  [/^(?:>|over|above|more than)\s*(?=[\d.,-])/i, ">"],
  [/^(?:=|exactly)\s*(?=[\d.,-])/i, "="],
];
const NUMBER = /^-?\d+(?:[.,]\d+)?/;
const RANGE_SIGN = /^\s*(?:–|—|-|…|\.\.\.?|to)\s*(?=\d)/i;
const UNIT = /^\s*(%|[^\s\d,;%≤≥<>=–][^,;≤≥<>=–]*)/;
/** Between metrics. A comma between two digits is a decimal comma. */
const SEPARATOR = /^\s*(?:,(?!\d)|;|\n|\band\b|&|$)\s*/i;

/** Reads all metrics of a text. A text without any number ("soon") is refused with a hint. */
export function readMetrics(text: string): MetricsRead {
  const metrics: Metric[] = [];
  let rest = text.trim();
  if (rest === "") return { ok: false, part: "", hint: "needs-number" };
  while (rest !== "") {
    const read = readOne(rest);
    if ("hint" in read) return { ok: false, ...read };
    metrics.push(read.metric);
    rest = read.rest;
  }
  return { ok: true, metrics };
}

/** `≤ 72 h, ≤ 3 rounds`. */
export function printMetrics(metrics: readonly Metric[]): string {
  return metrics.map(printMetric).join(", ");
}

function printMetric({ operator, target, upTo, unit }: Metric): string {
  if (operator === "–") return `${printNumber(target)}–${printNumber(upTo ?? target)} ${unit}`;
  return `${operator} ${printNumber(target)} ${unit}`;
}

/** Never in exponent form, which the reader does not know. */
function printNumber(value: number): string {
  return value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });
}

function readOne(text: string): { metric: Metric; rest: string } | { part: string; hint: MetricHint } {
  const part = text.split(/[;\n]|,(?!\d)/, 1)[0]?.trim() ?? text;
  const [, operator] = OPERATOR_WORDS.find(([pattern]) => pattern.test(text)) ?? [];
  const afterOperator = operator ? text.replace(OPERATOR_WORDS.find(([, it]) => it === operator)?.[0] ?? "", "") : text;
  const first = takeNumber(afterOperator);
  if (!first) return { part, hint: "needs-number" };
  const second = operator ? undefined : takeNumber(first.rest.replace(RANGE_SIGN, ""));
  const isRange = second !== undefined && RANGE_SIGN.test(first.rest);
  if (!operator && !isRange) return { part, hint: "needs-operator" };
  const afterNumbers = isRange ? second.rest : first.rest;
  const [matched, rawUnit] = UNIT.exec(afterNumbers) ?? [];
  const { unit, tail } = splitUnit(rawUnit ?? "");
  if (matched === undefined || unit === "") return { part, hint: "needs-unit" };
  const rest = (tail + afterNumbers.slice(matched.length)).replace(SEPARATOR, "").trim();
  if (!isRange) return { metric: { operator: operator as MetricOperator, target: first.value, unit }, rest };
  if (second.value < first.value) return { part, hint: "upside-down" };
  return { metric: { operator: "–", target: first.value, upTo: second.value, unit }, rest };
}

/** "rounds and at most 2 calls": the unit ends where the next metric's words begin. */
function splitUnit(raw: string): { unit: string; tail: string } {
  const next =
    /\s(?:and|&)\s+(?=(?:at most|at least|no more|no less|not more|not less|up to|within|max|min|under|below|less|fewer|over|above|more|exactly|\d))/i.exec(
      raw,
    );
  const digits = /\s(?=\d)/.exec(raw);
  const end = Math.min(next?.index ?? raw.length, digits?.index ?? raw.length);
  return { unit: raw.slice(0, end).trim(), tail: raw.slice(end) };
}

function takeNumber(text: string): { value: number; rest: string } | undefined {
  const [digits] = NUMBER.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const value = Number(digits.replace(",", "."));
  // Four hundred digits are no number that could be printed again.
  return Number.isFinite(value) ? { value, rest: text.slice(digits.length) } : undefined;
}
