/** Who has opened the workshop from a file has no seat: their name goes back with their answers, and says whose tasks are theirs. */
import { ANSWER_TOPICS } from "@sameside/model";
import { limits } from "@sameside/protocol";
import type { LiveWorkshop } from "../../live/liveWorkshop.ts";
import { useStore } from "../../live/store.ts";
import { Choice } from "../../ui/Choice.tsx";
import { CommitField } from "../../ui/CommitField.tsx";
import { useWords } from "../../words/words.ts";
import { type Answer, Part } from "./Part.tsx";

export type SaidRole = "customer" | "colleague" | "moderator";

interface Props {
  readonly live: LiveWorkshop;
  readonly role: SaidRole | undefined;
  readonly onRole: (role: SaidRole) => void;
  readonly answer: Answer;
}

export function WhoAmI({ live, role, onRole, answer }: Props) {
  const { app, before } = useWords();
  const say = before.page;
  const { person } = useStore(live.seat);
  const names = useStore(live.rows("name"));
  const own = names.find((row) => row.person === person)?.value;
  return (
    <Part title={say.who}>
      <CommitField
        label={app.you.name}
        hint={say.nameHint}
        value={ANSWER_TOPICS.name.value.safeParse(own).data ?? ""}
        required
        maxLength={limits.MAX_NAME_LENGTH}
        onCommit={(name) => {
          answer({ topic: "name", item: "today", value: name });
          return true;
        }}
      />
      <Choice
        label={app.you.role}
        value={role ?? null}
        options={(["customer", "colleague", "moderator"] as const).map((value) => ({ value, label: say.roles[value] }))}
        onChange={onRole}
      />
    </Part>
  );
}
