/** `sameside serve`: the web app and the relay on one port, for everybody in the room. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Relay, startRelay } from "@sameside/relay";
import { renderUnicodeCompact } from "uqr";

const WEB_DIR = fileURLToPath(new URL("../../web/dist", import.meta.url));
const USAGE = "sameside serve [--port 4444] [--host 0.0.0.0] [--data ./data]";
const EXIT_USAGE = 2;

interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
}

/**
 * Serves until SIGTERM or SIGINT, then ends the process cleanly. Resolves when serving has begun, or at once with
 * `process.exitCode` 2 and one sentence on standard error when it cannot.
 * @param args what follows `serve` on the command line; PORT, HOST and DATA_DIR of the environment stand in for it
 */
export async function serve(args: readonly string[]): Promise<void> {
  try {
    const options = readOptions(args);
    const isBuilt = existsSync(resolve(WEB_DIR, "index.html"));
    const relay = await startRelay({
      ...options,
      ...(isBuilt && { webDir: WEB_DIR }),
      log: (line) => console.error(line),
    });
    endOnSignal(relay);
    console.log(isBuilt ? welcome(relay, options) : relayOnly(relay));
  } catch (error) {
    console.error(sentenceFor(error));
    process.exitCode = EXIT_USAGE;
  }
}

function readOptions(args: readonly string[]): ServeOptions {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args: [...args], options: { port: text, host: text, data: text } });
  const port = values.port ?? (process.env["PORT"] || "4444");
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Error(`"${port}" is no port. Give a number from 0 to 65535 (0 = any free one).`);
  return {
    port: Number(port),
    host: values.host ?? (process.env["HOST"] || "0.0.0.0"),
    dataDir: resolve(values.data ?? (process.env["DATA_DIR"] || "./data")),
  };
}

function welcome(relay: Relay, { dataDir }: ServeOptions): string {
  const [invite, ...others] = relay.lanUrls();
  const here = [`On this computer:       ${relay.url}`];
  const there = invite
    ? [
        `For phones and laptops: ${invite}   (in the same Wi-Fi or network)`,
        ...others.map((url) => `                 or:    ${url}`),
        "",
        renderUnicodeCompact(invite, { border: 2 }),
        "Scan it with a phone, or type the address into a browser. No account, no internet needed.",
      ]
    : ["No other device reaches this computer now: it has no network, or HOST names this computer only."];
  const end = [`Everything is kept in ${dataDir}. Ctrl+C stops; nothing that was stored is lost.`];
  return ["Sameside is running.", "", ...here, ...there, "", ...end].join("\n");
}

function relayOnly(relay: Relay): string {
  return [
    `The relay is running at ${relay.url}, without the web app: it is not built.`,
    "Build it with `pnpm run build` and start again.",
  ].join("\n");
}

function endOnSignal(relay: Relay): void {
  let isEnding = false;
  const end = () => {
    // Whoever asks twice does not want to wait.
    if (isEnding) process.exit(1);
    isEnding = true;
    relay.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`Not everything could be closed: ${sentenceFor(error)}`);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
}

function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === "EADDRINUSE")
    return `Port ${port} is in use. Stop what runs there, or choose another: --port ${(port ?? 4444) + 1}.`;
  if (code === "EADDRNOTAVAIL") return "HOST is no address of this computer. Use 0.0.0.0 for all of its addresses.";
  if (code === "EACCES") return `There is no right to do this: ${error.message}. Choose another port or folder.`;
  if (code?.startsWith("ERR_PARSE_ARGS")) return `${error.message} Usage: ${USAGE}`;
  return error.message;
}
