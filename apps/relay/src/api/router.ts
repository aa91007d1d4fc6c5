/** Answers requests to the API: finds the entry, checks who asks and what, and hands it on. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { API, limits } from "@sameside/protocol";
import type { Access } from "../access/access.ts";
import { Refused } from "../access/refused.ts";
import type { Entry } from "../access/seats.ts";
import type { Attachments } from "./attachmentsPort.ts";
import { addressOf, type CallerRules, isFromHere } from "./callers.ts";
import { type Asked, findEndpoint } from "./endpoints.ts";
import type { Ask, Handlers } from "./handlers.ts";
import { sendBytes, sendJson } from "./replies.ts";
import { readBytes, readJson } from "./requestBody.ts";

export interface ApiParts {
  readonly access: Pick<Access, "seats">;
  readonly handlers: Handlers;
  readonly attachments: Attachments;
  readonly callers: CallerRules;
}

/** @throws Refused with a sentence that says what to do */
export async function answerApi(
  parts: ApiParts,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = findEndpoint(request.method ?? "GET", path);
  const token = tokenOf(request);
  const entry = await entryFor(parts.access, asked, token);
  if (asked.name === "putAttachment") {
    const type = request.headers["content-type"] ?? "";
    const bytes = await readBytes(
      request,
      limits.MAX_ATTACHMENT_BYTES,
      "This file is too large. Make it smaller first.",
    );
    return sendJson(
      response,
      200,
      await parts.attachments.put(proved(entry).seat, asked.params["hash"] ?? "", type, bytes),
    );
  }
  if (asked.name === "attachment") {
    const { bytes, headers } = await parts.attachments.get(proved(entry).seat, asked.params["hash"] ?? "");
    return sendBytes(response, bytes, headers);
  }
  const endpoint = API[asked.name];
  const most = "bodyBytes" in endpoint ? endpoint.bodyBytes : undefined;
  const body = "body" in endpoint ? await readJson<unknown>(request, endpoint.body, most) : undefined;
  const ask: Ask<unknown> = {
    body,
    params: asked.params,
    address: addressOf(request, parts.callers),
    isRelay: isFromHere(request, parts.callers),
    entry: () => proved(entry),
    token,
  };
  // The table gives each handler the body that its own schema has just read; TypeScript cannot follow it by the name.
  const handle = parts.handlers[asked.name] as (ask: Ask<unknown>) => Promise<object>;
  sendJson(response, 200, await handle(ask));
}

async function entryFor(access: ApiParts["access"], asked: Asked, token: string): Promise<Entry | undefined> {
  const { by } = API[asked.name];
  if (by === "anybody") return undefined;
  const entry = token === "" ? undefined : await access.seats.entryBy(token);
  if (!entry) throw new Refused(401, "This seat is not known here, or has ended. Join again with a link or a code.");
  const workshop = asked.params["workshop"];
  if (workshop !== undefined && workshop !== entry.seat.workshop)
    throw new Refused(403, "Your seat is in another workshop. Join this one with a link or a code.");
  if (by === "facilitator" && entry.seat.role !== "facilitator")
    throw new Refused(403, "Only a facilitator may do this. Ask one.");
  return entry;
}

function tokenOf(request: IncomingMessage): string {
  return /^Bearer ([A-Za-z0-9_-]+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
}

function proved(entry: Entry | undefined): Entry {
  if (!entry) throw new Refused(401, "Say who you are: send the token of your seat.");
  return entry;
}
