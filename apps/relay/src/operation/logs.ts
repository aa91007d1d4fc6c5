/**
 * What the relay tells its operator: one line for each event, of numbers and known words. Types leave no place for content,
 * names, ids of people or tokens; a room is a short salted hash that nobody can follow beyond one run of the process.
 */
import { createHmac, randomBytes } from "node:crypto";
import type { CloseName } from "./metrics.ts";

export type LogLevel = "info" | "warn" | "error";
type LogFormat = "json" | "text";

export type LogEvent =
  | "started"
  | "stopping"
  | "stopped"
  | "closed"
  | "request-refused"
  | "moved-address"
  /** A sentence for people; `text` has it. */
  | "notice";

/** Everything that may stand beside an event. */
export interface LogFields {
  readonly room?: RoomMark;
  readonly reason?: CloseName;
  readonly status?: number;
  readonly text?: string;
}

/** A room in the log: the same room has the same mark as long as the process runs. */
type RoomMark = string & { readonly __brand: "RoomMark" };

export interface RelayLog {
  event(level: LogLevel, event: LogEvent, fields?: LogFields): void;
  /**
   * A sentence about trouble. What stands in quotes or looks like an id is cut out of it, whoever wrote it.
   * `room`: the name of the room it is about, which is marked and not told.
   */
  readonly line: (text: string, room?: string) => void;
}

export interface LogOptions {
  /** `text`: for a person who looks on; tells trouble only. `json`: for a collector; tells everything. */
  readonly format: LogFormat;
  /** Takes one line, without its end. */
  readonly write: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const MARK_LENGTH = 8;
/** Line ends, and what a terminal would obey. */
const BLANK = /[\s\p{C}]+/gu;
/** Error texts of libraries quote what they could not read. */
const QUOTED = /"[^"]*"|'[^']*'|`[^`]*`/g;
/** Workshops, rooms, people, tokens and hashes are words at least this long; so are the codes of Node's errors, which stay. */
const LONG_ID = /(?!(?:[A-Z]+_)+[A-Z]+(?![\w-]))(?<![\w-])[\w-]{16,}(?:\.[\w-]+)*/g;

/** A log with a salt of its own. */
export function openLog({ format, write, now = Date.now }: LogOptions): RelayLog {
  const salt = randomBytes(16);
  const marked = (room: string) => createHmac("sha256", salt).update(room).digest("hex").slice(0, MARK_LENGTH);
  const event = (level: LogLevel, name: LogEvent, fields: LogFields = {}): void => {
    const time = new Date(now()).toISOString();
    if (format === "json") write(JSON.stringify({ time, level, event: name, ...fields }));
    else if (level !== "info") write(`${time.slice(11, 19)} ${level}: ${inWords(name, fields)}`);
  };
  return {
    event,
    line: (text, room) =>
      event("warn", "notice", {
        text: withoutContent(text),
        ...(room !== undefined && { room: marked(room) as RoomMark }),
      }),
  };
}

/** A sentence without what may be somebody's words or id. */
export function withoutContent(text: string): string {
  return text.replace(BLANK, " ").replace(QUOTED, '"…"').replace(LONG_ID, "…");
}

function inWords(event: LogEvent, { text, ...fields }: LogFields): string {
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  return [...(event === "notice" ? [] : [event]), ...(text ? [text] : []), ...rest].join(" ");
}
