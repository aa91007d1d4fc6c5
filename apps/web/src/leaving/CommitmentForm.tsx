/** One thing that a person will do, in one sentence; nobody has to. */
import { MAX_ANSWER_TEXT_LENGTH } from "@sameside/model";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import type { OwnCommitment } from "./commitment.ts";

export function CommitmentForm({ own }: { readonly own: OwnCommitment }) {
  const say = useWords().leaving.commitment;
  const { text, due, setText, setDue, problem } = own;
  return (
    <>
      <p>{say.lead}</p>
      <TextField
        label={say.text}
        hint={say.example}
        value={text}
        onChange={setText}
        rows={2}
        maxLength={MAX_ANSWER_TEXT_LENGTH}
        error={problem === "text" ? say.wrong : undefined}
        serif
      />
      <TextField
        label={say.due}
        value={due}
        onChange={setDue}
        type="date"
        error={problem === "day" ? say.wrongDay : undefined}
      />
    </>
  );
}
