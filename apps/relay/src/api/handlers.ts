/** What each entry of the API's table does. */
import type { API, ApiAnswer, ApiName } from "@sameside/protocol";
import type * as z from "zod";
import type { Access } from "../access/access.ts";
import type { Attendances } from "../access/attendances.ts";
import { Refused } from "../access/refused.ts";
import type { Entry } from "../access/seats.ts";
import type { RoomChecks } from "../checks/roomChecks.ts";
import type { Scrubbing } from "../withdrawal/scrubbing.ts";
import type { Attachments } from "./attachmentsPort.ts";

type BodyOf<N extends ApiName> = (typeof API)[N] extends { readonly body: infer Body extends z.ZodType }
  ? z.output<Body>
  : undefined;

/** A request whose path, body and sender were checked. */
export interface Ask<Body> {
  readonly body: Body;
  readonly params: Readonly<Record<string, string>>;
  /** The address it came from, to count by. */
  readonly address: string;
  /** It came from the relay's own computer. */
  readonly isRelay: boolean;
  /** Who asks, and with which token. @throws Refused when the entry is for anybody and nobody was proved */
  readonly entry: () => Entry;
  readonly token: string;
}

/** Files are not JSON: the router has ways of its own for them. */
type JsonName = Exclude<ApiName, "putAttachment" | "attachment">;
export type Handlers = { readonly [N in JsonName]: (ask: Ask<BodyOf<N>>) => Promise<ApiAnswer<N>> };

export interface HandlerParts {
  readonly access: Access;
  readonly attendances: Pick<Attendances, "present">;
  readonly attachments: Pick<Attachments, "takeOut">;
  readonly scrubbing: Pick<Scrubbing, "scrub">;
  readonly roomChecks: RoomChecks;
  /** Where other devices reach this relay. */
  readonly urls: () => string[];
}

export function handlersOf({ access, attendances, attachments, scrubbing, roomChecks, urls }: HandlerParts): Handlers {
  const { invites, seats, tables, joining, workshops } = access;
  return {
    claim: ({ body, address }) => joining.claim(body, address),
    look: ({ body, address }) => joining.look(body, address),
    join: ({ body, address }) => joining.join(body, address),
    refresh: ({ entry }) => seats.refresh(entry()),
    seat: ({ entry, token }) => seats.answerOf(entry(), token),
    async sit({ body, entry, token }) {
      const { seat, expires } = entry();
      return tables.sit(seat, body.table, { token, expires });
    },
    personalCode: ({ entry }) => joining.makePersonalCode(entry().seat),
    async invites({ params }) {
      return { invites: [...(await invites.list(workshopIn(params)))] };
    },
    invite: ({ body, params }) => invites.make(workshopIn(params), body),
    async invitePeople({ body: { people, expires }, params }) {
      const asked = people.map((each) => ({ ...each, expires }));
      return { invites: [...(await invites.makePersonal(workshopIn(params), asked))] };
    },
    async revokeInvite({ params }) {
      await invites.end(workshopIn(params), params["invite"] ?? "");
      return {};
    },
    async people({ params }) {
      const [places, present] = [await seats.places(workshopIn(params)), await attendances.present(workshopIn(params))];
      return { people: [...places].map(([person, place]) => ({ person, ...place, isHere: present.has(person) })) };
    },
    async changeSeat({ body, params }) {
      const { person, role, table } = await tables.change(personIn(params), {
        ...(body.role !== undefined && { role: body.role }),
        ...(body.table !== undefined && { table: body.table }),
      });
      return { person, role, table, isHere: (await attendances.present(workshopIn(params))).has(person) };
    },
    async revokePerson({ params }) {
      const { workshop, person } = personIn(params);
      // First the way back in.
      await invites.endPersonal(workshop, person);
      await seats.end({ workshop, person });
      return {};
    },
    async greet({ body, params }) {
      await workshops.greet(workshopIn(params), body);
      return {};
    },
    async tables({ body, params }) {
      await tables.tell(workshopIn(params), body.tables);
      return {};
    },
    async takeOutAttachment({ entry, params }) {
      await attachments.takeOut(entry().seat, params["hash"] ?? "");
      return {};
    },
    async scrub({ entry, address }) {
      await scrubbing.scrub(entry().seat, address);
      return {};
    },
    async addresses() {
      return { urls: urls() };
    },
    async beginCheck({ address }) {
      return roomChecks.begin(address);
    },
    async checkIn({ body, params, address, isRelay }) {
      return roomChecks.checkIn(params["check"] ?? "", body, { address, isRelay });
    },
    async checked({ params, address }) {
      return roomChecks.devicesIn(params["check"] ?? "", address);
    },
  };
}

function workshopIn(params: Readonly<Record<string, string>>): string {
  const workshop = params["workshop"];
  if (workshop === undefined) throw new Refused(404, "There is nothing at this address.");
  return workshop;
}

function personIn(params: Readonly<Record<string, string>>) {
  return { workshop: workshopIn(params), person: params["person"] ?? "" };
}
