/** The invite as a code to scan and as links to copy. */

import { Copy } from "lucide-react";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { renderSVG } from "uqr";
import type { KnownWorkshop } from "../live/device.ts";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { copyFrom } from "../ui/copyText.ts";
import { useWords } from "../words/words.ts";
import { inviteLink, isOnlyHere } from "./inviteLinks.ts";

interface Props {
  readonly known: KnownWorkshop;
  readonly origins: readonly string[];
}

export function LinksToShare({ known, origins }: Props) {
  const say = useWords().board.inviteDialog;
  const [origin, setOrigin] = useState(origins[0] ?? location.origin);
  const writeLink = known.token && inviteLink(origin, known, known.token, "write");
  const readLink = known.readToken && inviteLink(origin, known, known.readToken, "read");
  const code = useMemo(() => codeImage(writeLink), [writeLink]);
  return (
    <>
      <p>{isOnlyHere(origin) ? say.onlyHere : `${say.lead} ${say.sameNetwork}`}</p>
      {origins.length > 1 ? (
        <Choice
          label={say.network}
          value={origin}
          onChange={setOrigin}
          options={origins.map((each) => ({ value: each, label: each.replace(/^https?:\/\//, "") }))}
        />
      ) : null}
      <div className="board-invite">
        {code ? <img className="board-invite-code" src={code} alt={say.qr} width={208} height={208} /> : null}
        <div className="board-invite-links">
          {writeLink ? <LinkField label={say.writeLink} copyLabel={say.copyWrite} link={writeLink} first /> : null}
          {readLink ? <LinkField label={say.readLink} copyLabel={say.copyRead} link={readLink} /> : null}
        </div>
      </div>
    </>
  );
}

interface LinkProps {
  readonly label: string;
  readonly copyLabel: string;
  readonly link: string;
  /** Takes the focus when it appears: the button that stood here before is gone. */
  readonly first?: boolean;
}

function LinkField({ label, copyLabel, link, first = false }: LinkProps) {
  const say = useWords().board.inviteDialog;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (first) field.current?.focus();
  }, [first]);
  const copy = () => {
    if (field.current) setCopied(copyFrom(field.current));
  };
  return (
    <div className="ui-field">
      <label className="ui-label" htmlFor={id}>
        {label}
      </label>
      <div className="board-row">
        <input
          ref={field}
          id={id}
          className="ui-input"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button icon={<Copy size={15} aria-hidden />} aria-label={copyLabel} onPress={copy}>
          {say.copy}
        </Button>
      </div>
      <p className="ui-hint" role="status">
        {copied === null ? " " : copied ? say.copied : say.selected}
      </p>
    </div>
  );
}

/** A picture rather than markup put into the page: nothing in the link can become an element. */
function codeImage(link: string | undefined): string | undefined {
  if (!link) return undefined;
  const svg = renderSVG(link, { border: 2, ecc: "M" });
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
