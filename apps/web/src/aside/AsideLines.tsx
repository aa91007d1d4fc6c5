/** Under the bar of the board: what of one's own was set aside, and what others propose. Nothing while there is none. */
import type { ProposedChange } from "@sameside/model";
import { isHelper } from "@sameside/protocol";
import type { Proposal } from "@sameside/replica";
import { Archive, MessageSquarePlus } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import type { Tell } from "../ui/Toast.tsx";
import { useWords, type Words } from "../words/words.ts";
import "./aside.css";
import { type OwnAside, useOwnAside, useProposalsOfOthers } from "./ownAside.ts";
import { ProposalDialog } from "./ProposalDialog.tsx";
import type { TakeRun } from "./proposalActs.ts";
import { SetAsideDialog } from "./SetAsideDialog.tsx";

export interface AsideProps {
  readonly live: LiveBoard;
  readonly run: TakeRun;
  readonly editable: boolean;
  readonly nameOf: (person: string) => string;
  readonly tell: Tell;
  /** Writes each change down as a private note; resolves when they are kept. */
  readonly onCopyToNotes: (changes: readonly ProposedChange[]) => Promise<void>;
}

export function AsideLines(props: AsideProps) {
  const { live, editable, nameOf } = props;
  const words = useWords();
  const own = useOwnAside(live);
  const proposals = useProposalsOfOthers(live);
  const seat = useStore(live.seat);
  const [decided, setDecided] = useState<OwnAside | null>(null);
  const [looked, setLooked] = useState<Proposal | null>(null);
  const mayTake = editable && isHelper(seat);
  return (
    <>
      {own.map((one) => (
        <Line
          key={one.what.rows.join()}
          icon={<Archive size={16} aria-hidden />}
          text={ownLine(one, editable, words)}
          act={one.proposal ? words.aside.line.look : words.aside.line.decide}
          onAct={() => setDecided(one)}
        />
      ))}
      {mayTake
        ? proposals.map((proposal) => (
            <Line
              key={proposal.id}
              icon={<MessageSquarePlus size={16} aria-hidden />}
              text={words.aside.proposal.line(nameOf(proposal.person), proposal.changes)}
              act={words.aside.proposal.look}
              onAct={() => setLooked(proposal)}
            />
          ))
        : null}
      {decided ? <SetAsideDialog {...props} aside={decided} onClose={() => setDecided(null)} /> : null}
      {looked && mayTake ? <ProposalDialog {...props} proposal={looked} onClose={() => setLooked(null)} /> : null}
    </>
  );
}

interface LineProps {
  readonly icon: ReactNode;
  readonly text: string;
  readonly act: string;
  readonly onAct: () => void;
}

function Line({ icon, text, act, onAct }: LineProps) {
  return (
    <div className="aside-line" role="status">
      {icon}
      <p>{text}</p>
      <Button onPress={onAct}>{act}</Button>
    </div>
  );
}

function ownLine({ what, proposal }: OwnAside, editable: boolean, { aside: { line } }: Words): string {
  if (!proposal) return editable ? line.open(what.changes) : line.closed(what.changes);
  const { answer } = proposal;
  if (!answer) return line.sent(what.changes);
  return answer.taken === 0 ? line.declined : line.taken(answer.taken, answer.of);
}
