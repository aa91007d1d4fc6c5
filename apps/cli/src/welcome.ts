/** What a person sees when the relay runs: where it is, and how others get in. */
import type { Relay } from "@sameside/relay";
import { renderUnicodeCompact } from "uqr";
import type { Invitation } from "./address.ts";

/** The addresses, a QR code of the first, and what to do when people know another one. */
export function welcome(url: string, { urls, before }: Invitation, dataDir: string): string {
  const [invite, ...others] = urls;
  const here = [`On this computer:       ${url}`];
  const there = invite
    ? [
        `For phones and laptops: ${invite}   (in the same Wi-Fi or network)`,
        ...others.map((other) => `                 or:    ${other}`),
        ...(before === undefined ? [] : ["", moved(before, invite)]),
        "",
        renderUnicodeCompact(invite, { border: 2 }),
        "Scan it with a phone, or type the address into a browser. No account, no internet needed.",
      ]
    : ["No other device reaches this computer now: it has no network, or HOST names this computer only."];
  const end = [`Everything is kept in ${dataDir}. Ctrl+C stops; nothing that was stored is lost.`];
  return ["Sameside is running.", "", ...here, ...there, "", ...end].join("\n");
}

function moved(before: string, invite: string): string {
  return [
    `The address has changed: it was ${before}.`,
    `People who were here before must open ${invite} once; what they wrote meanwhile arrives then.`,
  ].join("\n");
}

/** Without the web app. */
export function relayOnly({ url }: Pick<Relay, "url">): string {
  return [
    `The relay is running at ${url}, without the web app: it is not built.`,
    "Build it with `pnpm run build` and start again.",
  ].join("\n");
}
