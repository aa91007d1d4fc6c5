/** Promises that wait for the relay's disk. */
import type { Ledger } from "./ledger.ts";

export interface Delivery {
  /** Resolves when every edit made so far is confirmed. */
  wait(): Promise<void>;
  /** After the ledger changed: lets go those whose edits are confirmed. */
  settle(): void;
  /** It cannot happen any more: rejects all who wait. */
  fail(reason: string): void;
}

export function openDelivery(ledger: Ledger): Delivery {
  let waiters: { edit: number; resolve: () => void; reject: (error: Error) => void }[] = [];
  return {
    wait() {
      const edit = ledger.edits();
      if (edit <= ledger.acked()) return Promise.resolve();
      return new Promise((resolve, reject) => waiters.push({ edit, resolve, reject }));
    },
    settle() {
      const done = waiters.filter(({ edit }) => edit <= ledger.acked());
      waiters = waiters.filter(({ edit }) => edit > ledger.acked());
      for (const { resolve } of done) resolve();
    },
    fail(reason) {
      const failed = waiters;
      waiters = [];
      for (const { reject } of failed) reject(new Error(reason));
    },
  };
}
