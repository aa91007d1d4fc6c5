/** A facilitator's list of the invites that hold: copy one, end one, add one for those who help. */
import { Ellipsis, Plus } from "lucide-react";
import { useState } from "react";
import type { KnownWorkshop } from "../live/device.ts";
import type { Invite, InviteRole } from "../live/workshopDesk.ts";
import { Choice } from "../ui/Choice.tsx";
import { Menu } from "../ui/Menu.tsx";
import { useWords } from "../words/words.ts";
import { Confirm } from "./Confirm.tsx";
import { type InviteKind, inviteLink } from "./inviteLinks.ts";
import { LinkField } from "./LinkField.tsx";

interface Props {
  readonly known: KnownWorkshop;
  readonly origin: string;
  readonly invites: readonly Invite[];
  /** The name for today, or a word for somebody who gave none. */
  readonly nameOf: (person: string) => string;
  /** `expires`: in milliseconds since 1970; `null` for one without an end. */
  readonly onMake: (role: InviteRole, expires: number | null) => void;
  readonly onEnd: (invite: Invite) => void;
}

/** How long a new invite holds: to the end of this day, of the same day next week, or for good. */
const LASTING = ["open", "today", "week"] as const;
type Lasting = (typeof LASTING)[number];
const DAYS_LEFT = { today: 1, week: 8 } as const;

const OFFERED: readonly InviteRole[] = ["participant", "dais", "moderator", "junior", "facilitator"];

export function InviteList({ known, origin, invites, nameOf, onMake, onEnd }: Props) {
  const say = useWords().board.inviteList;
  const [lasting, setLasting] = useState<Lasting>("open");
  const personal = invites.filter(({ person }) => person !== undefined);
  const linesOf = (some: readonly Invite[]) => (
    <ul>
      {some.map((invite) => (
        <InviteLine
          key={invite.id}
          known={known}
          origin={origin}
          invite={invite}
          name={invite.person === undefined ? undefined : nameOf(invite.person)}
          onEnd={() => onEnd(invite)}
        />
      ))}
    </ul>
  );
  return (
    <section className="board-desk" aria-label={say.title}>
      <header className="board-desk-head">
        <h3>{say.title}</h3>
        <Menu
          label={say.add}
          look="plain"
          actions={OFFERED.map((role) => ({
            id: role,
            label: say.roles[role],
            act: () => onMake(role, endOf(lasting, new Date())),
          }))}
        >
          <Plus size={15} aria-hidden />
          {say.add}
        </Menu>
      </header>
      <Choice
        label={say.lasting}
        value={lasting}
        onChange={setLasting}
        options={LASTING.map((value) => ({ value, label: say.lasts[value] }))}
      />
      {linesOf(invites.filter(({ person }) => person === undefined))}
      {personal.length === 0 ? null : (
        <details>
          <summary>{say.personal(personal.length)}</summary>
          {linesOf(personal)}
        </details>
      )}
    </section>
  );
}

/** By this device's clock and where it is: midnight is when the day is over for who invites. */
function endOf(lasting: Lasting, now: Date): number | null {
  if (lasting === "open") return null;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + DAYS_LEFT[lasting]).getTime();
}

/** The last day on which it holds. */
function dayInWords(expires: number): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" }).format(expires - 1);
}

interface LineProps {
  readonly known: KnownWorkshop;
  readonly origin: string;
  readonly invite: Invite;
  /** Whose own it is; `undefined` for one that is for everybody. */
  readonly name: string | undefined;
  readonly onEnd: () => void;
}

function InviteLine({ known, origin, invite, name, onEnd }: LineProps) {
  const say = useWords().board.inviteList;
  const [shows, setShows] = useState<"line" | "link" | "confirm">("line");
  const role = name === undefined ? say.roles[invite.role] : say.personOf(name, say.roles[invite.role]);
  return (
    <li>
      <div className="board-desk-line">
        <span className="board-desk-what">
          {role}
          {invite.expires === null ? null : <small>{say.until(dayInWords(invite.expires))}</small>}
        </span>
        <code>{invite.shortCode}</code>
        <Menu
          label={say.more(role, invite.shortCode)}
          actions={[
            { id: "link", label: say.showLink, act: () => setShows("link") },
            { id: "end", label: say.end, danger: true, parted: true, act: () => setShows("confirm") },
          ]}
        >
          <Ellipsis size={17} aria-hidden />
        </Menu>
      </div>
      {shows === "link" ? (
        <LinkField
          label={say.link(role)}
          copyLabel={say.copyLink(role)}
          link={inviteLink(origin, known, invite.code, KINDS[invite.role])}
          first
        />
      ) : null}
      {shows === "confirm" ? (
        <Confirm question={say.endQuestion} go={say.endGo} onGo={onEnd} onKeep={() => setShows("line")} />
      ) : null}
    </li>
  );
}

const KINDS: Record<InviteRole, InviteKind> = {
  participant: "write",
  dais: "read",
  moderator: "help",
  junior: "help",
  customer: "write",
  colleague: "write",
  facilitator: "help",
};
