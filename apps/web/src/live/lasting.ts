/**
 * Whether the browser keeps what is on this device for as long as its owner does not delete it. Browsers may throw away
 * what pages store when the disk runs short, except where they were asked not to, and said yes.
 */
import { openValue, type Store } from "./store.ts";

/**
 * `promised`: it is kept. `refused`: the browser was asked and did not promise. `not-asked`: nobody has yet.
 * `absent`: at this address nobody can ask, as at plain http:// addresses of a local network.
 */
export type Lasting = "promised" | "refused" | "not-asked" | "absent";

const lastingNow = openValue<Lasting | undefined>(undefined);
/** `undefined` until the browser has answered. */
export const lasting: Store<Lasting | undefined> = lastingNow;

let asked: Promise<void> | undefined;

/** Looks what holds, without asking for anything. */
export async function lookWhetherLasting(): Promise<void> {
  const { storage } = navigator as Partial<Navigator>;
  if (!storage?.persisted) lastingNow.set("absent");
  else if (await storage.persisted().catch(() => false)) lastingNow.set("promised");
  else if (!asked) lastingNow.set("not-asked");
}

/** Asks the browser for the promise, once for each page. To be called when somebody has just done something. */
export function askToLast(): Promise<void> {
  asked ??= ask();
  return asked;
}

async function ask(): Promise<void> {
  const { storage } = navigator as Partial<Navigator>;
  if (!storage?.persist) lastingNow.set("absent");
  else lastingNow.set((await storage.persist().catch(() => false)) ? "promised" : "refused");
}

/** What all pages of this address take and may take, in bytes, as the browser guesses; `undefined` where it says nothing. */
export async function guessedSpace(): Promise<{ readonly used: number; readonly most: number } | undefined> {
  const { storage } = navigator as Partial<Navigator>;
  const { usage, quota } = (await storage?.estimate?.().catch(() => undefined)) ?? {};
  return usage === undefined || quota === undefined ? undefined : { used: usage, most: quota };
}
