/** Pictures and sounds of a workshop, at its relay. A file is named by the hash of its bytes, so it is never another one. */
import { sha256 } from "@noble/hashes/sha2.js";
import { limits } from "@sameside/protocol";
import { callRelay, requestRelay } from "../device/relayApi.ts";

type AttachmentProblem = "too-large" | "damaged" | "unknown-kind" | "taken-out" | "not-stored";

/** Why a file was not taken here; the message says what to do. */
export class AttachmentError extends Error {
  readonly problem: AttachmentProblem;

  constructor(problem: AttachmentProblem, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.name = "AttachmentError";
    this.problem = problem;
  }
}

/** Where a workshop's files are. */
export interface AttachmentPlace {
  /** The relay's http origin. */
  readonly origin: string;
  readonly workshop: string;
  readonly token: string;
  /** What is under way ends with it: a network that has died tells nobody. */
  readonly signal?: AbortSignal;
}

export interface FetchedAttachment {
  /** The media type, one of pictures and sounds: to be shown, never to be run. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a relay keeps is one of these; what another server calls its answer is not believed. */
const SHOWN_TYPE = /^(image\/(png|jpeg|gif|webp)|audio\/(mpeg|mp4|ogg|webm|wav))$/;

/** The name of a file: SHA-256 of its bytes, base64url. Plain `http://` pages have no `crypto.subtle` to ask. */
export function attachmentHash(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...sha256(bytes)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * Brings a file to the relay; the same again changes nothing. Answers its hash. Rejects with an `AttachmentError` when it
 * is too large, with a `RelayError` when the relay does not take it.
 */
export async function uploadAttachment(place: AttachmentPlace, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  checkSize(bytes);
  const hash = attachmentHash(bytes);
  await callRelay(place.origin, "putAttachment", { ...askFor(place, hash), bytes: new Blob([bytes]) });
  return hash;
}

/**
 * Brings a file from the relay. Rejects with an `AttachmentError` when it is not the one, with a `RelayError` when the
 * relay has it not.
 */
export async function fetchAttachment(place: AttachmentPlace, hash: string): Promise<FetchedAttachment> {
  const response = await requestRelay(place.origin, "attachment", askFor(place, hash));
  const type = response.headers.get("content-type") ?? "";
  const bytes = await response.arrayBuffer().then(
    (body) => new Uint8Array(body),
    // The connection was lost on the way.
    () => new Uint8Array(),
  );
  if (!SHOWN_TYPE.test(type) || attachmentHash(bytes) !== hash)
    throw new AttachmentError("damaged", "The file did not arrive as it was added. Try again, or add it anew.");
  return { type, bytes };
}

/** Takes a file out at the relay, for good. Rejects with a `RelayError` when the relay does not do it. */
export async function takeOutAttachment(place: AttachmentPlace, hash: string): Promise<void> {
  await callRelay(place.origin, "takeOutAttachment", askFor(place, hash));
}

/** @throws AttachmentError when it is larger than a file may be */
export function checkSize(bytes: Uint8Array): void {
  if (bytes.length <= limits.MAX_ATTACHMENT_BYTES) return;
  const megabytes = Math.floor(limits.MAX_ATTACHMENT_BYTES / 1024 / 1024);
  throw new AttachmentError("too-large", `A file may have ${megabytes} MB. Make it smaller before you add it.`);
}

function askFor({ workshop, token, signal }: AttachmentPlace, hash: string) {
  return { params: { workshop, hash }, token, signal };
}
