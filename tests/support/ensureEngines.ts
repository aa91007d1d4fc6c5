/** Finds PostgreSQL and Redis for the tests, or installs Debian's; where neither is possible those tests are skipped. */
import { spawnSync } from "node:child_process";
import { enginesMissing } from "./engines.ts";

if (enginesMissing().length > 0) {
  console.log(`${enginesMissing().join(" and ")} not found; installing Debian's packages.`);
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND,RUNLEVEL"];
  for (const command of [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", "postgresql", "redis-server"],
  ]) {
    const [program = "", ...args] = [...asRoot, ...command];
    const { status, error } = spawnSync(program, args, {
      stdio: ["ignore", "ignore", "inherit"],
      // Run level 1: the packages are there, and no service is started for them.
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
    });
    if (error || status !== 0) break;
  }
}
for (const engine of enginesMissing())
  console.warn(`No ${engine} here: its tests are SKIPPED. Install Debian's packages postgresql and redis-server.`);
