/** The program and all it imports as a few files of plain JavaScript. */
import { dirname, join } from "node:path";
import { type Plugin, rolldown } from "rolldown";

/** Native or foreign parts that libraries use where they are installed, and do without elsewhere. */
const NOT_INCLUDED = ["pg-native", "bufferutil", "utf-8-validate"];
const WORKER = /new URL\("(\.\/[\w/]+)\.ts", import\.meta\.url\)/g;

/** Bundles `entry` into `folder`, as `sameside.js` and the parts it loads when they are needed. */
export async function bundleProgram(entry: string, folder: string): Promise<void> {
  const bundle = await rolldown({
    input: { sameside: entry },
    platform: "node",
    external: NOT_INCLUDED,
    plugins: [workers()],
    // position-strings holds an eval for old versions of Node; we hand in the ids that it would be used for.
    checks: { eval: false },
  });
  await bundle.write({ dir: folder, format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" });
  await bundle.close();
}

/** A worker is a file that a string names: it becomes an entry of its own, beside the chunk that starts it. */
function workers(): Plugin {
  return {
    name: "workers",
    transform(code, id) {
      if (!id.endsWith(".ts") || !code.includes("import.meta.url")) return null;
      const named = code.replace(WORKER, (_, path: string) => {
        const name = path.slice(path.lastIndexOf("/") + 1);
        this.emitFile({ type: "chunk", id: join(dirname(id), `${path}.ts`), fileName: `${name}.js` });
        return `new URL("./${name}.js", import.meta.url)`;
      });
      return named === code ? null : { code: named };
    },
  };
}
