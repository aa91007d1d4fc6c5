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
  /** The next file that is brought to the relay stops on its way: resolves when its first bytes have passed, and no more do. */
  holdUpload(): Promise<void>;
  close(): Promise<void>;
}

/** The head of a request that brings a file. */
const UPLOAD = /^PUT \S*\/attachments\//;
/** From the end of the head on, its empty line included. */
const HELD_AFTER_BYTES = 20;

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
  /** Called when the next upload has stopped; absent while none is waited for. */
  let holds: (() => void) | undefined;
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
    carry(device, relay, holdAmid());
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

  /** What of a connection's bytes goes on: all, until an upload is to be held. */
  function holdAmid(): (bytes: Buffer) => Buffer {
    let left = Number.POSITIVE_INFINITY;
    return (bytes) => {
      if (holds && UPLOAD.test(bytes.toString("latin1"))) left = bytes.indexOf("\r\n\r\n") + HELD_AFTER_BYTES;
      if (left === 0) return bytes.subarray(0, 0);
      const passed = bytes.subarray(0, left);
      left -= passed.length;
      if (left > 0) return passed;
      holds?.();
      holds = undefined;
      return passed;
    };
  }

  function carry(from: Socket, to: Socket, passedOf = (bytes: Buffer) => bytes): void {
    from.on("data", (all: Buffer) => {
      if (isFrozen) return;
      const bytes = passedOf(all);
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
    holdUpload: () =>
      new Promise((resolve) => {
        holds = resolve;
      }),
    async close() {
      server.close();
      cut();
      await once(server, "close");
    },
  };
}
