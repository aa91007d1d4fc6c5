/** Corrects, takes back and brings back what stands under one's own name, by the commands of whatever it is. */
import {
  agreeToCard,
  confirmQuote,
  describeAccount,
  describeClaim,
  describeEvidence,
  type Outcome,
  removeAccount,
  removeCard,
  removeClaim,
  removeComment,
  removeEvidence,
  removeQuote,
  removeTopic,
  restore,
  rewordCard,
  rewordComment,
  rewordQuote,
  rewordTopic,
} from "@sameside/model";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { OwnThing, ThingKind } from "./ownThings.ts";

type Desk = Pick<LiveBoard, "board" | "by">;
type Collection = Parameters<typeof restore>[2]["collection"];

const COLLECTIONS: Readonly<Record<ThingKind, Collection>> = {
  card: "cards",
  quote: "quotes",
  evidence: "evidence",
  comment: "comments",
  claim: "claims",
  account: "accounts",
  topic: "topics",
};

/** One change after the other: what hangs on the map changes with what it was written down as. */
export function agreeTo({ board, by }: Desk, { kind, id }: OwnThing): readonly Outcome[] {
  if (kind === "card") return [agreeToCard(board, by, { card: id })];
  return kind === "quote" ? [confirmQuote(board, by, { quote: id })] : [];
}

export function correct(desk: Desk, thing: OwnThing, text: string): readonly Outcome[] {
  const { board, by } = desk;
  const { kind, id, evidence, writtenBy } = thing;
  switch (kind) {
    case "card":
      return [rewordCard(board, by, { card: id, text })];
    case "quote":
      return [
        rewordQuote(board, by, { quote: id, text }),
        ...(writtenBy === undefined ? [] : agreeTo(desk, thing)),
        ...(evidence === undefined ? [] : [describeEvidence(board, by, { evidence, text })]),
      ];
    case "evidence":
      return [describeEvidence(board, by, { evidence: id, text })];
    case "comment":
      return [rewordComment(board, by, { comment: id, text })];
    case "claim":
      return [describeClaim(board, by, { claim: id, text })];
    case "account":
      return [describeAccount(board, by, { account: id, text })];
    case "topic":
      return [rewordTopic(board, by, { topic: id, text })];
  }
}

export function takeBack({ board, by }: Desk, { kind, id, evidence }: OwnThing): readonly Outcome[] {
  switch (kind) {
    case "card":
      return [removeCard(board, by, { card: id })];
    case "quote":
      return [
        removeQuote(board, by, { quote: id }),
        ...(evidence === undefined ? [] : [removeEvidence(board, by, { evidence })]),
      ];
    case "evidence":
      return [removeEvidence(board, by, { evidence: id })];
    case "comment":
      return [removeComment(board, by, { comment: id })];
    case "claim":
      return [removeClaim(board, by, { claim: id })];
    case "account":
      return [removeAccount(board, by, { account: id })];
    case "topic":
      return [removeTopic(board, by, { topic: id })];
  }
}

export function bringBack({ board, by }: Desk, { kind, id, evidence }: OwnThing): readonly Outcome[] {
  return [
    restore(board, by, { collection: COLLECTIONS[kind], id }),
    ...(evidence === undefined ? [] : [restore(board, by, { collection: "evidence", id: evidence })]),
  ];
}
