/** What a seat may ask the relay about its workshop: invites, people, and a code for a second device. */
import {
  type ApiAnswer,
  type ApiBody,
  type Greeting,
  type Invite,
  type InviteRole,
  limits,
  type PersonAnswer,
  type SeatRole,
} from "@sameside/protocol";
import { callRelay, type KnownWorkshop } from "@sameside/replica";

export type { Invite, InviteRole, PersonAnswer } from "@sameside/protocol";

/** Who somebody is and where they sit, as their personal invite says it. */
type InvitedPerson = ApiBody<"invitePeople">["people"][number];

/** What a person's invite is on a table card: good on as many devices as need be, until it is ended. */
interface PersonalCode {
  readonly person: string;
  /** What stands in a link. */
  readonly code: string;
  /** To read out and type. */
  readonly shortCode: string;
}

/** Each asks the relay at once and rejects with a `RelayError`. All but `personalCode` are for facilitators. */
export interface WorkshopDesk {
  invites(): Promise<readonly Invite[]>;
  /** `expires`: in milliseconds since 1970; `null` for one without an end. */
  makeInvite(role: InviteRole, expires: number | null): Promise<Invite>;
  /**
   * An invite for each of these people, however many; who has one that holds keeps its codes. Seats that were taken stay
   * as they are: `changeSeat` moves them.
   */
  invitePeople(people: readonly InvitedPerson[]): Promise<readonly PersonalCode[]>;
  /** Who came in by it stays. */
  endInvite(invite: string): Promise<void>;
  people(): Promise<readonly PersonAnswer[]>;
  changeSeat(person: string, to: { readonly role?: SeatRole; readonly table?: string | null }): Promise<void>;
  /** Takes the person's seat and closes what they have open. */
  endSeat(person: string): Promise<void>;
  /** Says the workshop's own words to whoever looks at a code of it. */
  greet(greeting: Greeting): Promise<void>;
  /** Says which tables there are: who comes by an invite that names none is asked at which they sit. */
  tellTables(tables: readonly string[]): Promise<void>;
  /** `expires` in milliseconds since 1970. */
  personalCode(): Promise<{ readonly code: string; readonly expires: number }>;
}

/** `undefined` for a workshop that no relay has given a seat in. */
export function workshopDeskOf({ id: workshop, group, relay, seat }: KnownWorkshop): WorkshopDesk | undefined {
  if (relay === undefined || !seat) return undefined;
  const { token } = seat;
  return {
    invites: async () => (await callRelay(relay, "invites", { token, params: { workshop } })).invites,
    // A junior facilitator helps at one table (S2-6).
    makeInvite: (role, expires) =>
      callRelay(relay, "invite", {
        token,
        params: { workshop },
        body: { role, table: role === "junior" ? group : null, expires },
      }),
    async invitePeople(people) {
      const codes: PersonalCode[] = [];
      for (let start = 0; start < people.length; start += limits.MAX_INVITED_AT_ONCE) {
        const body = { people: people.slice(start, start + limits.MAX_INVITED_AT_ONCE) };
        const { invites } = await callRelay(relay, "invitePeople", { token, params: { workshop }, body });
        for (const { person, code, shortCode } of invites)
          if (person !== undefined) codes.push({ person, code, shortCode });
      }
      return codes;
    },
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
    async greet(greeting) {
      await callRelay(relay, "greet", { token, params: { workshop }, body: greeting });
    },
    async tellTables(tables) {
      await callRelay(relay, "tables", { token, params: { workshop }, body: { tables: [...tables] } });
    },
    personalCode: () => callRelay(relay, "personalCode", { token }),
  };
}

/** What a code offers, before it is used. Rejects with a `RelayError`. */
export function lookAtCode(relay: string, code: string, workshop?: string): Promise<ApiAnswer<"look">> {
  return callRelay(relay, "look", { body: { code, ...(workshop !== undefined && { workshop }) } });
}
