/** Whether a text is in the one language whose unkind words are known here. */

const OF_ENGLISH = setOf(
  "the a an and of to in is are was were it they that on for with not no we he she i you at by but have has had be been do",
  "does did don't doesn't didn't can't won't what when why how who this there their them from as or if so my our your after",
  "before again about too just will would can could should all more most out up then than only one two every never",
);
/** Small words that many texts in these languages have and English ones have not. */
const OF_OTHERS = setOf(
  "der die das und nicht ist ein eine den dem wir sie ich es mit auf für von zu sind haben kein keine auch nur",
  "le la les et est pas une des du que qui nous vous ils elle pour avec dans sur sont plus très",
  "el los las es un una por con para lo se del como muy pero",
  "il lo gli che non di per una sono con del della anche",
  "de het een en niet van dat op zijn voor met wij ik ook maar",
  "och det att inte som på är av jag vi til og ikke jeg",
  "os as não em uma com seu sua da dos",
);
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}]+)?/gu;
/** A script that English is not written in. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;
/** So many words without one small word of English are hardly English. */
const MANY_WORDS = 6;

/** `true` as long as nothing speaks against English: a text of a few nouns may be anything. */
export function looksEnglish(text: string): boolean {
  if (OTHER_SCRIPT.test(text)) return false;
  const words = [...text.toLowerCase().replaceAll("’", "'").matchAll(WORD)].map(([word]) => word);
  const english = words.filter((word) => OF_ENGLISH.has(word)).length;
  const other = words.filter((word) => OF_OTHERS.has(word) && !OF_ENGLISH.has(word)).length;
  return other > english ? false : english > 0 || words.length < MANY_WORDS;
}

function setOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}
