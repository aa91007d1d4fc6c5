/**
 * What a device and the relay say to each other on `/sync/<room>`.
 *
 * The conversation is y-websocket's, one message per WebSocket frame: `sync` (step 1 asks with a state vector, step 2
 * answers with what is missing, update carries an edit), `awareness` (presence) and `queryAwareness`. An unmodified
 * y-websocket provider needs nothing else and is sent nothing else.
 *
 * A client that offers the subprotocol `sameside.1` (the token follows as a second offered protocol) also gets:
 * `hello` once, first; `rights` once and whenever they change; `stored(n)`: the first n sync frames (step 2 and update)
 * this client sent on this connection are on the relay's disk; `denied(n)`: frame n and all after it were not taken;
 * and the rows of the answers it may read. It may send `answersPut`; `answersStored` names what is on disk.
 * An edit is echoed and broadcast only after it is on disk.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as z from "zod";
import { AnswerRows } from "./answers.ts";

export const SUBPROTOCOL = "sameside.1";

/** y-websocket's message types. */
export const MESSAGE_SYNC = 0;
export const MESSAGE_AWARENESS = 1;
export const MESSAGE_QUERY_AWARENESS = 3;
/** Ours: one type, then JSON. Far from y-websocket's numbers, below the one-byte limit of a varint. */
export const MESSAGE_SAMESIDE = 100;

/** y-protocols' sync submessages. */
export const SYNC_STEP_1 = 0;
export const SYNC_STEP_2 = 1;
export const SYNC_UPDATE = 2;

export const FromRelay = z.discriminatedUnion("say", [
  z.object({ say: z.literal("hello"), now: z.number() }),
  z.object({ say: z.literal("rights"), right: z.enum(["write", "read"]) }),
  z.object({ say: z.literal("stored"), frames: z.number().int().nonnegative() }),
  z.object({ say: z.literal("denied"), frame: z.number().int().positive() }),
  z.object({ say: z.literal("answers"), rows: AnswerRows }),
  /** Keys as of `answerKey`, with the time of the row that is on disk (it may be a later one than was sent). */
  z.object({ say: z.literal("answersStored"), keys: z.array(z.object({ key: z.string(), time: z.number() })) }),
]);
export type FromRelay = z.infer<typeof FromRelay>;

export const FromDevice = z.discriminatedUnion("say", [z.object({ say: z.literal("answersPut"), rows: AnswerRows })]);
export type FromDevice = z.infer<typeof FromDevice>;

/** One whole frame. */
export function encodeMessage(message: FromRelay | FromDevice): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SAMESIDE);
  encoding.writeVarString(encoder, JSON.stringify(message));
  return encoding.toUint8Array(encoder);
}

/** Reads the JSON behind the type of a `MESSAGE_SAMESIDE` frame; `undefined` when it is not one of `schema`. */
export function readMessage<T>(decoder: decoding.Decoder, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(decoding.readVarString(decoder))).data;
  } catch {
    return undefined;
  }
}
