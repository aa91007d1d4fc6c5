/** Makes a draft fit the model's limits without losing words: what is too long for its field moves into a card. */
import type { CardDraft, JourneyDraft, PhaseDraft, TouchpointDraft } from "@sameside/model";
import { MAX_BODY_LENGTH, MAX_IMPORT_ENTITIES, MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from "@sameside/model";
import { LANE_NAMES } from "./lanes.ts";
import type { Note } from "./report.ts";

/** Actors of one touchpoint that the model takes. */
const MAX_ACTORS = 50;
const ELLIPSIS = "…";

/** How many things a draft holds, as the model counts them. */
function entitiesOf(draft: JourneyDraft): number {
  const touchpoints = draft.phases.flatMap((phase) => phase.touchpoints);
  const cards = [...draft.phases, ...touchpoints].reduce((sum, holder) => sum + holder.cards.length, 0);
  return draft.lanes.length + draft.phases.length + touchpoints.length + cards;
}

/** `true` when no import may be as large as this one. */
export function isTooMany(drafts: readonly JourneyDraft[]): boolean {
  return drafts.some((draft) => entitiesOf(draft) > MAX_IMPORT_ENTITIES);
}

/** The draft with every field within its limit, and a note for each text that was cut. */
export function fitted(draft: JourneyDraft): { draft: JourneyDraft; notes: Note[] } {
  const fitter = new Fitter(draft);
  return { draft: fitter.fit(), notes: fitter.notes };
}

class Fitter {
  readonly notes: Note[] = [];
  private readonly draft: JourneyDraft;
  private needsNotesLane = false;

  constructor(draft: JourneyDraft) {
    this.draft = draft;
  }

  fit(): JourneyDraft {
    const { draft } = this;
    const phases = draft.phases.map((phase) => this.phase(phase));
    const lanes = draft.lanes.map((lane) => ({ ...lane, name: this.short(lane.name) }));
    return {
      ...draft,
      title: this.short(draft.title),
      customerType: this.short(draft.customerType),
      lanes: this.needsNotesLane ? [...lanes, { kind: "free", name: LANE_NAMES.free }] : lanes,
      phases,
    };
  }

  private phase(phase: PhaseDraft): PhaseDraft {
    return {
      title: this.short(phase.title),
      touchpoints: phase.touchpoints.map((touchpoint) => this.touchpoint(touchpoint)),
      cards: [...this.keptWhole(phase.title), ...phase.cards.flatMap((card) => this.card(card))],
    };
  }

  private touchpoint(touchpoint: TouchpointDraft): TouchpointDraft {
    const { title, channel, owner, actors } = touchpoint;
    return {
      ...touchpoint,
      title: this.short(title),
      ...(channel === undefined ? {} : { channel: this.short(channel) }),
      ...(owner === undefined ? {} : { owner: this.short(owner) }),
      ...(actors === undefined ? {} : { actors: actors.slice(0, MAX_ACTORS).map((actor) => this.short(actor)) }),
      cards: [...this.keptWhole(title), ...touchpoint.cards.flatMap((card) => this.card(card))],
    };
  }

  /** A card that is too long keeps its whole text below its first words, in as many cards as that needs. */
  private card(card: CardDraft): CardDraft[] {
    const body = card.body ?? "";
    if (card.text.length <= MAX_TEXT_LENGTH && body.length <= MAX_BODY_LENGTH) return [card];
    this.notes.push({ code: "text-cut", text: card.text.slice(0, MAX_TITLE_LENGTH) });
    const whole = card.text.length <= MAX_TEXT_LENGTH ? body : `${card.text}${body && "\n\n"}${body}`;
    const text = cut(card.text, MAX_TEXT_LENGTH);
    return pieces(whole, MAX_BODY_LENGTH).map((piece) => ({ ...card, text, body: piece }));
  }

  /** The whole of a title that is cut. */
  private keptWhole(title: string): CardDraft[] {
    if (title.length <= MAX_TITLE_LENGTH) return [];
    this.needsNotesLane = true;
    return this.card({ lane: this.draft.lanes.length, text: title });
  }

  private short(title: string): string {
    if (title.length > MAX_TITLE_LENGTH) this.notes.push({ code: "text-cut", text: title.slice(0, MAX_TITLE_LENGTH) });
    return cut(title, MAX_TITLE_LENGTH);
  }
}

function cut(text: string, max: number): string {
  return text.length <= max ? text : `${wholeCharacters(text, max - ELLIPSIS.length)}${ELLIPSIS}`;
}

function pieces(text: string, max: number): string[] {
  const found: string[] = [];
  for (let rest = text; rest !== ""; rest = rest.slice(found.at(-1)?.length)) found.push(wholeCharacters(rest, max));
  return found;
}

/** The beginning of a text that ends with a whole character, never inside a surrogate pair. */
function wholeCharacters(text: string, max: number): string {
  const splitsPair = /[\ud800-\udbff]/.test(text[max - 1] ?? "") && text.length > max;
  return text.slice(0, splitsPair ? max - 1 : max);
}
