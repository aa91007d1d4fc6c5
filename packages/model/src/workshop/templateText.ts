/**
 * A template of one's own as one register: JSON text, because a register holds small flat values, and a template whose
 * phases came from one person and whose lanes came from another would be nobody's.
 */
import * as z from "zod";
import { LANE_KINDS } from "../journey/schema.ts";
import { problemOfTemplate } from "../templates/ownTemplate.ts";
import type { Template } from "../templates/template.ts";
import { MAX_TEMPLATE_LENGTH } from "./limits.ts";

const Schema = z.object({
  id: z.string(),
  version: z.number().int().nonnegative(),
  phases: z.array(z.object({ id: z.string(), title: z.string() })),
  lanes: z.array(
    z
      .object({ id: z.string(), kind: z.enum(LANE_KINDS), name: z.string(), owner: z.string().optional() })
      .transform(({ owner, ...lane }) => (owner === undefined ? lane : { ...lane, owner })),
  ),
});

/** A template as it lies in a document: readers take what `addJourney` would take, and nothing else. */
export const TemplateText = z
  .string()
  .max(MAX_TEMPLATE_LENGTH)
  .transform((text, context): Template => {
    const template = templateFromText(text);
    if (template) return template;
    context.addIssue({ code: "custom", message: "not a template" });
    return z.NEVER;
  });

/** The template that a text holds; `undefined` where it holds none, or one that no map can start from. */
export function templateFromText(text: string): Template | undefined {
  if (text.length > MAX_TEMPLATE_LENGTH) return undefined;
  const template = parsedTemplate(text);
  return template && problemOfTemplate(template) === undefined ? template : undefined;
}

/** The text to store: the parts of a template that are known, and no others. */
export function templateText({ id, version, phases, lanes }: Template): string {
  return JSON.stringify({
    id,
    version,
    phases: phases.map((phase) => ({ id: phase.id, title: phase.title })),
    lanes: lanes.map(({ id, kind, name, owner }) => ({ id, kind, name, owner })),
  });
}

function parsedTemplate(text: string): Template | undefined {
  try {
    return Schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
