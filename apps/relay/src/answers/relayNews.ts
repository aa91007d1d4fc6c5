/** What relays tell each other about the answers of one workshop. */
import { AnswerRowSchema } from "@sameside/protocol";
import * as z from "zod";
import { Opening } from "./opened.ts";
import { ToldSum } from "./toldSums.ts";

/** What a newer relay tells and this one cannot read is left out; it is in the store. */
const known = <T>(schema: z.ZodType<T>) =>
  z.array(z.unknown()).transform((all) => all.flatMap((one) => schema.safeParse(one).data ?? []));

const RelayNews = z.object({
  rows: known(AnswerRowSchema).default([]),
  opened: known(Opening).default([]),
  sums: known(ToldSum).default([]),
  /** Keys of rows whose day is over. */
  dropped: z.array(z.string()).default([]),
});
export type RelayNews = z.infer<typeof RelayNews>;

export function answersChannel(workshop: string): string {
  return `answers:${workshop}`;
}

export function encodeRelayNews(news: Partial<RelayNews>): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(news));
}

/** `undefined` when it cannot be read. */
export function readRelayNews(message: Uint8Array): RelayNews | undefined {
  try {
    return RelayNews.safeParse(JSON.parse(new TextDecoder().decode(message))).data;
  } catch {
    return undefined;
  }
}
