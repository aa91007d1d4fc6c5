/** What people say to each other about a thing of a map, or about the map itself: the open threads, and the resolved ones folded away. */
import { addComment, answerCard, type CardView, type Id, type ThreadView } from "@sameside/model";
import { openComments } from "../../journey/commentCount.ts";
import { useWords } from "../../words/words.ts";
import { CommentForm } from "./CommentForm.tsx";
import { CommentThread } from "./CommentThread.tsx";
import type { Desk } from "./desk.ts";

interface Props {
  readonly desk: Desk;
  readonly subject: CardView | { readonly id: Id; readonly threads: readonly ThreadView[] };
}

export function CommentSection({ desk, subject }: Props) {
  const say = useWords().comments;
  const { board, by, run, editable, people } = desk;
  const open = subject.threads.filter((thread) => !thread.resolved);
  const resolved = subject.threads.filter((thread) => thread.resolved);
  if (!editable && subject.threads.length === 0) return null;
  const title = say.title(openComments(subject));
  // Somebody else's words are answered: what is said stands beside them, as long as they do.
  const isOthersCard = "author" in subject && subject.author !== by.person;
  const send = (text: string) =>
    run(
      isOthersCard
        ? answerCard(board, by, { card: subject.id, text })
        : addComment(board, by, { subject: subject.id, text }),
    ).outcome === "done";
  return (
    <section className="board-section" aria-label={title}>
      <h3 className="ui-label">{title}</h3>
      {open.map((thread) => (
        <CommentThread key={thread.id} desk={desk} thread={thread} />
      ))}
      {editable ? (
        <CommentForm label={say.field} action={say.send} draftKey={subject.id} people={people} onSend={send} />
      ) : null}
      {resolved.length > 0 ? (
        <details className="board-comment-resolved">
          <summary>{say.resolvedThreads(resolved.length)}</summary>
          {resolved.map((thread) => (
            <CommentThread key={thread.id} desk={desk} thread={thread} />
          ))}
        </details>
      ) : null}
    </section>
  );
}
