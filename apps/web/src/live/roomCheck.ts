/** The check of a room: which devices reach the relay, and how quickly. */
import type { CheckedDevice } from "@sameside/protocol";
import { callRelay } from "@sameside/replica";

export type { CheckedDevice } from "@sameside/protocol";

/** How often a device asks the relay, to tell the quickest answer: the first one opens the connection, too. */
const ROUNDS = 4;
const LOCAL_NAME = /^(?:localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/;
const NUMBERED = /^\d+\.\d+\.\d+\.\d+$/;

/** Begins a check at this relay. Rejects with a `RelayError`; so does each of these. */
export async function beginCheck(relay: string): Promise<string> {
  return (await callRelay(relay, "beginCheck")).check;
}

/** Which devices have come, in their order. */
export async function checkedDevices(relay: string, check: string): Promise<readonly CheckedDevice[]> {
  return (await callRelay(relay, "checked", { params: { check } })).devices;
}

/** Says that this device is here. Resolves to how long the quickest answer took, in milliseconds: 1 or more. */
export async function checkIn(
  relay: string,
  check: string,
  { device, kind }: { readonly device: string; readonly kind: CheckedDevice["kind"] },
): Promise<number> {
  let ms: number | undefined;
  for (let round = 0; round <= ROUNDS; round++) {
    const begun = performance.now();
    await callRelay(relay, "checkIn", { params: { check }, body: { device, kind, ...(ms !== undefined && { ms }) } });
    ms = Math.min(ms ?? Number.POSITIVE_INFINITY, Math.max(1, Math.round(performance.now() - begun)));
  }
  return ms ?? 1;
}

/**
 * The origins at which other devices may reach the relay of this page, the likeliest first: this page's own, unless it
 * means this computer only, and, in a local network, all that the relay has. Empty when there is none.
 */
export async function checkedOrigins(here: string): Promise<readonly string[]> {
  const { hostname } = new URL(here);
  const own = LOCAL_NAME.test(hostname) ? [] : [here];
  if (own.length > 0 && !NUMBERED.test(hostname)) return own;
  const { urls } = await callRelay(here, "addresses");
  const others = urls.flatMap((url) => URL.parse(url)?.origin ?? []);
  return [...new Set([...own, ...others])];
}
