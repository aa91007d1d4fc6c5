/**
 * Whether words that were written for oneself talk down to a person (S1-2). It is a question, asked before somebody else
 * reads them, on the device alone; the person decides. So it is rather silent than wrong: a thing may be called stupid,
 * and what people say of themselves, or were called, is what happened to them.
 */
import { looksEnglish } from "./language.ts";

/** `insult`: a name for a person. `dontGetIt`: it is their fault that they did not understand. */
export type Slight = "insult" | "dontGetIt";

export interface Respect {
  /** `false`: it is not in a language that was looked at, and nothing can be said of it. */
  readonly isLookedAt: boolean;
  /** The first of each kind, with the words it was found by. */
  readonly slights: readonly { readonly kind: Slight; readonly words: string }[];
}

const PEOPLE =
  "(?:they|he|she|you|people|folks?|customers?|clients?|users?|buyers?|patients?|members?|visitors?|guests?|callers?|guys?|wom[ae]n|m[ae]n|lad(?:y|ies)|kids?|grann(?:y|ies)|pensioners?|dealers?|distributors?|colleagues?|everybody|everyone)";
const ARE = "(?:are|is|was|were|must be|seems?|sounds?|looks?|'re|'s)";
const VERY = "(?:(?:all|just|so|too|really|simply|plain|totally|completely|a bit|pretty|such|quite|that|rather) ){0,2}";
const FOOLISH =
  "(?:stupid|dumb|dim|thick|clueless|brainless|moronic|idiotic|pathetic|ignorant|incompetent|useless|hopeless|lazy|daft|gullible|retarded)";
const NAMES =
  "(?:idiots?|morons?|imbeciles?|cretins?|dimwits?|half-?wits?|nitwits?|dumb-?ass(?:es)?|airheads?|simpletons?|whiners?|cry-?bab(?:y|ies)|drama queens?|know-it-alls?|time-?wasters?|bozos?|numpt(?:y|ies)|muppets?|assholes?|arseholes?|bastards?|a fool|are fools|were fools|such fools|a loser|such losers)";
const DO_NOT =
  "(?:don't|do not|doesn't|does not|didn't|did not|won't|will not|can't|cannot|couldn't|never|will never|are never going to|is never going to)";

const PATTERNS_BY_KIND: Readonly<Record<Slight, readonly RegExp[]>> = {
  insult: [
    pattern(`\\b${NAMES}\\b(?!-)`),
    pattern(`\\b${PEOPLE} ?${ARE} ${VERY}${FOOLISH}\\b`),
    pattern(
      `\\b(?:${FOOLISH}) (?:old |little |young |rich )?(?:customers?|clients?|users?|people|folks?|guys?|wom[ae]n|man|men|lad(?:y|ies)|patients?|callers?|buyers?|lot)\\b`,
    ),
    pattern(`\\btoo (?:stupid|dumb|lazy|daft) (?:to|for)\\b`),
  ],
  dontGetIt: [
    pattern(
      `\\b${PEOPLE} (?:all )?(?:just|simply|really|obviously|clearly|still) ${DO_NOT} (?:even )?(?:get it|understand|listen|think|learn|read)\\b`,
    ),
    pattern(`\\b${PEOPLE} ${DO_NOT} (?:just |even |really |ever )?get it(?: at all)?(?=\\s*(?:[.,;:!?)…–—]|$|, do))`),
    pattern(`\\b${PEOPLE} ${DO_NOT} even (?:understand|read|know|listen|try|think)\\b`),
    pattern(
      `\\b(?:have|has|had|got|with) (?:absolutely |really )?(?:no clue|no idea) what (?:they|he|she)(?: are|'re| is|'s| were| was) (?:doing|talking|saying|asking)\\b`,
    ),
    pattern(
      `\\b(?:spoon-?feed|dumb it down|hold their hands?|what is wrong with (?:these|those) people|what's wrong with (?:these|those) people)\\b`,
    ),
    pattern(`\\bhow hard can it be\\b`),
  ],
};

/** Said of oneself, or what somebody was called or made to feel: with a few words after it, right before what was found. */
const THEIR_OWN =
  /\b(?:feel|feels|felt|feeling|treat|treats|treated|treating|call|calls|called|calling|i am|i'm|i was|we are|we're|we were|am i|are we|make me|makes me|made me|make us|makes us|made us|look like|looked like|take us for|takes us for|took me for|took us for)((?:,? [\w']+){0,4}),? $/;
const SOMEBODY = new RegExp(`\\b${PEOPLE}\\b`);

/** @param text what is about to be read by others */
export function respectOf(text: string): Respect {
  const plain = text.toLowerCase().replaceAll("’", "'").replaceAll(/\s+/g, " ").trim();
  const slights = (["insult", "dontGetIt"] as const).flatMap((kind) => {
    const words = firstOf(PATTERNS_BY_KIND[kind], plain);
    return words === undefined ? [] : [{ kind, words }];
  });
  return { isLookedAt: slights.length > 0 || looksEnglish(text), slights };
}

function firstOf(patterns: readonly RegExp[], plain: string): string | undefined {
  for (const each of patterns)
    for (const match of plain.matchAll(each)) if (!isTheirOwn(plain.slice(0, match.index))) return match[0];
  return undefined;
}

function isTheirOwn(before: string): boolean {
  const own = THEIR_OWN.exec(before);
  return own !== null && !SOMEBODY.test(own[1] ?? "");
}

function pattern(source: string): RegExp {
  return new RegExp(source, "g");
}
