/** Serves the built web app. */
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { pipeline } from "node:stream/promises";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
};

/** Vite puts files with a hash of their content in the name here; they never change. */
const HASHED = `${sep}assets${sep}`;
const FOREVER = "public, max-age=31536000, immutable";
const ASK_FIRST = "no-cache";

/** Answers GET and HEAD with a file of `webDir`; a page of the app has no file and gets `index.html`. Never rejects. */
export async function serveFile(webDir: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const found = await findFile(webDir, pathOf(request));
  if (!found) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("There is nothing at this address.\n");
    return;
  }
  const tag = `W/"${found.size.toString(36)}-${Math.trunc(found.changed).toString(36)}"`;
  const headers = {
    "Content-Type": TYPES[extname(found.file).toLowerCase()] ?? "application/octet-stream",
    "Cache-Control": found.file.includes(HASHED) ? FOREVER : ASK_FIRST,
    ETag: tag,
  };
  if (request.headers["if-none-match"] === tag) response.writeHead(304, headers).end();
  else if (request.method === "HEAD") response.writeHead(200, { ...headers, "Content-Length": found.size }).end();
  else await send(found.file, response.writeHead(200, { ...headers, "Content-Length": found.size }));
}

interface FoundFile {
  readonly file: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly changed: number;
}

async function findFile(webDir: string, path: string | undefined): Promise<FoundFile | undefined> {
  if (path === undefined) return undefined;
  const found = await fileIn(webDir, path);
  // A path whose last piece has an ending names a file; the app's own pages have none.
  return found ?? (extname(path) === "" ? fileIn(webDir, "/index.html") : undefined);
}

/** The file at `path` below `webDir`; `undefined` when there is none, or when it lies elsewhere. */
async function fileIn(webDir: string, path: string): Promise<FoundFile | undefined> {
  try {
    const [root, file] = await Promise.all([realpath(webDir), realpath(join(webDir, path))]);
    if (!file.startsWith(root + sep)) return undefined;
    const stats = await stat(file);
    return stats.isFile() ? { file, size: stats.size, changed: stats.mtimeMs } : undefined;
  } catch {
    return undefined;
  }
}

/** The path of the request, decoded; `undefined` when it cannot be. */
function pathOf(request: IncomingMessage): string | undefined {
  try {
    const path = decodeURIComponent((request.url ?? "/").split("?", 1)[0] ?? "/");
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

async function send(file: string, response: ServerResponse): Promise<void> {
  try {
    await pipeline(createReadStream(file), response);
  } catch {
    // The reader went away, or the file did: the status line is out, so all that is left is to end the connection.
    response.destroy();
  }
}
