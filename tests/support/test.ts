/** The browser tests' own `test`: one relay for many of them, and what a test has opened is closed when it ends. */
import { test as base } from "@playwright/test";
import { type RelayProcess, startRelayProcess } from "./relayProcess.ts";

/** Files of tests that one relay serves: it takes only so many workshops from one address in a while. */
const FILES_A_RELAY = 12;

interface Ending {
  readonly closesWhatItOpened: undefined;
}

interface OfWorker {
  /** A relay for tests that leave it running; each brings a workshop of its own. */
  readonly lendRelay: () => Promise<RelayProcess>;
}

export const test = base.extend<Ending, OfWorker>({
  /**
   * People of a test are contexts made by `browser.newContext`, which stay open as long as the worker: a few hundred
   * pages with their connections, until the machine has no memory left for the later tests.
   */
  closesWhatItOpened: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
  lendRelay: [
    async ({ browserName: _ }, use) => {
      let relay = await startRelayProcess();
      let lent = 0;
      await use(async () => {
        if (lent === FILES_A_RELAY) {
          await relay.remove();
          relay = await startRelayProcess();
          lent = 0;
        }
        lent += 1;
        return relay;
      });
      await relay.remove();
    },
    { scope: "worker" },
  ],
});
