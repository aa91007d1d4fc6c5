/** Making a workshop known to a relay over HTTP. */
import { type ClaimRequest, type ClaimResponse, ClaimResponseSchema } from "@sameside/protocol";
import * as z from "zod";

export type PublishProblem = "not-ours" | "no-answer" | "refused" | "no-relay";

/** Why a workshop could not be published; the message says what to do. */
export class PublishError extends Error {
  readonly problem: PublishProblem;

  constructor(problem: PublishProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PublishError";
    this.problem = problem;
  }
}

const RefusalAnswer = z.object({ error: z.string().min(1).max(500) });

/** `POST /api/workshops`. Rejects with a `PublishError`. */
export async function claimWorkshop(relayOrigin: string, request: ClaimRequest): Promise<ClaimResponse> {
  const response = await post(relayOrigin, request);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const refusal = RefusalAnswer.safeParse(body);
    if (refusal.success) throw new PublishError("refused", refusal.data.error);
  }
  const tokens = ClaimResponseSchema.safeParse(body);
  if (!response.ok || !tokens.success)
    throw new PublishError("no-relay", `What answers at ${relayOrigin} is no Sameside relay. Check the address.`);
  return tokens.data;
}

async function post(relayOrigin: string, request: ClaimRequest): Promise<Response> {
  try {
    return await fetch(`${relayOrigin}/api/workshops`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
    });
  } catch (error) {
    const message = `No relay answers at ${relayOrigin}. Check that the laptop that serves it is on, and in the same network.`;
    throw new PublishError("no-answer", message, { cause: error });
  }
}
