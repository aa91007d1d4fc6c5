/** In the step bar, for who helps: who asks for help. Of another table: one press leads there. */
import type { PlanView } from "@sameside/model";
import { Hand } from "lucide-react";
import type { LiveDay } from "../live/liveDay.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { Menu } from "../ui/Menu.tsx";
import { useWords } from "../words/words.ts";
import { type HelpCall, useHelpCalls } from "./helpCalls.ts";

interface Props {
  readonly live: LiveDay;
  readonly plan: PlanView;
  readonly nameOf: (person: string) => string;
  /** Goes to the board of a table. */
  readonly onTable: (group: string) => void;
}

/** More than this stand behind one button. */
const MOST_SHOWN = 1;

export function HelpCalls({ live, plan, nameOf, onTable }: Props) {
  const say = useWords().step.calls;
  const { person } = useStore(live.seat);
  const calls = useHelpCalls(live, plan).filter((call) => call.person !== person);
  const sentence = ({ person, note, table }: HelpCall) => {
    const who = table?.name ?? nameOf(person);
    return note === "" ? say.asks(who) : say.asksFor(who, note);
  };
  const elsewhere = calls.filter(({ table }) => table !== undefined);
  return (
    <div className="step-calls" role="status">
      {calls.map((call) =>
        call.table ? null : (
          <span key={call.person} className="step-call">
            <Hand size={15} aria-hidden />
            {sentence(call)}
          </span>
        ),
      )}
      {elsewhere.length > MOST_SHOWN ? (
        <Menu
          label={say.several(elsewhere.length)}
          look="plain"
          actions={elsewhere.map((call) => ({
            id: call.person,
            label: sentence(call),
            icon: <Hand size={16} aria-hidden />,
            act: () => call.table && onTable(call.table.group),
          }))}
        >
          <Hand size={15} aria-hidden />
          {say.several(elsewhere.length)}
        </Menu>
      ) : (
        elsewhere.map((call) => (
          <Button
            key={call.person}
            icon={<Hand size={15} aria-hidden />}
            onPress={() => call.table && onTable(call.table.group)}
          >
            {sentence(call)}
          </Button>
        ))
      )}
    </div>
  );
}
