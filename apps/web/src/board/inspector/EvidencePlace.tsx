/** Hangs evidence on something else: another touchpoint, or another card where it stands. */
import { type EvidenceView, type Id, type JourneyView, moveEvidence } from "@sameside/model";
import { Footprints, MoveRight } from "lucide-react";
import { ICON_BY_LANE_KIND } from "../../journey/kindLook.ts";
import { Menu, type MenuAction } from "../../ui/Menu.tsx";
import { useWords, type Words } from "../../words/words.ts";
import { findCard, findTouchpoint } from "../findOnBoard.ts";
import type { Desk } from "./desk.ts";

interface Props {
  readonly desk: Desk;
  /** The card or touchpoint that it hangs on. */
  readonly subject: Id;
  readonly evidence: EvidenceView;
}

export function EvidencePlace({ desk, subject, evidence }: Props) {
  const words = useWords();
  const say = words.backing;
  const { board, by, journey, run } = desk;
  const places = placesBeside(journey, subject, words);
  if (places.length === 0) return null;
  return (
    <Menu
      look="plain"
      label={say.moveEvidence(evidence.text || evidence.url)}
      actions={places.map((place) => ({
        ...place,
        act: () => run(moveEvidence(board, by, { evidence: evidence.id, subject: place.id })),
      }))}
    >
      <MoveRight size={15} aria-hidden />
      {say.moveEvidenceWord}
    </Menu>
  );
}

/** What stands on the same touchpoint or phase first, then every touchpoint in journey order. */
function placesBeside(journey: JourneyView, subject: Id, words: Words): readonly Omit<MenuAction, "act">[] {
  const holder = findTouchpoint(journey, subject)?.touchpoint ?? holderOf(journey, subject);
  const beside = Object.values(holder?.cardsByLane ?? {})
    .flat()
    .filter(({ id, text }) => id !== subject && text !== "");
  const touchpoints = journey.phases.flatMap((phase) => phase.touchpoints).filter(({ id }) => id !== subject);
  return [
    ...beside.map(({ id, text, kind }) => {
      const Icon = ICON_BY_LANE_KIND[kind];
      return { id, label: text, icon: <Icon size={15} aria-hidden /> };
    }),
    ...touchpoints.map(({ id, title }, index) => ({
      id,
      label: title || words.canvas.noName,
      icon: <Footprints size={15} aria-hidden />,
      parted: index === 0 && beside.length > 0,
    })),
  ];
}

function holderOf(journey: JourneyView, card: Id) {
  const found = findCard(journey, card);
  return found?.touchpoint ?? found?.phase;
}
