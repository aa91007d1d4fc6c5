/** The room check: on the laptop that shares maps, and on a phone that has scanned its code. */
import { useEffect, useState } from "react";
import { CheckedPhone } from "../before/check/CheckedPhone.tsx";
import { RoomCheck } from "../before/check/RoomCheck.tsx";
import { qrImage } from "../board/qrImage.ts";
import { storedTerms } from "../live/storedTerms.ts";
import { InOwnTerms } from "../words/InOwnTerms.tsx";
import type { OwnTerms } from "../words/ownTerms.ts";
import { checkedAddress, route } from "./routes.ts";

interface Props {
  readonly check: string | undefined;
  /** In whose words it speaks. */
  readonly workshop: string | undefined;
}

const USUAL: OwnTerms = {};

export function CheckRoute({ check, workshop }: Props) {
  const terms = useStoredTerms(workshop);
  if (check !== undefined) return <CheckedPhone relay={location.origin} check={check} />;
  return (
    <InOwnTerms terms={terms}>
      <RoomCheck relay={location.origin} addressOf={addressOf} qrImage={qrImage} onBack={goBack} />
    </InOwnTerms>
  );
}

function useStoredTerms(workshop: string | undefined): OwnTerms {
  const [terms, setTerms] = useState(USUAL);
  useEffect(() => {
    if (workshop === undefined) return;
    storedTerms(workshop).then(setTerms, (error: unknown) => console.warn("The plan could not be read", error));
  }, [workshop]);
  return terms;
}

function addressOf(origin: string, check: string): string {
  return `${origin}/${checkedAddress(check)}`;
}

/** To the page that led here; where there is none, to the start page. */
function goBack(): void {
  if (history.length > 1) history.back();
  else route.go("#/");
}
