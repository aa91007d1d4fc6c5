/** The page that a phone opens from the code: it says to the laptop that it is here, and to its person that it works. */
import { newId } from "@sameside/model";
import { CircleCheck } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { RelayError } from "../../live/device.ts";
import { checkIn } from "../../live/roomCheck.ts";
import { Button } from "../../ui/Button.tsx";
import { deviceKind } from "../../ui/deviceKind.ts";
import { useWords } from "../../words/words.ts";
import "./check.css";

type State =
  | { readonly is: "asking" }
  | { readonly is: "here"; readonly ms: number }
  | { readonly is: "ended" }
  | { readonly is: "failed"; readonly why: string };

const NOT_FOUND = 404;

export function CheckedPhone({ relay, check }: { readonly relay: string; readonly check: string }) {
  const say = useWords().roomCheck.phone;
  const [device] = useState(newId);
  const [state, setState] = useState<State>({ is: "asking" });
  const ask = useCallback(() => {
    setState({ is: "asking" });
    checkIn(relay, check, { device, kind: deviceKind() }).then(
      (ms) => setState({ is: "here", ms }),
      (error: unknown) => {
        const isEnded = error instanceof RelayError && error.status === NOT_FOUND;
        setState(isEnded ? { is: "ended" } : { is: "failed", why: error instanceof Error ? error.message : "" });
      },
    );
  }, [relay, check, device]);
  useEffect(ask, [ask]);
  useEffect(() => {
    document.title = say.pageTitle;
  }, [say]);
  return (
    <main className="check check-phone">
      <h1>{say.title}</h1>
      <div className="check-found" role="status" data-found={state.is === "here" ? "" : undefined}>
        {state.is === "asking" ? <p>{say.going}</p> : null}
        {state.is === "here" ? (
          <>
            <p className="check-yes">
              <CircleCheck size={22} aria-hidden />
              {say.done(state.ms)}
            </p>
            <p>{say.doneText}</p>
          </>
        ) : null}
        {state.is === "ended" ? <p>{say.ended}</p> : null}
        {state.is === "failed" ? (
          <>
            <p>
              <strong>{say.problem}</strong>
            </p>
            <p>{state.why}</p>
          </>
        ) : null}
      </div>
      {state.is === "failed" ? (
        <Button look="primary" onPress={ask}>
          {say.tryAgain}
        </Button>
      ) : null}
    </main>
  );
}
