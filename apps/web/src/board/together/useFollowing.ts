/** Going along with somebody: their journey and their view are shown here, until one of the two ends it. */
import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { ViewHandle } from "../../journey/contract.ts";
import { isField } from "../../journey/keys.ts";
import type { LiveBoard } from "../../live/liveBoard.ts";
import type { OtherHere } from "../../live/people.ts";
import { useWords } from "../../words/words.ts";

export interface Leader {
  readonly person: string;
  /** Of the summons that they are followed for; absent when it was this person's own wish. */
  readonly summons?: number;
}

export interface Following {
  readonly leader: Leader | null;
  readonly follow: (leader: Leader) => void;
  readonly stop: () => void;
  /** The own view was drawn or moved: what could not be shown yet may be shown then. */
  readonly onSeen: () => void;
}

interface Page {
  readonly live: LiveBoard;
  readonly others: readonly OtherHere[];
  readonly self: string;
  readonly journey: string | undefined;
  readonly hasJourney: (id: string) => boolean;
  readonly showJourney: (id: string) => void;
  readonly canvas: RefObject<ViewHandle | null>;
  readonly nameOf: (person: string) => string;
  readonly say: (text: string) => void;
}

export function useFollowing({ live, others, self, journey, canvas, nameOf, say, ...page }: Page): Following {
  const words = useWords().together;
  const [leader, setLeader] = useState<Leader | null>(null);
  const shown = useRef<unknown>(null);

  const follow = (next: Leader) => {
    const name = nameOf(next.person);
    if (leadsTo(others, next.person, self)) return say(words.inCircle(name));
    shown.current = null;
    setLeader(next);
    say(next.summons === undefined ? words.nowFollowing(name) : words.nowBrought(name));
  };
  const end = (why: (name: string) => string) => {
    if (!leader) return;
    setLeader(null);
    say(why(nameOf(leader.person)));
  };
  const stop = () => end(words.stopped);
  const onLeft = useEffectEvent(stop);

  const person = leader?.person;
  useEffect(() => live.tell({ following: person ?? null }), [live, person]);

  const apply = useEffectEvent(() => {
    const looking = person === undefined ? undefined : lookingOf(live, person);
    if (!looking || looking === shown.current) return;
    if (looking.journey !== journey) {
      if (page.hasJourney(looking.journey)) page.showJourney(looking.journey);
      return;
    }
    if (!canvas.current) return;
    shown.current = looking;
    canvas.current.follow(looking, () => onLeft());
  });
  const applyAnew = useEffectEvent(() => {
    shown.current = null;
    apply();
  });
  useEffect(() => {
    if (person === undefined) return;
    const stop = live.others.subscribe(() => apply());
    // Told when it begins too. On a screen of another size the same view looks otherwise.
    const size = new ResizeObserver(() => applyAnew());
    const stage = document.querySelector("main");
    if (stage) size.observe(stage);
    return () => {
      stop();
      size.disconnect();
    };
  }, [live, person]);
  const seen = useRef(() => {});
  useEffect(() => {
    seen.current = () => apply();
  }, []);
  const onSeen = useCallback(() => seen.current(), []);

  const led = others.find((other) => other.person === person);
  const isGone = leader !== null && !led;
  const isReleased = leader?.summons !== undefined && led?.summons?.since !== leader.summons;
  const isCircle = leader !== null && leadsTo(others, leader.person, self);
  const endBecause = useEffectEvent((why: "left" | "released" | "inCircle") => end(words[why]));
  useEffect(() => {
    if (isGone) endBecause("left");
    else if (isReleased) endBecause("released");
    else if (isCircle) endBecause("inCircle");
  }, [isGone, isReleased, isCircle]);

  const isFollowing = leader !== null;
  useEffect(() => {
    if (!isFollowing) return;
    // Before the map hears it, where it would put away what is chosen.
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || isField(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      onLeft();
    };
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, [isFollowing]);

  return { leader, follow, stop, onSeen };
}

/** Whether `person` goes along with `target`, or with somebody who does: two who followed each other would drift away. */
function leadsTo(others: readonly OtherHere[], person: string, target: string): boolean {
  const passed = new Set<string>();
  for (let at: string | undefined = person; at !== undefined && !passed.has(at); ) {
    passed.add(at);
    const next: string | null | undefined = others.find((other) => other.person === at)?.following;
    if (next === target) return true;
    at = next ?? undefined;
  }
  return false;
}

/** What they see now, at the window that they are at. */
function lookingOf(live: LiveBoard, person: string) {
  const windows = live.others.get().filter(({ presence }) => presence.person === person && presence.looking);
  const atHand = windows.find(({ presence }) => !presence.away) ?? windows[0];
  return atHand?.presence.looking;
}
