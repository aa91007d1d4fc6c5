/** The browser tests' own `test`: what a test has opened is closed when it ends. */
import { test as base } from "@playwright/test";

interface Ending {
  readonly closesWhatItOpened: undefined;
}

/**
 * People of a test are contexts made by `browser.newContext`, which stay open as long as the worker: a few hundred
 * pages with their connections, until the machine has no memory left for the later tests.
 */
export const test = base.extend<Ending>({
  closesWhatItOpened: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
