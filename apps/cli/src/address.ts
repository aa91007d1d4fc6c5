/** The address people are invited to: a name where one leads here, and a warning when it is another than last time. */
import { lookup } from "node:dns/promises";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

const FILE = "address.json";
/** How long a name may take to resolve, in milliseconds: asking the local network for one that is not there takes long. */
const NAME_MS = 700;

/** Where others reach the relay, the likeliest first. */
export interface Invitation {
  readonly urls: readonly string[];
  /** The address people were invited to last time, when it is none of these. */
  readonly before?: string;
}

/** Puts a name that leads here first, compares with last time, and remembers. Never rejects. */
export async function invitationOf(
  lanUrls: readonly string[],
  dataDir: string,
  resolveName: ResolveName = resolved,
): Promise<Invitation> {
  const named = await namedUrl(lanUrls, resolveName);
  const urls = named === undefined ? lanUrls : [named, ...lanUrls];
  const before = await rememberedAddress(dataDir);
  const [first] = urls;
  if (first === undefined) return { urls };
  if (before !== undefined && urls.includes(before)) return { urls };
  await remember(dataDir, first);
  return { urls, ...(before !== undefined && { before }) };
}

/** The addresses a name has; rejects or is empty when it has none. */
export type ResolveName = (name: string) => Promise<readonly string[]>;

/** Names stay when a router gives the laptop another address. Only one that leads to this computer will do. */
async function namedUrl(lanUrls: readonly string[], resolveName: ResolveName): Promise<string | undefined> {
  const [first] = lanUrls;
  if (first === undefined) return undefined;
  const hosts = new Set(lanUrls.map((url) => new URL(url).hostname));
  const host = hostname().toLowerCase();
  const name = host.includes(".") ? host : `${host}.local`;
  const addresses = await resolveName(name).catch(() => []);
  if (addresses.length === 0 || !addresses.every((address) => hosts.has(address))) return undefined;
  const url = new URL(first);
  url.hostname = name;
  return url.origin;
}

async function resolved(name: string): Promise<readonly string[]> {
  const late = Promise.withResolvers<readonly string[]>();
  const timer = setTimeout(() => late.resolve([]), NAME_MS);
  const found = lookup(name, { all: true, family: 4 }).then((all) => all.map(({ address }) => address));
  return Promise.race([found, late.promise]).finally(() => clearTimeout(timer));
}

async function rememberedAddress(dataDir: string): Promise<string | undefined> {
  try {
    const kept: unknown = JSON.parse(await readFile(join(dataDir, FILE), "utf8"));
    return typeof kept === "object" && kept !== null && "url" in kept && typeof kept.url === "string"
      ? kept.url
      : undefined;
  } catch {
    return undefined;
  }
}

/** What cannot be remembered is merely not warned of. */
async function remember(dataDir: string, url: string): Promise<void> {
  await mkdir(dataDir, { recursive: true }).catch(() => undefined);
  await writeFile(join(dataDir, FILE), JSON.stringify({ url })).catch(() => undefined);
}
