/** The addresses of the app. They stand behind the `#`, so that ids and tokens never reach a server's log. */
import { isWorkshopId } from "@sameside/protocol";
import type { Store } from "../live/store.ts";

export type Route =
  | { readonly page: "home" }
  | { readonly page: "board"; readonly workshop: string; readonly group: string }
  | {
      readonly page: "join";
      readonly workshop: string;
      readonly group: string;
      readonly token: string;
      readonly right: "write" | "read";
    }
  | { readonly page: "wrong-link" };

const GROUP = /^[A-Za-z0-9_-]{1,64}$/;
const TOKEN = /^[A-Za-z0-9_-]{1,128}$/;

/** Reads the part of an address behind `#`. */
export function readRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?");
  const [page, workshop = "", group = "", ...rest] = path.split("/").filter((part) => part !== "");
  if (page === undefined) return { page: "home" };
  if (!isWorkshopId(workshop) || !GROUP.test(group) || rest.length > 0) {
    return page === "join" ? { page: "wrong-link" } : { page: "home" };
  }
  if (page === "board") return { page: "board", workshop, group };
  if (page !== "join") return { page: "home" };
  const asked = new URLSearchParams(query);
  const token = asked.get("token") ?? "";
  if (!TOKEN.test(token)) return { page: "wrong-link" };
  return { page: "join", workshop, group, token, right: asked.get("right") === "read" ? "read" : "write" };
}

export function boardAddress(workshop: string, group: string): string {
  return `#/board/${workshop}/${group}`;
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
