/** Who may read the metrics: how many people are in a workshop, and when, is not for everybody. */
import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Refused } from "../access/refused.ts";
import type { PrometheusMetrics } from "./prometheus.ts";

const LOOPBACK = /^(::ffff:)?127\.|^::1$/;

/** Answers `/metrics`, or throws Refused. `token`: who shows it may read them from elsewhere. */
export function answerMetrics(metrics: Pick<PrometheusMetrics, "page">, token: string | undefined) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!mayReadMetrics(request, token))
      throw new Refused(403, "Metrics are for who runs the relay: ask on its own computer, or set METRICS_TOKEN.");
    const { type, body } = await metrics.page();
    response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store" }).end(body);
  };
}

/**
 * `true` for somebody who has `token`, and without one for a program on this computer. What a proxy on this computer
 * passes on comes from elsewhere.
 */
function mayReadMetrics(request: IncomingMessage, token: string | undefined): boolean {
  const given = request.headers.authorization;
  if (given !== undefined || token !== undefined) return token !== undefined && isSame(given ?? "", `Bearer ${token}`);
  const isPassedOn = request.headers["x-forwarded-for"] !== undefined || request.headers["forwarded"] !== undefined;
  return !isPassedOn && LOOPBACK.test(request.socket.remoteAddress ?? "");
}

function isSame(given: string, known: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(known)];
  return a.length === b.length && timingSafeEqual(a, b);
}
