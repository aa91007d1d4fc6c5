/** `sameside serve`: the web app and the relay on one port, for everybody in the room. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { openLog, type Relay, type RelayLog, startRelay } from "@sameside/relay";
import { type Invitation, invitationOf } from "./address.ts";
import { Complaint } from "./complaint.ts";
import { readServeOptions, type ServeOptions, serveHelp } from "./serveOptions.ts";
import type { Terminal } from "./terminal.ts";
import { webFolder } from "./webFolder.ts";
import { relayOnly, welcome } from "./welcome.ts";

/**
 * Serves until SIGTERM or SIGINT, then ends the process: with 0 when all that came was stored. Resolves when serving has
 * begun.
 * @param args what follows `serve` on the command line; variables of the environment stand in for it
 * @throws Complaint with one sentence when it cannot serve
 */
export async function serve(args: readonly string[], terminal: Terminal): Promise<void> {
  if (args.includes("--help")) {
    terminal.out(serveHelp());
    return;
  }
  const options = readServeOptions(args, process.env);
  const log = openLog({ format: options.logFormat ?? usualFormat(), write: terminal.err });
  const webDir = webFolder();
  const isBuilt = existsSync(resolve(webDir, "index.html"));
  const relay = await started(options, isBuilt ? webDir : undefined, log);
  endOnSignal(relay, log);
  log.event("info", "started");
  const invitation = await invite(relay, options, log);
  terminal.out(isBuilt ? welcome(relay.url, invitation, options.dataDir) : relayOnly(relay));
}

/** A person reads a terminal; a collector reads everything else. */
function usualFormat(): "json" | "text" {
  return process.stderr.isTTY ? "text" : "json";
}

async function started(options: ServeOptions, webDir: string | undefined, log: RelayLog): Promise<Relay> {
  const { logFormat: _, ...relayOptions } = options;
  try {
    return await startRelay({ ...relayOptions, ...(webDir !== undefined && { webDir }), log });
  } catch (error) {
    throw new Complaint(sentenceFor(error));
  }
}

async function invite(relay: Relay, { dataDir, port }: ServeOptions, log: RelayLog): Promise<Invitation> {
  const urls = relay.lanUrls();
  // A port that is another each time is no address to remember.
  if (port === 0) return { urls };
  const invitation = await invitationOf(urls, dataDir);
  if (invitation.before !== undefined) log.event("warn", "moved-address");
  return invitation;
}

function endOnSignal(relay: Relay, log: RelayLog): void {
  let isEnding = false;
  const end = async () => {
    // Whoever asks twice does not want to wait.
    if (isEnding) process.exit(1);
    isEnding = true;
    log.event("info", "stopping");
    try {
      await relay.close();
      log.event("info", "stopped");
      await written();
      process.exit(0);
    } catch (error) {
      log.line(`Not everything could be closed: ${sentenceFor(error)}`);
      process.exit(1);
    }
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
}

/** Lines to a pipe are on their way for a moment; ending at once would lose the last ones. */
async function written(): Promise<void> {
  await new Promise<void>((resolve) => process.stderr.write("", () => resolve()));
}

function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === "EADDRINUSE")
    return `Port ${port} is in use. Stop what runs there, or choose another: --port ${(port ?? 4444) + 1}.`;
  if (code === "EADDRNOTAVAIL") return "HOST is no address of this computer. Use 0.0.0.0 for all of its addresses.";
  if (code === "EACCES") return `There is no right to do this: ${error.message}. Choose another port or folder.`;
  if (code?.startsWith("ERR_OSSL") || code?.startsWith("ERR_SSL"))
    return `TLS_CERT and TLS_KEY do not go together or are no PEM files (${error.message}).`;
  return error.message;
}
