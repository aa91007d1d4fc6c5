/** One touchpoint: its name, through which channel, and who owns it. */
import type { NodeProps } from "@xyflow/react";
import { Lock } from "lucide-react";
import { memo } from "react";
import { channelIcon } from "../../journey/kindLook.ts";
import { useWords } from "../../words/words.ts";
import { CommentMark } from "./CommentMark.tsx";
import type { TouchpointNode as Shape } from "./projection.ts";

export const TouchpointNode = memo(function TouchpointNode({ data }: NodeProps<Shape>) {
  const words = useWords();
  const { touchpoint, lines, isSelected } = data;
  const { title, channel, owner, stage, moment } = touchpoint;
  const Icon = channelIcon(channel);
  const note = [channel, owner].filter((part) => part !== "").join(" · ");
  return (
    <div className={`canvas-touchpoint stage-${stage}`} data-selected={isSelected ? "" : undefined}>
      <Icon className="canvas-touchpoint-icon" size={16} strokeWidth={1.75} aria-hidden />
      <span className="canvas-touchpoint-title" style={{ WebkitLineClamp: lines }}>
        {title || words.canvas.noName}
      </span>
      <span className="canvas-touchpoint-note">{note || words.canvas.noChannel}</span>
      <span className="canvas-card-marks">
        <CommentMark threads={touchpoint.threads} />
      </span>
      {touchpoint.locked ? <Lock className="canvas-lock" size={12} aria-hidden /> : null}
      {moment ? (
        <span
          className={`canvas-badge ${moment.value < 0 ? "is-bad" : "is-good"}`}
          title={words.canvas.momentMark(title, words.journey.momentValues[moment.value + 3] ?? "")}
        >
          {words.canvas.momentBadge}
        </span>
      ) : null}
    </div>
  );
});
