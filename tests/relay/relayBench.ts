/** A relay on this machine for one test, and what is needed to talk to it. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ClaimResponse, ClaimResponseSchema, SUBPROTOCOL } from "@sameside/protocol";
import { type Relay, startRelay } from "@sameside/relay";
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

export async function startBench(options: { webDir?: string } = {}): Promise<RelayBench> {
  const dataDir = await mkdtemp(join(tmpdir(), "sameside-relay-"));
  const logged: string[] = [];
  const relay = await startRelay({ port: 0, host: "127.0.0.1", dataDir, log: (line) => logged.push(line), ...options });
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

/** Presents the workshop to a relay and answers its tokens. */
export async function claim(url: string, secret = SECRET): Promise<ClaimResponse> {
  const response = await postClaim(url, JSON.stringify({ id: WORKSHOP, secret }));
  return ClaimResponseSchema.parse(await response.json());
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
