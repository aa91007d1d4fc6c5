/** The servers under test, and how each is started. */
import { join } from "node:path";
import type { Dialect } from "../generator/frames.ts";
import { PUBLISHED } from "./published.ts";

const BENCH = join(import.meta.dirname, "../..");
const MAIN = join(BENCH, "main.ts");
const YWS = join(BENCH, "peers/node_modules/@y/websocket-server/src/server.js");

export interface Contender {
  readonly name: ContenderName;
  readonly dialect: Dialect;
  /** For Node; port and folder come by PORT, HOST and DATA_DIR. */
  readonly args: readonly string[];
  /** Holds documents beyond the connections that made them: there is something to load after a restart. */
  readonly stores: boolean;
  /** Tells newcomers what was edited and who is there, not only a board that was put there. */
  readonly knowsDocuments: boolean;
  /** Asks for tokens. */
  readonly hasAccess: boolean;
}

export const CONTENDER_NAMES = ["ours", "floor", "yws", "hocus"] as const;
export type ContenderName = (typeof CONTENDER_NAMES)[number];

export const CONTENDERS: Readonly<Record<ContenderName, Contender>> = {
  ours: {
    name: "ours",
    dialect: "y-websocket",
    args: [PUBLISHED, "serve"],
    stores: true,
    knowsDocuments: true,
    hasAccess: true,
  },
  floor: {
    name: "floor",
    dialect: "y-websocket",
    args: [MAIN, "relay-floor"],
    stores: false,
    knowsDocuments: false,
    hasAccess: false,
  },
  yws: {
    name: "yws",
    dialect: "y-websocket",
    args: [YWS],
    stores: false,
    knowsDocuments: true,
    hasAccess: false,
  },
  hocus: {
    name: "hocus",
    dialect: "hocuspocus",
    args: [MAIN, "relay-hocuspocus"],
    stores: true,
    knowsDocuments: true,
    hasAccess: false,
  },
};
