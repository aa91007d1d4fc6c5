/** Takes an invite: asks two short questions, takes the seat, takes the code out of the address, and goes to the board. */
import type { Device, KnownWorkshop } from "@sameside/replica";
import { useEffect, useEffectEvent, useState } from "react";
import { recall, remember } from "../ui/remembered.ts";
import { useWords } from "../words/words.ts";
import { joinSentence } from "./joinSentence.ts";
import { Notice, Waiting } from "./Notice.tsx";
import { beforeAddress, boardAddress, type JoinAddress, route } from "./routes.ts";
import { FIRST_GROUP } from "./workshops.ts";
import { NAME_KEY, type You, YouForm } from "./YouForm.tsx";

interface Props {
  readonly device: Device;
  readonly invite: JoinAddress;
}

type State =
  | { readonly is: "looking" | "joining" }
  | { readonly is: "asking"; readonly problem?: string }
  | { readonly is: "refused"; readonly why: string };

export function JoinRoute({ device, invite }: Props) {
  const words = useWords();
  const { join: say } = words.app;
  const [state, setState] = useState<State>({ is: "looking" });

  const take = async (you?: You) => {
    setState({ is: "joining" });
    try {
      goTo(await seatBy(device, invite, you), invite);
    } catch (error) {
      const why = joinSentence(error, words);
      setState(you ? { is: "asking", problem: why } : { is: "refused", why });
    }
  };
  const look = useEffectEvent(async () => {
    const known = (await device.workshops()).find(({ id }) => id === invite.link?.id);
    if (known && (known.secret !== undefined || known.relay === location.origin)) await comeBack(device, invite, known);
    else if (invite.to === "own") await take();
    else setState({ is: "asking" });
  });
  useEffect(() => {
    void look();
  }, []);

  if (state.is === "looking") return <Waiting />;
  if (state.is === "refused") return <Notice title={say.refusedTitle} text={state.why} onAgain={() => void take()} />;
  if (invite.to === "own") return <Waiting />;
  return (
    <YouForm
      lead={say.leads[invite.to]}
      firstName={recall(NAME_KEY) ?? ""}
      asksRole={invite.to === "write"}
      isBusy={state.is === "joining"}
      problem={state.is === "asking" ? state.problem : undefined}
      onDone={(you) => {
        remember(NAME_KEY, you.name);
        void take(you);
      }}
    />
  );
}

/** Who has been here needs no questions; a link that gives more than they have is taken, where the relay answers. */
async function comeBack(device: Device, invite: JoinAddress, known: KnownWorkshop): Promise<void> {
  const seated = known.seat ? await seatBy(device, invite).catch(() => known) : known;
  await device.remember({ ...seated, openedAt: Date.now() });
  goTo(seated, invite);
}

async function seatBy(device: Device, { code, link, to }: JoinAddress, you?: You): Promise<KnownWorkshop> {
  const known = await device.join(code, location.origin, {
    ...(link && { link }),
    ...(you && { name: you.name }),
    ...(you && to === "write" && { role: you.role }),
  });
  if (known.group !== "") return known;
  const placed = { ...known, group: FIRST_GROUP };
  await device.remember(placed);
  return placed;
}

function goTo({ id, group }: KnownWorkshop, { isBefore }: JoinAddress): void {
  route.replace(isBefore ? beforeAddress(id) : boardAddress(id, group));
}
