/** The server under load, as a client sees it. Plain data, so that it can be handed to threads. */
import { SUBPROTOCOL } from "@sameside/protocol";
import type { Dialect } from "./frames.ts";
import type { Address } from "./wire.ts";

export interface TargetData {
  readonly dialect: Dialect;
  /** Room n is served at port n modulo their number, unless rooms are spread over all. */
  readonly ports: readonly number[];
  /** Clients of one room take the ports in turn. */
  readonly spreadsRooms: boolean;
  /** Room names, by number. */
  readonly rooms: readonly string[];
  /** Client n comes with token n modulo their number; none = the server asks for none. */
  readonly tokens: readonly string[];
}

export interface Target extends Pick<TargetData, "dialect" | "rooms"> {
  address(client: number, room: number): Address;
}

export function openTarget({ dialect, ports, spreadsRooms, rooms, tokens }: TargetData): Target {
  return {
    dialect,
    rooms,
    address: (client, room) => {
      const token = tokens[client % tokens.length];
      return {
        port: ports[(spreadsRooms ? client : room) % ports.length] ?? 0,
        path: `/sync/${rooms[room] ?? ""}`,
        protocols: token === undefined ? [] : [SUBPROTOCOL, token],
      };
    },
  };
}
