/** A list of short texts, one on each line. */
import type { ComponentProps } from "react";
import { CommitField } from "../../ui/CommitField.tsx";

interface Props extends Omit<ComponentProps<typeof CommitField>, "value" | "onCommit" | "rows"> {
  readonly items: readonly string[];
  readonly onItems: (items: readonly string[]) => boolean;
}

export function LinesField({ items, onItems, ...field }: Props) {
  return (
    <CommitField
      {...field}
      value={items.join("\n")}
      onCommit={(text) => onItems(itemsIn(text))}
      rows={Math.min(4, Math.max(1, items.length))}
    />
  );
}

function itemsIn(text: string): readonly string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}
