/** How the relay answers over HTTP. */
import type { ServerResponse } from "node:http";
import type { Refusal } from "@sameside/protocol";
import type { Refused } from "../access/refused.ts";

export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" });
  response.end(JSON.stringify(body));
}

export function sendBytes(
  response: ServerResponse,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(200, { ...headers, "Content-Length": bytes.length });
  response.end(bytes);
}

export function sendRefusal(
  response: ServerResponse,
  { status, message, retryAfter }: Pick<Refused, "message" | "retryAfter"> & { readonly status: number },
): void {
  // What was sent and not read would be taken for the next request.
  response.setHeader("Connection", "close");
  if (retryAfter !== undefined) response.setHeader("Retry-After", retryAfter);
  sendJson(response, status, { error: message } satisfies Refusal);
}
