/** What a shared workshop offers to whom: everybody the links, a facilitator the list of all invites as well. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { KnownWorkshop } from "../live/device.ts";
import { type Invite, type InviteRole, type WorkshopDesk, workshopDeskOf } from "../live/workshopDesk.ts";
import { useWords } from "../words/words.ts";
import { InviteList } from "./InviteList.tsx";
import { LinksToShare, type TableInvites, useOrigin } from "./LinksToShare.tsx";
import { relaySentence } from "./relaySentence.ts";

interface Props {
  readonly known: KnownWorkshop;
  readonly origins: readonly string[];
  /** The name for today, or a word for somebody who gave none. */
  readonly nameOf: (person: string) => string;
}

export function SharedInvites({ known, origins, nameOf }: Props) {
  const words = useWords();
  const [origin, setOrigin] = useOrigin(origins);
  const isFacilitator = known.seat?.role === "facilitator";
  const { invites, problem, act } = useInvites(known, isFacilitator);
  if (isFacilitator && !invites && problem === undefined)
    return <p role="status">{words.board.inviteDialog.sharing}</p>;
  return (
    <>
      <LinksToShare
        known={known}
        invites={invites ? invitesAmong(invites, known) : passedOn(known)}
        origins={origins}
        origin={origin}
        onOrigin={setOrigin}
      />
      {origin.startsWith("http:") && !isThisLaptop(origin) ? <p className="ui-hint">{words.laptop.inviteLan}</p> : null}
      {problem === undefined ? null : (
        <p className="board-problem" role="alert">
          {problem}
        </p>
      )}
      {invites ? (
        <InviteList
          known={known}
          origin={origin}
          invites={invites}
          nameOf={nameOf}
          onMake={(role, expires) => act((desk) => desk.makeInvite(role, expires))}
          onEnd={({ id }) => act((desk) => desk.endInvite(id))}
        />
      ) : null}
    </>
  );
}

/** Where pages are secure although they are not encrypted. */
function isThisLaptop(origin: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(origin).hostname);
}

/** Whose device has no list: the codes it knows itself. */
function passedOn({ seat, token, readToken }: KnownWorkshop): TableInvites {
  // A facilitator without the workshop's secret came by a code that is nobody else's.
  if (seat?.role === "facilitator" && readToken === undefined) return {};
  return {
    write: token === undefined ? undefined : { code: token },
    read: readToken === undefined ? undefined : { code: readToken },
  };
}

function invitesAmong(invites: readonly Invite[], { token, readToken }: KnownWorkshop): TableInvites {
  const find = (role: InviteRole, code: string | undefined) => {
    const offered = invites.filter(
      (invite) => invite.role === role && invite.table === null && invite.person === undefined,
    );
    return offered.find((invite) => invite.code === code) ?? offered[0];
  };
  return { write: find("participant", token), read: find("dais", readToken) };
}

interface ListedInvites {
  /** `undefined` for who may not see them, and until the relay has answered. */
  readonly invites: readonly Invite[] | undefined;
  readonly problem: string | undefined;
  readonly act: (work: (desk: WorkshopDesk) => Promise<unknown>) => void;
}

function useInvites(known: KnownWorkshop, isFacilitator: boolean): ListedInvites {
  const words = useWords();
  const desk = useMemo(() => (isFacilitator ? workshopDeskOf(known) : undefined), [known, isFacilitator]);
  const [invites, setInvites] = useState<readonly Invite[]>();
  const [problem, setProblem] = useState<string>();
  const act = useCallback(
    (work: (at: WorkshopDesk) => Promise<unknown>) => {
      const run = async (at: WorkshopDesk) => {
        await work(at);
        setInvites(await at.invites());
        setProblem(undefined);
      };
      if (desk) run(desk).catch((error: unknown) => setProblem(relaySentence(error, words)));
    },
    [desk, words],
  );
  useEffect(() => act(() => Promise.resolve()), [act]);
  return { invites, problem, act };
}
