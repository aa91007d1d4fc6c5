import type { ReactNode } from "react";
import type { LiveWorkshop } from "../../live/liveWorkshop.ts";

/** Keeps an answer of this person; the page says so when it cannot be kept. */
export type Answer = (answer: Omit<Parameters<LiveWorkshop["answer"]>[0], "person">) => void;

/** One part of the page under its heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="before-part" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
