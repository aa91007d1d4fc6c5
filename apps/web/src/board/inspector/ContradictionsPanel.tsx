/** The open contradictions of a board, claim and accounts side by side: what somebody believes weighs what others tell (S0-12). */
import { type ClaimView, openContradictions, type TouchpointView } from "@sameside/model";
import { useMemo } from "react";
import type { LiveBoard } from "../../live/liveBoard.ts";
import { useUnhurried } from "../../live/unhurried.ts";
import { Button } from "../../ui/Button.tsx";
import { SidePanel } from "../../ui/SidePanel.tsx";
import { useWords } from "../../words/words.ts";
import type { Desk } from "./desk.ts";
import "./contradictions.css";
import { SettleForm } from "./SettleForm.tsx";
import { AddAccount, Statement } from "./Statement.tsx";

interface Props {
  readonly live: LiveBoard;
  readonly desk: Desk;
  readonly onClose: () => void;
}

export function ContradictionsPanel({ live, desk, onClose }: Props) {
  const say = useWords().backing.contradictions;
  const view = useUnhurried(live.view);
  const claims = useMemo(() => openContradictions(view), [view]);
  const touchpointByClaim = useMemo(() => {
    const placed = view.journeys.flatMap((journey) => journey.phases.flatMap((phase) => phase.touchpoints));
    const pairs = placed.flatMap((touchpoint) => touchpoint.claims.map(({ id }) => [id, touchpoint] as const));
    return new Map<string, TouchpointView>(pairs);
  }, [view]);
  return (
    <SidePanel title={say.title} closeLabel={say.close} onClose={onClose} isWide>
      <p className="ui-side-quiet">{claims.length === 0 ? say.none : say.lead(claims.length)}</p>
      {claims.length > 0 ? (
        <ol className="board-contradictions" aria-label={say.list}>
          {claims.map((claim) => (
            <li key={claim.id}>
              <Contradiction desk={desk} claim={claim} touchpoint={touchpointByClaim.get(claim.id)} />
            </li>
          ))}
        </ol>
      ) : null}
    </SidePanel>
  );
}

interface ContradictionProps {
  readonly desk: Desk;
  readonly claim: ClaimView;
  /** `undefined` where it stands in the tray. */
  readonly touchpoint: TouchpointView | undefined;
}

function Contradiction({ desk, claim, touchpoint }: ContradictionProps) {
  const say = useWords().backing.contradictions;
  const isHere = desk.journey.phases.some(({ touchpoints }) => touchpoints.some(({ id }) => id === touchpoint?.id));
  return (
    <article data-claim={claim.id}>
      {touchpoint && isHere ? (
        <Button look="quiet" onPress={() => desk.onSelect({ kind: "touchpoint", id: touchpoint.id })}>
          {say.at(touchpoint.title)}
        </Button>
      ) : (
        <p className="ui-side-quiet">{touchpoint ? say.at(touchpoint.title) : say.unplaced}</p>
      )}
      <div className="board-sides">
        <section aria-label={say.believed}>
          <h3>{say.believed}</h3>
          <Statement desk={desk} kind="claim" statement={claim.claim} />
        </section>
        <section aria-label={say.told}>
          <h3>{say.told}</h3>
          {claim.accounts.map((account) => (
            <Statement key={account.id} desk={desk} kind="account" statement={account} />
          ))}
        </section>
      </div>
      {desk.editable ? (
        <div className="board-row">
          <AddAccount desk={desk} claim={claim.id} />
          <SettleForm desk={desk} claim={claim.id} />
        </div>
      ) : null}
    </article>
  );
}
