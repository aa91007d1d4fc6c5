/** The web app, built: the one that is there when nothing has changed since, else a new one. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** The folder of the built web app. @throws Error when it cannot be built */
export function builtWeb(root: string): string {
  const fresh = join(root, ".cache/pack/web");
  for (const kept of [join(root, "apps/web/dist"), fresh]) if (isFresh(root, join(kept, "index.html"))) return kept;
  const vite = join(root, "apps/web/node_modules/.bin/vite");
  const { status } = spawnSync(vite, ["build", "--outDir", fresh, "--emptyOutDir", "--logLevel", "warn"], {
    cwd: join(root, "apps/web"),
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("The web app could not be built. `pnpm run build` says why.");
  return fresh;
}

function isFresh(root: string, index: string): boolean {
  if (!existsSync(index)) return false;
  const built = statSync(index).mtimeMs;
  const packages = readdirSync(join(root, "packages")).map((name) => `packages/${name}/src`);
  const sources = ["apps/web/src", "apps/web/public", "apps/web/index.html", "apps/web/vite.config.ts", ...packages];
  return sources.every((path) => changedLast(join(root, path)) < built);
}

/** Milliseconds since 1970. */
function changedLast(path: string): number {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return readdirSync(path).reduce((last, name) => Math.max(last, changedLast(join(path, name))), own.mtimeMs);
}
