/** The templates that this person keeps: the frames of maps, by name. On this device, and nowhere else. */
import { type Template, templateFromText, templateText } from "@sameside/model";
import * as z from "zod";
import { openValue, type Store } from "../live/store.ts";
import { recall, remember } from "../ui/remembered.ts";

export const MAX_OWN_TEMPLATES = 30;
export const MAX_TEMPLATE_NAME = 80;

export interface OwnTemplate {
  /** No two have the same. */
  readonly name: string;
  readonly template: Template;
}

const KEY = "templates";
const ListSchema = z.array(z.object({ name: z.string().min(1).max(MAX_TEMPLATE_NAME), template: z.string() }));

const kept = openValue<readonly OwnTemplate[] | null>(null);

/** All of them, the last kept first. What cannot be read is none. */
export const ownTemplates: Store<readonly OwnTemplate[]> = {
  get: () => kept.get() ?? take(read()),
  subscribe: (hear) => {
    const stop = kept.subscribe(hear);
    // Another tab kept or removed one.
    const listen = () => take(read());
    window.addEventListener("storage", listen);
    return () => {
      stop();
      window.removeEventListener("storage", listen);
    };
  },
};

/**
 * Keeps a template under a name, in the place of one that has it: on the device, or where that keeps nothing for as long
 * as the page lives. `refused` where there are too many, or it is too large.
 */
export function keepTemplate(name: string, template: Template): "on-device" | "on-page" | "refused" {
  const others = read().filter((each) => each.name !== name);
  if (others.length >= MAX_OWN_TEMPLATES || !mayKeep(template)) return "refused";
  return write([{ name, template }, ...others]) ? "on-device" : "on-page";
}

/** Whether a map can be started from it again. */
function mayKeep(template: Template): boolean {
  return templateFromText(templateText(template)) !== undefined;
}

/** `false` where another one has the name. */
export function renameOwn(from: string, to: string): boolean {
  const all = read();
  if (from !== to && all.some(({ name }) => name === to)) return false;
  write(all.map((each) => (each.name === from ? { ...each, name: to } : each)));
  return true;
}

export function removeOwn(name: string): void {
  write(read().filter((each) => each.name !== name));
}

function write(templates: readonly OwnTemplate[]): boolean {
  const rows = templates.map(({ name, template }) => ({ name, template: templateText(template) }));
  const isLasting = remember(KEY, JSON.stringify(rows));
  take(templates);
  return isLasting;
}

function take(templates: readonly OwnTemplate[]): readonly OwnTemplate[] {
  kept.set(templates);
  return templates;
}

function read(): readonly OwnTemplate[] {
  const rows = ListSchema.safeParse(parsed(recall(KEY) ?? "[]")).data ?? [];
  return rows.flatMap(({ name, template: text }) => {
    const template = templateFromText(text);
    return template ? [{ name, template }] : [];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
