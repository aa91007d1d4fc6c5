/** What somebody proposes: each change to be ticked, taken together under this person's own hand, or declined. */
import { type Proposal, unpackProposal } from "@sameside/replica";
import { useEffect, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { CheckList } from "../ui/CheckList.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import type { AsideProps } from "./AsideLines.tsx";
import { changeLine, placeLine } from "./changeLine.ts";
import { decline, take } from "./proposalActs.ts";
import { useChanges } from "./useChanges.ts";

interface Props extends Pick<AsideProps, "live" | "run" | "nameOf" | "tell"> {
  readonly proposal: Proposal;
  readonly onClose: () => void;
}

/** A word to the proposer, in characters: the topic takes no longer one. */
const MAX_WORD_LENGTH = 140;

export function ProposalDialog({ live, run, nameOf, tell, proposal, onClose }: Props) {
  const words = useWords();
  const say = words.aside.proposal;
  const update = useUnpacked(proposal);
  const read = useChanges(live, update ?? undefined, proposal.person);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [word, setWord] = useState("");
  const changes = read?.changes ?? [];
  const ticked = new Set(changes.map(({ key }) => key).filter((key) => !left.has(key)));
  const setTicked = (keys: ReadonlySet<string>) =>
    setLeft(new Set(changes.map(({ key }) => key).filter((key) => !keys.has(key))));

  const tellFailure = (error: unknown) => tell({ tone: "problem", text: words.aside.told.failed(String(error)) });
  const takeTicked = () => {
    if (!update) return;
    const done = take(live, run, proposal, { update, keys: ticked, of: changes.length });
    if (!done) return;
    done.told.catch(tellFailure);
    tell({ tone: "news", text: done.taken === 0 ? say.declined : say.taken(done.taken) });
    onClose();
  };
  const declineAll = () => {
    decline(live, proposal, changes.length, word.trim()).catch(tellFailure);
    tell({ tone: "news", text: say.declined });
    onClose();
  };

  return (
    <Dialog
      title={say.title(nameOf(proposal.person))}
      closeLabel={words.app.close}
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={declineAll}>{changes.length > 0 ? say.decline : say.close}</Button>
          {changes.length > 0 ? (
            <Button look="primary" isDisabled={ticked.size === 0} onPress={takeTicked}>
              {say.take(ticked.size)}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{say.lead}</p>
      {update === undefined ? <p role="status">{say.opening}</p> : null}
      {update === null || (update && !read) ? <p role="alert">{say.broken}</p> : null}
      {read && changes.length === 0 ? <p>{say.nothing}</p> : null}
      {changes.length > 0 ? (
        <>
          <div className="aside-row">
            <Button look="quiet" onPress={() => setLeft(new Set())}>
              {say.all}
            </Button>
            <Button look="quiet" onPress={() => setTicked(new Set())}>
              {say.none}
            </Button>
          </div>
          <CheckList
            label={say.list}
            items={changes.map((change) => ({
              key: change.key,
              label: changeLine(change, words),
              note: placeLine(change, words),
            }))}
            ticked={ticked}
            onChange={setTicked}
          />
        </>
      ) : null}
      {read && read.leftOut > 0 ? <p>{say.leftOut(read.leftOut)}</p> : null}
      <TextField label={say.word} value={word} onChange={setWord} maxLength={MAX_WORD_LENGTH} />
    </Dialog>
  );
}

/** The edits; `undefined` while they are unpacked, `null` when they cannot be. */
function useUnpacked({ parts }: Proposal): Uint8Array | null | undefined {
  const [update, setUpdate] = useState<Uint8Array | null>();
  useEffect(() => {
    let isGone = false;
    const set = (next: Uint8Array | null) => {
      if (!isGone) setUpdate(next);
    };
    unpackProposal(parts ?? []).then(set, (error: unknown) => {
      console.warn("A proposal cannot be unpacked", error);
      set(null);
    });
    return () => {
      isGone = true;
    };
  }, [parts]);
  return update;
}
