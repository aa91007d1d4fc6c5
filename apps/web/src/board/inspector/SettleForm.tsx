/** Settling a contradiction: how, and in one sentence what holds from then on. */
import { type ClaimId, SETTLEMENTS, type Settlement, settleClaim } from "@sameside/model";
import { Handshake } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words/words.ts";
import type { Desk } from "./desk.ts";

export function SettleForm({ desk, claim }: { readonly desk: Desk; readonly claim: ClaimId }) {
  const say = useWords().backing;
  const { board, by, run } = desk;
  const [isOpen, setOpen] = useState(false);
  const [how, setHow] = useState<Settlement | null>(null);
  const [sentence, setSentence] = useState("");
  if (!isOpen) {
    return (
      <Button icon={<Handshake size={15} aria-hidden />} onPress={() => setOpen(true)}>
        {say.settle}
      </Button>
    );
  }
  const isReady = how !== null && sentence.trim() !== "";
  return (
    <div className="board-comment-form">
      <Choice
        label={say.settleHow}
        value={how}
        onChange={setHow}
        options={SETTLEMENTS.map((value) => ({ value, label: say.settlements[value] }))}
      />
      <TextField
        label={say.sentence}
        placeholder={say.sentencePlaceholder}
        value={sentence}
        onChange={setSentence}
        rows={2}
        autoFocus
      />
      <div className="board-row">
        <Button
          look="primary"
          isDisabled={!isReady}
          onPress={() => {
            if (how) run(settleClaim(board, by, { claim, how, sentence: sentence.trim() }));
          }}
        >
          {say.settle}
        </Button>
        <Button onPress={() => setOpen(false)}>{say.cancel}</Button>
      </div>
    </div>
  );
}
