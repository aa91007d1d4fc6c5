/** A code that gives this same seat to a second device of the person: once, within minutes. */
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import type { KnownWorkshop } from "../live/device.ts";
import { workshopDeskOf } from "../live/workshopDesk.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { ownSeatLink, reachableOrigins } from "./inviteLinks.ts";
import { qrImage } from "./qrImage.ts";
import { relaySentence } from "./relaySentence.ts";

interface Props {
  readonly known: KnownWorkshop;
  readonly onClose: () => void;
}

type State =
  | { readonly is: "asking" }
  | { readonly is: "told"; readonly code: string; readonly expires: number; readonly origin: string }
  | { readonly is: "failed"; readonly why: string };

export function SecondDeviceDialog({ known, onClose }: Props) {
  const words = useWords();
  const say = words.board.secondDevice;
  const [state, setState] = useState<State>({ is: "asking" });
  const ask = async () => {
    setState({ is: "asking" });
    try {
      const desk = workshopDeskOf(known);
      if (!desk) return setState({ is: "failed", why: say.notShared });
      const [told, origins] = await Promise.all([
        desk.personalCode(),
        reachableOrigins(known.relay ?? location.origin),
      ]);
      setState({ is: "told", ...told, origin: origins[0] ?? location.origin });
    } catch (error) {
      setState({ is: "failed", why: relaySentence(error, words) });
    }
  };
  const askFirst = useEffectEvent(ask);
  useEffect(() => {
    void askFirst();
  }, []);
  return (
    <Dialog title={say.title} closeLabel={words.app.close} onClose={onClose}>
      {state.is === "asking" ? <p role="status">{say.asking}</p> : null}
      {state.is === "failed" ? (
        <>
          <p className="board-problem" role="alert">
            {state.why}
          </p>
          <Button look="primary" onPress={() => void ask()}>
            {words.app.again}
          </Button>
        </>
      ) : null}
      {state.is === "told" ? <OwnCode {...state} /> : null}
    </Dialog>
  );
}

function OwnCode({ code, expires, origin }: Extract<State, { is: "told" }>) {
  const say = useWords().board.secondDevice;
  const image = useMemo(() => qrImage(ownSeatLink(origin, code)), [origin, code]);
  return (
    <>
      <p>{say.lead}</p>
      <p className="board-own-code">
        <strong data-short-code>{code}</strong>
      </p>
      <p>{say.where(origin)}</p>
      <img className="board-invite-code" src={image} alt={say.qr} width={208} height={208} />
      <p className="ui-hint">{say.until(new Intl.DateTimeFormat("en-GB", { timeStyle: "short" }).format(expires))}</p>
    </>
  );
}
