/**
 * Which tab of a device holds the connection to the relay. There are no locks at plain http addresses, so a tab asks and
 * the leader answers; when it does not, another one leads. Two that lead for a moment do no harm: every edit counts once.
 */

export interface Leadership {
  /** Looks for a leader, and leads when nobody answers. */
  seek(): void;
  /** Somebody says that they lead. */
  heardLeader(tab: string): void;
  /** A tab has gone. */
  gone(tab: string): void;
  isLeading(): boolean;
  isFollowing(): boolean;
  /** Neither leads nor looks for a leader any more. */
  stop(): void;
}

export interface LeadershipParts {
  /** This tab. */
  readonly tab: string;
  /** Asks who leads. */
  readonly ask: () => void;
  readonly lead: () => void;
  /** Somebody else leads: this tab lets go of what only a leader has. */
  readonly follow: () => void;
}

/** How long a new tab waits for a leader to answer. */
const ANSWER_MS = 120;
/** How often a following tab asks whether the leader is there, and how many questions may stay without an answer. */
const ASK_EVERY_MS = 1_000;
const UNANSWERED = 3;

/** Times are waits, never the time of day: a clock that is set back changes nothing. */
export function openLeadership({ tab, ask, lead, follow }: LeadershipParts): Leadership {
  let role: "none" | "seeking" | "leading" | "following" = "none";
  let leader: string | undefined;
  let unanswered = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    seek,
    heardLeader(other) {
      // Of two that lead, the one with the smaller name goes on.
      if (role === "none" || (role === "leading" && tab < other)) return;
      unanswered = 0;
      if (role === "following" && leader === other) return;
      role = "following";
      leader = other;
      clearTimeout(timer);
      timer = setTimeout(look, ASK_EVERY_MS);
      follow();
    },
    gone(other) {
      if (role === "following" && other === leader) seek();
    },
    isLeading: () => role === "leading",
    isFollowing: () => role === "following",
    stop() {
      role = "none";
      clearTimeout(timer);
    },
  };

  function seek(): void {
    if (role === "leading") return;
    role = "seeking";
    leader = undefined;
    ask();
    clearTimeout(timer);
    // Not all at the same moment when a leader has gone.
    timer = setTimeout(takeOver, ANSWER_MS * (0.5 + Math.random() / 2));
  }

  function takeOver(): void {
    role = "leading";
    lead();
  }

  function look(): void {
    if (unanswered >= UNANSWERED) {
      seek();
      return;
    }
    unanswered += 1;
    ask();
    timer = setTimeout(look, ASK_EVERY_MS);
  }
}
