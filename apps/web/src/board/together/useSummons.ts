/** "Everybody look here": the own call, and those of others, which are answered once each. */
import { maySummon } from "@sameside/protocol";
import { useEffect, useEffectEvent, useState } from "react";
import { isField } from "../../journey/keys.ts";
import type { LiveBoard } from "../../live/liveBoard.ts";
import type { OtherHere, PersonHere } from "../../live/people.ts";
import { useWords } from "../../words/words.ts";
import type { Following } from "./useFollowing.ts";

export interface Summons {
  readonly may: boolean;
  /** Whether everybody is called at the moment. */
  readonly isCalling: boolean;
  readonly call: (takesAlong: boolean) => void;
  readonly release: () => void;
  /** Who asks and waits for an answer. */
  readonly asking: OtherHere | undefined;
  readonly go: () => void;
  readonly stay: () => void;
}

interface Page {
  readonly live: LiveBoard;
  readonly self: PersonHere;
  readonly others: readonly OtherHere[];
  readonly following: Following;
  /** A dialog is open: nobody is taken away from it. */
  readonly isBusy: boolean;
  readonly say: (text: string) => void;
  readonly nameOf: (person: string) => string;
}

export function useSummons({ live, self, others, following, isBusy, say, nameOf }: Page): Summons {
  const words = useWords().together;
  const may = maySummon(self);
  const [own, setOwn] = useState<{ readonly since: number; readonly takesAlong: boolean } | null>(null);
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const told = may ? own : null;
  useEffect(() => live.tell({ summons: told }), [live, told]);

  const open = others.find((other) => other.summons && !answered.has(keyOf(other)));
  const isWith = open !== undefined && following.leader?.person === open.person;
  const asking = isWith ? undefined : open;
  const answer = (other: OtherHere, goes: boolean) => {
    setAnswered((before) => new Set([...before, keyOf(other)]));
    if (goes && other.summons) following.follow({ person: other.person, summons: other.summons.since });
  };
  const key = asking && keyOf(asking);
  const hear = useEffectEvent(() => {
    if (!asking) return;
    // Words are not taken from under anybody's hands: who writes is asked.
    if (asking.summons?.takesAlong && !isBusy && !isField(document.activeElement)) answer(asking, true);
    else say(words.asks(nameOf(asking.person)));
  });
  useEffect(() => {
    if (key !== undefined) hear();
  }, [key]);

  return {
    may,
    isCalling: told !== null,
    call: (takesAlong) => setOwn({ since: Date.now(), takesAlong }),
    release: () => setOwn(null),
    asking,
    go: () => asking && answer(asking, true),
    stay: () => asking && answer(asking, false),
  };
}

function keyOf({ person, summons }: OtherHere): string {
  return `${person} ${summons?.since ?? ""}`;
}
