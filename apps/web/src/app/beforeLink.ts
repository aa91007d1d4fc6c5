/** The link that invites and leads to what is to be done before the day. */
import { inviteLink } from "../board/inviteLinks.ts";
import type { KnownWorkshop } from "../live/device.ts";

/** `undefined` while no relay knows the workshop, and for who has no invite to pass on. `origin`: where the relay is reached. */
export function beforeLink(known: KnownWorkshop, origin = known.relay): string | undefined {
  const { relay, token } = known;
  if (relay === undefined || origin === undefined || token === undefined) return undefined;
  return `${inviteLink(origin, known, token, "write")}&before`;
}
