/** The relay with a certificate of its own. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ClientOptions, WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { type RelayBench, ROOM, SECRET, startBench, WORKSHOP } from "./relayBench.ts";
import { documentHolds } from "./socketDevice.ts";

const MAIN = join(import.meta.dirname, "../../apps/cli/src/main.ts");
const isMissing = spawnSync("openssl", ["version"]).status !== 0;
if (isMissing) console.warn("SKIPPED, no openssl here: it makes the certificate of this test");

let folder: string;
let tls: { readonly cert: string; readonly key: string };
let bench: RelayBench;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sameside-https-"));
  tls = certificate(folder);
  bench = await startBench({ tls });
});
afterEach(async () => {
  await bench.tidyUp();
  rmSync(folder, { recursive: true });
});

describe.skipIf(isMissing)("a relay with a certificate", () => {
  it("answers requests and carries rooms under https, and nothing in the open", async () => {
    const { url, port } = bench.relay;
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await ask("GET", `${url}/healthz`)).json).toMatchObject({ ok: true });
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();

    const { json } = await ask("POST", `${url}/api/workshops`, { id: WORKSHOP, secret: SECRET });
    const { token } = json as { token: string };
    const [one, two] = [device(token), device(token)];
    one.doc.getMap("cards").set("from", "one");
    await documentHolds(two.doc, () => two.doc.getMap("cards").get("from") === "one");
    for (const { provider } of [one, two]) provider.destroy();

    const { body } = await ask("GET", `${url}/metrics`);
    expect(Number(/sameside_bytes_total\{direction="in"\} (\d+)/.exec(body)?.[1])).toBeGreaterThan(100);
  });

  it("is served by the command line with TLS_CERT and TLS_KEY", async () => {
    const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
    const args = [MAIN, "serve", "--port", "0", "--host", "127.0.0.1", "--data", join(folder, "data")];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, TLS_CERT: cert, TLS_KEY: key },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [said] = (await once(child.stdout, "data")) as [Buffer];
    const url = /https:\/\/127\.0\.0\.1:\d+/.exec(String(said))?.[0] ?? "";
    expect((await ask("GET", `${url}/readyz`)).json).toEqual({ ok: true });
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});

function device(token: string): { readonly doc: Y.Doc; readonly provider: WebsocketProvider } {
  class Trusting extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { ca: tls.cert } satisfies ClientOptions);
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${bench.relay.url.replace("https", "wss")}/sync`, ROOM, doc, {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: Trusting as unknown as typeof globalThis.WebSocket,
  });
  return { doc, provider };
}

async function ask(method: string, url: string, body?: object): Promise<{ body: string; json: unknown }> {
  const answer = await new Promise<string>((resolve, reject) => {
    const asking = request(url, { method, ca: tls.cert }, (response) => text(response).then(resolve, reject));
    asking.once("error", reject);
    asking.end(body && JSON.stringify(body));
  });
  return { body: answer, json: answer.startsWith("{") ? JSON.parse(answer) : undefined };
}

/** Signed by itself, for loopback, for a day. */
function certificate(into: string): { readonly cert: string; readonly key: string } {
  const [cert, key] = [join(into, "cert.pem"), join(into, "key.pem")];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"];
  execFileSync("openssl", ["req", "-x509", ...kind, ...names, "-out", cert, "-keyout", key], { stdio: "ignore" });
  return { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") };
}
