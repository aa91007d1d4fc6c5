/** A new piece of evidence. What was begun is kept on this device until it is added or given up. */
import { type EvidenceKind, GRADES, type Grade } from "@sameside/model";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { forget, recall, remember } from "../../ui/remembered.ts";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words/words.ts";

interface NewEvidence {
  readonly kind: EvidenceKind;
  readonly text: string;
  readonly url: string;
  readonly source: string;
  readonly grade?: Grade;
}

interface Props {
  /** Under which what was begun is kept. */
  readonly draftKey: string;
  /** `false` when it was not taken: the words stay in the form. */
  readonly onAdd: (evidence: NewEvidence) => boolean;
  readonly onClose: () => void;
}

const KINDS = ["quote", "finding", "link"] as const;

export function EvidenceForm({ draftKey, onAdd, onClose }: Props) {
  const words = useWords();
  const say = words.backing;
  const key = `evidence-draft.${draftKey}`;
  const [kind, setKind] = useState<(typeof KINDS)[number]>("quote");
  const [text, setText] = useState(() => recall(key) ?? "");
  const [url, setUrl] = useState("");
  const [source, setSource] = useState("");
  const [grade, setGrade] = useState<Grade | null>(null);
  const [isWrong, setWrong] = useState(false);
  const address = url.trim();
  const isEnough = kind === "link" ? address !== "" : text.trim() !== "";
  const close = () => {
    forget(key);
    onClose();
  };
  const add = () => {
    if (!isEnough) return;
    if (kind === "link" && !/^https?:\/\/\S+$/i.test(address)) {
      setWrong(true);
      return;
    }
    const evidence = { kind, text: text.trim(), url: kind === "link" ? address : "", source: source.trim() };
    if (onAdd({ ...evidence, ...(grade ? { grade } : {}) })) close();
  };
  return (
    <div className="board-comment-form">
      <Choice
        label={say.evidenceKind}
        value={kind}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, label: say.kinds[value] }))}
      />
      {kind === "link" ? (
        <TextField
          label={say.evidenceUrl}
          placeholder="https://"
          value={url}
          onChange={(typed) => {
            setUrl(typed);
            setWrong(false);
          }}
          error={isWrong ? say.urlWrong : undefined}
          spellCheck={false}
        />
      ) : null}
      <TextField
        label={say.evidenceText}
        value={text}
        onChange={(typed) => {
          setText(typed);
          if (typed === "") forget(key);
          else remember(key, typed);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) add();
        }}
        rows={2}
        serif
        autoFocus
      />
      <TextField label={say.evidenceSource} placeholder={say.sourcePlaceholder} value={source} onChange={setSource} />
      <Choice
        label={say.evidenceGrade}
        value={grade}
        onChange={setGrade}
        options={GRADES.map((value) => ({ value, label: words.journey.grades[value] }))}
      />
      <div className="board-row">
        <Button look="primary" isDisabled={!isEnough} onPress={add}>
          {say.add}
        </Button>
        <Button onPress={close}>{say.cancel}</Button>
      </div>
    </div>
  );
}
