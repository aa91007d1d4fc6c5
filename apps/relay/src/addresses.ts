/** The addresses under which devices in the same network reach this relay. */
import { networkInterfaces } from "node:os";

/** Names of interfaces that lead to containers and virtual machines on this computer only. */
const VIRTUAL_INTERFACE = /^(docker|br-|veth|virbr|vmnet|vboxnet|podman|cni|lxc)/;
const ANY_HOST = new Set(["0.0.0.0", "::", ""]);
const LOOPBACK_HOST = /^(127\.|::1$|localhost$)/;

export interface ListeningAt {
  readonly scheme: "http" | "https";
  /** As it was asked to listen. */
  readonly host: string;
  readonly port: number;
}

/** Base URLs for others, the likeliest first. Empty when the relay listens on this computer only or has no network. */
export function lanUrls(at: ListeningAt): string[] {
  if (LOOPBACK_HOST.test(at.host)) return [];
  return (ANY_HOST.has(at.host) ? lanHosts() : [at.host]).map((host) => baseUrl({ ...at, host }));
}

/** The URL for this computer itself. */
export function localUrl(at: ListeningAt): string {
  return baseUrl({ ...at, host: ANY_HOST.has(at.host) ? "localhost" : at.host });
}

function baseUrl({ scheme, host, port }: ListeningAt): string {
  return `${scheme}://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function lanHosts(): string[] {
  const found = Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? [])
      // Link-local addresses need the name of the interface on the other side, which a printed link cannot have.
      .filter(({ family, internal, address }) => family === "IPv4" && !internal && !address.startsWith("169.254."))
      .map(({ address }) => ({ address, isVirtual: VIRTUAL_INTERFACE.test(name) })),
  );
  return found.sort((a, b) => Number(a.isVirtual) - Number(b.isVirtual)).map(({ address }) => address);
}
