/** Finds a Chromium for the browser tests, or installs Debian's; says what to do where neither is possible. */
import { spawnSync } from "node:child_process";
import { findChromium, findShell } from "./chromium.ts";

const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];

if (!findChromium()) {
  console.log("No Chromium found; installing Debian's package.");
  install("chromium");
}
// Without it the tests take longer, and no less is tested.
if (!process.env["CHROMIUM"] && findShell() === findChromium()) install("chromium-headless-shell");
if (!findChromium()) {
  console.error("The browser tests need Chromium: install it, or set CHROMIUM to the path of one, and run again.");
  process.exitCode = 1;
}

/** Goes on where that is not possible. */
function install(name: string): void {
  for (const command of [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", name],
  ]) {
    const [program = "", ...args] = [...asRoot, ...command];
    const { status, error } = spawnSync(program, args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (error || status !== 0) break;
  }
}
