/**
 * Makes the published package: the program in a few files, the web app, and nothing to install. `pnpm run pack:sameside`
 * writes it to `.cache/pack/sameside`; `npm publish` or `npm pack` there does the rest.
 *
 * `--web DIR` takes a web app that is built, `--out DIR` writes elsewhere.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import { bundleProgram } from "./bundle.ts";
import { licencesOf } from "./licences.ts";
import { builtWeb } from "./web.ts";

const ROOT = join(import.meta.dirname, "../../..");
const CLI = join(ROOT, "apps/cli");
const WEB = join(ROOT, "apps/web");
const { values } = parseArgs({ options: { web: { type: "string" }, out: { type: "string" } } });
const out = resolve(values.out ?? join(ROOT, ".cache/pack/sameside"));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
cpSync(join(import.meta.dirname, "published"), out, { recursive: true });
cpSync(join(ROOT, "LICENSE"), join(out, "LICENSE"));
await bundleProgram(join(CLI, "src/main.ts"), join(out, "lib"));
cpSync(values.web === undefined ? builtWeb(ROOT) : resolve(values.web), join(out, "web"), { recursive: true });
if (!existsSync(join(out, "web/index.html"))) throw new Error("There is no index.html in the web app.");
writeFileSync(join(out, "THIRD-PARTY-LICENCES.txt"), licencesOf([CLI, WEB]));
writeFileSync(join(out, "package.json"), `${JSON.stringify(manifest(), undefined, 2)}\n`);
console.log(`The package is in ${out}`);

/** What npm is told. There are no dependencies and no install scripts: a room without internet installs it from a file. */
function manifest(): object {
  const Root = z.object({
    version: z.string(),
    description: z.string(),
    license: z.string(),
    engines: z.object({ node: z.string() }),
  });
  const root = Root.parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
  return {
    name: "sameside",
    ...root,
    type: "module",
    bin: { sameside: "bin/sameside.cjs" },
    files: ["bin", "lib", "web", "THIRD-PARTY-LICENCES.txt"],
  };
}
