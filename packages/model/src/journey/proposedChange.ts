/** One proposed change in the words of the map: what it is called, where it stands, and what it rests on. */
import type { Value } from "../changes.ts";
import type { BoardCollection } from "../document.ts";
import type { EntityIndex } from "../entityIndex.ts";
import type { TouchpointId } from "./ids.ts";
import type { BoardRecords } from "./records.ts";
import type { Id } from "./schema.ts";
import { wordsOfCard } from "./writtenFor.ts";

export interface ProposedChange {
  /** Names it among the changes of its proposal. */
  readonly key: string;
  readonly collection: BoardCollection;
  readonly id: Id;
  readonly how: "added" | "removed" | "restored" | "moved" | "reworded" | "changed";
  /** Its words as people wrote them; "" where it has none of its own. */
  readonly title: string;
  /** The long text, where it is new or changed. */
  readonly body?: string;
  /** Titles of what it stands in or hangs on; "" where there is none. */
  readonly place: { readonly phase: string; readonly touchpoint: string; readonly lane: string };
  /** The touchpoint it stands on or is itself. */
  readonly touchpoint?: TouchpointId;
  /** Keys of the added things that it rests on: taken with it. */
  readonly needs: readonly string[];
}

type Records = EntityIndex<BoardRecords>["records"];

/** @param changed The fields that are new or different, by name. */
export function describeChange(
  after: Records,
  collection: BoardCollection,
  id: Id,
  isNew: boolean,
  changed: Readonly<Record<string, Value>>,
): ProposedChange {
  const home = homeOf(after, collection, id);
  const { body } = changed;
  return {
    key: keyOf(collection, id),
    collection,
    id,
    how: isNew ? "added" : howChanged(changed),
    title: titleOf(after, collection, id),
    ...(typeof body === "string" && body !== "" ? { body } : {}),
    place: {
      phase: after.phases.get(home.phase)?.title ?? "",
      touchpoint: collection === "touchpoints" ? "" : (after.touchpoints.get(home.touchpoint)?.title ?? ""),
      lane: after.lanes.get(home.lane)?.name ?? "",
    },
    ...(after.touchpoints.has(home.touchpoint) ? { touchpoint: home.touchpoint } : {}),
    needs: home.needs,
  };
}

function keyOf(collection: BoardCollection, id: Id): string {
  return `${collection}/${id}`;
}

function howChanged(changed: Readonly<Record<string, Value>>): ProposedChange["how"] {
  if ("del" in changed) return changed["del"] === true ? "removed" : "restored";
  if ("at" in changed) return "moved";
  return ["text", "agreed", "body", "title", "name"].some((field) => field in changed) ? "reworded" : "changed";
}

function titleOf(after: Records, collection: BoardCollection, id: Id): string {
  switch (collection) {
    case "journeys":
    case "phases":
    case "touchpoints":
      return after[collection].get(id)?.title ?? "";
    case "lanes":
      return after.lanes.get(id)?.name ?? "";
    case "cards": {
      const card = after.cards.get(id);
      return card ? wordsOfCard(card) : "";
    }
    case "comments":
    case "evidence":
    case "claims":
    case "accounts":
    case "topics":
    case "quotes": {
      const words = after[collection].get(id);
      return words?.text?.value ?? words?.said ?? "";
    }
    case "suggestions":
      return after.suggestions.get(id)?.text ?? "";
    case "moments":
      return after.moments.get(id)?.reason ?? "";
    case "connectors":
      return after.connectors.get(id)?.label ?? "";
    case "ratings":
      return "";
  }
}

interface Home {
  readonly phase: Id;
  readonly touchpoint: Id;
  readonly lane: Id;
  readonly needs: readonly string[];
}

const NOWHERE = { phase: "", touchpoint: "", lane: "" };

/** Up from a thing to the phase it is in, through everything on the way. */
function homeOf(after: Records, collection: BoardCollection, id: Id): Home {
  const needs: string[] = [];
  const through = (parent: BoardCollection, parentId: Id): Home => {
    needs.push(keyOf(parent, parentId));
    const home = homeOf(after, parent, parentId);
    needs.push(...home.needs);
    return home;
  };
  const found = step(after, collection, id, through);
  return { ...found, needs };
}

/** What something can hang on, beside a lane. */
const SUBJECTS = ["touchpoints", "cards", "phases", "journeys"] as const;

type Through = (parent: BoardCollection, id: Id) => Home;
type Found = Omit<Home, "needs">;

function step(after: Records, collection: BoardCollection, id: Id, through: Through): Found {
  switch (collection) {
    case "journeys":
      return NOWHERE;
    case "phases":
    case "lanes": {
      const record = after[collection].get(id);
      if (record) through("journeys", record.at.value.parent);
      return collection === "phases" ? { ...NOWHERE, phase: id } : NOWHERE;
    }
    case "touchpoints": {
      const record = after.touchpoints.get(id);
      return { ...(record ? through("phases", record.at.value.parent) : NOWHERE), touchpoint: id };
    }
    case "cards": {
      const at = after.cards.get(id)?.at.value;
      if (!at) return NOWHERE;
      through("lanes", at.lane);
      return { ...through(after.touchpoints.has(at.parent) ? "touchpoints" : "phases", at.parent), lane: at.lane };
    }
    default:
      return hangingOn(after, collection, id, through);
  }
}

/** What hangs on something hangs where that stands. */
function hangingOn(
  after: Records,
  collection: Exclude<BoardCollection, "journeys" | "phases" | "lanes" | "touchpoints" | "cards">,
  id: Id,
  through: Through,
): Found {
  const onSubject = (subject: Id | undefined) =>
    subject === undefined ? NOWHERE : through(SUBJECTS.find((each) => after[each].has(subject)) ?? "cards", subject);
  switch (collection) {
    case "ratings":
    case "moments":
    case "claims":
      return onSubject(after[collection].get(id)?.touchpoint);
    case "suggestions":
      return onSubject(after.suggestions.get(id)?.card);
    case "evidence":
      return onSubject(after.evidence.get(id)?.subject.value);
    case "comments": {
      const comment = after.comments.get(id);
      // A reply to itself, or a ring of replies, is no road: only the thread's first comment is gone through.
      if (comment?.replyTo !== undefined && after.comments.get(comment.replyTo)?.replyTo === undefined)
        through("comments", comment.replyTo);
      if (comment && after.lanes.has(comment.subject))
        return { ...through("lanes", comment.subject), lane: comment.subject };
      return onSubject(comment?.subject);
    }
    case "connectors": {
      const connector = after.connectors.get(id);
      onSubject(connector?.to);
      return onSubject(connector?.from);
    }
    case "accounts": {
      const account = after.accounts.get(id);
      return account ? through("claims", account.claim) : NOWHERE;
    }
    case "quotes":
      return NOWHERE;
    case "topics": {
      const topic = after.topics.get(id);
      // As with replies: a ring is no road.
      if (topic?.buildsOn !== undefined && after.topics.get(topic.buildsOn)?.buildsOn === undefined)
        through("topics", topic.buildsOn);
      return NOWHERE;
    }
  }
}
