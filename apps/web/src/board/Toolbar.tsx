/** The tools at the foot of the map, each with its word and its key. */
import { Footprints, Plus, Redo2, StickyNote, Triangle, Undo2 } from "lucide-react";
import { memo, type ReactNode } from "react";
import { Button as AriaButton, Tooltip, TooltipTrigger } from "react-aria-components";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useStore } from "../live/store.ts";
import { IconButton } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly live: LiveBoard;
  readonly onCard: () => void;
  readonly onTouchpoint: () => void;
  readonly onMoment: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

export const Toolbar = memo(function Toolbar({ live, onCard, onTouchpoint, onMoment, onUndo, onRedo }: Props) {
  const { tools, tool, toolWords, keys } = useWords().board;
  const canUndo = useStore(live.canUndo);
  const canRedo = useStore(live.canRedo);
  const takesPart = useStore(live.seat).role !== "facilitator";
  return (
    <div className="board-tools" role="toolbar" aria-label={tools}>
      <Tool
        label={takesPart ? tool.add : tool.card}
        word={takesPart ? toolWords.add : toolWords.card}
        keys={keys.card}
        icon={takesPart ? <Plus size={18} aria-hidden /> : <StickyNote size={18} aria-hidden />}
        isLoud={takesPart}
        onPress={onCard}
      />
      <Tool
        label={tool.touchpoint}
        word={toolWords.touchpoint}
        keys={keys.touchpoint}
        icon={<Footprints size={18} aria-hidden />}
        onPress={onTouchpoint}
      />
      <Tool
        label={tool.moment}
        word={toolWords.moment}
        keys={keys.moment}
        icon={<Triangle size={18} aria-hidden />}
        onPress={onMoment}
      />
      <span className="board-tools-line" />
      <IconButton
        label={tool.undo}
        keys={keys.undo}
        icon={<Undo2 size={18} aria-hidden />}
        isDisabled={!canUndo}
        onPress={onUndo}
      />
      <IconButton
        label={tool.redo}
        keys={keys.redo}
        icon={<Redo2 size={18} aria-hidden />}
        isDisabled={!canRedo}
        onPress={onRedo}
      />
    </div>
  );
});

interface ToolProps {
  readonly label: string;
  readonly word: string;
  readonly keys: string;
  readonly icon: ReactNode;
  /** What the page asks for before everything else. */
  readonly isLoud?: boolean;
  readonly onPress: () => void;
}

function Tool({ label, word, keys, icon, isLoud = false, onPress }: ToolProps) {
  const look = isLoud ? "ui-button-primary" : "ui-button-quiet";
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      <AriaButton className={`ui-button ${look} board-tool`} aria-label={label} onPress={onPress}>
        {icon}
        <span className="board-tool-word">{word}</span>
        <span className="board-tool-key" data-key={keys} />
      </AriaButton>
      <Tooltip className="ui-tooltip" offset={8}>
        {label}
        <kbd className="ui-key">{keys}</kbd>
      </Tooltip>
    </TooltipTrigger>
  );
}
