/** The catalogue: skeletons to start from, each with a filled map to practise on. */
import type { JourneyDraft } from "../journey/schema.ts";
import { B2B } from "./b2b.ts";
import { BLANK } from "./blank.ts";
import { BLUEPRINT } from "./blueprint.ts";
import { CSM } from "./csm.ts";
import { ENCOUNTER } from "./encounter.ts";
import { EVENT } from "./event.ts";
import { ONBOARDING } from "./onboarding.ts";
import { SERVICE } from "./service.ts";
import { SHOP } from "./shop.ts";
import type { CatalogueEntry, Template } from "./template.ts";
import { TOWNHALL } from "./townhall.ts";

const CATALOGUE = {
  blank: BLANK,
  b2b: B2B,
  shop: SHOP,
  service: SERVICE,
  onboarding: ONBOARDING,
  encounter: ENCOUNTER,
  townhall: TOWNHALL,
  csm: CSM,
  blueprint: BLUEPRINT,
  event: EVENT,
} as const satisfies Record<string, CatalogueEntry>;

export type TemplateId = keyof typeof CATALOGUE;

/** All templates of the catalogue, as they are offered. */
export const TEMPLATES = (Object.keys(CATALOGUE) as TemplateId[]).map((id) => ({ ...CATALOGUE[id].template, id }));

/** A template of the catalogue by its id; `undefined` when there is none. */
export function templateOf(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id);
}

/** The filled map that belongs to a template, made up, for practice; `importJourney` writes it. */
export function sampleOf(id: TemplateId): JourneyDraft {
  return CATALOGUE[id].sample;
}
