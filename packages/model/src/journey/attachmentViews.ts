/** What hangs on the things of a map, as people see it. */
import type {
  ClaimView,
  CommentView,
  ConnectorView,
  EvidenceView,
  StatementView,
  ThreadView,
  WordsView,
} from "./attachments.ts";
import type { RecordOf } from "./records.ts";
import type { Id, Role } from "./schema.ts";

/** Somebody's own words: the latest wording, and the author's own where somebody else overwrote them. */
export function wordsView(record: {
  readonly author: Id;
  readonly role: Role;
  readonly made: number;
  readonly said: string;
  readonly text?: { readonly value: string | null; readonly person: Id; readonly time: number } | undefined;
  readonly withdrawn: boolean;
}): WordsView {
  if (record.withdrawn) return withdrawnView(record);
  const textBy = record.text ?? { person: record.author, time: record.made };
  return {
    text: record.text?.value ?? record.said,
    author: record.author,
    authorRole: record.role,
    made: record.made,
    textBy: { person: textBy.person, time: textBy.time },
    ...(textBy.person === record.author ? {} : { authorsText: record.said }),
  };
}

/** Words that their author has withdrawn: that somebody said something here is all that is left. */
function withdrawnView({ author, role, made }: Parameters<typeof wordsView>[0]): WordsView {
  const textBy = { person: author, time: made };
  return { text: "", author, authorRole: role, made, textBy, withdrawn: true };
}

/** The living ones, oldest first. */
export function evidenceViews(held: readonly RecordOf<"evidence">[]): EvidenceView[] {
  return inOrderMade(held).map((it) => ({
    id: it.id,
    ...wordsView(it),
    subject: it.subject.value,
    kind: it.kind,
    source: it.withdrawn ? "" : it.source,
    url: it.withdrawn ? "" : it.url,
    grade: it.grade,
    ...(it.file === "" || it.withdrawn ? {} : { file: it.file }),
    ...(it.pictured.length === 0 ? {} : { pictured: it.pictured }),
  }));
}

/**
 * The threads about one subject. A thread whose first comment was removed stays as long as a reply is there: the
 * replies are other people's words.
 */
export function threadViews(held: readonly RecordOf<"comments">[]): ThreadView[] {
  const commentsByThread = new Map<Id, RecordOf<"comments">[]>();
  for (const comment of inOrderMade(held)) {
    const thread = comment.replyTo ?? comment.id;
    const known = commentsByThread.get(thread);
    if (known) known.push(comment);
    else commentsByThread.set(thread, [comment]);
  }
  const commentById = new Map(held.map((comment) => [comment.id, comment]));
  const threads = [...commentsByThread].map(([id, comments]) => threadView(id, comments, commentById.get(id)));
  const begun = (thread: ThreadView) => ({ made: thread.comments[0]?.made ?? 0, id: thread.id });
  return threads.sort((a, b) => byMade(begun(a), begun(b)));
}

function threadView(
  id: Id,
  comments: readonly RecordOf<"comments">[],
  first: RecordOf<"comments"> | undefined,
): ThreadView {
  // What was first said stands first, even when a laptop with a slow clock replied "earlier".
  const inTurn = [...comments.filter((it) => it.id === id), ...comments.filter((it) => it.id !== id)];
  const resolved = first?.resolved?.value === true ? first.resolved : undefined;
  return {
    id,
    subject: comments[0]?.subject ?? "",
    kind: first?.kind ?? "comment",
    comments: inTurn.map((it): CommentView => ({ id: it.id, ...wordsView(it) })),
    ...(resolved ? { resolved: { person: resolved.person, time: resolved.time } } : {}),
  };
}

/** The living claims of a touchpoint, oldest first, each with its living accounts. */
export function claimViews(
  held: readonly RecordOf<"claims">[],
  accountsOf: (claim: Id) => readonly RecordOf<"accounts">[],
): ClaimView[] {
  return inOrderMade(held).map((it) => ({
    id: it.id,
    touchpoint: it.touchpoint,
    claim: statementView(it),
    accounts: accountViews(accountsOf(it.id)),
    ...settledView(it),
  }));
}

export function accountViews(held: readonly RecordOf<"accounts">[]): StatementView[] {
  return inOrderMade(held).map(statementView);
}

function statementView(record: RecordOf<"claims"> | RecordOf<"accounts">): StatementView {
  return { id: record.id, ...wordsView(record), exhibit: record.withdrawn ? "" : record.exhibit };
}

function settledView({ settled }: RecordOf<"claims">): Pick<ClaimView, "settled"> {
  if (!settled) return {};
  const [how, sentence] = settled.value;
  return { settled: { how, sentence, by: { person: settled.person, time: settled.time } } };
}

export function connectorViews(connectors: readonly RecordOf<"connectors">[]): ConnectorView[] {
  return inOrderMade(connectors).map(({ id, from, to, label }) => ({ id, from, to, label }));
}

function inOrderMade<T extends { readonly id: Id; readonly made: number; readonly del: boolean }>(
  held: readonly T[],
): T[] {
  return held.filter((record) => !record.del).sort(byMade);
}

/** Oldest first; equal times by id, so that every device has the same order. */
export function byMade(a: { made: number; id: Id }, b: { made: number; id: Id }): number {
  return a.made - b.made || (a.id < b.id ? -1 : 1);
}
