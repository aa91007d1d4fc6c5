/** Keeps a map's phases and lanes as a template of one's own. */
import { type JourneyView, templateFrom } from "@sameside/model";
import { useState } from "react";
import { useStore } from "../live/store.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import { keepTemplate, MAX_OWN_TEMPLATES, MAX_TEMPLATE_NAME, ownTemplates } from "./ownTemplates.ts";

interface Props {
  readonly journey: JourneyView;
  /** Hears what there is to say of it. */
  readonly onKept: (told: string) => void;
  readonly onClose: () => void;
}

export function KeepTemplateDialog({ journey, onKept, onClose }: Props) {
  const words = useWords();
  const say = words.template.keep;
  const own = useStore(ownTemplates);
  const [text, setText] = useState(journey.title.slice(0, MAX_TEMPLATE_NAME));
  const [problem, setProblem] = useState<string>();
  const name = text.trim();
  const submit = () => {
    if (name === "") return setProblem(words.template.own.empty);
    const kept = keepTemplate(name, templateFrom(journey));
    if (kept === "refused") return setProblem(say.notKept(MAX_OWN_TEMPLATES));
    onClose();
    onKept(kept === "on-device" ? say.kept(name) : say.keptOnPage(name));
  };
  return (
    <FormDialog
      title={say.title}
      closeLabel={words.app.close}
      cancelLabel={words.app.cancel}
      go={say.go}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{say.holds(journey.phases.length, journey.lanes.length)}</p>
      <TextField
        label={say.name}
        value={text}
        onChange={setText}
        maxLength={MAX_TEMPLATE_NAME}
        hint={own.some((each) => each.name === name) ? say.replaces : say.where}
        error={problem}
        autoFocus
      />
    </FormDialog>
  );
}
