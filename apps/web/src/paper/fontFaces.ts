/**
 * The page's own fonts as `@font-face` rules that hold them: a picture that is saved, or drawn by the browser as an
 * image, sees nothing of the page around it.
 */

/** The faces that `text` needs, as one style sheet. What cannot be had (no network, no cache) is left out. */
export async function fontFacesFor(text: string): Promise<string> {
  const points = new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0));
  const faces = facesOfPage().filter(({ covers }) => [...points].some(covers));
  const rules = await Promise.all(faces.map(embedded));
  return rules.join("\n");
}

interface Face {
  readonly rule: CSSFontFaceRule;
  readonly url: string;
  readonly covers: (point: number) => boolean;
}

function facesOfPage(): readonly Face[] {
  return [...document.styleSheets].flatMap((sheet) => {
    // The rules of a style sheet from elsewhere may not be read; ours all come with the page.
    const isOurs = sheet.href === null || new URL(sheet.href).origin === location.origin;
    return isOurs ? [...sheet.cssRules].flatMap((rule) => faceOf(rule, sheet.href ?? location.href)) : [];
  });
}

function faceOf(rule: CSSRule, base: string): Face[] {
  if (!(rule instanceof CSSFontFaceRule)) return [];
  const source = /url\(\s*["']?([^"')]+)["']?\s*\)/.exec(rule.style.getPropertyValue("src"))?.[1];
  if (source === undefined) return [];
  const covers = coverageOf(rule.style.getPropertyValue("unicode-range"));
  return [{ rule, url: new URL(source, base).href, covers }];
}

/** `U+0-FF, U+131, U+4??`; nothing said means everything. */
function coverageOf(ranges: string): (point: number) => boolean {
  const spans = ranges.split(",").flatMap((range) => {
    const [, from, to] = /^\s*U\+([0-9A-F?]+)(?:-([0-9A-F]+))?\s*$/i.exec(range) ?? [];
    if (from === undefined) return [];
    const start = Number.parseInt(from.replaceAll("?", "0"), 16);
    return [{ start, end: Number.parseInt(to ?? from.replaceAll("?", "F"), 16) }];
  });
  return (point) => spans.length === 0 || spans.some(({ start, end }) => point >= start && point <= end);
}

async function embedded({ rule, url }: Face): Promise<string> {
  try {
    const answer = await fetch(url);
    if (!answer.ok) return "";
    const data = await dataUrlOf(await answer.blob());
    const said = (name: string) => {
      const value = rule.style.getPropertyValue(name);
      return value === "" ? "" : `${name}:${value};`;
    };
    const names = ["font-family", "font-style", "font-weight", "font-stretch", "unicode-range"];
    return `@font-face{${names.map(said).join("")}src:url("${data}") format("woff2");}`;
  } catch (error) {
    console.warn("A font could not be put into the picture; another one stands in for it", error);
    return "";
  }
}

function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error("The font could not be read."));
    reader.readAsDataURL(blob);
  });
}
