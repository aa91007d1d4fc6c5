/** The licences of everything that the published package contains of others. */
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";

const Names = z.record(z.string(), z.string()).default({});
const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  dependencies: Names,
  optionalDependencies: Names,
});
type Manifest = z.infer<typeof Manifest>;

const OURS = /^@sameside\//;
const LICENCE_FILE = /^(licen[cs]e|notice|copying)/i;

/** One text: each package below `folders` with its licence and the words of it. @throws Error when one has no licence */
export function licencesOf(folders: readonly string[]): string {
  const manifestsByFolder = new Map<string, Manifest>();
  for (const folder of folders) collect(realpathSync(folder), manifestsByFolder);
  const sections = [...manifestsByFolder]
    .filter(([, { name }]) => !OURS.test(name))
    .sort(([, a], [, b]) => (a.name < b.name ? -1 : 1))
    .map(([folder, manifest]) => section(folder, manifest));
  return ["Sameside contains these packages, each under its own licence.", ...sections].join(
    `\n\n${"-".repeat(80)}\n\n`,
  );
}

function section(folder: string, { name, version, license }: Manifest): string {
  if (license === undefined) throw new Error(`${name} ${version} names no licence: it must not be published.`);
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  const words = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
  return [`${name} ${version} (${license})`, ...words].join("\n\n");
}

function collect(folder: string, found: Map<string, Manifest>): void {
  if (found.has(folder)) return;
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  found.set(folder, manifest);
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
    const dependency = installed(folder, name);
    if (dependency !== undefined) collect(dependency, found);
    else if (!(name in manifest.optionalDependencies)) throw new Error(`${name} is not installed. Run pnpm install.`);
  }
}

/** Where Node would find a package from a folder; `undefined` when it is not there. */
function installed(from: string, name: string): string | undefined {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return realpathSync(candidate);
  }
  return undefined;
}
