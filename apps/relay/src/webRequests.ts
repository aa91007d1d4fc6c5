/** The relay's HTTP side: health, claims of workshops, addresses for invites, and the web app. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { type ClaimRequest, ClaimRequestSchema, type ClaimResponse, type Refusal } from "@sameside/protocol";
import type { Access } from "./access.ts";
import { serveFile } from "./staticFiles.ts";

/** A claim is an id and a secret. */
const MAX_BODY_BYTES = 4096;

const HEADERS = {
  "Content-Security-Policy": [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "connect-src 'self' blob: ws: wss:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
} as const;

export interface WebParts {
  readonly access: Access;
  readonly webDir: string | undefined;
  readonly health: () => { readonly ok: boolean } & Readonly<Record<string, unknown>>;
  readonly urls: () => string[];
  readonly log: (line: string) => void;
}

/** Answers one request, whatever it is. Never rejects. */
export async function answerRequest(parts: WebParts, request: IncomingMessage, response: ServerResponse) {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  try {
    await route(parts, request, response);
  } catch (error) {
    parts.log(`A request failed: ${error instanceof Error ? error.message : "unknown reason"}`);
    if (response.headersSent) response.destroy();
    else refuse(response, 500, "The relay could not do this. Try again; if it stays so, restart the relay.");
  }
}

async function route(parts: WebParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "/").split("?", 1)[0];
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (path === "/api/workshops" && request.method === "POST") return claim(parts.access, request, response);
  if (!isRead) return refuse(response, 405, "This address cannot be written to.");
  if (path === "/healthz") return answerHealth(parts, response);
  if (path === "/api/address") return json(response, 200, { urls: parts.urls() });
  if (path?.startsWith("/api/")) return refuse(response, 404, "There is nothing at this address.");
  if (parts.webDir !== undefined) return serveFile(parts.webDir, request, response);
  refuse(response, 404, "The web app is not here: this is a relay only.");
}

function answerHealth(parts: WebParts, response: ServerResponse): void {
  const health = parts.health();
  json(response, health.ok ? 200 : 503, health);
}

async function claim(access: Access, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  if (body === undefined) return refuse(response, 413, "A claim is an id and a secret; this is far too long.");
  const asked = parseClaim(body);
  if (!asked) return refuse(response, 400, 'Send {"id", "secret"} as JSON: letters, digits, - and _ only.');
  const tokens: ClaimResponse | undefined = await access.claim(asked);
  if (!tokens) return refuse(response, 403, "This workshop belongs to another secret. Use the laptop that made it.");
  json(response, 200, tokens);
}

function parseClaim(body: string): ClaimRequest | undefined {
  try {
    return ClaimRequestSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

/** The body as text; `undefined` when it is too long, and then the rest of it is not waited for. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}

function refuse(response: ServerResponse, status: number, error: string): void {
  // What was sent and not read would be taken for the next request.
  response.setHeader("Connection", "close");
  json(response, status, { error } satisfies Refusal);
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" });
  response.end(JSON.stringify(body));
}
