/** A claim or an account: both look alike, because both weigh the same. Its words are its author's. */
import {
  addAccount,
  type ClaimId,
  describeAccount,
  describeClaim,
  removeAccount,
  type StatementView,
  takeAway,
} from "@sameside/model";
import { HeartHandshake, MessageSquareQuote, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "../../ui/Button.tsx";
import { useWords } from "../../words/words.ts";
import type { Desk } from "./desk.ts";
import { LinkList } from "./LinkList.tsx";
import { StatementForm } from "./StatementForm.tsx";

interface Props {
  readonly desk: Desk;
  readonly kind: "claim" | "account";
  readonly statement: StatementView;
  /** How a claim goes; an account goes by itself. */
  readonly onRemove?: () => void;
}

export function Statement({ desk, kind, statement, onRemove }: Props) {
  const words = useWords();
  const say = words.backing;
  const { board, by, run, editable, nameOf } = desk;
  const [isEditing, setEditing] = useState(false);
  const { id, text, exhibit, author, authorRole, authorsText, textBy } = statement;
  const isOwn = author === by.person;
  const leads = by.role === "moderator" || by.role === "facilitator";
  const remove = () => {
    if (onRemove) onRemove();
    else if (run(removeAccount(board, by, { account: id })).outcome === "done")
      desk.onRemoved(text, { collection: "accounts", id });
  };
  const takeKindly = () => {
    const thing = { collection: kind === "claim" ? "claims" : "accounts", id } as const;
    if (run(takeAway(board, by, thing)).outcome === "done") desk.onTakenAway(thing);
  };
  if (isEditing) {
    return (
      <StatementForm
        label={kind === "claim" ? say.claimField : say.accountField}
        placeholder=""
        draftKey={`${id}.edit`}
        first={{ text, exhibit }}
        onSay={(said) => {
          const outcome =
            kind === "claim"
              ? describeClaim(board, by, { claim: id, ...said })
              : describeAccount(board, by, { account: id, ...said });
          return run(outcome).outcome !== "refused";
        }}
        onClose={() => setEditing(false)}
      />
    );
  }
  return (
    <div className="board-statement" data-statement={kind}>
      <p className="board-quiet">{say.by(words.journey.roles[authorRole], isOwn ? say.you : nameOf(author))}</p>
      <blockquote className="board-words">
        {statement.withdrawn ? <em>{words.withdrawal.emptied}</em> : words.inspector.saidFeeling(text)}
      </blockquote>
      {authorsText === undefined ? null : (
        <p className="board-quiet">
          {words.inspector.changedByAnother(nameOf(textBy.person))} {authorsText}
        </p>
      )}
      {exhibit === "" ? null : /^https?:\/\/\S+$/i.test(exhibit) ? (
        <LinkList links={[exhibit]} />
      ) : (
        <p className="board-quiet">{say.showsIt(exhibit)}</p>
      )}
      {editable && (isOwn || leads) ? (
        <span className="board-comment-acts">
          {isOwn && !statement.withdrawn ? (
            <IconButton
              label={words.comments.edit}
              icon={<Pencil size={14} aria-hidden />}
              onPress={() => setEditing(true)}
            />
          ) : null}
          {isOwn ? null : (
            <IconButton
              label={words.takenAway.act}
              icon={<HeartHandshake size={14} aria-hidden />}
              onPress={takeKindly}
            />
          )}
          <IconButton
            label={kind === "claim" ? say.removeClaim : say.removeAccount}
            icon={<Trash2 size={14} aria-hidden />}
            onPress={remove}
          />
        </span>
      ) : null}
    </div>
  );
}

export function AddAccount({ desk, claim }: { readonly desk: Desk; readonly claim: ClaimId }) {
  const say = useWords().backing;
  const { board, by, run } = desk;
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button icon={<MessageSquareQuote size={15} aria-hidden />} onPress={() => setOpen(true)}>
        {say.addAccount}
      </Button>
    );
  }
  return (
    <StatementForm
      label={say.accountField}
      placeholder={say.accountPlaceholder}
      draftKey={`${claim}.account`}
      onSay={(said) => run(addAccount(board, by, { claim, ...said })).outcome === "done"}
      onClose={() => setOpen(false)}
    />
  );
}
