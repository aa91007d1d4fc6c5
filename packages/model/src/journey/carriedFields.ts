/** An entity's fields as they are carried on into another entity: those that this program does not know included. */
import * as Y from "yjs";
import type { Value } from "../changes.ts";
import { type BoardCollection, type BoardDocument, docOf, entityOf } from "../document.ts";
import { MAX_BODY_LENGTH } from "./limits.ts";
import type { Id } from "./schema.ts";

export interface CarriedFields {
  /** Fields that never change. */
  readonly plain: Readonly<Record<string, Value>>;
  /** The values of registers. */
  readonly stamped: Readonly<Record<string, Value>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** The longest list that is carried on; readers cut theirs at far less. */
const MAX_LIST_LENGTH = 200;

/** What stands in an entity, apart from the fields in `except`. */
export function carriedFields(
  board: BoardDocument,
  collection: BoardCollection,
  id: Id,
  except: readonly string[] = [],
): CarriedFields {
  const plain: Record<string, Value> = {};
  const stamped: Record<string, Value> = {};
  const texts: Record<string, string> = {};
  for (const [field, content] of entityOf(docOf(board), collection, id) ?? []) {
    if (except.includes(field)) continue;
    if (content instanceof Y.Text) texts[field] = content.toString().slice(0, MAX_BODY_LENGTH);
    else if (isRegister(content)) {
      if (isValue(content[0])) stamped[field] = content[0];
    } else if (isValue(content)) plain[field] = content;
  }
  return { plain, stamped, texts };
}

/** `true` for `[value, time, person]`. */
function isRegister(content: unknown): content is readonly unknown[] {
  return Array.isArray(content) && content.length >= 3 && typeof content[1] === "number";
}

/** Of the shapes that commands write and of sane size; anything else a peer put there is not multiplied. */
function isValue(value: unknown): value is Value {
  if (Array.isArray(value)) return value.length <= MAX_LIST_LENGTH && value.every(isPart);
  if (isPart(value) || typeof value === "boolean" || value === null) return true;
  if (typeof value !== "object" || value === undefined) return false;
  const parts = Object.entries(value);
  return parts.length === 2 && parts.every(([key, end]) => ["min", "max"].includes(key) && typeof end === "number");
}

function isPart(value: unknown): value is string | number {
  return typeof value === "number" || (typeof value === "string" && value.length <= MAX_BODY_LENGTH);
}
