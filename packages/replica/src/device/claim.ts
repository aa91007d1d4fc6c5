/** Bringing a workshop to a relay: its facilitator's seat, and the invites its links stand for. */
import type { HeldSeat, KnownWorkshop } from "../disk/database.ts";
import { inviteCode, type LinkKind } from "./inviteCodes.ts";
import { type Claimant, claimBy, heldSeat, isFresh, isKnown } from "./ownSeat.ts";
import { callRelay, RelayError, type RelayProblem } from "./relayApi.ts";

export type PublishProblem = RelayProblem | "not-ours";

/** Why a workshop could not be published; the message says what to do. */
export class PublishError extends Error {
  readonly problem: PublishProblem;

  constructor(problem: PublishProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PublishError";
    this.problem = problem;
  }
}

const ROLE_OF_LINK = { write: "participant", read: "dais" } as const satisfies Record<LinkKind, string>;
const ENDED = 409;

/**
 * Makes the workshop known to a relay (its http origin, without a slash) and its links lead in. Doing it again changes
 * nothing. Rejects with a `PublishError`.
 */
export async function publishAt(relay: string, known: KnownWorkshop, person: string): Promise<KnownWorkshop> {
  const { id, secret } = known;
  if (!secret) throw new PublishError("not-ours", "Only the laptop that made this workshop can bring it to a relay.");
  try {
    const held = known.relay === relay ? known.seat : undefined;
    const seat = await facilitatorSeat(secret, { relay, workshop: id, person, seat: held });
    const [token, readToken] = await Promise.all([
      linkCode(relay, seat, inviteCode(secret, "write", id), id, "write"),
      linkCode(relay, seat, inviteCode(secret, "read", id), id, "read"),
    ]);
    const { token: _, readToken: __, ...rest } = known;
    return {
      ...rest,
      ...(token !== undefined && { token }),
      ...(readToken !== undefined && { readToken }),
      relay,
      seat,
    };
  } catch (error) {
    if (error instanceof RelayError) throw new PublishError(error.problem, error.message, { cause: error });
    throw error;
  }
}

async function facilitatorSeat(secret: string, who: Claimant): Promise<HeldSeat> {
  const { relay, seat } = who;
  if (seat?.role === "facilitator" && isFresh(seat, Date.now()) && (await isKnown(relay, seat))) return seat;
  return heldSeat(await claimBy(secret, who));
}

/** The code, when it leads in; `undefined` when a facilitator has ended that invite. */
async function linkCode(
  relay: string,
  { token }: HeldSeat,
  code: string,
  workshop: string,
  kind: LinkKind,
): Promise<string | undefined> {
  try {
    await callRelay(relay, "invite", { params: { workshop }, token, body: { role: ROLE_OF_LINK[kind], code } });
    return code;
  } catch (error) {
    if (error instanceof RelayError && error.status === ENDED) return undefined;
    throw error;
  }
}
