/** A sign for each template of the catalogue. */
import type { TemplateId } from "@sameside/model";
import {
  Building2,
  Ear,
  FilePlus,
  Layers,
  LifeBuoy,
  PartyPopper,
  Rocket,
  Route,
  Store,
  UsersRound,
} from "lucide-react";

export const TEMPLATE_ICONS: Record<TemplateId, typeof Store> = {
  blank: FilePlus,
  b2b: Building2,
  shop: Store,
  service: LifeBuoy,
  onboarding: Rocket,
  encounter: Ear,
  townhall: UsersRound,
  csm: Route,
  blueprint: Layers,
  event: PartyPopper,
};
