/** Limits that both ends know. The client checks them before it sends and says so; the relay enforces them. */

/** One message, live or first, in bytes. A 5,000-card import is one update of about 1 MB. */
export const MAX_MESSAGE_BYTES = 8 * 1024 * 1024;
/** One room's stored bytes: snapshot and log together. */
export const MAX_ROOM_BYTES = 64 * 1024 * 1024;
/** Boards of one workshop, … */
export const MAX_WORKSHOP_BOARDS = 500;
/** … and stored bytes of all its rooms. A table's board after a day is a few megabytes. */
export const MAX_WORKSHOP_ROOM_BYTES = 2 * 1024 * 1024 * 1024;
/** One presence state, encoded, in bytes. */
export const MAX_PRESENCE_BYTES = 1024;
/**
 * Presence states one connection may speak for at once: the tabs that one person has open on one board. Who has more of
 * them writes and reads in each; only the cursors of the last ones are not told.
 */
export const MAX_PRESENCE_CLIENTS = 16;
/** Things that one presence state names as chosen or in the hand; fewer where it would be too large. */
export const MAX_PRESENCE_THINGS = 16;
/** How far from a sheet's corner presence may speak of, in layout units. */
export const MAX_PRESENCE_COORDINATE = 1_000_000;
/** One answer's value, encoded as JSON, in bytes. */
export const MAX_ANSWER_BYTES = 2048;
/** Changes sent to a facilitator travel as answers, cut into parts: base64url characters in each, and parts. */
export const MAX_PROPOSAL_PART_LENGTH = 1_800;
export const MAX_PROPOSAL_PARTS = 200;
/** … and what they may unpack to, in bytes: a few kilobytes may claim to be a gigabyte. */
export const MAX_PROPOSAL_BYTES = 4 * 1024 * 1024;
/** Answers in one message. */
export const MAX_ANSWERS_PER_MESSAGE = 200;
/** How deep shared types may lie below a root: root, entity, long text. */
export const MAX_TYPE_DEPTH = 3;
/** How deep plain JSON inside one value may be nested. */
export const MAX_VALUE_DEPTH = 8;
/** Shared types one room may hold: entities and their long texts. */
export const MAX_ROOM_TYPES = 200_000;
/** What one connection may send: bytes per second, sustained … */
export const MAX_BYTES_PER_SECOND = 1024 * 1024;
/** … and in one burst. */
export const MAX_BURST_BYTES = 16 * 1024 * 1024;
/** A client that hears nothing for 30 s drops the connection, so the relay says something at least this often (ms). */
export const HEARTBEAT_MS = 12_000;
/** A change of what somebody may do holds for their connections within so long, on every relay (ms). */
export const RIGHTS_HOLD_WITHIN_MS = 1_000;
/** A name for today, in characters. */
export const MAX_NAME_LENGTH = 60;
/** What a workshop tells whoever looks at one of its codes of its own words: so many, of so many characters each. */
export const MAX_GREETING_WORDS = 20;
export const MAX_GREETING_WORD_LENGTH = 60;
/** Workshop ids, secrets and tokens: base64url without padding. */
export const MAX_SECRET_LENGTH = 128;
/** Tables that may stay in the step before while the others have gone on … */
export const MAX_STAYING_TABLES = 250;
/** … and for how long at most, in milliseconds. */
export const MAX_STAY_MS = 15 * 60 * 1000;
/** Tables that a workshop tells the relay of, and what that may take, in bytes. */
export const MAX_TOLD_TABLES = 1_000;
export const MAX_TABLES_BYTES = 80 * 1024;
/** Connections one person may have open at once: rooms times devices. */
export const MAX_CONNECTIONS_PER_PERSON = 64;
/** Presence states one room tells of. */
export const MAX_ROOM_PRESENCE = 10_000;
/** Attempts to join from one address, and with one code: in one burst, and per minute after it. A hall shares an address. */
export const MAX_JOINS_PER_ADDRESS_BURST = 2_500;
export const MAX_JOINS_PER_ADDRESS_MINUTE = 120;
/** Attempts with a code that is none, from one address: in one burst, and per minute after it. */
export const MAX_WRONG_CODES_BURST = 20;
export const MAX_WRONG_CODES_MINUTE = 6;
/** Workshops one address may bring to a relay: in one burst, and per minute after it. */
export const MAX_CLAIMS_BURST = 50;
export const MAX_CLAIMS_MINUTE = 5;
/** Times one address may come back to workshops by their secret: in one burst, and per minute after it. */
export const MAX_RETURNS_BURST = 200;
export const MAX_RETURNS_MINUTE = 30;
/** Times one address may ask that stored bytes are written anew: in one burst, and per minute after it. */
export const MAX_SCRUBS_BURST = 60;
export const MAX_SCRUBS_MINUTE = 30;
/** People of one workshop, and invites. */
export const MAX_PEOPLE = 20_000;
export const MAX_INVITES = 1_000;
/** People that one request may give personal invites to, and what such a request may take, in bytes. */
export const MAX_INVITED_AT_ONCE = 200;
export const MAX_INVITING_BYTES = 64 * 1024;
/** Tokens of one person that hold at once. */
export const MAX_TOKENS_PER_PERSON = 20;
/** How long a token holds when it is not refreshed, in milliseconds … */
export const TOKEN_LIFE_MS = 90 * 24 * 60 * 60 * 1000;
/** … when it was: another tab of the same device may still use it … */
export const REFRESHED_TOKEN_LIFE_MS = 24 * 60 * 60 * 1000;
/** … and a personal code. */
export const PERSONAL_CODE_LIFE_MS = 10 * 60 * 1000;
/** Rows of answers one workshop may hold. */
export const MAX_WORKSHOP_ANSWERS = 500_000;
/** One attachment, and all of one workshop, in bytes. */
export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;
export const MAX_WORKSHOP_ATTACHMENT_BYTES = 1024 * 1024 * 1024;
/** Attachments that one person brings to a workshop, and their bytes. */
export const MAX_PERSON_ATTACHMENTS = 300;
export const MAX_PERSON_ATTACHMENT_BYTES = 250 * 1024 * 1024;
/** Of fewer people than this no sum is told, nor the next sum before as many answers differ from the last one told. */
export const MIN_TALLY_PEOPLE = 3;
/** Parts of one answer that are counted, the length of each in characters, and different ones that one sum tells. */
export const MAX_COUNTED_PARTS = 20;
export const MAX_COUNTED_LENGTH = 64;
export const MAX_TOLD_PARTS = 1_000;
/** How far a row's time may be ahead of the relay's clock, in milliseconds. */
export const MAX_CLOCK_AHEAD_MS = 60_000;
/** How long answers that are kept for a day are kept at most, in milliseconds. */
export const DAY_ANSWER_LIFE_MS = 36 * 60 * 60 * 1000;
/** Items that the reveal may open in one workshop. */
export const MAX_OPENED_ITEMS = 20_000;
/** Pixels of one picture: a few kilobytes may claim to be a wall of them, and every device would have to unpack it. */
export const MAX_PICTURE_PIXELS = 64 * 1024 * 1024;
/** Room checks that one relay keeps at once, devices that one tells of, and how long one holds, in milliseconds. */
export const MAX_ROOM_CHECKS = 200;
export const MAX_CHECKED_DEVICES = 100;
export const ROOM_CHECK_LIFE_MS = 30 * 60 * 1000;
/** Requests of room checks from one address: in one burst, and per minute after it. A room shares an address. */
export const MAX_CHECKS_BURST = 300;
export const MAX_CHECKS_MINUTE = 240;
