/** What backs a card or a touchpoint in words: quotes, links, findings. Photos and sounds have a section of their own. */
import {
  addEvidence,
  type CardView,
  describeEvidence,
  type EvidenceView,
  GRADES,
  removeEvidence,
  type SubjectId,
  type TouchpointView,
  takeAway,
} from "@sameside/model";
import { HeartHandshake, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { CommitField } from "../../ui/CommitField.tsx";
import { useWords } from "../../words/words.ts";
import type { Desk } from "./desk.ts";
import { EvidenceForm } from "./EvidenceForm.tsx";
import { EvidencePlace } from "./EvidencePlace.tsx";
import { LinkList } from "./LinkList.tsx";

interface Props {
  readonly desk: Desk;
  readonly subject: CardView | TouchpointView;
}

export function EvidenceSection({ desk, subject }: Props) {
  const say = useWords().backing;
  const { board, by, run, editable } = desk;
  const [isAdding, setAdding] = useState(false);
  const shown = subject.evidence.filter(({ file }) => file === undefined);
  if (!editable && shown.length === 0) return null;
  const title = say.evidence(shown.length);
  return (
    <section className="board-section" aria-label={title}>
      <h3 className="ui-label">{title}</h3>
      {shown.map((evidence) => (
        <Evidence key={evidence.id} desk={desk} subject={subject.id} evidence={evidence} />
      ))}
      {isAdding ? (
        <EvidenceForm
          draftKey={subject.id}
          onAdd={(evidence) => run(addEvidence(board, by, { subject: subject.id, ...evidence })).outcome === "done"}
          onClose={() => setAdding(false)}
        />
      ) : editable ? (
        <Button icon={<Plus size={15} aria-hidden />} onPress={() => setAdding(true)}>
          {say.addEvidence}
        </Button>
      ) : null}
    </section>
  );
}

interface EvidenceProps {
  readonly desk: Desk;
  /** What it hangs on. */
  readonly subject: SubjectId;
  readonly evidence: EvidenceView;
}

function Evidence({ desk, subject, evidence }: EvidenceProps) {
  const words = useWords();
  const say = words.backing;
  const { board, by, run, editable } = desk;
  const [isOpen, setOpen] = useState(false);
  const { id, kind, text, source, url, grade, author } = evidence;
  const describe = (change: Omit<Parameters<typeof describeEvidence>[2], "evidence">) =>
    run(describeEvidence(board, by, { evidence: id, ...change })).outcome !== "refused";
  const remove = () => {
    if (run(removeEvidence(board, by, { evidence: id })).outcome === "done")
      desk.onRemoved(text || url, { collection: "evidence", id });
  };
  const isOwn = author === by.person;
  const leads = by.role === "moderator" || by.role === "facilitator";
  const takeKindly = () => {
    const thing = { collection: "evidence", id } as const;
    if (run(takeAway(board, by, thing)).outcome === "done") desk.onTakenAway(thing);
  };
  return (
    <div className="board-suggestion" data-evidence={id} data-grade={grade}>
      {isOpen && isOwn ? (
        <CommitField
          label={say.evidenceText}
          value={text}
          onCommit={(changed) => describe({ text: changed })}
          onLost={desk.onRescue}
          rows={2}
          serif
        />
      ) : text === "" ? null : (
        <p className="board-words">{kind === "quote" ? words.inspector.saidFeeling(text) : text}</p>
      )}
      {url === "" ? null : <LinkList links={[url]} />}
      {isOpen ? (
        <>
          <CommitField
            label={say.evidenceSource}
            placeholder={say.sourcePlaceholder}
            value={source}
            onCommit={(changed) => describe({ source: changed })}
            onLost={desk.onRescue}
          />
          <Choice
            label={say.evidenceGrade}
            value={grade}
            onChange={(chosen) => describe({ grade: chosen })}
            options={GRADES.map((value) => ({ value, label: words.journey.grades[value] }))}
          />
        </>
      ) : (
        <p className="board-quiet">
          {say.backedBy(say.kinds[kind], source, words.journey.grades[grade].toLocaleLowerCase())}
        </p>
      )}
      {editable ? (
        <div className="board-row board-row-close">
          <Button look="quiet" onPress={() => setOpen(!isOpen)}>
            {isOpen ? say.keep : say.change}
          </Button>
          <EvidencePlace desk={desk} subject={subject} evidence={evidence} />
          <span className="board-spring" />
          {leads && !isOwn && text !== "" ? (
            <IconButton
              label={words.takenAway.act}
              icon={<HeartHandshake size={15} aria-hidden />}
              onPress={takeKindly}
            />
          ) : null}
          <IconButton
            label={say.removeEvidence(text || url)}
            icon={<Trash2 size={15} aria-hidden />}
            onPress={remove}
          />
        </div>
      ) : null}
    </div>
  );
}
