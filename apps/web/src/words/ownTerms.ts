/** A workshop's own words (S3-10): the catalogue says them in the place of the usual ones. */

interface TermPair {
  readonly one: string;
  readonly many: string;
}

/** What the catalogue says, by term. */
export const USUAL_TERMS = {
  customer: { one: "customer", many: "customers" },
  colleague: { one: "colleague", many: "colleagues" },
  moderator: { one: "moderator", many: "moderators" },
  facilitator: { one: "facilitator", many: "facilitators" },
  workshop: { one: "workshop", many: "workshops" },
  table: { one: "table", many: "tables" },
  journey: { one: "journey", many: "journeys" },
} as const satisfies Record<string, TermPair>;
type Term = keyof typeof USUAL_TERMS;
export type OwnTerms = Readonly<Partial<Record<Term, TermPair>>>;

/** As it is told to devices that have no plan. */
type TermList = readonly (TermPair & { readonly term: string })[];

export function termList(own: OwnTerms): TermList {
  return (Object.keys(USUAL_TERMS) as Term[]).flatMap((term) => {
    const words = own[term];
    return words ? [{ term, ...words }] : [];
  });
}

/** What is of no known form counts as none. */
export function termsFrom(list: unknown): OwnTerms {
  const rows: readonly unknown[] = Array.isArray(list) ? list : [];
  return Object.fromEntries(rows.flatMap((row) => (isTermRow(row) ? [[row.term, row]] : [])));
}

function isTermRow(row: unknown): row is TermPair & { readonly term: Term } {
  if (typeof row !== "object" || row === null) return false;
  const { term, one, many } = row as Record<string, unknown>;
  const areWords = [one, many].every((word) => typeof word === "string" && word !== "");
  return typeof term === "string" && Object.hasOwn(USUAL_TERMS, term) && areWords;
}

/** Where the catalogue speaks of tables with rows and columns, which nobody sits at. */
const ABOUT_ROWS_AND_COLUMNS = [
  "table",
  "files",
  "board.views",
  "board.exportDialog.csvAbout",
  "board.keysDialog",
  "library.pasteDialog",
];
/** … which are called so as soon as those that people sit at have a word of their own: the usual one then says neither. */
const GRID: TermPair = { one: "grid", many: "grids" };
/** Where a function is handed what the program or the relay says, and not what people wrote. */
const SPOKEN_BY_THE_PROGRAM = ["app.said", "app.join.refused.otherwise", "board.inviteDialog.refused"];

/** The same catalogue in the workshop's own words. What people wrote, and a sentence only repeats, stays as it is. */
export function inOwnTerms<T>(catalogue: T, own: OwnTerms): T {
  const terms = (Object.keys(own) as Term[]).flatMap((term) => {
    const words = own[term];
    return words ? [{ usual: USUAL_TERMS[term], words }] : [];
  });
  return terms.length === 0 ? catalogue : (spoken(catalogue, terms, "") as T);
}

/** A text that stands in a workshop's words, as it is said when one of them is another. */
export function inOtherWords(text: string, before: TermPair, now: TermPair): string {
  return said(text, [{ usual: before, words: now }], []);
}

interface Renamed {
  readonly usual: TermPair;
  readonly words: TermPair;
}

function spoken(value: unknown, terms: readonly Renamed[], path: string): unknown {
  if (typeof value === "string") return said(value, termsAt(path, terms), []);
  if (typeof value === "function") {
    const here = termsAt(path, terms);
    const areRepeated = !isAt(path, SPOKEN_BY_THE_PROGRAM);
    return (...args: unknown[]) => saidWith(Reflect.apply(value, undefined, args), here, areRepeated ? args : []);
  }
  if (Array.isArray(value)) return value.map((item) => spoken(item, terms, path));
  if (typeof value !== "object" || value === null) return value;
  const inside = (key: string) => (path === "" ? key : `${path}.${key}`);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoken(inner, terms, inside(key))]));
}

function termsAt(path: string, terms: readonly Renamed[]): readonly Renamed[] {
  if (!isAt(path, ABOUT_ROWS_AND_COLUMNS)) return terms;
  return terms.map((each) => (each.usual === USUAL_TERMS.table ? { ...each, words: GRID } : each));
}

function isAt(path: string, places: readonly string[]): boolean {
  return places.some((each) => path === each || path.startsWith(`${each}.`));
}

/** What a function of the catalogue gave back: a sentence, or several. */
function saidWith(result: unknown, terms: readonly Renamed[], args: readonly unknown[]): unknown {
  if (Array.isArray(result)) return result.map((item) => saidWith(item, terms, args));
  return typeof result === "string" ? said(result, terms, args.flatMap(textsIn)) : result;
}

/** What people wrote, of what a function was handed; a role that is handed in by its key is nobody's words. */
function textsIn(arg: unknown): readonly string[] {
  if (typeof arg === "string") return Object.hasOwn(USUAL_TERMS, arg) ? [] : [arg];
  return typeof arg === "object" && arg !== null ? Object.values(arg).flatMap(textsIn) : [];
}

/** `repeated`: texts that stand in it as they were handed in. */
function said(text: string, terms: readonly Renamed[], repeated: readonly string[]): string {
  const pattern = patternOf(terms);
  const [kept, ...others] = repeated.filter((each) => each.search(pattern) !== -1);
  if (kept !== undefined)
    return text
      .split(kept)
      .map((part) => said(part, terms, others))
      .join(kept);
  return text.replaceAll(pattern, (_found, article: string | undefined, word: string) => {
    const own = ownWord(word, terms);
    return article === undefined ? own : `${article.charAt(0)}${/^[aeiou]/i.test(own) ? "n" : ""} ${own}`;
  });
}

function ownWord(word: string, terms: readonly Renamed[]): string {
  const usual = word.toLowerCase();
  const term = terms.find((each) => each.usual.one === usual || each.usual.many === usual);
  if (!term) return word;
  const own = usual === term.usual.many ? term.words.many : term.words.one;
  return /^\p{Lu}/u.test(word) ? own.replace(/^./u, (letter) => letter.toUpperCase()) : own;
}

/** Any of their words, for one or for many, with its article, in one go: an own word may hold a usual one. */
function patternOf(terms: readonly Renamed[]): RegExp {
  const words = terms.flatMap(({ usual: { one, many } }) => [many, one]).map(literally);
  // A Mermaid journey is a kind of file.
  return new RegExp(`(?<!Mermaid |[\\p{L}\\p{N}])(?:(an?) )?(${words.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

function literally(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
