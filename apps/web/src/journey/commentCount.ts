import type { ThreadView } from "@sameside/model";

/** How many comments are open: what was resolved or withdrawn needs nobody's eye. */
export function openComments({ threads }: { readonly threads: readonly ThreadView[] }): number {
  return threads.reduce(
    (sum, thread) => sum + (thread.resolved ? 0 : thread.comments.filter(({ withdrawn }) => !withdrawn).length),
    0,
  );
}
