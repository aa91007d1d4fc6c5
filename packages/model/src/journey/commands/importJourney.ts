import { type Actor, type Outcome, refused, transact, type Writer } from "../../changes.ts";
import { type BoardDocument, docOf } from "../../document.ts";
import { placeText } from "../../fields.ts";
import { newId } from "../../id.ts";
import { MAX_ACTORS, MAX_BODY_LENGTH, MAX_IMPORT_ENTITIES, MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from "../limits.ts";
import { readMetrics } from "../metric.ts";
import type { CardDraft, CardKind, Id, JourneyDraft, Scale, TouchpointDraft } from "../schema.ts";
import { createCard } from "./cards.ts";
import { ratingId } from "./emotions.ts";
import { openPlacer, orderAt, orderSourceOf } from "./place.ts";

/** Whose rating a file's score is: nobody's in the room. */
const IMPORTED_PERSON: Id = "imported";

/**
 * Writes a whole journey in one transaction and one undo. A score keeps the number the file gave (`raw`) beside the
 * value it is on the draft's scale; one outside the scale counts as the nearest end.
 */
export function importJourney(board: BoardDocument, by: Actor, args: { readonly draft: JourneyDraft }): Outcome<Id> {
  const { draft } = args;
  const problem = problemOf(draft);
  if (problem) return refused(problem);
  const journey = newId();
  return transact(board, by, (write) => {
    const place = openPlacer(orderSourceOf(docOf(board)));
    write.create("journeys", journey, {
      stamped: {
        at: placeText({ parent: "", lane: "", order: orderAt(board, "journeys", { parent: "", lane: "" }, undefined) }),
        title: draft.title,
        customerType: draft.customerType,
        variant: draft.variant,
        ...(draft.scale ? { scale: draft.scale } : {}),
      },
    });
    const lanes = draft.lanes.map(({ kind, name, owner = "" }) => {
      const id = newId();
      write.create("lanes", id, { stamped: { at: place(journey, ""), kind, name, owner } });
      return { id, kind: kind as CardKind };
    });
    const writeCards = (parent: Id, cards: readonly CardDraft[]) => {
      for (const { lane, text, body = "", grade = "assumed" } of cards) {
        const home = lanes[lane];
        if (!home) continue;
        createCard(write, by, newId(), { at: place(parent, home.id), kind: home.kind, text, body, grade });
      }
    };
    for (const phase of draft.phases) {
      const phaseId = newId();
      write.create("phases", phaseId, { stamped: { at: place(journey, ""), title: phase.title } });
      writeCards(phaseId, phase.cards);
      for (const touchpoint of phase.touchpoints) {
        const id = newId();
        writeTouchpoint(write, by, id, place(phaseId, ""), touchpoint, draft.scale);
        writeCards(id, touchpoint.cards);
      }
    }
    return journey;
  });
}

function writeTouchpoint(
  write: Writer,
  by: Actor,
  id: Id,
  at: string,
  draft: TouchpointDraft,
  scale: Scale | undefined,
): void {
  const { title, channel = "", owner = "", stage = "front", actors = [] } = draft;
  write.create("touchpoints", id, { stamped: { at, title, channel, owner, stage, actors } });
  if (draft.score !== undefined && scale) {
    const value = valueOnScale(draft.score, scale);
    write.create("ratings", ratingId(id, IMPORTED_PERSON), {
      plain: {
        touchpoint: id,
        person: IMPORTED_PERSON,
        role: draft.scoreRole ?? "customer",
        raw: [draft.score, value],
      },
      stamped: { value },
    });
  }
  if (draft.moment) {
    const { kind, value, reason, metricsText = "" } = draft.moment;
    write.create("moments", newId(), {
      plain: { touchpoint: id, author: by.person, made: by.now() },
      stamped: { kind, value, reason, ...(metricsText === "" ? {} : { metrics: metricsText }) },
    });
  }
}

/** −1…+1 of a number on a scale; beyond the scale, its nearest end. */
export function valueOnScale(score: number, scale: Scale): number {
  const share = (score - scale.min) / (scale.max - scale.min);
  return Math.min(1, Math.max(-1, share * 2 - 1));
}

function problemOf(draft: JourneyDraft): "too-long" | "bad-value" | undefined {
  const touchpoints = draft.phases.flatMap((phase) => phase.touchpoints);
  const cards = [...draft.phases, ...touchpoints].flatMap((holder) => holder.cards);
  const titles = [
    draft.title,
    draft.customerType,
    ...draft.lanes.flatMap((lane) => [lane.name, lane.owner ?? ""]),
    ...draft.phases.map((phase) => phase.title),
    ...touchpoints.flatMap((it) => [it.title, it.channel ?? "", it.owner ?? "", ...(it.actors ?? [])]),
  ];
  const entities = draft.lanes.length + draft.phases.length + touchpoints.length + cards.length;
  if (entities > MAX_IMPORT_ENTITIES) return "too-long";
  if (titles.some((title) => title.length > MAX_TITLE_LENGTH)) return "too-long";
  if (touchpoints.some((it) => (it.actors?.length ?? 0) > MAX_ACTORS)) return "too-long";
  if (cards.some((card) => card.text.length > MAX_TEXT_LENGTH || (card.body?.length ?? 0) > MAX_BODY_LENGTH))
    return "too-long";
  const metricsTexts = touchpoints.flatMap((it) => it.moment?.metricsText ?? []).filter((text) => text !== "");
  if (metricsTexts.some((text) => text.length > MAX_TEXT_LENGTH)) return "too-long";
  if (metricsTexts.some((text) => !readMetrics(text).ok)) return "bad-value";
  const holdsCards = (index: number) => !["touchpoint", "feeling", undefined].includes(draft.lanes[index]?.kind);
  return cards.every((card) => holdsCards(card.lane)) ? undefined : "bad-value";
}
