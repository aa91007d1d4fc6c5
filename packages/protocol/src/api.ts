/**
 * The relay's HTTP requests: one entry for each, with the schemas both ends check. The OpenAPI document and the typed
 * client follow from this table.
 */
import * as z from "zod";
import { INVITE_ROLES, PersonId, SEAT_ROLES, TableId, Token } from "./access.ts";
import {
  MAX_GREETING_WORD_LENGTH,
  MAX_GREETING_WORDS,
  MAX_INVITED_AT_ONCE,
  MAX_INVITING_BYTES,
  MAX_NAME_LENGTH,
  MAX_TABLES_BYTES,
  MAX_TOLD_TABLES,
} from "./limits.ts";

const WorkshopId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, "16 to 64 letters, digits, - and _");
const Time = z.number().int().nonnegative().describe("milliseconds since 1970");

/** Every refused request answers with one sentence that says what to do. */
export const Refusal = z.object({ error: z.string() });
export type Refusal = z.infer<typeof Refusal>;

/** What a device is given when it gets in. */
export const SeatAnswer = z.object({
  token: Token,
  expires: Time,
  workshop: WorkshopId,
  person: PersonId,
  role: z.enum(SEAT_ROLES),
  table: TableId.nullable(),
  /** Nobody has said yet at which of the tables: its person may, once. */
  mayChooseTable: z.boolean().optional(),
});
export type SeatAnswer = z.infer<typeof SeatAnswer>;

export const Invite = z.object({
  id: z.string(),
  /** What stands in a link. Whoever has it gets in, so it is told to facilitators only. */
  code: Token,
  /** The same as a few letters to read out and type; good on this relay only. */
  shortCode: z.string(),
  role: z.enum(INVITE_ROLES),
  table: TableId.nullable(),
  expires: Time.nullable(),
  /** Whoever comes by it is this person, on as many devices as need be; absent = everybody who comes is somebody new. */
  person: PersonId.optional(),
});
export type Invite = z.infer<typeof Invite>;

export const PersonAnswer = z.object({
  person: PersonId,
  role: z.enum(SEAT_ROLES),
  table: TableId.nullable(),
  /** Some device of this person is connected. */
  isHere: z.boolean(),
});
export type PersonAnswer = z.infer<typeof PersonAnswer>;

const GreetingWord = z.string().trim().min(1).max(MAX_GREETING_WORD_LENGTH);

/** A workshop's own words, for who has no seat yet: what it calls one of a kind, and many. The relay only keeps them. */
export const Greeting = z.object({
  words: z.array(z.object({ term: GreetingWord, one: GreetingWord, many: GreetingWord })).max(MAX_GREETING_WORDS),
});
export type Greeting = z.infer<typeof Greeting>;

/** What somebody holds who asks whether their device reaches the relay. */
const DEVICE_KINDS = ["phone", "laptop"] as const;

export const CheckedDevice = z.object({
  kind: z.enum(DEVICE_KINDS),
  /** How long the relay took to answer it, in milliseconds, as it measured; `null` until it has. */
  ms: z.number().int().nonnegative().nullable(),
  /** It is the relay's own computer: that says nothing about the network. */
  isRelay: z.boolean(),
});
export type CheckedDevice = z.infer<typeof CheckedDevice>;

const RoomCheck = z.object({ check: z.string(), expires: Time });

const Nothing = z.object({});

interface Endpoint {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** `{name}` stands for a part of the path. */
  readonly path: string;
  readonly summary: string;
  /** Who may ask: anybody; somebody with a seat, by `Authorization: Bearer <token>`; a facilitator of the workshop. */
  readonly by: "anybody" | "seat" | "facilitator";
  readonly body?: z.ZodType;
  /** What the body may take, where it is more than a few ids and a name. */
  readonly bodyBytes?: number;
  /** The body, or the answer, is a file's bytes and not JSON. */
  readonly bytes?: "body" | "answer";
  readonly answer: z.ZodType;
}

