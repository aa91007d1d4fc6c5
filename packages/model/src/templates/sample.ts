/** How a sample is written down: short, by the template's own lane and phase ids. */
import type { CardDraft, Grade, JourneyDraft, LaneKind, TouchpointDraft } from "../journey/schema.ts";
import type { Template } from "./template.ts";

interface SampleTouchpoint extends Omit<TouchpointDraft, "cards"> {
  /** Texts by the template's lane id. */
  readonly cards?: TextsByLane;
}
type TextsByLane = Readonly<Record<string, readonly string[]>>;

interface Sample extends Pick<JourneyDraft, "title" | "customerType" | "variant"> {
  readonly touchpointsByPhase: Readonly<Record<string, readonly SampleTouchpoint[]>>;
}

const SCALE = { min: -2, max: 2 };
/** What the company's own people put down; the rest customers told. */
const OWN_IDEAS: readonly LaneKind[] = ["what-if", "opportunity", "action", "support", "free"];

/**
 * A filled map on a template's phases and lanes. Scores are on −2…+2.
 * @throws Error for a phase or lane that the template does not have.
 */
export function sampleJourney(template: Template, sample: Sample): JourneyDraft {
  const { touchpointsByPhase, ...description } = sample;
  const known = new Set(template.phases.map(({ id }) => id));
  for (const id of Object.keys(touchpointsByPhase))
    if (!known.has(id)) throw new Error(`${template.id}: no phase ${id}`);
  return {
    ...description,
    scale: SCALE,
    lanes: template.lanes.map(({ kind, name, owner = "" }) => ({ kind, name, owner })),
    phases: template.phases.map(({ id, title }) => ({
      title,
      cards: [],
      touchpoints: (touchpointsByPhase[id] ?? []).map(({ cards = {}, ...facts }) => ({
        ...facts,
        cards: cardsOf(template, cards),
      })),
    })),
  };
}

function cardsOf(template: Template, textsByLane: TextsByLane): CardDraft[] {
  return Object.entries(textsByLane).flatMap(([id, texts]) => {
    const lane = template.lanes.findIndex((candidate) => candidate.id === id);
    const kind = template.lanes[lane]?.kind;
    if (kind === undefined) throw new Error(`${template.id}: no lane ${id}`);
    const grade: Grade = OWN_IDEAS.includes(kind) ? "assumed" : "heard";
    return texts.map((text) => ({ lane, text, grade }));
  });
}
