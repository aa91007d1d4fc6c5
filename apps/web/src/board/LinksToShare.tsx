/** The invite as a code to scan, as links to copy, and as letters to read out. */
import { useMemo, useState } from "react";
import type { KnownWorkshop } from "../live/device.ts";
import { Choice } from "../ui/Choice.tsx";
import { useWords } from "../words/words.ts";
import { inviteLink, isOnlyHere } from "./inviteLinks.ts";
import { LinkField } from "./LinkField.tsx";
import { qrImage } from "./qrImage.ts";

/** The two invites that everybody needs; one that was ended is not there. */
export interface TableInvites {
  readonly write?: SharedCode | undefined;
  readonly read?: SharedCode | undefined;
}
interface SharedCode {
  readonly code: string;
  /** Told to facilitators only. */
  readonly shortCode?: string;
}

interface Props {
  readonly known: KnownWorkshop;
  readonly invites: TableInvites;
  readonly origins: readonly string[];
  readonly origin: string;
  readonly onOrigin: (origin: string) => void;
}

export function LinksToShare({ known, invites, origins, origin, onOrigin }: Props) {
  const { board, roomCheck } = useWords();
  const say = board.inviteDialog;
  const { write, read } = invites;
  const writeLink = write && inviteLink(origin, known, write.code, "write");
  const readLink = read && inviteLink(origin, known, read.code, "read");
  const code = useMemo(() => writeLink && qrImage(writeLink), [writeLink]);
  return (
    <>
      <p>{isOnlyHere(origin) ? say.onlyHere : `${say.lead} ${say.sameNetwork}`}</p>
      {origins.length > 1 ? (
        <Choice
          label={say.network}
          value={origin}
          onChange={onOrigin}
          options={origins.map((each) => ({ value: each, label: each.replace(/^https?:\/\//, "") }))}
        />
      ) : null}
      <div className="board-invite">
        {code ? <img className="board-invite-code" src={code} alt={say.qr} width={208} height={208} /> : null}
        <div className="board-invite-links">
          {writeLink ? (
            <LinkField
              label={say.writeLink}
              copyLabel={say.copyWrite}
              link={writeLink}
              shortCode={write.shortCode}
              first
            />
          ) : (
            <p>{say.writeEnded}</p>
          )}
          {readLink ? (
            <LinkField label={say.readLink} copyLabel={say.copyRead} link={readLink} shortCode={read.shortCode} />
          ) : null}
        </div>
      </div>
      <p>
        <a className="before-check-link" href={`#/check?for=${known.id}`}>
          {roomCheck.open}
        </a>
      </p>
    </>
  );
}

/** Starts at the first address, and keeps to one that others reach. */
export function useOrigin(origins: readonly string[]): readonly [string, (origin: string) => void] {
  const [chosen, choose] = useState<string>();
  return [chosen ?? origins[0] ?? location.origin, choose];
}
