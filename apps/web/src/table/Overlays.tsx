/** What opens above the table or the outline: a list of actions, and the question where something goes. */
import { touchpointOf } from "../journey/acts.ts";
import type { Selection } from "../journey/contract.ts";
import { actsFor, laneKindActs, severalActs } from "../journey/mapActs.tsx";
import { ratingActs } from "../journey/rating.ts";
import { titleOf } from "../journey/removing.ts";
import { MenuAt } from "../ui/Menu.tsx";
import { useWords, type Words } from "../words/words.ts";
import type { Desk, OpenMenu } from "./desk.ts";
import { MoveDialog } from "./MoveDialog.tsx";

interface Props {
  readonly desk: Desk;
  readonly menu: OpenMenu | null;
  readonly onMenu: (menu: OpenMenu | null) => void;
  readonly moving: Selection | null;
  readonly onMoving: (moving: Selection | null) => void;
}

export function Overlays({ desk, menu, onMenu, moving, onMoving }: Props) {
  const words = useWords();
  return (
    <>
      {menu ? <MenuAt at={menu.at} {...contentOf(desk, menu, words)} onClose={() => onMenu(null)} /> : null}
      {moving ? <MoveDialog desk={desk} subject={moving} onClose={() => onMoving(null)} /> : null}
    </>
  );
}

function contentOf(desk: Desk, { kind, subject, subjects }: OpenMenu, words: Words) {
  if (subjects)
    return { label: words.editing.moreSeveral(subjects.length), actions: severalActs(desk, subjects, words) };
  if (!subject) return { label: words.canvas.addLane, actions: laneKindActs(desk, words) };
  const { journey } = desk.props;
  if (kind === "acts") {
    return { label: words.table.more(titleOf(journey, subject)), actions: actsFor(desk, subject, words) };
  }
  const touchpoint = touchpointOf(journey, subject.id);
  return {
    label: words.canvas.ratingFor(touchpoint?.title ?? ""),
    actions: touchpoint ? ratingActs(desk.props, touchpoint, words) : [],
  };
}
