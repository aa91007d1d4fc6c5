/** What hung on something that is gone: nothing of it is lost with it (SPEC R6). */
import type { BoardCollection } from "../document.ts";
import type { EntityIndex } from "../entityIndex.ts";
import type { LostView } from "./attachments.ts";
import { accountViews, claimViews, evidenceViews, threadViews } from "./attachmentViews.ts";
import { type Standing, standingOfTalk, standingOn, standingOnClaim, standingOnTouchpoint } from "./homes.ts";
import type { BoardRecords, RecordOf } from "./records.ts";
import type { Id } from "./schema.ts";

type BoardIndex = EntityIndex<BoardRecords>;
type AnyRecord = RecordOf<BoardCollection>;

/** All of them, evidence first, each kind by the id of what it hung on. */
export function readLost(index: BoardIndex): LostView[] {
  const { heldBy } = index;
  const accountsOf = (claim: Id) => heldBy("accounts", claim);
  return [
    ...lostIn(index, "evidence", standingOn, (subject, lost) =>
      evidenceViews(heldBy("evidence", subject)).map((evidence) => ({
        kind: "evidence",
        id: evidence.id,
        evidence,
        ...lost,
      })),
    ),
    ...lostIn(index, "comments", standingOfTalk, (subject, lost) =>
      threadViews(heldBy("comments", subject)).map((thread) => ({ kind: "thread", id: thread.id, thread, ...lost })),
    ),
    ...lostIn(index, "claims", standingOnTouchpoint, (subject, lost) =>
      claimViews(heldBy("claims", subject), accountsOf).map((claim) => ({
        kind: "claim",
        id: claim.id,
        claim,
        ...lost,
      })),
    ),
    ...lostIn(index, "accounts", standingOnClaim, (subject, lost) =>
      accountViews(accountsOf(subject)).map((account) => ({ kind: "account", id: account.id, account, ...lost })),
    ),
  ];
}

const HANGING = ["evidence", "comments", "claims", "accounts"] as const;
type Hanging = (typeof HANGING)[number];
type Found = Pick<LostView, "lost">;

function lostIn(
  index: BoardIndex,
  collection: Hanging,
  standing: (index: BoardIndex, subject: Id) => Standing,
  read: (subject: Id, lost: Found) => LostView[],
): LostView[] {
  const lost: LostView[] = [];
  for (const subject of [...index.holders(collection)].sort()) {
    const stands = standing(index, subject);
    if (stands.with === "nothing") lost.push(...read(subject, stands.lost ? { lost: stands.lost } : {}));
  }
  return lost;
}

/** Whether a change can alter what is lost; a change of the frame always can. */
export function changesLost(
  index: BoardIndex,
  collection: BoardCollection,
  id: Id,
  before: AnyRecord | undefined,
  after: AnyRecord | undefined,
): boolean {
  const states = [before, after];
  if (isHanging(collection) && states.some((state) => state && subjectIsGone(index, collection, state))) return true;
  if (collection !== "cards" && collection !== "touchpoints" && collection !== "claims") return false;
  if (states.every((state) => state && !state.del)) return false;
  return HANGING.some((hanging) => index.heldBy(hanging, id).length > 0);
}

function isHanging(collection: BoardCollection): collection is Hanging {
  return (HANGING as readonly BoardCollection[]).includes(collection);
}

function subjectIsGone(index: BoardIndex, collection: Hanging, record: AnyRecord): boolean {
  if (collection === "accounts") return isGone(standingOnClaim(index, (record as RecordOf<"accounts">).claim));
  if (collection === "claims") return isGone(standingOnTouchpoint(index, (record as RecordOf<"claims">).touchpoint));
  if (collection === "comments") return isGone(standingOfTalk(index, (record as RecordOf<"comments">).subject));
  return isGone(standingOn(index, (record as RecordOf<"evidence">).subject.value));
}

function isGone(standing: Standing): boolean {
  return standing.with === "nothing";
}
