/** Says something to all tables, or to some. */
import { sendMessage } from "@sameside/model";
import { useState } from "react";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { CheckList } from "../ui/CheckList.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import type { RoomTable } from "./useTables.ts";

interface Props {
  readonly live: LiveWorkshop;
  readonly tables: readonly RoomTable[];
  readonly onClose: () => void;
}

export function MessageDialog({ live, tables, onClose }: Props) {
  const words = useWords();
  const say = words.room.messages;
  const [text, setText] = useState("");
  const [to, setTo] = useState<ReadonlySet<string>>(() => new Set(tables.map(({ group }) => group)));
  const [problem, setProblem] = useState<string>();
  const send = () => {
    const isForAll = tables.every(({ group }) => to.has(group));
    const outcome = sendMessage(live.plan.plan, live.by, { text, tables: isForAll ? [] : [...to] });
    live.plan.endGesture();
    if (outcome.outcome === "refused") setProblem(words.prepare.refusals[outcome.reason]);
    else onClose();
  };
  return (
    <FormDialog
      title={say.title}
      closeLabel={words.app.close}
      cancelLabel={words.app.cancel}
      go={say.send}
      isDisabled={text.trim() === "" || to.size === 0}
      onClose={onClose}
      onSubmit={send}
    >
      <TextField label={say.text} value={text} onChange={setText} rows={3} error={problem} autoFocus />
      {tables.length > 1 ? (
        <CheckList
          label={say.to}
          items={tables.map(({ group, name }) => ({ key: group, label: name }))}
          ticked={to}
          onChange={setTo}
        />
      ) : null}
    </FormDialog>
  );
}
