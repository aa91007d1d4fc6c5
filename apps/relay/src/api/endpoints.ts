/** Which entry of the API's table a request is for. */
import { API, type ApiName } from "@sameside/protocol";
import { Refused } from "../access/refused.ts";

export interface Asked {
  readonly name: ApiName;
  /** The parts of the path by the names that the table gives them. */
  readonly params: Readonly<Record<string, string>>;
}

/** What may stand in a path; everything else is nothing that there could be. */
const PART = /^[A-Za-z0-9_-]{1,128}$/;

const ENTRIES = (Object.keys(API) as ApiName[]).map((name) => ({ name, parts: API[name].path.split("/") }));

/** @throws Refused 404 when nothing is there, 405 when it is asked for in the wrong way */
export function findEndpoint(method: string, path: string): Asked {
  const parts = path.split("/");
  const matches = ENTRIES.flatMap(({ name, parts: template }) => {
    const params = match(template, parts);
    return params ? [{ name, params }] : [];
  });
  if (matches.length === 0) throw new Refused(404, "There is nothing at this address.");
  const found = matches.find(({ name }) => API[name].method === (method === "HEAD" ? "GET" : method));
  if (!found) throw new Refused(405, `This address takes ${methodsOf(matches)} only.`);
  return found;
}

function match(template: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (template.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of template.entries()) {
    const part = parts[index] ?? "";
    const name = parameterIn(expected);
    if (name === undefined ? part !== expected : !PART.test(part)) return undefined;
    if (name !== undefined) params[name] = part;
  }
  return params;
}

/** The name in `{name}`; `undefined` for a part that stands for itself. */
export function parameterIn(part: string): string | undefined {
  return /^\{(.+)\}$/.exec(part)?.[1];
}

function methodsOf(matches: readonly { readonly name: ApiName }[]): string {
  return matches.map(({ name }) => API[name].method).join(", ");
}
