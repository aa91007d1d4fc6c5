/** The templates to start from: one's own first, then those that come with the program. */
import { TEMPLATES, type Template, type TemplateId } from "@sameside/model";
import { Bookmark } from "lucide-react";
import { Choice } from "../ui/Choice.tsx";
import { useWords, type Words } from "../words/words.ts";
import { OwnTemplateActs } from "./OwnTemplateActs.tsx";
import type { OwnTemplate } from "./ownTemplates.ts";
import { TEMPLATE_ICONS } from "./templateIcons.ts";

/** The template that was picked. */
export type Picked = { readonly of: "ours"; readonly id: TemplateId } | { readonly of: "own"; readonly name: string };

interface Props {
  readonly own: readonly OwnTemplate[];
  /** Stands on top of those that come with the program. */
  readonly first: TemplateId;
  readonly picked: Picked;
  readonly onPick: (picked: Picked) => void;
}

export function TemplateChoice({ own, first, picked, onPick }: Props) {
  const words = useWords();
  const say = words.template;
  const ours = [...TEMPLATES].sort((one, other) => Number(other.id === first) - Number(one.id === first));
  return (
    <>
      {own.length > 0 ? (
        <Choice
          label={say.own.title}
          look="list"
          value={picked.of === "own" ? picked.name : null}
          onChange={(name) => onPick({ of: "own", name })}
          options={own.map(({ name, template }) => ({
            value: name,
            label: name,
            note: phasesOf(template, words),
            icon: <Bookmark size={20} aria-hidden />,
          }))}
        />
      ) : null}
      <OwnTemplateActs name={picked.of === "own" ? picked.name : null} onPick={onPick} />
      <Choice
        label={say.choose}
        look="list"
        value={picked.of === "ours" ? picked.id : null}
        onChange={(id) => onPick({ of: "ours", id })}
        options={ours.map((template) => {
          const Icon = TEMPLATE_ICONS[template.id];
          return {
            value: template.id,
            label: say.names[template.id],
            note: phasesOf(template, words),
            icon: <Icon size={20} aria-hidden />,
          };
        })}
      />
    </>
  );
}

function phasesOf({ phases, lanes }: Template, { template: say }: Words): string {
  const titles = phases.map(({ title }) => title).filter((title) => title !== "");
  return titles.length > 0 ? say.phases(titles.join(" · ")) : say.own.size(phases.length, lanes.length);
}
