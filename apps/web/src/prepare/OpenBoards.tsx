/** The way from the plan to the maps: straight to the only one, or to one of the tables'. */
import type { GroupView } from "@sameside/model";
import { Map as MapIcon } from "lucide-react";
import { Button } from "../ui/Button.tsx";
import { Menu } from "../ui/Menu.tsx";
import { useWords } from "../words/words.ts";
import type { PrepareFrame } from "./frame.ts";

interface Props {
  readonly groups: readonly GroupView[];
  readonly frame: PrepareFrame;
}

export function OpenBoards({ groups, frame }: Props) {
  const say = useWords().prepare;
  const icon = <MapIcon size={16} aria-hidden />;
  if (groups.length < 2) {
    return (
      <Button look="primary" icon={icon} onPress={() => frame.openBoard(groups[0]?.id ?? frame.firstBoard)}>
        {say.openOneBoard}
      </Button>
    );
  }
  return (
    <Menu
      label={say.openBoards}
      look="primary"
      actions={groups.map(({ id, name }) => ({ id, label: name, act: () => frame.openBoard(id) }))}
    >
      {icon}
      <span className="ui-button-words">{say.openBoards}</span>
    </Menu>
  );
}
