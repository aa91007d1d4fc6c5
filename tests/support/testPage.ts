/** A page of our own code in a real browser: bundled as the app is, served at a loopback address. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = join(import.meta.dirname, "../..");
/** The bundler is the app's. */
const fromWeb = createRequire(join(ROOT, "apps/web/package.json"));
const fromTests = createRequire(join(ROOT, "tests/package.json"));

interface Bundler {
  build(options: Record<string, unknown>): Promise<unknown>;
}

export interface TestPage {
  readonly url: string;
  /** Serves these bytes at `<url>/<name>`. */
  put(name: string, bytes: Uint8Array): void;
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** Bundles `script` and serves a page that runs it. `elsewhere`: packages by name, with the folder they are in. */
export async function serveTestPage(script: string, elsewhere: Record<string, string> = {}): Promise<TestPage> {
  const folder = mkdtempSync(join(tmpdir(), "sameside-page-"));
  const html = join(folder, "index.html");
  writeFileSync(join(folder, "entry.js"), `import ${JSON.stringify(script)};`);
  writeFileSync(html, `<!doctype html><title>test</title><script type="module" src="/entry.js"></script>`);
  const { build } = (await import(pathToFileURL(fromWeb.resolve("vite")).href)) as Bundler;
  const out = join(folder, "out");
  await build({
    configFile: false,
    root: folder,
    logLevel: "error",
    // One Yjs for all of them: two in one page do not know each other's types.
    resolve: { alias: { ...elsewhere, yjs: fromTests.resolve("yjs").replace(/\.cjs$/, ".mjs") } },
    build: { outDir: out, emptyOutDir: true, target: "es2022", rolldownOptions: { checks: { eval: false } } },
  });
  const extra = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const name = (request.url ?? "/").slice(1).split("?")[0] || "index.html";
    const path = resolve(out, name);
    try {
      const bytes = extra.get(name) ?? (path.startsWith(out) ? readFileSync(path) : undefined);
      response.setHeader("content-type", TYPES[extname(name)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    put: (name, bytes) => extra.set(name, bytes),
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
