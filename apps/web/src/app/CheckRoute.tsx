/** The room check: on the laptop that shares maps, and on a phone that has scanned its code. */
import { CheckedPhone } from "../before/check/CheckedPhone.tsx";
import { RoomCheck } from "../before/check/RoomCheck.tsx";
import { qrImage } from "../board/qrImage.ts";
import { checkAddress, route } from "./routes.ts";

export function CheckRoute({ check }: { readonly check: string | undefined }) {
  if (check !== undefined) return <CheckedPhone relay={location.origin} check={check} />;
  return <RoomCheck relay={location.origin} addressOf={addressOf} qrImage={qrImage} onBack={goBack} />;
}

function addressOf(origin: string, check: string): string {
  return `${origin}/${checkAddress(check)}`;
}

/** To the page that led here; where there is none, to the start page. */
function goBack(): void {
  if (history.length > 1) history.back();
  else route.go("#/");
}
