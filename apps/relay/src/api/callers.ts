/** Where a request comes from: whose address, and which page. */
import type { IncomingMessage } from "node:http";
import { networkInterfaces } from "node:os";

export interface CallerRules {
  /** Origins of pages on other hosts that may use this relay; `*` = all. */
  readonly allowedOrigins: readonly string[];
  /** `true` for an origin that was this relay's own. */
  readonly wasServedAt: (origin: string) => boolean;
  /** A proxy of ours stands before the relay: the address is what it has seen. */
  readonly trustProxy: boolean;
}

/** An IPv6 network belongs to one household or company: of an address the first so many groups are told apart. */
const IPV6_NETWORK_GROUPS = 4;

/** The address to count by. */
export function addressOf(request: IncomingMessage, rules: CallerRules): string {
  return networkOf(senderOf(request, rules));
}

/** `true` when it comes from the computer that this relay runs on. */
export function isFromHere(request: IncomingMessage, rules: CallerRules): boolean {
  const sender = plainAddress(senderOf(request, rules));
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return sender.startsWith("127.") || own.some(({ address }) => address === sender);
}

function senderOf(request: IncomingMessage, { trustProxy }: CallerRules): string {
  const forwarded = trustProxy ? lastHop(request, "x-forwarded-for") : undefined;
  return forwarded ?? request.socket.remoteAddress ?? "";
}

/** An IPv4 address that arrived on a socket for both kinds is written as IPv6. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, "");
}

/**
 * `true` when the page that asks is this relay's own, or one that is allowed, or when it is no page at all: programs other
 * than browsers send no origin.
 */
export function mayCall(request: IncomingMessage, rules: CallerRules): boolean {
  const { origin } = request.headers;
  return origin === undefined || isAllowed(origin, rules) || isOwn(origin, request, rules);
}

/** `true` when pages of this origin are listed, or were this relay's own. */
export function isAllowed(origin: string, { allowedOrigins, wasServedAt }: CallerRules): boolean {
  return allowedOrigins.includes("*") || allowedOrigins.includes(origin) || wasServedAt(origin);
}

/** `true` when the page that asks came from where it asks. */
export function isOwn(origin: string, request: IncomingMessage, { trustProxy }: CallerRules): boolean {
  // A proxy may ask the relay under another name than the page was asked for.
  const forwarded = trustProxy ? lastHop(request, "x-forwarded-host") : undefined;
  return URL.parse(origin)?.host === (forwarded ?? request.headers.host);
}

/** Whoever sends the request can write anything before what the proxy has added last. */
function lastHop(request: IncomingMessage, header: string): string | undefined {
  return (
    String(request.headers[header] ?? "")
      .split(",")
      .at(-1)
      ?.trim() || undefined
  );
}

function networkOf(address: string): string {
  const plain = plainAddress(address);
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const [before, after] = [head.split(":").filter(Boolean), (tail ?? "").split(":").filter(Boolean)];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
  return groups
    .slice(0, IPV6_NETWORK_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
