/** The API's table as an OpenAPI document, for people and programs that are not ours. */
import { API, type ApiName, RefusalSchema } from "@sameside/protocol";
import * as z from "zod";
import { parameterIn } from "./endpoints.ts";

type JsonObject = { [key: string]: unknown };

let document: string | undefined;

/** OpenAPI 3.1, as JSON; made at the first call. */
export function openApiDocument(): string {
  document ??= JSON.stringify(describe());
  return document;
}

const REFUSALS = {
  "400": "The request is not in order; the sentence names what.",
  "401": "No token, or one that does not hold.",
  "403": "Not for this seat, or not from this page.",
  "404": "There is no such thing.",
  "409": "It is taken, ended, or full.",
  "413": "Too long.",
  "429": "Too many; `Retry-After` says when to try again, in seconds.",
} as const;

function describe(): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const name of Object.keys(API) as ApiName[]) {
    const { path, method } = API[name];
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(name) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Sameside relay",
      version: "1",
      description: "Rooms themselves are WebSockets at /sync/{room} and speak the y-websocket protocol.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: { Refusal: schemaOf(RefusalSchema, "output") },
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "A seat's token." } },
    },
  };
}

function operation(name: ApiName): JsonObject {
  const entry = API[name];
  const parameters = entry.path
    .split("/")
    .flatMap((part) => parameterIn(part) ?? [])
    .map((parameter) => ({ name: parameter, in: "path", required: true, schema: { type: "string" } }));
  const body = requestBody(entry);
  return {
    operationId: name,
    summary: entry.summary,
    security: entry.by === "anybody" ? [] : [{ token: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    responses: { "200": { description: "Done.", content: answerOf(entry) }, ...refusals() },
  };
}

function requestBody(entry: (typeof API)[ApiName]): JsonObject | undefined {
  if ("body" in entry) return { required: true, content: json(schemaOf(entry.body, "input")) };
  return "bytes" in entry && entry.bytes === "body" ? { required: true, content: { "*/*": {} } } : undefined;
}

function answerOf(entry: (typeof API)[ApiName]): JsonObject {
  return "bytes" in entry && entry.bytes === "answer" ? { "*/*": {} } : json(schemaOf(entry.answer, "output"));
}

function refusals(): JsonObject {
  const content = json({ $ref: "#/components/schemas/Refusal" });
  return Object.fromEntries(
    Object.entries(REFUSALS).map(([status, description]) => [status, { description, content }]),
  );
}

function json(schema: JsonObject): JsonObject {
  return { "application/json": { schema } };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
