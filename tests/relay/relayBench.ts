/** A relay on this machine for one test, and what is needed to talk to it. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { API, type ApiAnswer, type ApiBody, type ApiName, type SeatAnswer, SUBPROTOCOL } from "@sameside/protocol";
import { openLog, type Relay, type RelayOptions, startRelay } from "@sameside/relay";
import { WebSocket } from "ws";

export const WORKSHOP = "workshop-0123456789";
export const ROOM = `${WORKSHOP}.board.table1`;
export const SECRET = "a-secret-of-the-facilitator-0123456789";

export interface RelayBench {
  readonly relay: Relay;
  readonly dataDir: string;
  /** Lines of the relay's log. */
  readonly logged: string[];
  /** Stops the relay and removes its folder. */
  tidyUp(): Promise<void>;
}

export async function startBench(options: Partial<RelayOptions> = {}): Promise<RelayBench> {
  const dataDir = await mkdtemp(join(tmpdir(), "sameside-relay-"));
  const logged: string[] = [];
  const log = openLog({ format: "text", write: (line) => logged.push(line) });
  const relay = await startRelay({ port: 0, host: "127.0.0.1", dataDir, log, ...options });
  return {
    relay,
    dataDir,
    logged,
    tidyUp: async () => {
      await relay.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Calls one entry of the API as any program does; answers the status and what came with it. */
export async function call<N extends ApiName>(
  url: string,
  name: N,
  { body, token, params = {} }: { body?: ApiBody<N>; token?: string; params?: Record<string, string> } = {},
): Promise<{ status: number; answer: ApiAnswer<N>; error: string | undefined; headers: Headers }> {
  const path = API[name].path.replaceAll(/\{(\w+)\}/g, (_, part: string) => params[part] ?? WORKSHOP);
  const response = await fetch(`${url}${path}`, {
    method: API[name].method,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as ApiAnswer<N> & { error?: string };
  return { status: response.status, answer, error: answer.error, headers: response.headers };
}

/** As `call`, where it has to succeed. */
export async function ask<N extends ApiName>(
  url: string,
  name: N,
  options: { body?: ApiBody<N>; token?: string; params?: Record<string, string> } = {},
): Promise<ApiAnswer<N>> {
  const { status, answer, error } = await call(url, name, options);
  if (status !== 200) throw new Error(`${name} was refused with ${status}: ${error}`);
  return answer;
}

/** Presents the workshop to a relay: a facilitator's seat. */
export function claimSeat(url: string, person?: string): Promise<SeatAnswer> {
  return ask(url, "claim", { body: { id: WORKSHOP, secret: SECRET, ...(person !== undefined && { person }) } });
}

/** A seat by an invite of its own, made by who has `facilitator`. */
export async function seatBy(
  url: string,
  facilitator: string,
  invite: ApiBody<"invite">,
  joining: Omit<ApiBody<"join">, "code"> = {},
): Promise<SeatAnswer> {
  const { code } = await ask(url, "invite", { token: facilitator, body: invite });
  return ask(url, "join", { body: { ...joining, code } });
}

/** Presents the workshop to a relay: a token that writes everywhere, and one that reads everywhere. */
export async function claim(url: string): Promise<{ token: string; readToken: string }> {
  const { token } = await claimSeat(url);
  return { token, readToken: (await seatBy(url, token, { role: "dais" })).token };
}

export function postClaim(url: string, body: string): Promise<Response> {
  return fetch(`${url}/api/workshops`, { method: "POST", body });
}

/** A bare socket into a room, as a device of `sameside.1` opens it. */
export function openSocket(url: string, token: string, room = ROOM): WebSocket {
  const socket = new WebSocket(`${url.replace("http", "ws")}/sync/${room}`, [SUBPROTOCOL, token]);
  socket.on("error", () => undefined);
  return socket;
}

/** The close code a socket ends with. */
export async function closeCode(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, "close")) as [number];
  return code;
}
