/** The templates at a glance: each begins a map with it. */
import { TEMPLATES, type TemplateId } from "@sameside/model";
import { useId } from "react";
import { TEMPLATE_ICONS } from "../template/templateIcons.ts";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";

export function TemplateChips({ onPick }: { readonly onPick: (template: TemplateId) => void }) {
  const say = useWords().template;
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="library-section">
        {say.choose}
      </h2>
      <ul className="library-templates">
        {TEMPLATES.map(({ id }) => {
          const Icon = TEMPLATE_ICONS[id];
          return (
            <li key={id}>
              <Button icon={<Icon size={16} aria-hidden />} onPress={() => onPick(id)}>
                {say.names[id]}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
