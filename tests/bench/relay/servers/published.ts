/** Our relay as people run it: the published package, packed anew, without its web app. */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../../..");
const PACK = join(ROOT, "apps/cli/packaging/pack.ts");
const FOLDER = join(ROOT, ".cache/bench/relay");
const PACKAGE = join(FOLDER, "sameside");
const WEB = join(FOLDER, "web");

/** The program, once `packProgram` has run. */
export const PUBLISHED = join(PACKAGE, "bin/sameside.cjs");

/** @throws Error when it cannot be packed */
export function packProgram(): void {
  mkdirSync(WEB, { recursive: true });
  writeFileSync(join(WEB, "index.html"), "<!doctype html><title>Sameside</title>");
  execFileSync(process.execPath, [PACK, "--out", PACKAGE, "--web", WEB], { stdio: ["ignore", "ignore", "inherit"] });
}
