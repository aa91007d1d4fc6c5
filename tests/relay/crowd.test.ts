/** More connections at one moment than Node lets wait by itself: one that finds no place is not heard for seconds, or at all. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { startRelayProcess } from "../support/relayProcess.ts";

const CROWD = 800;
const SYSTEM_LIMIT = "/proc/sys/net/core/somaxconn";
const REQUEST = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";

it.runIf(systemLetsWait() > CROWD)("a crowd that comes while the relay is busy is let in, all of it", async () => {
  const relay = await startRelayProcess({ logged: () => undefined });
  const sockets: Socket[] = [];
  try {
    process.kill(relay.pid(), "SIGSTOP");
    for (let n = 0; n < CROWD; n += 1) sockets.push(connect(relay.port, "127.0.0.1"));
    await Promise.all(sockets.map((socket) => once(socket, "connect")));
    process.kill(relay.pid(), "SIGCONT");
    const answers = sockets.map((socket) => {
      socket.write(REQUEST);
      return text(socket);
    });
    for (const answer of await Promise.all(answers)) expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  } finally {
    for (const socket of sockets) socket.destroy();
    await relay.remove();
  }
});

/** How many connections the system lets wait at one port; 0 = it does not say. */
function systemLetsWait(): number {
  try {
    return Number(readFileSync(SYSTEM_LIMIT, "utf8"));
  } catch {
    return 0;
  }
}
