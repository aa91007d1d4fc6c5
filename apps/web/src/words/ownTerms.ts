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

/** Where the catalogue speaks of tables with rows and columns, which nobody sits at. */
const ABOUT_ROWS_AND_COLUMNS = [
  "table",
  "files",
  "board.views",
  "board.exportDialog.csvAbout",
  "board.keysDialog",
  "library.pasteDialog",
];

/** The same catalogue in the workshop's own words. What people wrote, and a sentence only repeats, stays as it is. */
export function inOwnTerms<T>(catalogue: T, own: OwnTerms): T {
  const terms = (Object.keys(own) as Term[]).flatMap((term) => {
    const words = own[term];
    return words ? [{ term, usual: USUAL_TERMS[term], words }] : [];
  });
  return terms.length === 0 ? catalogue : (spoken(catalogue, terms, "") as T);
}

interface Renamed {
  readonly term: Term;
  readonly usual: TermPair;
  readonly words: TermPair;
}

function spoken(value: unknown, terms: readonly Renamed[], path: string): unknown {
  if (typeof value === "string") return said(value, termsAt(path, terms), []);
  if (typeof value === "function") {
    const here = termsAt(path, terms);
    return (...args: unknown[]) => saidWith(Reflect.apply(value, undefined, args), here, args);
  }
  if (Array.isArray(value)) return value.map((item) => spoken(item, terms, path));
  if (typeof value !== "object" || value === null) return value;
  const inside = (key: string) => (path === "" ? key : `${path}.${key}`);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoken(inner, terms, inside(key))]));
}

function termsAt(path: string, terms: readonly Renamed[]): readonly Renamed[] {
  const isAboutRows = ABOUT_ROWS_AND_COLUMNS.some((each) => path === each || path.startsWith(`${each}.`));
  return isAboutRows ? terms.filter(({ term }) => term !== "table") : terms;
}

/** What a function of the catalogue gave back: a sentence, or several. */
function saidWith(result: unknown, terms: readonly Renamed[], args: readonly unknown[]): unknown {
  if (Array.isArray(result)) return result.map((item) => saidWith(item, terms, args));
  return typeof result === "string" ? said(result, terms, args.flatMap(textsIn)) : result;
}

function textsIn(arg: unknown): readonly string[] {
  if (typeof arg === "string") return [arg];
  return typeof arg === "object" && arg !== null ? Object.values(arg).flatMap(textsIn) : [];
}

/** `repeated`: texts that stand in it as they were handed in. */
function said(text: string, terms: readonly Renamed[], repeated: readonly string[]): string {
  const [kept, ...others] = repeated.filter((each) => terms.some(({ usual }) => patternOf(usual).test(each)));
  if (kept !== undefined)
    return text
      .split(kept)
      .map((part) => said(part, terms, others))
      .join(kept);
  return terms.reduce((now, term) => renamed(now, term), text);
}

function renamed(text: string, { usual, words }: Renamed): string {
  return text.replaceAll(patternOf(usual), (_found, article: string | undefined, word: string) => {
    const own = word.toLowerCase() === usual.many ? words.many : words.one;
    const spelt = /^\p{Lu}/u.test(word) ? own.replace(/^./u, (letter) => letter.toUpperCase()) : own;
    if (article === undefined) return spelt;
    return `${article.charAt(0)}${/^[aeiou]/i.test(own) ? "n" : ""} ${spelt}`;
  });
}

/** The word for one or for many, with its article. A Mermaid journey is a kind of file. */
function patternOf({ one, many }: TermPair): RegExp {
  return new RegExp(`(?<!Mermaid )\\b(?:(an?) )?(${many}|${one})\\b`, "gi");
}
