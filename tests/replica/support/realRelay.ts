/** The real relay on a port and a folder of its own, that can be stopped and started again at the same address. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Relay, type RelayOptions, startRelay } from "@sameside/relay";
import type { Link } from "@sameside/replica";

export interface RealRelay {
  /** The http origin. */
  readonly origin: string;
  link(token: string): Link;
  stop(): Promise<void>;
  /** `maxStoreBytes`: what it keeps may grow no further than this. */
  startAgain(options?: Pick<RelayOptions, "maxStoreBytes">): Promise<void>;
  /** Stops it and removes what it kept. */
  end(): Promise<void>;
}

export async function startRealRelay(): Promise<RealRelay> {
  const dataDir = await mkdtemp(join(tmpdir(), "sameside-replica-"));
  let relay: Relay | undefined = await startRelay({ port: 0, host: "127.0.0.1", dataDir });
  const { port } = relay;
  const stop = async () => {
    await relay?.close();
    relay = undefined;
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    link: (token) => ({ url: `ws://127.0.0.1:${port}/sync`, token }),
    stop,
    async startAgain(options) {
      relay = await startRelay({ port, host: "127.0.0.1", dataDir, ...options });
    },
    async end() {
      await stop();
      await rm(dataDir, { recursive: true });
    },
  };
}