export const API = {
  claim: {
    method: "POST",
    path: "/api/workshops",
    summary: "Make a workshop known to this relay, or come back to it: the first secret claims it, for good.",
    by: "anybody",
    body: z.object({ id: WorkshopId, secret: Token.min(32), person: PersonId.optional() }),
    answer: SeatAnswer,
  },
  look: {
    method: "POST",
    path: "/api/look",
    summary: "What a code offers, before it is exchanged for a seat. Nothing changes by it.",
    by: "anybody",
    body: z.object({ code: z.string().trim().min(4).max(128), workshop: WorkshopId.optional() }),
    answer: z.object({
      workshop: WorkshopId,
      role: z.enum(INVITE_ROLES),
      table: TableId.nullable(),
      /** Whoever comes by it is somebody who is known already. */
      isPersonal: z.boolean(),
      /** The name this person goes by today, where the relay knows it. */
      name: z.string().optional(),
      /** How the workshop speaks, where it has words of its own. */
      greeting: Greeting.optional(),
    }),
  },
  join: {
    method: "POST",
    path: "/api/join",
    summary: "Exchange an invite's code, its short code, or a personal code for a seat and its token.",
    by: "anybody",
    body: z.object({
      code: z.string().trim().min(4).max(128),
      /** As the link names it; a code of another workshop is refused. Links of format 1 are understood with it only. */
      workshop: WorkshopId.optional(),
      /** The id this device has made for its person; absent = the relay makes one. A personal code brings its own. */
      person: PersonId.optional(),
      /** Says what a participant's invite leaves open. */
      role: z.enum(["customer", "colleague"]).optional(),
      /** The name for today; told to the workshop's answers. */
      name: z.string().trim().min(1).max(MAX_NAME_LENGTH).optional(),
      /** A token of this person on this relay: proves that the person is theirs. */
      token: Token.optional(),
    }),
    answer: SeatAnswer,
  },
  refresh: {
    method: "POST",
    path: "/api/refresh",
    summary: "A new token for the same seat; the old one ends soon after.",
    by: "seat",
    answer: SeatAnswer,
  },
  seat: { method: "GET", path: "/api/seat", summary: "The seat of this token.", by: "seat", answer: SeatAnswer },
  sit: {
    method: "POST",
    path: "/api/seat/table",
    summary:
      "Say at which table one sits: once, after joining by an invite that leaves it open. From then on a facilitator moves people.",
    by: "seat",
    body: z.object({ table: TableId }),
    answer: SeatAnswer,
  },
  personalCode: {
    method: "POST",
    path: "/api/personal-code",
    summary: "A code that gives this same person to a second device: once, within minutes.",
    by: "seat",
    answer: z.object({ code: z.string(), expires: Time }),
  },
  invites: {
    method: "GET",
    path: "/api/workshops/{workshop}/invites",
    summary: "All invites that hold.",
    by: "facilitator",
    answer: z.object({ invites: z.array(Invite) }),
  },
  invite: {
    method: "POST",
    path: "/api/workshops/{workshop}/invites",
    summary: "Make an invite. With a code that is there already, that invite is answered and nothing changes.",
    by: "facilitator",
    body: z.object({
      role: z.enum(INVITE_ROLES),
      table: TableId.nullable().default(null),
      expires: Time.nullable().default(null),
      /** Made by the device, so that the same link holds on every relay the workshop comes to; absent = by the relay. */
      code: Token.min(22).optional(),
    }),
    answer: Invite,
  },
  invitePeople: {
    method: "POST",
    path: "/api/workshops/{workshop}/personal-invites",
    summary:
      "Give people an invite each: whoever comes by its code is that person. Who has one keeps its code, for the role and table that are said now; seats that were taken stay as they are.",
    by: "facilitator",
    body: z.object({
      people: z
        .array(
          z.object({
            person: PersonId,
            role: z.enum(["facilitator", "moderator", "junior", "customer", "colleague"]),
            table: TableId.nullable().default(null),
          }),
        )
        .min(1)
        .max(MAX_INVITED_AT_ONCE),
      expires: Time.nullable().default(null),
    }),
    bodyBytes: MAX_INVITING_BYTES,
    answer: z.object({ invites: z.array(Invite) }),
  },
  revokeInvite: {
    method: "DELETE",
    path: "/api/workshops/{workshop}/invites/{invite}",
    summary: "End an invite. Seats it gave stay.",
    by: "facilitator",
    answer: Nothing,
  },
  people: {
    method: "GET",
    path: "/api/workshops/{workshop}/people",
    summary: "Everybody who has a seat.",
    by: "facilitator",
    answer: z.object({ people: z.array(PersonAnswer) }),
  },
  changeSeat: {
    method: "PATCH",
    path: "/api/workshops/{workshop}/people/{person}",
    summary: "Give a person another role or table; holds at once for all of their connections.",
    by: "facilitator",
    body: z.object({ role: z.enum(SEAT_ROLES).optional(), table: TableId.nullable().optional() }),
    answer: PersonAnswer,
  },
  revokePerson: {
    method: "DELETE",
    path: "/api/workshops/{workshop}/people/{person}",
    summary: "Take a person's seat: all of their tokens end, and their connections with them.",
    by: "facilitator",
    answer: Nothing,
  },
  greet: {
    method: "PUT",
    path: "/api/workshops/{workshop}/greeting",
    summary: "Say the workshop's own words, for whoever looks at a code of it and has no seat yet.",
    by: "facilitator",
    body: Greeting,
    answer: Nothing,
  },
  tables: {
    method: "PUT",
    path: "/api/workshops/{workshop}/tables",
    summary:
      "Say which tables the workshop has. While there are several, nobody who takes part is bound to none of them: who came to the only one so far stays there, others say at which they sit.",
    by: "facilitator",
    body: z.object({ tables: z.array(TableId).max(MAX_TOLD_TABLES) }),
    bodyBytes: MAX_TABLES_BYTES,
    answer: Nothing,
  },
  putAttachment: {
    method: "PUT",
    path: "/api/workshops/{workshop}/attachments/{hash}",
    summary:
      "Keep a picture or a sound under the SHA-256 of its bytes (base64url). The same file again changes nothing.",
    by: "seat",
    bytes: "body",
    answer: z.object({ hash: z.string(), bytes: z.number().int().nonnegative() }),
  },
  attachment: {
    method: "GET",
    path: "/api/workshops/{workshop}/attachments/{hash}",
    summary: "A file that was kept.",
    by: "seat",
    bytes: "answer",
    answer: Nothing,
  },
  takeOutAttachment: {
    method: "DELETE",
    path: "/api/workshops/{workshop}/attachments/{hash}",
    summary:
      "Take a picture or a sound out for good: its bytes are removed, and it is not taken again. Anybody with a seat may: nobody but the person in it knows who that is.",
    by: "seat",
    answer: Nothing,
  },
  scrub: {
    method: "POST",
    path: "/api/workshops/{workshop}/scrub",
    summary:
      "Write the stored bytes of the workshop anew, without what was emptied in them. For who has withdrawn what they said, and for facilitators.",
    by: "seat",
    answer: Nothing,
  },
  addresses: {
    method: "GET",
    path: "/api/address",
    summary: "Where other devices in the network reach this relay, the likeliest first.",
    by: "anybody",
    answer: z.object({ urls: z.array(z.string()) }),
  },
  beginCheck: {
    method: "POST",
    path: "/api/checks",
    summary:
      "Begin a check of the room: which devices reach this relay. Kept in memory for a while, by this relay alone; it knows of no workshop.",
    by: "anybody",
    answer: RoomCheck,
  },
  checkIn: {
    method: "POST",
    path: "/api/checks/{check}/devices",
    summary: "Say that this device reaches the relay, and how long the answer took. The same device again is one.",
    by: "anybody",
    body: z.object({
      /** Made by the device for this check alone. */
      device: Token.min(8).max(64),
      kind: z.enum(DEVICE_KINDS),
      ms: z.number().int().min(0).max(600_000).optional(),
    }),
    answer: RoomCheck,
  },
  checked: {
    method: "GET",
    path: "/api/checks/{check}",
    summary: "Which devices have reached the relay in this check, in the order in which they came.",
    by: "anybody",
    answer: RoomCheck.extend({ devices: z.array(CheckedDevice) }),
  },
} as const satisfies Record<string, Endpoint>;

export type ApiName = keyof typeof API;
type EndpointOf<N extends ApiName> = (typeof API)[N];
export type ApiBody<N extends ApiName> =
  EndpointOf<N> extends { readonly body: infer Body extends z.ZodType } ? z.input<Body> : undefined;
export type ApiAnswer<N extends ApiName> = z.output<EndpointOf<N>["answer"]>;
