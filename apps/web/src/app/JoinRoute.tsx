/** Takes an invite: looks what it offers, asks for a name, takes the seat, takes the code out of the address, and goes to the board. */
import type { Device, KnownWorkshop } from "@sameside/replica";
import { useEffect, useEffectEvent, useState } from "react";
import { asksConsent } from "../join/consent.ts";
import { type You, YouScreen } from "../join/YouScreen.tsx";
import { lookAtCode } from "../live/workshopDesk.ts";
import { recall, remember } from "../ui/remembered.ts";
import { inOwnTerms, termsFrom } from "../words/ownTerms.ts";
import { useWords, WordsContext } from "../words/words.ts";
import { joinSentence } from "./joinSentence.ts";
import { Notice, Waiting } from "./Notice.tsx";
import { NAME_KEY } from "./nameKey.ts";
import { beforeAddress, boardAddress, type JoinAddress, route } from "./routes.ts";
import { FIRST_GROUP } from "./workshops.ts";

interface Props {
  readonly device: Device;
  readonly invite: JoinAddress;
}

type Offer = Awaited<ReturnType<typeof lookAtCode>>;

type State =
  | { readonly is: "looking" }
  | { readonly is: "asking" | "joining"; readonly offer: Offer; readonly problem?: string }
  | { readonly is: "refused"; readonly why: string };

export function JoinRoute({ device, invite }: Props) {
  const words = useWords();
  const say = words.app.join;
  const [state, setState] = useState<State>({ is: "looking" });

  const look = async () => {
    setState({ is: "looking" });
    try {
      const known = await whoWasHere(device, invite);
      if (known) return await comeBack(device, invite, known);
      const offer = await lookAtCode(location.origin, invite.code, invite.link?.id);
      const before = offer.isPersonal ? undefined : await seatedIn(device, offer.workshop);
      // Who moves to another device is somebody already; a name is asked of who has none yet.
      if (invite.to === "own" && offer.name !== undefined) goTo(await seatBy(device, invite), invite);
      else if (before) await comeBack(device, invite, before);
      else setState({ is: "asking", offer });
    } catch (error) {
      setState({ is: "refused", why: joinSentence(error, words) });
    }
  };
  const lookFirst = useEffectEvent(look);
  useEffect(() => {
    void lookFirst();
  }, []);

  if (state.is === "looking") return <Waiting />;
  if (state.is === "refused") return <Notice title={say.refusedTitle} text={state.why} onAgain={() => void look()} />;
  const { offer } = state;
  const own = inOwnTerms(words, termsFrom(offer.greeting?.words));
  const asksRole = offer.role === "participant";
  // Consent stands before the map, not before the page of what to do until the day.
  const isFirst = asksConsent(offer.role) && !invite.isBefore;
  const take = async (you: You) => {
    remember(NAME_KEY, you.name);
    setState({ is: "joining", offer });
    try {
      goTo(await seatBy(device, invite, { name: you.name, ...(asksRole && { role: you.role }) }), invite);
    } catch (error) {
      setState({ is: "asking", offer, problem: joinSentence(error, own) });
    }
  };
  return (
    <WordsContext value={own}>
      <YouScreen
        lead={own.app.join.leads[leadOf(offer)]}
        firstName={offer.name ?? (offer.isPersonal ? "" : (recall(NAME_KEY) ?? ""))}
        isKnown={offer.isPersonal}
        asksRole={asksRole}
        isFirst={isFirst}
        go={isFirst || invite.isBefore ? own.joining.next : own.app.join.go}
        isBusy={state.is === "joining"}
        problem={state.is === "asking" ? state.problem : undefined}
        onDone={(you) => void take(you)}
      />
    </WordsContext>
  );
}

/** A link names its workshop: who has it here already, from this relay or as who made it. */
async function whoWasHere(device: Device, { link }: JoinAddress): Promise<KnownWorkshop | undefined> {
  const known = (await device.workshops()).find(({ id }) => id === link?.id);
  return known && (known.secret !== undefined || known.relay === location.origin) ? known : undefined;
}

/** A code that was typed names its workshop only when it is looked at. */
async function seatedIn(device: Device, workshop: string): Promise<KnownWorkshop | undefined> {
  return (await device.workshops()).find(
    ({ id, secret, seat, relay }) => id === workshop && (secret !== undefined || (seat && relay === location.origin)),
  );
}

/** Who has been here needs no questions; a link that gives more than they have is taken, where the relay answers. */
async function comeBack(device: Device, invite: JoinAddress, known: KnownWorkshop): Promise<void> {
  const seated = known.seat ? await seatBy(device, invite).catch(() => known) : known;
  await device.remember({ ...seated, openedAt: Date.now() });
  goTo(seated, invite);
}

async function seatBy(device: Device, { code, link }: JoinAddress, you: Partial<You> = {}): Promise<KnownWorkshop> {
  const known = await device.join(code, location.origin, { ...(link && { link }), ...you });
  if (known.group !== "") return known;
  const placed = { ...known, group: FIRST_GROUP };
  await device.remember(placed);
  return placed;
}

function goTo({ id, group }: KnownWorkshop, { isBefore }: JoinAddress): void {
  route.replace(isBefore ? beforeAddress(id) : boardAddress(id, group));
}

function leadOf({ role }: Offer): "write" | "read" | "help" {
  if (role === "dais") return "read";
  return role === "participant" || role === "customer" || role === "colleague" ? "write" : "help";
}
