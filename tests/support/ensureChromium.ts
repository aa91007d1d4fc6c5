/** Finds a Chromium for the browser tests, or installs Debian's; says what to do where neither is possible. */
import { spawnSync } from "node:child_process";
import { findChromium } from "./chromium.ts";

if (!findChromium()) {
  console.log("No Chromium found; installing Debian's package.");
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const command of [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
  ]) {
    const [program = "", ...args] = [...asRoot, ...command];
    const { status, error } = spawnSync(program, args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (error || status !== 0) break;
  }
}
if (!findChromium()) {
  console.error("The browser tests need Chromium: install it, or set CHROMIUM to the path of one, and run again.");
  process.exitCode = 1;
}
