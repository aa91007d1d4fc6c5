/**
 * What edits that were kept apart from a board would change on it: read in a fork, so that the board itself is not
 * touched. The edits come from another device and may be anything: what cannot be read, or is not their person's to
 * change, is left out and counted.
 */
import * as Y from "yjs";
import type { Value } from "../changes.ts";
import {
  type BoardCollection,
  type BoardDocument,
  boardFromState,
  COLLECTIONS,
  docOf,
  entityOf,
  mergeInto,
  stateOf,
} from "../document.ts";
import { buildIndex, type EntityIndex } from "../entityIndex.ts";
import { carriedFields } from "./carriedFields.ts";
import { describeChange, type ProposedChange } from "./proposedChange.ts";
import { BOARD, type BoardRecords } from "./records.ts";
import type { Id } from "./schema.ts";

export type { ProposedChange } from "./proposedChange.ts";

export interface Proposal {
  /** What it rests on before what rests on it. */
  readonly changes: readonly ProposedChange[];
  /** Things that would be changed and cannot be taken: another person's words, or nothing that this program reads. */
  readonly leftOut: number;
}

/** A change with what has to be written for it. */
export interface ReadChange extends ProposedChange {
  readonly plain: Readonly<Record<string, Value>>;
  readonly stamped: Readonly<Record<string, Value>>;
  readonly texts: Readonly<Record<string, string>>;
}

type Records = EntityIndex<BoardRecords>["records"];

/**
 * Reads what `update`, the edits of `proposer`, would change on the board as it is. What stands on the board already, or
 * lost against a later change, is none.
 * @throws Error when the bytes are no edits.
 */
export function proposalFor(board: BoardDocument, args: ProposalArgs): Proposal {
  const { changes, leftOut } = readProposal(board, args);
  return { changes: changes.map(({ plain: _, stamped: __, texts: ___, ...change }) => change), leftOut };
}

export interface ProposalArgs {
  readonly update: Uint8Array;
  /** Whose edits they are. */
  readonly proposer: Id;
}

/** As `proposalFor`, with what has to be written. */
export function readProposal(
  board: BoardDocument,
  { update, proposer }: ProposalArgs,
): { readonly changes: readonly ReadChange[]; readonly leftOut: number } {
  const fork = forkOf(board, update);
  const after = buildIndex(docOf(fork), BOARD).records;
  const changes: ReadChange[] = [];
  let leftOut = 0;
  for (const collection of COLLECTIONS.board) {
    for (const id of docOf(fork).getMap(collection).keys()) {
      const differing = difference(board, fork, collection, id);
      if (!differing) continue;
      const read = asChange(after, collection, id, differing, proposer);
      if (read) changes.push(read);
      else leftOut += 1;
    }
  }
  return { changes: withNeeds(changes), leftOut };
}

/** @throws Error when the bytes are no edits, also when they are so deeply nested that reading them overflows. */
function forkOf(board: BoardDocument, update: Uint8Array): BoardDocument {
  const fork = boardFromState(stateOf(board));
  mergeInto(fork, update);
  return fork;
}

interface Difference {
  readonly isNew: boolean;
  readonly plain: Readonly<Record<string, Value>>;
  readonly stamped: Readonly<Record<string, Value>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** `undefined` when nothing differs. */
function difference(
  board: BoardDocument,
  fork: BoardDocument,
  collection: BoardCollection,
  id: Id,
): Difference | undefined {
  const now = entityOf(docOf(board), collection, id);
  const then = entityOf(docOf(fork), collection, id);
  if (!then) return undefined;
  const isNew = now === undefined;
  if (isNew) {
    const made = carriedFields(fork, collection, id);
    // Made and taken away again: nobody would see anything.
    return made.stamped["del"] === true ? undefined : { isNew, ...made };
  }
  // Another entity under the same id: it was taken over before, and has lived on here since.
  if (!isSameItem(now, then)) return undefined;
  const before = carriedFields(board, collection, id);
  const changed = carriedFields(fork, collection, id);
  const stamped = entriesThatDiffer(changed.stamped, before.stamped);
  const texts = entriesThatDiffer(changed.texts, before.texts);
  if (Object.keys(stamped).length + Object.keys(texts).length === 0) return undefined;
  return { isNew, plain: {}, stamped, texts };
}

function isSameItem(one: Y.Map<unknown>, other: Y.Map<unknown>): boolean {
  const [id, otherId] = [one._item?.id, other._item?.id];
  return id !== undefined && otherId !== undefined && Y.compareIDs(id, otherId);
}

function entriesThatDiffer<T extends Value>(
  after: Readonly<Record<string, T>>,
  before: Readonly<Record<string, T>>,
): Record<string, T> {
  // Of known, flat shapes: `carriedFields` passes on no other.
  const differs = ([field, value]: [string, T]) => JSON.stringify(before[field] ?? null) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(after).filter(differs));
}

/** Fields that are their author's alone (SPEC C4). */
const AUTHORS_OWN = ["text", "agreed", "body", "quote"];

/** `undefined` for what cannot be read (SPEC R3), and for words in another's name. */
function asChange(
  after: Records,
  collection: BoardCollection,
  id: Id,
  { isNew, plain, stamped, texts }: Difference,
  proposer: Id,
): ReadChange | undefined {
  const record = after[collection].get(id);
  if (!record) return undefined;
  const author = authorOf(record);
  const isTheirs = author === undefined || author === proposer || isSetDownBy(record, proposer);
  const isOwnVoice =
    isNew || collection === "ratings" || [stamped, texts].some((of) => AUTHORS_OWN.some((it) => it in of));
  if (isOwnVoice && !isTheirs) return undefined;
  const described = describeChange(after, collection, id, isNew, { ...stamped, ...texts });
  return { ...described, texts, ...(isNew ? asFirstWording(record, plain, stamped) : { plain, stamped }) };
}

/** New words are handed on in their author's last wording: written again by another, they would read as changed by them. */
function asFirstWording(
  record: object,
  plain: Difference["plain"],
  { text, ...stamped }: Difference["stamped"],
): Pick<ReadChange, "plain" | "stamped"> {
  const isAuthors = "text" in record && isWording(record.text) && record.text.person === plain["author"];
  return { plain: typeof text === "string" && isAuthors ? { ...plain, said: text } : plain, stamped };
}

function isWording(text: unknown): text is { readonly person: Id } {
  return typeof text === "object" && text !== null && "person" in text;
}

/** Written down by them for its author, who has not agreed to it. */
function isSetDownBy(record: object, proposer: Id): boolean {
  return "writer" in record && "agreed" in record && record.writer === proposer && !record.agreed;
}

/** Whose words or feeling it is; `undefined` for what belongs to everybody. */
function authorOf(record: object): unknown {
  if ("author" in record) return record.author;
  return "person" in record ? record.person : undefined;
}

/** Only what is proposed too can be needed: the rest is there. */
function withNeeds(changes: readonly ReadChange[]): readonly ReadChange[] {
  const added = new Set(changes.filter(({ how }) => how === "added").map(({ key }) => key));
  return changes.map((change) => ({
    ...change,
    needs: change.needs.filter((key) => added.has(key) && key !== change.key),
  }));
}
