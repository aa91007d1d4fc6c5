/**
 * Reads a list of people: pasted lines, CSV, TSV or a block of a spreadsheet. With a heading row its columns come in any
 * order; without one they are name, role, department, customer type. A list is taken whole or not at all: each line that
 * cannot be read is named with what is wrong.
 */
import { MAX_LISTED_PEOPLE, MAX_NAME_LENGTH, MAX_TITLE_LENGTH, type PersonRole } from "@sameside/model";
import { type Row, tableOf } from "../csv/table.ts";
import { withoutMark } from "../decodeText.ts";
import { columnOf, ownRoleWords, type PeopleColumn, plain, roleOf } from "./headings.ts";

export interface ListedPerson {
  /** 1 = the first line of the text. */
  readonly line: number;
  readonly name: string;
  readonly role: PersonRole;
  /** As it is written; "" for none. */
  readonly department: string;
  readonly customerType: string;
}

export const LINE_PROBLEMS = ["no-name", "long-name", "long-word", "unknown-role"] as const;
/** Why a line was not read. */
export interface LineProblem {
  readonly line: number;
  readonly code: (typeof LINE_PROBLEMS)[number];
  /** What stands there: the role, or the line's beginning. */
  readonly text: string;
}

/** A name that stands twice; both are kept: there are people of the same name. */
export interface SameName {
  readonly name: string;
  readonly lines: readonly number[];
}

export interface PeopleList {
  /** Empty as long as there is a problem. */
  readonly people: readonly ListedPerson[];
  readonly problems: readonly LineProblem[];
  readonly sameNames: readonly SameName[];
  /** Lines on which no role stands: a colleague where a department does, else a customer. */
  readonly guessedRoles: number;
  /** More lines than a list may have. */
  readonly isTooLong: boolean;
}

interface Options {
  /** The workshop's own words for its roles. */
  readonly roleWords?: Readonly<Partial<Record<PersonRole, readonly string[]>>>;
}

const USUAL_COLUMNS: readonly PeopleColumn[] = ["name", "role", "department", "customerType"];
/** What a problem shows of a line, in characters. */
const SHOWN_LENGTH = 60;

/** Total: any text gives a list. */
export function readPeople(text: string, { roleWords = {} }: Options = {}): PeopleList {
  const own = ownRoleWords(roleWords);
  const { rows } = tableOf(withoutMark(text), (cells) => cells.filter((cell) => columnOf(cell, own)).length);
  const [first, ...others] = rows;
  const columns = first?.cells.map((cell) => columnOf(cell, own));
  const heading = columns && isHeading(columns) ? columns : undefined;
  const body = heading ? others : rows;
  if (body.length > MAX_LISTED_PEOPLE)
    return { people: [], problems: [], sameNames: [], guessedRoles: 0, isTooLong: true };
  const read = body.map((row) => readRow(row, heading ?? USUAL_COLUMNS, own));
  const problems = read.flatMap(({ problem }) => problem ?? []);
  const people = problems.length > 0 ? [] : read.flatMap(({ person }) => person ?? []);
  return {
    people,
    problems,
    sameNames: sameNamesOf(people),
    guessedRoles: problems.length > 0 ? 0 : read.filter(({ isGuessed }) => isGuessed).length,
    isTooLong: false,
  };
}

/** A heading names the column of names, and nothing that stands in it twice. */
function isHeading(columns: readonly (PeopleColumn | undefined)[]): boolean {
  const named = columns.filter((column) => column !== undefined);
  return named.includes("name") && new Set(named).size === named.length;
}

interface ReadRow {
  readonly person?: ListedPerson;
  readonly problem?: LineProblem;
  readonly isGuessed?: boolean;
}

function readRow(
  { line, cells }: Row,
  columns: readonly (PeopleColumn | undefined)[],
  own: ReadonlyMap<string, PersonRole>,
): ReadRow {
  const cellOf = (column: PeopleColumn) => oneLine(cells[columns.indexOf(column)] ?? "");
  const [name, said, department, customerType] = USUAL_COLUMNS.map(cellOf) as [string, string, string, string];
  const wrong = (code: LineProblem["code"], text: string): ReadRow => ({
    problem: { line, code, text: text.slice(0, SHOWN_LENGTH) },
  });
  if (name === "") return wrong("no-name", cells.filter((cell) => cell !== "").join(", "));
  if (name.length > MAX_NAME_LENGTH) return wrong("long-name", name);
  const long = [department, customerType].find((word) => word.length > MAX_TITLE_LENGTH);
  if (long !== undefined) return wrong("long-word", long);
  const role = said === "" ? guessedRole(department, customerType) : roleOf(said, own);
  if (role === undefined) return wrong("unknown-role", said);
  return { person: { line, name, role, department, customerType }, isGuessed: said === "" };
}

function guessedRole(department: string, customerType: string): PersonRole {
  return department !== "" && customerType === "" ? "colleague" : "customer";
}

function sameNamesOf(people: readonly ListedPerson[]): readonly SameName[] {
  const peopleByName = Map.groupBy(people, ({ name }) => plain(name));
  return [...peopleByName.values()].flatMap((same) =>
    same.length > 1 ? [{ name: same[0]?.name ?? "", lines: same.map(({ line }) => line) }] : [],
  );
}

function oneLine(cell: string): string {
  return cell.replace(/\s+/g, " ").trim();
}
