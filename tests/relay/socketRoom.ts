/** One room on real sockets without accounts: everybody who connects may write. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { aloneBus, Connection, GroupCommit, openSqliteStore, Rooms } from "@sameside/relay";
import { WebSocketServer } from "ws";
import { recordingDesk } from "./recordingDesk.ts";
import { SEAT } from "./roomDevice.ts";

export const ROOM = "workshop-0123456789.board.table1";

export interface SocketRoom {
  /** Base address of the rooms, for providers. */
  readonly url: string;
  /** Does what the relay does at the pace of the heartbeat. */
  checkAlive(): void;
  close(): Promise<void>;
}

export async function openSocketRoom(): Promise<SocketRoom> {
  const store = openSqliteStore({ file: ":memory:" });
  const groupCommit = new GroupCommit(store, () => undefined);
  const deskOf = async () => recordingDesk();
  const rooms = new Rooms({ store, groupCommit, bus: aloneBus(), log: () => undefined, deskOf });
  const visits = new Map<Connection, Promise<void>>();
  const webSockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const server = createServer();
  server.on("upgrade", (request, stream, head) =>
    webSockets.handleUpgrade(request, stream, head, (socket) => {
      const connection = new Connection(socket, stream, () => undefined);
      visits.set(connection, stay(connection));
    }),
  );
  const stay = async (connection: Connection): Promise<void> => {
    const options = { seat: SEAT, right: "write", speaksSameside: false } as const;
    connection.join(await rooms.enter(ROOM), options);
    await connection.gone;
    await rooms.leave(ROOM);
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    checkAlive() {
      for (const connection of visits.keys()) connection.checkAlive();
    },
    async close() {
      for (const connection of visits.keys()) connection.terminate();
      await Promise.all(visits.values());
      await rooms.close();
      await groupCommit.settled();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
}
