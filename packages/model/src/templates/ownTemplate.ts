/** Templates that people save themselves: a map's phases and lanes without what is on it. */
import { derivedId, hash32 } from "../id.ts";
import { MAX_ID_LENGTH, MAX_TITLE_LENGTH } from "../journey/limits.ts";
import { type Id, type JourneyView, LANE_KINDS } from "../journey/schema.ts";
import type { Template } from "./template.ts";
import { templateOf } from "./templates.ts";

/** What an own template may hold: more is no skeleton. */
const MAX_TEMPLATE_PARTS = 200;
/** An entity's id is journey id + "." + this; both together stay an id. */
const MAX_PART_ID_LENGTH = MAX_ID_LENGTH - 60;

/**
 * A map's phases and lanes as a template, as plain data. Parts are known by the origin that they have, and by their
 * own id without one. The version says what is in it: the same map saved twice is the same template.
 *
 * @param id To name it; derived from its contents when absent. Never one of the catalogue's.
 */
export function templateFrom(journey: JourneyView, id?: Id): Template {
  const partId = openPartIds();
  const phases = journey.phases.map((phase) => ({ id: partId(phase), title: phase.title }));
  const lanes = journey.lanes.map((lane) => {
    const { kind, name, owner } = lane;
    return { id: partId(lane), kind, name, ...(owner === "" ? {} : { owner }) };
  });
  const version = hash32(contentsText({ phases, lanes }));
  const own = id === undefined || templateOf(id) ? derivedId("template", contentsText({ phases, lanes })) : id;
  return { id: own, version, phases, lanes };
}

/** Why something is no template to start from; `undefined` when it is one. */
export function problemOfTemplate(template: Template): "bad-value" | "too-long" | undefined {
  const parts = [...template.phases, ...template.lanes];
  const ids = [template.id, ...parts.map(({ id }) => id)];
  if (parts.length > MAX_TEMPLATE_PARTS || ids.some((id) => id.length > MAX_PART_ID_LENGTH)) return "too-long";
  const titles = [
    ...template.phases.map(({ title }) => title),
    ...template.lanes.flatMap(({ name, owner = "" }) => [name, owner]),
  ];
  if (titles.some((title) => title.length > MAX_TITLE_LENGTH)) return "too-long";
  // "|" parts a place; two parts with one id would be one entity.
  if (ids.some((id) => id === "" || id.includes("|"))) return "bad-value";
  if (hasTwice(template.phases) || hasTwice(template.lanes)) return "bad-value";
  const known = templateOf(template.id);
  if (known && identityOf(known) !== identityOf(template)) return "bad-value";
  if (known && contentsText(known) !== contentsText(template)) return "bad-value";
  return template.lanes.every(({ kind }) => LANE_KINDS.includes(kind)) ? undefined : "bad-value";
}

/**
 * What the bytes of a skeleton depend on besides the journey. The catalogue never changes without a version; what
 * people saved may, and two different skeletons must never be written under one client id.
 */
export function identityOf(template: Template): string {
  const named = `${template.id}|${template.version}`;
  return templateOf(template.id) ? named : `${named}|${contentsText(template)}`;
}

function contentsText({ phases, lanes }: Pick<Template, "phases" | "lanes">): string {
  return JSON.stringify([
    phases.map(({ id, title }) => [id, title]),
    lanes.map(({ id, kind, name, owner = "" }) => [id, kind, name, owner]),
  ]);
}

/** Ids that fit and stand once, whatever a peer put into an origin. */
function openPartIds(): (part: { readonly id: Id; readonly origin?: Id }) => Id {
  const taken = new Set<Id>();
  return (part) => {
    const wanted = part.origin ?? part.id;
    const fits = wanted.length <= MAX_PART_ID_LENGTH && !wanted.includes("|") && !taken.has(wanted);
    const id = fits ? wanted : derivedId("part", wanted, part.id);
    taken.add(id);
    return id;
  };
}

function hasTwice(parts: readonly { readonly id: string }[]): boolean {
  return new Set(parts.map(({ id }) => id)).size < parts.length;
}
