/** What a person wrote in workshops that are over: all that this device keeps of them. */
import { Save, Trash2 } from "lucide-react";
import { useId } from "react";
import type { KeptWords } from "../../live/device.ts";
import { dayOf } from "../../live/livePlan.ts";
import { IconButton } from "../../ui/Button.tsx";
import { useWords } from "../../words/words.ts";

interface Props {
  readonly kept: readonly KeptWords[];
  readonly onSave: (words: KeptWords) => void;
  readonly onForget: (words: KeptWords) => void;
}

export function KeptWordsList({ kept, onSave, onForget }: Props) {
  const words = useWords();
  const say = words.laptop.kept;
  const heading = useId();
  if (kept.length === 0) return null;
  return (
    <section className="laptop-kept-list" aria-labelledby={heading}>
      <h2 id={heading} className="library-section">
        {say.title}
      </h2>
      <p className="laptop-lead">{say.lead}</p>
      <ul className="laptop-list">
        {kept.map((each) => {
          const title = each.title || words.files.untitled;
          return (
            <li key={each.workshop} className="laptop-line laptop-kept">
              <details>
                <summary aria-label={say.show(title)}>{say.from(title, dayOf(each.leftAt))}</summary>
                <pre className="laptop-words">{each.text}</pre>
              </details>
              <div className="laptop-do">
                <IconButton
                  label={say.saveOf(title)}
                  icon={<Save size={17} aria-hidden />}
                  onPress={() => onSave(each)}
                />
                <IconButton
                  label={say.forgetOf(title)}
                  icon={<Trash2 size={17} aria-hidden />}
                  onPress={() => onForget(each)}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
