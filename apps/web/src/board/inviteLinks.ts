/** Invite links: where people reach this laptop, and the addresses they are given. */
import type { KnownWorkshop } from "../live/device.ts";

/** How long the relay may take to say its addresses, in ms; without an answer the page's own address is offered. */
const ADDRESS_PATIENCE_MS = 4000;

/** To take part, to look on, to help those who run the day. */
export type InviteKind = "write" | "read" | "help";

/** The link that joins a workshop. The code stands behind `#`: it is never sent to a server. */
export function inviteLink(origin: string, known: KnownWorkshop, code: string, kind: InviteKind): string {
  const right = kind === "write" ? "" : `&right=${kind}`;
  return `${origin}/#/join/${known.id}/${known.group}?token=${code}${right}`;
}

/** The link that gives a person's own seat to their second device. */
export function ownSeatLink(origin: string, code: string): string {
  return `${origin}/#/join/${code}?own`;
}

/** `true` when the address of this page means this laptop only. */
export function isOnlyHere(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
}

/**
 * The origins at which others reach the relay that served this page, the best one first. From localhost the relay is
 * asked for its addresses in the local network; an address that people already use stands as it is.
 */
export async function reachableOrigins(here: string): Promise<readonly string[]> {
  if (!isOnlyHere(here)) return [here];
  try {
    const answer = await fetch("/api/address", { signal: AbortSignal.timeout(ADDRESS_PATIENCE_MS) });
    const body: unknown = await answer.json();
    const urls =
      typeof body === "object" && body !== null && "urls" in body && Array.isArray(body.urls) ? body.urls : [];
    const origins = urls.flatMap((url) => originOf(url)).filter((origin) => !isOnlyHere(origin));
    return origins.length > 0 ? [...new Set(origins)] : [here];
  } catch {
    return [here];
  }
}

function originOf(url: unknown): string[] {
  if (typeof url !== "string" || !URL.canParse(url)) return [];
  const { protocol, origin } = new URL(url);
  return protocol === "http:" || protocol === "https:" ? [origin] : [];
}
