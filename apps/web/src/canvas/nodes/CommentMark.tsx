/** How many comments are open on something of the sheet; nothing where there are none. */
import type { ThreadView } from "@sameside/model";
import { MessageCircle } from "lucide-react";
import { openComments } from "../../journey/commentCount.ts";
import { useWords } from "../../words/words.ts";

export function CommentMark({ threads }: { readonly threads: readonly ThreadView[] }) {
  const words = useWords().comments;
  const count = openComments({ threads });
  if (count === 0) return null;
  const title = words.count(count);
  return (
    <span className="canvas-mark" role="img" aria-label={title} title={title}>
      <MessageCircle size={12} />
      {count}
    </span>
  );
}
