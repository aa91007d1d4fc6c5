/** What a request brings, bounded. */
import type { IncomingMessage } from "node:http";
import type * as z from "zod";
import { Refused } from "../access/refused.ts";

/** Most requests are a few ids, a code and a name. */
const MAX_JSON_BYTES = 4096;

/** The body as `schema` has it, of `most` bytes. @throws Refused with a sentence that names what is wrong */
export async function readJson<T>(
  request: IncomingMessage,
  schema: z.ZodType<T>,
  most: number = MAX_JSON_BYTES,
): Promise<T> {
  const bytes = await readBytes(request, most, "This is far too long for a request.");
  const parsed = schema.safeParse(parseJson(bytes));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".");
  throw new Refused(400, field ? `"${field}" is not right. ${issue?.message}.` : `${issue?.message}.`);
}

/** The whole body. What is beyond `most` is not waited for. @throws Refused with `sentence` when it is longer */
export async function readBytes(request: IncomingMessage, most: number, sentence: string): Promise<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > most) throw new Refused(413, sentence);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > most) throw new Refused(413, sentence);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new Refused(400, "Send the request's body as JSON.");
  }
}
