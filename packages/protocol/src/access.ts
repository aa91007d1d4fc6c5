/** Rights, and the HTTP requests that give them. Two tokens per workshop: one writes, one reads. */
import * as z from "zod";
import { MAX_SECRET_LENGTH } from "./limits.ts";

export type Right = "write" | "read";

const Base64Url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(MAX_SECRET_LENGTH);

/** `POST /api/workshops`: the device that made the workshop presents id and secret; the first claim wins. */
export const ClaimRequest = z.object({ id: Base64Url.min(16).max(64), secret: Base64Url.min(32) });
export type ClaimRequest = z.infer<typeof ClaimRequest>;

/** The same id and secret always get the same tokens, so a link stays good when the relay's disk is replaced. */
export const ClaimResponse = z.object({ token: Base64Url, readToken: Base64Url });
export type ClaimResponse = z.infer<typeof ClaimResponse>;

/** Every refused HTTP request answers with one sentence that says what to do. */
export const Refusal = z.object({ error: z.string() });
export type Refusal = z.infer<typeof Refusal>;
