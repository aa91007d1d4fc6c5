/** How the bench gets into our relay: it brings a workshop, and everybody joins it as a person of their own. */
import { API, type ApiAnswer, type ApiBody, type ApiName } from "@sameside/protocol";

const JOINS_AT_ONCE = 50;
/** A person has a plan, a board and questions open, on a laptop and a phone. */
const CONNECTIONS_PER_PERSON = 8;
const SECRET = "the-secret-of-the-bench-0123456789abcdefghi";

/** Tokens for so many connections to one workshop. @throws Error when the relay refuses */
export async function openSeats(url: string, workshop: string, connections: number): Promise<string[]> {
  const people = Math.ceil(connections / CONNECTIONS_PER_PERSON);
  const { token } = await ask(url, "claim", { id: workshop, secret: SECRET });
  const { code } = await ask(url, "invite", { role: "participant" }, { workshop, token });
  const tokens: string[] = [];
  while (tokens.length < people) {
    const joins = Array.from({ length: Math.min(JOINS_AT_ONCE, people - tokens.length) }, () =>
      ask(url, "join", { code, role: "colleague" }),
    );
    for (const seat of await Promise.all(joins)) tokens.push(seat.token);
  }
  return tokens;
}

async function ask<Name extends ApiName>(
  url: string,
  name: Name,
  body: ApiBody<Name>,
  { workshop = "", token }: { readonly workshop?: string; readonly token?: string } = {},
): Promise<ApiAnswer<Name>> {
  const { method, path, answer } = API[name];
  const response = await fetch(`${url}${path.replace("{workshop}", workshop)}`, {
    method,
    headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The relay refused "${name}": ${response.status} ${await response.text()}`);
  return answer.parse(await response.json()) as ApiAnswer<Name>;
}
