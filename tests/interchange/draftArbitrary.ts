/** Random drafts for property tests: any words, any structure that the model takes. */
import { type CardDraft, GRADES, type JourneyDraft, LANE_KINDS, MOMENT_KINDS, ROLES, VARIANTS } from "@sameside/model";
import fc from "fast-check";

const NASTY = [
  "=1+1",
  "-2+3",
  "@x",
  "+1",
  "'=x",
  "\tx",
  "a;b",
  "a,b",
  'say "hi"',
  "#12",
  "%% x",
  "10:30",
  "a\nb",
  "é",
  "😀",
  "<br>",
  "&amp;",
  "section x",
  "'",
  "\\;",
  "１",
  "：",
  "=",
  "-",
];

/** Words as people write them and as files fear them; without space around, as fields keep them. */
const words: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "grapheme", maxLength: 8 })), { maxLength: 4 })
  .map((parts) => parts.join("").replace(/\r/g, "").normalize("NFC").trim())
  .filter((text) => text.isWellFormed());
const someWords = words.filter((text) => text !== "");

const lanes = fc.uniqueArray(fc.record({ kind: fc.constantFrom(...LANE_KINDS), name: someWords, owner: words }), {
  selector: ({ kind, name }) => JSON.stringify([kind, name]),
  minLength: 1,
  maxLength: 6,
});

function cardsIn(places: readonly number[]): fc.Arbitrary<CardDraft[]> {
  if (places.length === 0) return fc.constant([]);
  const card = fc.record({
    lane: fc.constantFrom(...places),
    text: someWords,
    body: words,
    grade: fc.constantFrom(...GRADES),
  });
  return fc.array(card, { maxLength: 4 });
}

/** Whole drafts, on a scale of −5…5 with scores inside it. */
export const drafts: fc.Arbitrary<JourneyDraft> = lanes.chain((some) => {
  const places = some.flatMap(({ kind }, index) => (kind === "touchpoint" || kind === "feeling" ? [] : [index]));
  const touchpoint = fc.record(
    {
      title: words,
      channel: words,
      owner: words,
      stage: fc.constantFrom("front" as const, "back" as const),
      actors: fc.array(someWords, { maxLength: 3 }),
      score: fc.integer({ min: -50, max: 50 }).map((tenths) => tenths / 10),
      scoreRole: fc.constantFrom(...ROLES),
      moment: fc.record({
        kind: fc.constantFrom(...MOMENT_KINDS),
        value: fc.integer({ min: -3, max: 3 }),
        reason: words,
      }),
      cards: cardsIn(places),
    },
    { requiredKeys: ["title", "cards"] },
  );
  const phase = fc.record({
    title: words,
    touchpoints: fc.array(touchpoint, { maxLength: 4 }),
    cards: cardsIn(places),
  });
  return fc.record({
    title: words,
    customerType: words,
    variant: fc.constantFrom(...VARIANTS),
    scale: fc.constant({ min: -5, max: 5 }),
    lanes: fc.constant(some),
    phases: fc.array(phase, { maxLength: 4 }),
  });
});
