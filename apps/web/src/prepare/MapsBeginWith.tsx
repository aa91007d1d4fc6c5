/** The phases and lanes that the maps of new tables begin with: of the catalogue, the plan's own, or kept on this device. */
import { beginMapsWith, describeBrief, type PlanView, TEMPLATES } from "@sameside/model";
import { useStore } from "../live/store.ts";
import { type OwnTemplate, ownTemplates } from "../template/ownTemplates.ts";
import { SelectField } from "../ui/SelectField.tsx";
import { useWords, type Words } from "../words/words.ts";
import type { PrepareProps } from "./slots.ts";

/** Before the name of a template that only this device has: ids hold no space. */
const HERE = "here ";

export function MapsBeginWith({ live, plan, run, editable }: PrepareProps) {
  const words = useWords();
  const kept = useStore(ownTemplates);
  const choose = (value: string) => {
    const own = kept.find(({ name }) => HERE + name === value);
    const { plan: document } = live.plan;
    if (own) run(beginMapsWith(document, live.by, { title: own.name, template: own.template }));
    else run(describeBrief(document, live.by, { journeyTemplate: value }));
  };
  const options = optionsOf(plan, kept, words);
  return (
    <SelectField
      label={words.prepare.tables.beginWith}
      value={options.find(({ value }) => value === plan.brief.journeyTemplate)?.value ?? BLANK}
      options={options}
      onChange={choose}
      isDisabled={!editable}
    />
  );
}

/** What they begin with where the plan names none, or one that was removed. */
const BLANK = "blank";

function optionsOf({ templates }: PlanView, kept: readonly OwnTemplate[], { prepare, template: say }: Words) {
  const known = new Set(templates.map(({ template }) => template.id));
  const here = kept.filter(({ template }) => !known.has(template.id));
  return [
    ...templates.map(({ id, title }) => ({ value: id, label: prepare.tables.ownTemplate(title) })),
    ...here.map(({ name }) => ({ value: HERE + name, label: prepare.tables.ownTemplate(name) })),
    ...TEMPLATES.map(({ id }) => ({ value: id as string, label: say.names[id] })),
  ];
}
