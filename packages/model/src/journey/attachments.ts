/** What people hang on the things of a map, as plain data: evidence, comments, claims with their accounts, connectors. */
import type {
  AccountId,
  CardId,
  ClaimId,
  CommentId,
  ConnectorId,
  EvidenceId,
  PersonId,
  QuoteId,
  SubjectId,
  TalkSubjectId,
  TopicId,
  TouchpointId,
} from "./ids.ts";
import type { Grade, Id, Role, Stamp } from "./schema.ts";

/** Somebody's own words: nobody else rewords them. */
export interface WordsView {
  readonly text: string;
  readonly author: PersonId;
  readonly authorRole: Role;
  /** Milliseconds since 1970, the author's clock. */
  readonly made: number;
  /** Who wrote `text` last. Another person than the author only when an edit came round the interface. */
  readonly textBy: Stamp;
  /** The author's own words where somebody else overwrote them; otherwise absent. */
  readonly authorsText?: string;
  /** `true`: the author has withdrawn these words, and `text` is empty. Otherwise absent. */
  readonly withdrawn?: true;
}

export const EVIDENCE_KINDS = ["quote", "photo", "link", "finding", "sound"] as const;
/** A quote is verbatim; a finding is what a study says. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface EvidenceView extends WordsView {
  readonly id: EvidenceId;
  readonly subject: SubjectId;
  readonly kind: EvidenceKind;
  /** Where it comes from: the interview, the study, who took the photo. Empty when nobody said. */
  readonly source: string;
  /** Where it can be seen: an http(s) address, or empty. */
  readonly url: string;
  readonly grade: Grade;
  /** The hash of a picture's or a sound's bytes, which the workshop keeps; absent when there are none. `text` says what it shows. */
  readonly file?: string;
  /** Who is in it, as its author said; absent when nobody is. It is shared once each of them has agreed. */
  readonly pictured?: readonly PersonId[];
}

/** In `pictured`: somebody who has no seat here, so nobody can agree for them. */
export const SOMEBODY_ELSE: PersonId = "somebody-else";
/** How many people an author can name in one picture. */
export const MAX_PICTURED = 20;
const FILE_HASH = /^[A-Za-z0-9_-]{43}$/;

/** `true` for what names a file: SHA-256 in base64url. */
export function isFileHash(text: string): boolean {
  return FILE_HASH.test(text);
}

export const COMMENT_KINDS = ["comment", "answer"] as const;
/** An answer says something back to a card's words, which stay their author's (S0-26). */
export type CommentKind = (typeof COMMENT_KINDS)[number];

export interface CommentView extends WordsView {
  readonly id: CommentId;
}

/** A comment and what was replied to it. */
export interface ThreadView {
  /** The first comment's id. It need not be among `comments`: it may have been removed after others replied. */
  readonly id: CommentId;
  readonly subject: TalkSubjectId;
  readonly kind: CommentKind;
  /** Oldest first; never empty. */
  readonly comments: readonly CommentView[];
  /** Who resolved it and when; absent while it is open. */
  readonly resolved?: Stamp;
}

export const SETTLEMENTS = ["it was so", "both", "we change it"] as const;
/** How a claim and its accounts were settled. */
export type Settlement = (typeof SETTLEMENTS)[number];

/** A claim or an account: both have the same shape, because both weigh the same (S0-12). */
export interface StatementView<StatementId extends Id = Id> extends WordsView {
  readonly id: StatementId;
  /** What backs it: the advert's words, or the address of a sign's photo. Empty when there is nothing. */
  readonly exhibit: string;
}

/** What a colleague believes of a touchpoint, and what customers tell of it. */
export interface ClaimView {
  readonly id: ClaimId;
  readonly touchpoint: TouchpointId;
  readonly claim: StatementView<ClaimId>;
  /** In the order they were told. */
  readonly accounts: readonly StatementView<AccountId>[];
  /** Absent while it is open. */
  readonly settled?: { readonly how: Settlement; readonly sentence: string; readonly by: Stamp };
}

/** A way from one thing of a journey to another: a branch, a loop, a cause. */
export interface ConnectorView {
  readonly id: ConnectorId;
  readonly from: CardId | TouchpointId;
  readonly to: CardId | TouchpointId;
  readonly label: string;
}

/** What hung on a thing that is gone; it goes back to its place when that is restored (SPEC R6). */
export type LostView = {
  readonly id: Id;
  /** The removed thing that would bring it home, when there is one. */
  readonly lost?: {
    readonly collection: "cards" | "touchpoints" | "claims" | "phases" | "lanes";
    readonly id: Id;
    readonly title: string;
  };
} & (
  | { readonly kind: "evidence"; readonly evidence: EvidenceView }
  | { readonly kind: "thread"; readonly thread: ThreadView }
  | { readonly kind: "claim"; readonly claim: ClaimView }
  | { readonly kind: "account"; readonly account: StatementView<AccountId> }
);

/** Something that the customers of a table want to talk about (S2-14). */
export interface TopicView extends WordsView {
  readonly id: TopicId;
  /** What others said to build on it, oldest first. */
  readonly builtOn: readonly BuiltOnView[];
}

export interface BuiltOnView extends WordsView {
  readonly id: TopicId;
}

/** What somebody said, word for word, as it was written down at the table (S0-10). Its author is who said it. */
export interface QuoteView extends WordsView {
  readonly id: QuoteId;
  /** Who wrote it down, where that was somebody else. */
  readonly writtenBy?: PersonId;
  /** Who said it has agreed to these words; of one who wrote it down themselves always. */
  readonly isConfirmed: boolean;
  /** The evidence that it became, where that still stands. */
  readonly landed?: { readonly evidence: EvidenceId; readonly subject: SubjectId };
}
