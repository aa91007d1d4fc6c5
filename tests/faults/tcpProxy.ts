/** A TCP proxy of the tests' own: the network between devices and relays, to be cut, frozen, slowed and led elsewhere. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface TcpProxy {
  /** Where devices connect to. */
  readonly url: string;
  readonly port: number;
  /** Connections that are open. */
  readonly count: number;
  /** From the next connection on these are asked, in turn; a target that does not answer is passed over. */
  setTargets(ports: readonly number[]): void;
  /** Ends all connections at both ends, as a router does that is switched off and on. */
  cut(): void;
  /** Swallows everything from now on and says so to nobody: both ends think that they are connected. */
  freeze(): void;
  /** What comes from now on arrives again; what was swallowed is gone, so connections of before are cut. */
  thaw(): void;
  /** Everything takes so many milliseconds longer, in each direction. */
  delay(ms: number): void;
  close(): Promise<void>;
}

interface Line {
  readonly device: Socket;
  readonly relay: Socket;
}

/** Listens on loopback and hands connections on to the targets in turn. */
export async function openTcpProxy(targets: readonly number[]): Promise<TcpProxy> {
  const lines = new Set<Line>();
  let ports = targets;
  let turn = 0;
  let cuts = 0;
  let isFrozen = false;
  let delayMs = 0;
  const server = createServer((device) => {
    device.on("error", () => undefined);
    void join(device);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  async function join(device: Socket): Promise<void> {
    const before = cuts;
    const relay = await reach();
    if (!relay || device.destroyed || cuts !== before) {
      relay?.destroy();
      device.destroy();
      return;
    }
    const line = { device, relay };
    lines.add(line);
    carry(device, relay);
    carry(relay, device);
    const end = () => {
      // A dead network tells neither end that the other one is gone.
      if (isFrozen) return;
      lines.delete(line);
      device.destroy();
      relay.destroy();
    };
    device.once("close", end);
    relay.once("close", end);
  }

  /** The next target that answers. */
  async function reach(): Promise<Socket | undefined> {
    const first = turn;
    turn += 1;
    for (let tries = 0; tries < ports.length; tries += 1) {
      const target = ports[(first + tries) % ports.length] ?? 0;
      const socket = connect(target, "127.0.0.1").on("error", () => undefined);
      const isThere = await new Promise<boolean>((resolve) => {
        socket.once("connect", () => resolve(true));
        socket.once("close", () => resolve(false));
      });
      if (isThere) return socket;
    }
    return undefined;
  }

  function carry(from: Socket, to: Socket): void {
    from.on("data", (bytes: Buffer) => {
      if (isFrozen) return;
      if (delayMs === 0) write(from, to, bytes);
      else setTimeout(() => write(from, to, bytes), delayMs);
    });
  }

  /** A reader that is slow makes the writer wait, as without a proxy. */
  function write(from: Socket, to: Socket, bytes: Buffer): void {
    if (to.destroyed || to.write(bytes)) return;
    from.pause();
    to.once("drain", () => from.resume());
  }

  function cut(): void {
    cuts += 1;
    for (const { device, relay } of lines) {
      device.destroy();
      relay.destroy();
    }
    lines.clear();
  }

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    get count() {
      return lines.size;
    },
    setTargets(next) {
      ports = next;
    },
    cut,
    freeze() {
      isFrozen = true;
    },
    thaw() {
      isFrozen = false;
      cut();
    },
    delay(ms) {
      delayMs = ms;
    },
    async close() {
      server.close();
      cut();
      await once(server, "close");
    },
  };
}
