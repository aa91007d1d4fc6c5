/** What a seat may ask the relay about its workshop: invites, people, and a code for a second device. */
import type { Invite, InviteRole, PersonAnswer, SeatRole } from "@sameside/protocol";
import { callRelay, type KnownWorkshop } from "@sameside/replica";

export type { Invite, InviteRole, PersonAnswer } from "@sameside/protocol";

/** Each asks the relay at once and rejects with a `RelayError`. All but `personalCode` are for facilitators. */
export interface WorkshopDesk {
  invites(): Promise<readonly Invite[]>;
  makeInvite(role: InviteRole): Promise<Invite>;
  /** Who came in by it stays. */
  endInvite(invite: string): Promise<void>;
  people(): Promise<readonly PersonAnswer[]>;
  changeSeat(person: string, to: { readonly role?: SeatRole; readonly table?: string | null }): Promise<void>;
  /** Takes the person's seat and closes what they have open. */
  endSeat(person: string): Promise<void>;
  /** `expires` in milliseconds since 1970. */
  personalCode(): Promise<{ readonly code: string; readonly expires: number }>;
}

/** `undefined` for a workshop that no relay has given a seat in. */
export function workshopDeskOf({ id: workshop, relay, seat }: KnownWorkshop): WorkshopDesk | undefined {
  if (relay === undefined || !seat) return undefined;
  const { token } = seat;
  return {
    invites: async () => (await callRelay(relay, "invites", { token, params: { workshop } })).invites,
    makeInvite: (role) => callRelay(relay, "invite", { token, params: { workshop }, body: { role } }),
    async endInvite(invite) {
      await callRelay(relay, "revokeInvite", { token, params: { workshop, invite } });
    },
    people: async () => (await callRelay(relay, "people", { token, params: { workshop } })).people,
    async changeSeat(person, to) {
      await callRelay(relay, "changeSeat", { token, params: { workshop, person }, body: to });
    },
    async endSeat(person) {
      await callRelay(relay, "revokePerson", { token, params: { workshop, person } });
    },
    personalCode: () => callRelay(relay, "personalCode", { token }),
  };
}
