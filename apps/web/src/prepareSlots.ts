/** What stands on the page of who prepares a workshop, in order. */
import type { PrepareSection } from "./prepare/slots.ts";

export const PREPARE_SECTIONS: readonly PrepareSection[] = [];
