/** What pages send to others. */
import type { Page } from "@playwright/test";

/** Everything that a page sends from here on: addresses, bodies, and frames of its sockets, as text and as bytes. */
export function listenIn(page: Page): { sent(): string; count(): number } {
  const sent: string[] = [];
  const add = (payload: string | Buffer) =>
    sent.push(typeof payload === "string" ? payload : payload.toString("latin1"), String(payload));
  page.on("request", (request) => {
    add(request.url());
    add(request.postDataBuffer() ?? "");
  });
  page.on("websocket", (socket) => {
    add(socket.url());
    socket.on("framesent", ({ payload }) => add(payload));
  });
  return { sent: () => sent.join("\n"), count: () => sent.length };
}
