/** What `sameside serve` can be told: a flag for each setting, and a variable of the environment that stands in for it. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Complaint } from "./complaint.ts";

interface Setting {
  readonly env: string;
  /** Absent = nothing is set. */
  readonly usual?: string;
  readonly help: string;
}

const SETTINGS = {
  port: { env: "PORT", usual: "4444", help: "the port of app and relay; 0 = any free one" },
  host: { env: "HOST", usual: "0.0.0.0", help: "the address to listen on; 127.0.0.1 for this computer only" },
  data: { env: "DATA_DIR", usual: "./data", help: "where the relay keeps what it was given" },
  "database-url": { env: "DATABASE_URL", help: "PostgreSQL instead of a file in the data folder" },
  "redis-url": { env: "REDIS_URL", help: "how relays that share a database talk to each other" },
  "allowed-origins": { env: "ALLOWED_ORIGINS", help: "other addresses whose pages may use this relay, by commas" },
  "trust-proxy": { env: "TRUST_PROXY", help: "1: a proxy stands before the relay and says who asks" },
  "tls-cert": { env: "TLS_CERT", help: "file of the certificate, for https" },
  "tls-key": { env: "TLS_KEY", help: "file of its key" },
  "metrics-token": { env: "METRICS_TOKEN", help: "who shows it may read /metrics from elsewhere" },
  "log-format": { env: "LOG_FORMAT", help: "json or text; usually text on a terminal, else json" },
} as const satisfies Record<string, Setting>;
type SettingName = keyof typeof SETTINGS;
type Settings = Readonly<Partial<Record<SettingName, string>>>;

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  readonly allowedOrigins: readonly string[];
  readonly trustProxy: boolean;
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly metricsToken?: string;
  /** Absent = what suits the standard error. */
  readonly logFormat?: "json" | "text";
}

/** A line for each setting. */
export function serveHelp(): string {
  const lines = Object.entries(SETTINGS).map(([name, { env, help, ...rest }]) => {
    const usual = "usual" in rest ? ` (${rest.usual})` : "";
    return `  ${`--${name}`.padEnd(20)}${env.padEnd(18)}${help}${usual}`;
  });
  return ["Usage: sameside serve [settings], each as a flag or a variable of the environment:", ...lines].join("\n");
}

/** @throws Complaint that names the setting and says what it may be */
export function readServeOptions(args: readonly string[], env: NodeJS.ProcessEnv): ServeOptions {
  const given = readSettings(args, env);
  const { "database-url": databaseUrl, "redis-url": redisUrl, "metrics-token": metricsToken } = given;
  const tls = tlsOf(given);
  const logFormat = logFormatOf(given["log-format"]);
  return {
    port: portOf(given.port ?? SETTINGS.port.usual),
    host: given.host ?? SETTINGS.host.usual,
    dataDir: resolve(given.data ?? SETTINGS.data.usual),
    allowedOrigins: originsOf(given["allowed-origins"] ?? ""),
    trustProxy: isOn(given["trust-proxy"]),
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(redisUrl !== undefined && { redisUrl }),
    ...(metricsToken !== undefined && { metricsToken }),
    ...(tls && { tls }),
    ...(logFormat && { logFormat }),
  };
}

function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const names = Object.keys(SETTINGS) as SettingName[];
  const { values } = parseArgs({
    args: [...args],
    options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])),
  });
  // An empty variable is how compose files and units leave something out.
  const set = names.map((name) => [name, values[name] ?? (env[SETTINGS[name].env] || undefined)] as const);
  return Object.fromEntries(set.filter(([, value]) => value !== undefined));
}

function portOf(port: string): number {
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return Number(port);
  throw new Complaint(`"${port}" is no port. Give a number from 0 to 65535 (0 = any free one).`);
}

function originsOf(list: string): string[] {
  const origins = list.split(",").map((origin) => origin.trim());
  return origins.filter((origin) => origin !== "").map(originOf);
}

function originOf(text: string): string {
  if (text === "*") return text;
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href) return url.origin;
  throw new Complaint(`"${text}" is no origin. ALLOWED_ORIGINS holds addresses such as https://maps.example.org.`);
}

function isOn(value: string | undefined): boolean {
  if (value === undefined || value === "0" || value === "false") return false;
  if (value === "1" || value === "true") return true;
  throw new Complaint(`TRUST_PROXY is 1 or 0, not "${value}".`);
}

function logFormatOf(value: string | undefined): "json" | "text" | undefined {
  if (value === undefined || value === "json" || value === "text") return value;
  throw new Complaint(`LOG_FORMAT is json or text, not "${value}".`);
}

function tlsOf({ "tls-cert": cert, "tls-key": key }: Settings): ServeOptions["tls"] {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined)
    throw new Complaint("For https both TLS_CERT and TLS_KEY are needed: the files of a certificate and its key.");
  return { cert: pemOf("TLS_CERT", cert), key: pemOf("TLS_KEY", key) };
}

function pemOf(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    throw new Complaint(`${name} names ${file}, which cannot be read (${reason}). Check its name and rights.`);
  }
}
