/**
 * What a device and the relay say to each other on `/sync/<room>`.
 *
 * The conversation is y-websocket's, one message per WebSocket frame: `sync` (step 1 asks with a state vector, step 2
 * answers with what is missing, update carries an edit), `awareness` (presence) and `queryAwareness`. An unmodified
 * y-websocket provider needs nothing else and is sent nothing else.
 *
 * A client that offers the subprotocol `sameside.1` (the token follows as a second offered protocol) also gets:
 * `hello` first, and again when its seat has changed: the time, and who it is here; `rights` once and whenever they
 * change; `step` when the workshop is in one, and at every change; `stored(n)`: the first n sync frames (step 2 and
 * update) this client sent on this connection are on the relay's disk; `denied(n)`: frame n and all after it were not
 * taken; the rows of the answers it may read, sums of the others, and what the reveal has opened.
 * It may send `answersPut` (`answersStored` names what is on disk, `answersRefused` what never will be, and the row that
 * holds instead follows where the writer may read it), `reveal` (`opened` names those of the items that are open), and
 * `step`: when its `n` is not one more than the relay's, the answer is the step that holds.
 * An edit is echoed and broadcast only after it is on disk. When the right to write is given, the relay asks with a
 * step 1 again; counting goes on.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as z from "zod";
import { RIGHTS, SEAT_ROLES, Step } from "./access.ts";
import { ANSWER_REFUSALS, AnswerRows, OpenedItem, TallyNews } from "./answers.ts";
import { MAX_ANSWERS_PER_MESSAGE } from "./limits.ts";

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
  z.object({
    say: z.literal("hello"),
    now: z.number(),
    person: z.string(),
    role: z.enum(SEAT_ROLES),
    table: z.string().nullable(),
  }),
  z.object({ say: z.literal("rights"), right: z.enum(RIGHTS) }),
  z.object({ say: z.literal("step"), step: Step }),
  z.object({ say: z.literal("stored"), frames: z.number().int().nonnegative() }),
  z.object({ say: z.literal("denied"), frame: z.number().int().positive() }),
  z.object({ say: z.literal("answers"), rows: AnswerRows }),
  /** Keys as of `answerKey`, with the time of the row that is on disk (it may be a later one than was sent). */
  z.object({ say: z.literal("answersStored"), keys: z.array(z.object({ key: z.string(), time: z.number() })) }),
  z.object({
    say: z.literal("answersRefused"),
    keys: z.array(z.object({ key: z.string(), time: z.number(), why: z.enum(ANSWER_REFUSALS) })),
  }),
  z.object({ say: z.literal("tallies"), tallies: z.array(TallyNews) }),
  z.object({ say: z.literal("opened"), items: z.array(OpenedItem) }),
]);
export type FromRelay = z.infer<typeof FromRelay>;

export const FromDevice = z.discriminatedUnion("say", [
  z.object({ say: z.literal("answersPut"), rows: AnswerRows }),
  z.object({ say: z.literal("reveal"), items: z.array(OpenedItem).max(MAX_ANSWERS_PER_MESSAGE) }),
  z.object({ say: z.literal("step"), step: Step }),
]);
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
