/** What is believed of a touchpoint, and what customers tell of it: of equal weight, open until it is settled (S0-12). */
import { addClaim, type ClaimView, removeClaim, reopenClaim, type TouchpointView } from "@sameside/model";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { useWords } from "../../words/words.ts";
import type { Desk } from "./desk.ts";
import { SettleForm } from "./SettleForm.tsx";
import { AddAccount, Statement } from "./Statement.tsx";
import { StatementForm } from "./StatementForm.tsx";

interface Props {
  readonly desk: Desk;
  readonly touchpoint: TouchpointView;
}

export function ClaimSection({ desk, touchpoint }: Props) {
  const say = useWords().backing;
  const { board, by, run, editable } = desk;
  const [isAdding, setAdding] = useState(false);
  if (!editable && touchpoint.claims.length === 0) return null;
  return (
    <section className="board-section" aria-label={say.claims}>
      <h3 className="ui-label">{say.claims}</h3>
      {touchpoint.claims.map((claim) => (
        <Claim key={claim.id} desk={desk} claim={claim} />
      ))}
      {isAdding ? (
        <StatementForm
          label={say.claimField}
          placeholder={say.claimPlaceholder}
          draftKey={`${touchpoint.id}.claim`}
          onSay={(said) => run(addClaim(board, by, { touchpoint: touchpoint.id, ...said })).outcome === "done"}
          onClose={() => setAdding(false)}
        />
      ) : editable ? (
        <Button icon={<Plus size={15} aria-hidden />} onPress={() => setAdding(true)}>
          {say.addClaim}
        </Button>
      ) : null}
    </section>
  );
}

function Claim({ desk, claim }: { readonly desk: Desk; readonly claim: ClaimView }) {
  const say = useWords().backing;
  const { board, by, run, editable, nameOf } = desk;
  const { settled, accounts } = claim;
  const nameFor = (person: string) => (person === by.person ? say.you : nameOf(person));
  const remove = () => {
    if (run(removeClaim(board, by, { claim: claim.id })).outcome === "done")
      desk.onRemoved(claim.claim.text, { collection: "claims", id: claim.id });
  };
  return (
    <article className="board-claim" data-claim={claim.id} data-settled={settled ? "" : undefined}>
      <span className="ui-chip">{settled ? say.settled : say.openClaim}</span>
      <Statement desk={desk} kind="claim" statement={claim.claim} onRemove={remove} />
      {accounts.map((account) => (
        <Statement key={account.id} desk={desk} kind="account" statement={account} />
      ))}
      {settled ? (
        <div className="board-settled">
          <p className="board-strong">{say.settledAs(say.settlements[settled.how], nameFor(settled.by.person))}</p>
          <p>{settled.sentence}</p>
          {settled.how === "we change it" ? <p className="ui-hint">{say.makesNextStep}</p> : null}
          {editable ? (
            <Button look="quiet" onPress={() => run(reopenClaim(board, by, { claim: claim.id }))}>
              {say.reopen}
            </Button>
          ) : null}
        </div>
      ) : editable ? (
        <>
          <AddAccount desk={desk} claim={claim.id} />
          {accounts.length > 0 ? <SettleForm desk={desk} claim={claim.id} /> : null}
        </>
      ) : null}
    </article>
  );
}
