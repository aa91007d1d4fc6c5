/** The catalogue in a language nobody speaks, still readable: proves that no word of the interface is left out. */
const ACCENTED = new Map(
  Object.entries({
    a: "á",
    b: "ƀ",
    c: "ç",
    d: "ð",
    e: "é",
    f: "ƒ",
    g: "ĝ",
    h: "ĥ",
    i: "í",
    j: "ĵ",
    k: "ķ",
    l: "ļ",
    m: "ɱ",
    n: "ñ",
    o: "ó",
    p: "þ",
    q: "ɋ",
    r: "ŕ",
    s: "š",
    t: "ţ",
    u: "ú",
    v: "ṽ",
    w: "ŵ",
    x: "ẋ",
    y: "ý",
    z: "ž",
  }),
);

/** The same catalogue, each text in ⟦⟧ and accented; a function of the catalogue keeps its arguments. */
export function pseudoWords<T>(catalogue: T): T {
  return accent(catalogue) as T;
}

function accent(value: unknown): unknown {
  if (typeof value === "string") return `⟦${accentText(value)}⟧`;
  if (typeof value === "function") return (...args: unknown[]) => accent(Reflect.apply(value, undefined, args));
  if (Array.isArray(value)) return value.map(accent);
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, accent(inner)]));
  }
  return value;
}

function accentText(text: string): string {
  return Array.from(text, (letter) => {
    const accented = ACCENTED.get(letter.toLowerCase());
    if (accented === undefined) return letter;
    return letter === letter.toLowerCase() ? accented : accented.toUpperCase();
  }).join("");
}
