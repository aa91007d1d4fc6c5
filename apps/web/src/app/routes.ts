/** The addresses of the app. They stand behind the `#`, so that ids and tokens never reach a server's log. */
import { isWorkshopId } from "@sameside/protocol";
import type { Store } from "../live/store.ts";

export type Route =
  | { readonly page: "home" }
  /** What is on this device. */
  | { readonly page: "laptop" }
  /** A workshop that is over, being left or left. */
  | { readonly page: "over"; readonly workshop: string }
  | { readonly page: "board"; readonly workshop: string; readonly group: string }
  /** The check of a room; with its code, the page of who has scanned it. `workshop`: the one that asked for it. */
  | { readonly page: "check"; readonly check: string | undefined; readonly workshop: string | undefined }
  /** Of who takes part, before the day. */
  | { readonly page: "before"; readonly workshop: string }
  /** Of who runs the workshop; `section`: the part that is asked for. */
  | { readonly page: "prepare"; readonly workshop: string; readonly section: string | undefined }
  /** All tables, for who runs the day. */
  | { readonly page: "room"; readonly workshop: string }
  | JoinAddress
  | { readonly page: "wrong-link" };

export interface JoinAddress {
  readonly page: "join";
  /** An invite's code, whole or short, or a personal one. */
  readonly code: string;
  /** What a link says more: the board it leads to. */
  readonly link?: { readonly id: string; readonly group: string };
  /** What it invites to: to take part, to look on, to help those who run the day; or `own`, to go on as oneself. */
  readonly to: JoinKind;
  /** It leads to what is to be done before the day. */
  readonly isBefore: boolean;
}
type JoinKind = "write" | "read" | "help" | "own";

const GROUP = /^[A-Za-z0-9_-]{1,64}$/;
const SECTION = /^[a-z-]{1,40}$/;
const CODE = /^[A-Za-z0-9_-]{4,128}$/;
const SIGNS_BETWEEN = /[\s.]+/g;

/** Reads the part of an address behind `#`. */
export function readRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?");
  const [page, ...parts] = path.split("/").filter((part) => part !== "");
  if (page === "join") return readJoin(parts, new URLSearchParams(query));
  if (page === "laptop" && parts.length === 0) return { page };
  if (page === "check" && parts.length <= 1 && parts.every((code) => CODE.test(code)))
    return { page, check: parts[0], workshop: workshopOfCheck(new URLSearchParams(query)) };
  const [workshop = "", group = ""] = parts;
  if (page === "over" && parts.length === 1 && isWorkshopId(workshop)) return { page, workshop };
  if (page === "before" && parts.length === 1 && isWorkshopId(workshop)) return { page, workshop };
  if (page === "room" && parts.length === 1 && isWorkshopId(workshop)) return { page, workshop };
  const isSection = group === "" || SECTION.test(group);
  if (page === "prepare" && parts.length <= 2 && isWorkshopId(workshop) && isSection)
    return { page, workshop, section: group || undefined };
  const isBoard = page === "board" && parts.length === 2 && isWorkshopId(workshop) && GROUP.test(group);
  return isBoard ? { page, workshop, group } : { page: "home" };
}

function workshopOfCheck(asked: URLSearchParams): string | undefined {
  const workshop = asked.get("for");
  return workshop !== null && isWorkshopId(workshop) ? workshop : undefined;
}

/** `join/<code>` for codes that people type; `join/<workshop>/<group>?token=<code>` for links. */
function readJoin(parts: readonly string[], asked: URLSearchParams): Route {
  const to = joinKindOf(asked);
  const isBefore = asked.has("before");
  const [first = "", group] = parts;
  if (parts.length === 1 && CODE.test(first)) return { page: "join", code: first, to, isBefore };
  const code = asked.get("token") ?? "";
  const isWhole = parts.length === 2 && isWorkshopId(first) && group !== undefined && GROUP.test(group);
  if (!isWhole || !CODE.test(code)) return { page: "wrong-link" };
  return { page: "join", code, link: { id: first, group }, to, isBefore };
}

function joinKindOf(asked: URLSearchParams): JoinKind {
  const right = asked.get("right");
  if (asked.has("own")) return "own";
  return right === "read" || right === "help" ? right : "write";
}

/** The address that joins by a code somebody typed; `undefined` when it can be none. */
export function codeAddress(typed: string, isOwn: boolean): string | undefined {
  const code = typed.replaceAll(SIGNS_BETWEEN, "-");
  return CODE.test(code) ? `#/join/${code}${isOwn ? "?own" : ""}` : undefined;
}

export function boardAddress(workshop: string, group: string): string {
  return `#/board/${workshop}/${group}`;
}

/** Where a room is checked, in the words of this workshop. */
export function roomCheckAddress(workshop: string): string {
  return `#/check?for=${workshop}`;
}

/** Where a phone says that it is here. */
export function checkedAddress(check: string): string {
  return `#/check/${check}`;
}

/** Where who takes part reads what comes and says what they need. */
export function beforeAddress(workshop: string): string {
  return `#/before/${workshop}`;
}

/** Where a workshop is prepared; `section`: the part of the page to be shown. */
export function prepareAddress(workshop: string, section?: string): string {
  return section === undefined ? `#/prepare/${workshop}` : `#/prepare/${workshop}/${section}`;
}

/** Where the day is run. */
export function roomAddress(workshop: string): string {
  return `#/room/${workshop}`;
}

export const LAPTOP_ADDRESS = "#/laptop";

/** Where a workshop that is over is left. */
export function overAddress(workshop: string): string {
  return `#/over/${workshop}`;
}

/** Where the app is now. */
export const route: Store<string> & { go(hash: string): void; replace(hash: string): void } = {
  get: () => location.hash,
  subscribe(listener) {
    window.addEventListener("hashchange", listener);
    return () => window.removeEventListener("hashchange", listener);
  },
  go(hash) {
    location.hash = hash;
  },
  /** As `go`, and the old address is gone from the history: nobody finds a token by going back. */
  replace(hash) {
    history.replaceState(null, "", hash);
    window.dispatchEvent(new HashChangeEvent("hashchange"));
  },
};
