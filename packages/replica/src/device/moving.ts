/** Following a relay to another address: it may be the same one, one restored from its backup, or an empty one. */

import type { KnownWorkshop } from "../disk/database.ts";
import { publishAt } from "./claim.ts";
import { isKnown, type Joining, newSeat } from "./ownSeat.ts";

/**
 * The workshop with a seat at the relay of this http origin (without a slash): the one it has, when the relay knows it;
 * else a new one, by the secret or the remembered code. Rejects with a `RelayError` or a `PublishError`.
 */
export async function movedTo(
  relay: string,
  known: KnownWorkshop,
  person: string,
  as: Joining,
): Promise<KnownWorkshop> {
  const { id: workshop, seat } = known;
  if (seat && (await isKnown(relay, seat))) return { ...known, relay };
  // The links have to lead in there, too.
  if (known.secret !== undefined) return publishAt(relay, known, person);
  // A token of the old relay proves nothing there, and is none of its business.
  const taken = await newSeat(known, { relay, workshop, person: seat?.person ?? person }, as);
  return { ...known, relay, seat: taken };
}
