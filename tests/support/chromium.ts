import { existsSync } from "node:fs";

const USUAL_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const USUAL_SHELL_PATHS = ["/usr/bin/chromium-headless-shell"];

/** The path of a Chromium on this machine; `CHROMIUM` in the environment comes first. */
export function findChromium(): string | undefined {
  return firstThere([process.env["CHROMIUM"], ...USUAL_PATHS]);
}

/**
 * The path of a Chromium that shows pages and has no windows around them, which costs little more than half the
 * processor's time; `CHROMIUM` comes first here, too, and where there is no such shell it is the whole browser.
 */
export function findShell(): string | undefined {
  return firstThere([process.env["CHROMIUM"], ...USUAL_SHELL_PATHS]) ?? findChromium();
}

function firstThere(paths: readonly (string | undefined)[]): string | undefined {
  return paths.find((path) => path !== undefined && path !== "" && existsSync(path));
}

/** Quiet, closed to the outside, and able to run as root in a container. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A plain http:// origin that is not localhost: what a phone in the room sees.
  "--host-resolver-rules=MAP table.test 127.0.0.1",
];
