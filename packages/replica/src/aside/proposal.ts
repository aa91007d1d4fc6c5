/**
 * Changes on their way to who leads the table. They travel as answers, which a person may give who may not write on the
 * board; one answer is small, so they are zipped and cut into parts.
 */
import { type AnswerRow, limits } from "@sameside/protocol";
import type { NewAnswer } from "../answers/answers.ts";
import { newPersonId } from "../device/personId.ts";
import { gzip } from "../disk/gzip.ts";
import { fromBase64Url, gunzipAtMost, toBase64Url } from "./proposalBytes.ts";

/** What somebody proposes, as far as its parts have come. */
export interface Proposal {
  readonly id: string;
  /** Who proposes it. */
  readonly person: string;
  /** The document it is for. */
  readonly room: string;
  /** How many changes, as its person counted them. */
  readonly changes: number;
  /** In order; `undefined` while some have not come. */
  readonly parts: readonly string[] | undefined;
  /** What became of it; absent while nobody has decided. */
  readonly answer?: ProposalAnswer;
}

interface ProposalAnswer {
  /** How many of the changes that were shown were taken. */
  readonly taken: number;
  readonly of: number;
  readonly word?: string;
}

/** The changes are more than answers can carry; a saved copy can. */
export class ProposalTooLargeError extends Error {
  constructor() {
    super("These changes are too many to send. Save a copy of them as a file instead.");
    this.name = "ProposalTooLargeError";
  }
}

interface Sent {
  readonly person: string;
  readonly room: string;
  readonly update: Uint8Array;
  readonly changes: number;
}

const TOPIC = "proposal";
const ANSWER = "answer";
/** What the first byte says of the others. */
const PLAIN = 0;
const GZIPPED = 1;

/** The answers that carry a proposal, and its name. Rejects with a `ProposalTooLargeError`. */
export async function proposalRows({
  person,
  room,
  update,
  changes,
}: Sent): Promise<{ readonly id: string; readonly rows: readonly NewAnswer[] }> {
  const zipped = await gzip(update);
  const text = toBase64Url(marked(zipped ? GZIPPED : PLAIN, zipped ?? update));
  const parts = cut(text, limits.MAX_PROPOSAL_PART_LENGTH);
  if (parts.length > limits.MAX_PROPOSAL_PARTS || update.length > limits.MAX_PROPOSAL_BYTES)
    throw new ProposalTooLargeError();
  const id = newPersonId();
  const rows = parts.map(
    (data, part) =>
      ({
        topic: TOPIC,
        person,
        item: `${id}-${part}`,
        value: { room, changes, part, of: parts.length, data },
      }) as const,
  );
  return { id, rows };
}

/** The answer that says what became of a proposal; its person reads it. */
export function answerProposal(
  { id, person }: Pick<Proposal, "id" | "person">,
  { word, ...counts }: ProposalAnswer,
): NewAnswer {
  return { topic: TOPIC, person, item: `${id}-${ANSWER}`, value: { ...counts, ...(word ? { word } : {}) } };
}

/** The answers that take a proposal back, of those that carry it. */
export function takeBackProposal(rows: readonly AnswerRow[], id: string): readonly NewAnswer[] {
  return rows
    .filter(({ item, value }) => value !== null && nameOf(item) === id && !item.endsWith(`-${ANSWER}`))
    .map(({ topic, person, item }) => ({ topic, person, item, value: null }));
}

/** The proposals that rows of the topic make up; rows that are none are left out. */
export function readProposals(rows: readonly AnswerRow[]): readonly Proposal[] {
  const answerByName = new Map<string, ProposalAnswer>();
  const partsByName = new Map<string, Part[]>();
  for (const { person, item, value } of rows) {
    const id = nameOf(item);
    if (id === undefined || !isRecord(value)) continue;
    const name = `${person}/${id}`;
    const answer = item.endsWith(`-${ANSWER}`) ? answerIn(value) : undefined;
    const part = answer ? undefined : partIn(value);
    if (answer) answerByName.set(name, answer);
    if (part) partsByName.set(name, [...(partsByName.get(name) ?? []), { ...part, id, person }]);
  }
  return [...partsByName].flatMap(([name, parts]) => {
    const [first] = parts;
    if (!first) return [];
    const { id, person, room, changes } = first;
    const answer = answerByName.get(name);
    return [{ id, person, room, changes, parts: inOrder(parts), ...(answer ? { answer } : {}) }];
  });
}

/** The edits of a proposal, as a V1 update. Rejects when the parts are damaged or unpack to more than is allowed. */
export async function unpackProposal(parts: readonly string[]): Promise<Uint8Array> {
  const bytes = fromBase64Url(parts.join(""));
  const rest = bytes.subarray(1);
  if (bytes[0] === GZIPPED) return gunzipAtMost(rest, limits.MAX_PROPOSAL_BYTES);
  if (bytes[0] === PLAIN) return rest;
  throw new Error("This proposal comes from a newer Sameside. Reload this page to read it.");
}

interface Part {
  readonly id: string;
  readonly person: string;
  readonly room: string;
  readonly changes: number;
  readonly part: number;
  readonly of: number;
  readonly data: string;
}

function marked(mark: number, bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length + 1);
  whole[0] = mark;
  whole.set(bytes, 1);
  return whole;
}

function cut(text: string, length: number): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; start += length) parts.push(text.slice(start, start + length));
  return parts;
}

function nameOf(item: string): string | undefined {
  const end = item.lastIndexOf("-");
  return end > 0 ? item.slice(0, end) : undefined;
}

function inOrder(parts: readonly Part[]): readonly string[] | undefined {
  const dataByPart = new Map(parts.map(({ part, data }) => [part, data]));
  const of = parts[0]?.of ?? 0;
  const ordered = Array.from({ length: Math.min(of, limits.MAX_PROPOSAL_PARTS) }, (_, part) => dataByPart.get(part));
  return ordered.every((data) => data !== undefined) && of === ordered.length ? ordered : undefined;
}

function partIn(value: Record<string, unknown>): Omit<Part, "id" | "person"> | undefined {
  const { room, changes, part, of, data } = value;
  const isPart =
    typeof room === "string" && typeof data === "string" && isCount(changes) && isCount(part) && isCount(of);
  return isPart ? { room, changes, part, of, data } : undefined;
}

function answerIn({ taken, of, word }: Record<string, unknown>): ProposalAnswer | undefined {
  if (!isCount(taken) || !isCount(of)) return undefined;
  return { taken, of, ...(typeof word === "string" ? { word } : {}) };
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
