/** What we measure ourselves against: installed on first use into `tests/bench/peers`, from its lockfile. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../peers");

/** Installs the peers unless all are there. @throws Error when npm cannot install them. */
export function installPeers(): void {
  const { dependencies } = createRequire(join(FOLDER, "package.json"))("./package.json") as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  if (Object.keys(dependencies).every((name) => existsSync(peerFolder(name)))) return;
  console.log("Installing the peers of the benchmark (once) …");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: FOLDER, stdio: "inherit" });
}

/** Where a peer is installed. */
export function peerFolder(name: string): string {
  return join(FOLDER, "node_modules", name);
}

/** One installed library. Its own types are not installed for `tsc`: the caller says what it uses of it. */
export function peerLibrary<Library>(name: string): Library {
  return createRequire(join(FOLDER, "package.json"))(name) as Library;
}

export function peerVersion(name: string): string {
  const manifest = createRequire(join(FOLDER, "package.json"))("./package-lock.json") as {
    readonly packages: Readonly<Record<string, { readonly version: string }>>;
  };
  return manifest.packages[`node_modules/${name}`]?.version ?? "unknown";
}
