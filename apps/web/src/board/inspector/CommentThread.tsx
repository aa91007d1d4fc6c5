/** One thread: what was said in turn, and what can be done about it. */
import {
  type CommentView,
  partsOfComment,
  removeComment,
  reopenThread,
  replyTo,
  resolveThread,
  rewordComment,
  type ThreadView,
  takeAway,
} from "@sameside/model";
import { Check, HeartHandshake, MessageCircle, Pencil, RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "../../ui/Button.tsx";
import { useWords } from "../../words/words.ts";
import { CommentForm } from "./CommentForm.tsx";
import type { Desk } from "./desk.ts";
import { draftOfText } from "./mentionDraft.ts";

interface Props {
  readonly desk: Desk;
  readonly thread: ThreadView;
}

export function CommentThread({ desk, thread }: Props) {
  const say = useWords().comments;
  const { board, by, run, editable, people } = desk;
  const [isReplying, setIsReplying] = useState(false);
  const [first] = thread.comments;
  if (!first) return null;
  const beganBy = nameIn(desk, first.author, say.you);
  const reply = (text: string) => {
    const isDone = run(replyTo(board, by, { comment: first.id, text })).outcome === "done";
    if (isDone) setIsReplying(false);
    return isDone;
  };
  return (
    <div className="board-suggestion board-thread" data-thread={thread.id}>
      {thread.comments.map((comment) => (
        <Comment key={comment.id} desk={desk} comment={comment} />
      ))}
      {thread.resolved ? (
        <p className="board-quiet">
          {say.resolvedBy(nameIn(desk, thread.resolved.person, say.you), timeWords(thread.resolved.time))}
        </p>
      ) : null}
      {isReplying ? (
        <CommentForm
          label={say.replyField}
          action={say.reply}
          draftKey={thread.id}
          people={people}
          onSend={reply}
          onCancel={() => setIsReplying(false)}
          autoFocus
        />
      ) : editable ? (
        <div className="board-row">
          <Button
            look="quiet"
            icon={<MessageCircle size={15} aria-hidden />}
            aria-label={say.replyTo(beganBy)}
            onPress={() => setIsReplying(true)}
          >
            {say.reply}
          </Button>
          {thread.resolved ? (
            <Button
              look="quiet"
              icon={<RotateCcw size={15} aria-hidden />}
              onPress={() => run(reopenThread(board, by, { thread: thread.id }))}
            >
              {say.reopen}
            </Button>
          ) : (
            <Button
              look="quiet"
              icon={<Check size={15} aria-hidden />}
              aria-label={say.resolveThread(beganBy)}
              onPress={() => run(resolveThread(board, by, { thread: thread.id }))}
            >
              {say.resolve}
            </Button>
          )}
        </div>
      ) : null}
    </div>
  );
}

function Comment({ desk, comment }: { readonly desk: Desk; readonly comment: CommentView }) {
  const words = useWords();
  const say = words.comments;
  const { board, by, run, editable, nameOf, people } = desk;
  const [isEditing, setIsEditing] = useState(false);
  const isOwn = comment.author === by.person;
  const mayRemove = isOwn || by.role === "moderator" || by.role === "facilitator";
  const takeKindly = () => {
    const thing = { collection: "comments", id: comment.id } as const;
    if (run(takeAway(board, by, thing)).outcome === "done") desk.onTakenAway(thing);
  };
  if (isEditing) {
    return (
      <CommentForm
        label={say.editField}
        action={say.save}
        draftKey={`${comment.id}.edit`}
        first={draftOfText(comment.text, nameOf)}
        people={people}
        onSend={(text) => {
          const isTaken = run(rewordComment(board, by, { comment: comment.id, text })).outcome !== "refused";
          if (isTaken) setIsEditing(false);
          return isTaken;
        }}
        onCancel={() => setIsEditing(false)}
        autoFocus
      />
    );
  }
  return (
    <div className="board-comment" data-comment={comment.id}>
      <p className="board-quiet">{say.by(nameIn(desk, comment.author, say.you), timeWords(comment.made))}</p>
      <p className="board-comment-text">
        {comment.withdrawn ? <em>{words.withdrawal.emptied}</em> : <CommentText desk={desk} text={comment.text} />}
      </p>
      {comment.authorsText === undefined ? null : (
        <div className="board-first-words">
          <p className="board-quiet">{words.inspector.changedByAnother(nameOf(comment.textBy.person))}</p>
          <p className="board-comment-text">{comment.authorsText}</p>
        </div>
      )}
      {editable && mayRemove ? (
        <span className="board-comment-acts">
          {isOwn && !comment.withdrawn ? (
            <IconButton label={say.edit} icon={<Pencil size={14} aria-hidden />} onPress={() => setIsEditing(true)} />
          ) : null}
          {isOwn ? null : (
            <IconButton
              label={words.takenAway.act}
              icon={<HeartHandshake size={14} aria-hidden />}
              onPress={takeKindly}
            />
          )}
          <IconButton
            label={say.remove}
            icon={<Trash2 size={14} aria-hidden />}
            onPress={() => run(removeComment(board, by, { comment: comment.id }))}
          />
        </span>
      ) : null}
    </div>
  );
}

function CommentText({ desk, text }: { readonly desk: Desk; readonly text: string }) {
  const say = useWords().comments;
  let place = 0;
  return partsOfComment(text).map((part) => {
    // Pieces have no id of their own; where they begin is what they are.
    place += 1;
    if (!("person" in part)) return <span key={place}>{part.words}</span>;
    return (
      <strong key={place} className="board-mention" data-me={part.person === desk.by.person ? "" : undefined}>
        {say.mention(desk.nameOf(part.person))}
      </strong>
    );
  });
}

function nameIn({ by, nameOf }: Desk, person: string, you: string): string {
  return person === by.person ? you : nameOf(person);
}

/** Of today the time is enough. */
function timeWords(time: number): string {
  const at = new Date(time);
  return at.toDateString() === new Date().toDateString()
    ? at.toLocaleTimeString(undefined, { timeStyle: "short" })
    : at.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}
