/**
 * Why the relay closed a connection. Current y-websocket clients treat 4400–4499 as final and 4500–4599 as "try later".
 * The reason is a sentence for people; it says what to do and fits the 123 bytes of a close frame.
 */
export const CLOSE = {
  badRoom: { code: 4400, reason: "This address names no board. Open the link again, whole." },
  badToken: { code: 4401, reason: "This link is not valid here. Ask the facilitator for a new one." },
  noRight: { code: 4403, reason: "You may read this board, not change it." },
  notForYou: { code: 4403, reason: "This board is not open to you in this step. Ask your moderator." },
  seatEnded: { code: 4401, reason: "Your seat in this workshop has ended. Ask the facilitator for a new link." },
  elsewhere: { code: 4429, reason: "Too many windows are open for one person. Close some, then reload." },
  unknownWorkshop: {
    code: 4404,
    reason: "This relay does not know the workshop. Invite again from the laptop that has it.",
  },
  refusedUpdate: {
    code: 4409,
    reason: "A change was not in a form this relay takes. Reload; your copy stays on this device.",
  },
  tooLarge: { code: 4413, reason: "One change was too large to send. Import in smaller parts." },
  tooFast: { code: 4429, reason: "Too much was sent at once. Wait a minute, then reload." },
  roomFull: { code: 4407, reason: "This board is full. Start a new board; nothing is lost." },
  tooManyBoards: {
    code: 4407,
    reason: "This workshop has all the boards it can hold here. Use one that is there; nothing is lost.",
  },
  workshopFull: {
    code: 4407,
    reason: "This workshop has all it can hold here. Go on in a new one; your copy stays on this device.",
  },
  cannotStore: {
    code: 4507,
    reason: "The relay cannot store: its disk may be full. Your changes are kept here and sent later.",
  },
  engineAway: {
    code: 4502,
    reason: "The relay cannot reach its database or other relays. Your changes are kept here and sent later.",
  },
  unreadable: { code: 4508, reason: "The relay cannot read this board. Your copy is safe here; tell whoever runs it." },
  behind: { code: 4504, reason: "This device could not keep up. It connects again by itself." },
  draining: { code: 4503, reason: "The relay is stopping. Your changes are kept here and sent later." },
} as const satisfies Record<string, { code: number; reason: string }>;
export type CloseReason = (typeof CLOSE)[keyof typeof CLOSE];

/** `true` when trying again by itself cannot help. */
export function isFinalClose(code: number): boolean {
  return code >= 4400 && code <= 4499;
}
