/** The relay's HTTP side: health, the API, and the web app. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { API } from "@sameside/protocol";
import { Refused } from "../access/refused.ts";
import { isAllowed, isOwn, mayCall } from "./callers.ts";
import { openApiDocument } from "./openApi.ts";
import { sendBytes, sendJson, sendRefusal } from "./replies.ts";
import { type ApiParts, answerApi } from "./router.ts";
import { serveFile } from "./staticFiles.ts";

const HEADERS = {
  "Content-Security-Policy": [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    // A workshop may be at another relay than the one that served the app.
    "connect-src 'self' blob: ws: wss: http: https:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
} as const;

const API_PATH = "/api/";
const METHODS = "GET, POST, PUT, PATCH, DELETE";
/** How long a browser need not ask again whether another origin's page may call, in seconds. */
const PREFLIGHT_SECONDS = "600";

export interface WebParts extends ApiParts {
  readonly webDir: string | undefined;
  /** A page of this relay's own, at this origin, was of use. Never rejects. */
  readonly servedAt: (origin: string) => Promise<void>;
  readonly health: () => { readonly ok: boolean } & Readonly<Record<string, unknown>>;
  /** `false` when the relay cannot do its work at the moment. Never rejects. */
  readonly isReady: () => Promise<boolean>;
  /** Answers `/metrics`; absent = there is nothing. */
  readonly metrics: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined;
  /** A request was refused, with this HTTP status. */
  readonly refused: (status: number) => void;
  readonly log: (line: string) => void;
}

/** Answers one request, whatever it is. Never rejects. */
export async function answerRequest(parts: WebParts, request: IncomingMessage, response: ServerResponse) {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  try {
    await route(parts, request, response);
  } catch (error) {
    if (error instanceof Refused) parts.refused(error.status);
    else parts.log(`A request failed: ${error instanceof Error ? error.message : "unknown reason"}`);
    if (response.headersSent) response.destroy();
    else sendRefusal(response, error instanceof Refused ? error : FAILED);
  }
}

const FAILED = {
  status: 500,
  message: "The relay could not do this. Try again; if it stays so, restart the relay.",
  retryAfter: undefined,
};

async function route(parts: WebParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  if (path.startsWith(API_PATH)) return answerCall(parts, path, request, response);
  if (request.method !== "GET" && request.method !== "HEAD")
    throw new Refused(405, "This address cannot be written to.");
  if (path === "/healthz") return answerHealth(parts, response);
  if (path === "/readyz") return answerReady(parts, response);
  if (path === "/metrics" && parts.metrics) return parts.metrics(request, response);
  if (parts.webDir !== undefined) return serveFile(parts.webDir, request, response);
  throw new Refused(404, "The web app is not here: this is a relay only.");
}

function answerHealth(parts: WebParts, response: ServerResponse): void {
  const health = parts.health();
  sendJson(response, health.ok ? 200 : 503, health);
}

async function answerReady(parts: WebParts, response: ServerResponse): Promise<void> {
  const ok = await parts.isReady();
  sendJson(response, ok ? 200 : 503, { ok });
}

async function answerCall(parts: WebParts, path: string, request: IncomingMessage, response: ServerResponse) {
  const { origin } = request.headers;
  // Every answer, also a refusal: a cache must not give one page's answer to another's.
  response.setHeader("Vary", "Origin");
  if (origin !== undefined && isAllowed(origin, parts.callers)) {
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Expose-Headers", "Retry-After");
  }
  if (!mayCall(request, parts.callers))
    throw new Refused(403, "Pages of another address may not use this relay. Open the app from the relay itself.");
  if (request.method === "OPTIONS") return answerPreflight(response);
  if (path === "/api/openapi.json" && (request.method === "GET" || request.method === "HEAD"))
    return sendBytes(response, Buffer.from(openApiDocument()), { "Content-Type": "application/json; charset=utf-8" });
  await answerApi(parts, path, request, response);
  // Only who has shown a code, a secret or a token: else any page could name origins.
  const showsNothing = path.startsWith(API.beginCheck.path);
  if (origin !== undefined && request.method === "POST" && !showsNothing && isOwn(origin, request, parts.callers))
    await parts.servedAt(origin);
}

function answerPreflight(response: ServerResponse): void {
  response
    .writeHead(204, {
      "Access-Control-Allow-Methods": METHODS,
      "Access-Control-Allow-Headers": "Authorization, Content-Type",
      "Access-Control-Max-Age": PREFLIGHT_SECONDS,
    })
    .end();
}
