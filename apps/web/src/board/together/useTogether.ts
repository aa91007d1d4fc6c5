/** Being several on one board: what others see of this person, whose view is shown, and who calls whom. */
import { type RefObject, useState } from "react";
import type { ViewHandle } from "../../journey/contract.ts";
import type { LiveBoard } from "../../live/liveBoard.ts";
import { useReadOff, useStore } from "../../live/store.ts";
import { recall, remember } from "../../ui/remembered.ts";
import { type Present, usePresent } from "../present.ts";
import { type OwnDoing, useOwnDoing } from "./ownDoing.ts";
import { useAway } from "./useAway.ts";
import { type Following, useFollowing } from "./useFollowing.ts";
import { type Summons, useSummons } from "./useSummons.ts";

export interface Together extends Present {
  readonly doing: OwnDoing;
  readonly following: Following;
  readonly summons: Summons;
  /** Whether the others' pointers and what they drag are shown. */
  readonly showsPointers: boolean;
  readonly showPointers: (shows: boolean) => void;
  /** Says goodbye before the end; for who takes part. */
  readonly leave?: () => void;
}

interface Page {
  readonly live: LiveBoard;
  readonly journeys: readonly { readonly id: string }[];
  readonly journey: string | undefined;
  readonly showJourney: (id: string) => void;
  readonly canvas: RefObject<ViewHandle | null>;
  /** A dialog is open. */
  readonly isBusy: boolean;
  readonly say: (text: string) => void;
  readonly leave: () => void;
}

const KEY = "pointers";
const HIDDEN = "hidden";

export function useTogether({ live, journeys, journey, showJourney, canvas, isBusy, say, leave }: Page): Together {
  const [showsPointers, setShown] = useState(() => recall(KEY) !== HIDDEN);
  const present = usePresent(live, journey, showsPointers);
  const { self, others, nameOf } = present;
  const following = useFollowing({
    ...{ live, others, journey, showJourney, canvas, nameOf, say },
    self: self.person,
    hasJourney: (id) => journeys.some((each) => each.id === id),
  });
  const summons = useSummons({ live, self, others, following, isBusy, say, nameOf });
  const isLookedAt = summons.isCalling || others.some((other) => other.following === self.person);
  const doing = useOwnDoing(live, journey, isLookedAt, following.onSeen);
  useAway(live);
  const showPointers = (shows: boolean) => {
    remember(KEY, shows ? "shown" : HIDDEN);
    setShown(shows);
  };
  const { role } = useStore(live.seat);
  const mayLeave = useReadOff(live.status, isShared) && (role === "customer" || role === "colleague");
  return { ...present, doing, following, summons, showsPointers, showPointers, ...(mayLeave && { leave }) };
}

function isShared({ wire }: ReturnType<LiveBoard["status"]["get"]>): boolean {
  return wire !== "none";
}
