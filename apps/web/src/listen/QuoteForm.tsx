/** Who says it, by the first letters of their name, and what they say; Enter goes on, and the name stays until another is typed. */
import { nearness } from "@sameside/insights";
import { logQuote, MAX_TEXT_LENGTH } from "@sameside/model";
import { useMemo, useRef, useState } from "react";
import { actorRole } from "../live/ownPlace.ts";
import { useNames, useOthersHere } from "../live/people.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import type { QuotesProps } from "./QuotesPanel.tsx";

interface Props extends QuotesProps {
  /** How many there are. */
  readonly count: number;
  readonly onSay: (text: string) => void;
}

export function QuoteForm({ live, run, nameOf, count, onSay }: Props) {
  const say = useWords().listen.quotes;
  const [who, setWho] = useState("");
  const [text, setText] = useState("");
  const form = useRef<HTMLDivElement>(null);
  const self = useStore(live.seat);
  const others = useOthersHere(live, useNames(live));
  const people = useMemo(
    () => [...others, { person: self.person, role: self.role }].map((it) => ({ ...it, name: nameOf(it.person) })),
    [others, self, nameOf],
  );
  const speaker = nearest(who, people);
  const focus = (which: "first" | "last") => {
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement>("input") ?? [])];
    const field = which === "first" ? fields[0] : fields.at(-1);
    field?.focus();
    field?.select();
  };
  const keep = () => {
    const words = text.trim();
    if (words === "") return;
    if (!speaker) return focus("first");
    const { person, role, name } = speaker;
    const logged = logQuote(live.board, live.by, { text: words, speaker: { person, role: actorRole(role) } });
    if (run(logged).outcome !== "done") return;
    setText("");
    onSay(say.kept(count + 1, name));
    focus("first");
  };
  return (
    <div ref={form} className="listen-fresh">
      <p className="ui-side-quiet">{say.lead}</p>
      <TextField
        label={say.who}
        placeholder={say.whoPlaceholder}
        value={who}
        onChange={setWho}
        onKeyDown={({ key }) => {
          if (key === "Enter" && speaker) focus("last");
        }}
        hint={who.trim() === "" ? undefined : speaker ? say.whoIs(speaker.name) : say.nobody}
        autoFocus
      />
      <TextField
        label={say.words}
        value={text}
        onChange={setText}
        onKeyDown={({ key }) => {
          if (key === "Enter") keep();
        }}
        maxLength={MAX_TEXT_LENGTH}
        serif
      />
      <Button look="primary" isDisabled={text.trim() === "" || !speaker} onPress={keep}>
        {say.keep}
      </Button>
    </div>
  );
}

/** Whose name fits best what was typed; of names that fit alike the first. */
function nearest<T extends { readonly name: string }>(typed: string, people: readonly T[]): T | undefined {
  if (typed.trim() === "") return undefined;
  const fits = people.map((person) => ({ person, fit: nearness(typed, person.name) })).filter(({ fit }) => fit > 0);
  return fits.toSorted((a, b) => b.fit - a.fit)[0]?.person;
}
