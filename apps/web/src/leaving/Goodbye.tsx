/** After goodbye: what happens with what was said, and how to come back. */
import type { PlanView } from "@sameside/model";
import { Smartphone } from "lucide-react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useReadOff } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { deviceKind } from "../ui/deviceKind.ts";
import { timeOfDay } from "../ui/timeOfDay.ts";
import { useWords } from "../words/words.ts";
import type { OwnCommitment } from "./commitment.ts";
import { dayText } from "./goodbye.ts";

interface Props {
  readonly live: LiveBoard;
  readonly plan: PlanView | undefined;
  /** When it was said, in ms since 1970. */
  readonly left: number;
  readonly own: Pick<OwnCommitment, "text" | "due">;
  /** Asks for a code that makes another device this person's. */
  readonly onCode: () => void;
}

export function Goodbye({ live, plan, left, own, onCode }: Props) {
  const words = useWords();
  const say = words.leaving.goodbye;
  const isOnline = useReadOff(live.status, isConnected);
  const until = plan?.brief.keepUntil ?? "";
  const will = own.text.trim();
  return (
    <>
      <p>{say.left(timeOfDay(left))}</p>
      {isOnline ? null : <p className="leaving-note">{say.waits}</p>}
      {will === "" ? null : (
        <p className="leaving-words">{own.due === "" ? say.commitment(will) : say.by(will, dayText(own.due))}</p>
      )}
      <section>
        <h3>{say.happens}</h3>
        <p>
          {say.stays} {until === "" ? null : say.until(dayText(until))} {say.withdraw}
        </p>
      </section>
      <section>
        <h3>{say.comeBack}</h3>
        <p>
          {say.here(words.app.devices[deviceKind()])} {say.elsewhere}
        </p>
        <Button icon={<Smartphone size={16} aria-hidden />} onPress={onCode}>
          {say.code}
        </Button>
      </section>
    </>
  );
}

function isConnected({ wire }: ReturnType<LiveBoard["status"]["get"]>): boolean {
  return wire === "online";
}
