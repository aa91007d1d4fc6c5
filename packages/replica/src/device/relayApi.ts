/** The relay's HTTP requests, typed by the protocol's table. */
import { API, type ApiAnswer, type ApiBody, type ApiName, RefusalSchema } from "@sameside/protocol";

/** `no-relay`: something answers that is none. `refused`: the relay says no, and why. */
export type RelayProblem = "no-answer" | "no-relay" | "refused";

interface RelayErrorOptions extends ErrorOptions {
  readonly status?: number;
  readonly retryAfter?: number;
}

/** Why a request came to nothing; the message is a sentence that says what to do. */
export class RelayError extends Error {
  readonly problem: RelayProblem;
  /** The HTTP status of a refusal. */
  readonly status: number | undefined;
  /** After how many seconds trying again may help, where the relay says so. */
  readonly retryAfter: number | undefined;

  constructor(problem: RelayProblem, message: string, options: RelayErrorOptions = {}) {
    super(message, options);
    this.name = "RelayError";
    this.problem = problem;
    this.status = options.status;
    this.retryAfter = options.retryAfter;
  }
}

export interface RelayAsk<N extends ApiName> {
  /** The parts of the path by the names that the table gives them. */
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: ApiBody<N>;
  /** A file's bytes, where the table has them as the body. */
  readonly bytes?: Blob;
  /** The token of the seat that asks. */
  readonly token?: string;
  /** Ends the request, as if the relay had gone. */
  readonly signal?: AbortSignal | undefined;
}

/** Asks the relay at this http origin. Rejects with a `RelayError`. */
export async function callRelay<N extends ApiName>(
  origin: string,
  name: N,
  ask: RelayAsk<N> = {},
): Promise<ApiAnswer<N>> {
  const response = await requestRelay(origin, name, ask);
  const body: unknown = await response.json().catch(() => undefined);
  const answer = API[name].answer.safeParse(body);
  if (!answer.success) throw noRelay(origin);
  // The table gives each name the schema of its own answer; TypeScript cannot follow it by the name.
  return answer.data as ApiAnswer<N>;
}

/** As `callRelay`, for an answer that is no JSON: the response as it came. */
export async function requestRelay<N extends ApiName>(
  origin: string,
  name: N,
  { params = {}, body, bytes, token, signal }: RelayAsk<N> = {},
): Promise<Response> {
  const { method, path } = API[name];
  const address = path.replaceAll(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(params[part] ?? ""));
  const response = await send(origin, address, {
    method,
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(bytes && { body: bytes }),
    ...(signal && { signal }),
  });
  if (response.ok) return response;
  const refusal = RefusalSchema.safeParse(await response.json().catch(() => undefined));
  if (!refusal.success) throw noRelay(origin);
  const wait = Number(response.headers.get("retry-after") ?? Number.NaN);
  throw new RelayError("refused", refusal.data.error, {
    status: response.status,
    ...(Number.isFinite(wait) && { retryAfter: wait }),
  });
}

async function send(origin: string, address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(`${origin}${address}`, request);
  } catch (error) {
    const message = `No relay answers at ${origin}. Check that the laptop that serves it is on, and in the same network.`;
    throw new RelayError("no-answer", message, { cause: error });
  }
}

function noRelay(origin: string): RelayError {
  return new RelayError("no-relay", `What answers at ${origin} is no Sameside relay. Check the address.`);
}
