/** The page of a step in which everybody reads (S4-6): what is asked, and the brief. Who runs the day sees who has opened it. */
import type { BriefView } from "@sameside/model";
import { BookOpen } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly title: string;
  /** What the step says to this role; "" for nothing of its own. */
  readonly own: string;
  /** What is said where it says nothing; no reason for a page. */
  readonly usual: string;
  readonly brief: BriefView;
  /** Opens by itself when the step begins. */
  readonly opens: boolean;
  /** Somebody has it before them. */
  readonly onSeen: () => void;
}

/** One for each step: a new one opens anew. Nothing where there is nothing to read. */
export function ReadPage({ title, own, usual, brief, opens, onSeen }: Props) {
  const words = useWords();
  const say = words.step;
  const facts = factsOf(brief);
  const isEmpty = facts.length === 0 && own === "";
  const text = own || usual;
  // The brief may come a little after the step.
  const [chosen, setOpen] = useState<boolean | null>(null);
  const isOpen = !isEmpty && (chosen ?? opens);
  const seen = useEffectEvent(onSeen);
  useEffect(() => {
    if (isOpen) seen();
  }, [isOpen]);
  if (isEmpty) return null;
  const close = () => setOpen(false);
  return (
    <>
      <Button icon={<BookOpen size={16} aria-hidden />} onPress={() => setOpen(true)}>
        {say.readAgain}
      </Button>
      {isOpen ? (
        <Dialog
          title={title}
          closeLabel={words.app.close}
          onClose={close}
          size="wide"
          actions={
            <Button look="primary" onPress={close}>
              {say.closePage}
            </Button>
          }
        >
          {text ? <p className="step-read">{text}</p> : null}
          {facts.length > 0 ? (
            <dl className="step-brief">
              {facts.map(([what, fact]) => (
                <div key={what}>
                  <dt>{say.brief[what]}</dt>
                  <dd>{fact}</dd>
                </div>
              ))}
            </dl>
          ) : null}
        </Dialog>
      ) : null}
    </>
  );
}

function factsOf({ question, decision, decider, by, sponsor }: BriefView) {
  const facts = { question, decision, decider, by, sponsor: [sponsor.who, sponsor.promise].filter(Boolean).join(": ") };
  return (Object.keys(facts) as (keyof typeof facts)[]).flatMap((what) =>
    facts[what].trim() === "" ? [] : [[what, facts[what]] as const],
  );
}
