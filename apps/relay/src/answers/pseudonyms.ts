/**
 * The names under which helpers read what is said without a name: the same for a person's later row of the same item,
 * so that it replaces the former, and another one for each item, so that two of them cannot be brought together.
 */
import { createHmac, randomBytes } from "node:crypto";
import type { AnswerRow } from "@sameside/protocol";
import * as z from "zod";
import { type RecordStore, Records } from "../access/records.ts";

export type Pseudonyms = (row: AnswerRow) => AnswerRow;

/** Reads the workshop's secret for it, or makes it. */
export async function openPseudonyms(store: RecordStore, workshop: string): Promise<Pseudonyms> {
  const records = new Records(store, "pseudonymKey", z.string());
  const { after: secret } = await records.change(
    workshop,
    "",
    (known) => known ?? randomBytes(32).toString("base64url"),
  );
  return ({ topic, person, item, value, time }) => {
    const digest = createHmac("sha256", secret).update(`${topic}/${item}/${person}`).digest("base64url");
    return { topic, person: `x${digest.slice(0, 22)}`, item, value, time };
  };
}
