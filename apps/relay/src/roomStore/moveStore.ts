/** The way of everything a relay keeps from one engine to another. */
import type { Holding, RoomStore } from "./roomStore.ts";

/** How many there are of each. */
export type Moved = Readonly<Record<Holding["is"], number>>;

/**
 * Copies everything of `from` into `to`, which must be empty; `from` stays as it is. No relay may use `to` meanwhile,
 * and what is written to `from` after the beginning is not moved. Answers what was moved.
 * @throws Error and then `to` is empty as before
 */
export async function moveStore(from: RoomStore, to: RoomStore): Promise<Moved> {
  const moved: Record<Holding["is"], number> = { snapshot: 0, update: 0, answer: 0, record: 0, attachment: 0 };
  await to.takeOver(counted(from.everything(), (holding) => (moved[holding.is] += 1)));
  return moved;
}

async function* counted(holdings: AsyncIterable<Holding>, count: (holding: Holding) => void): AsyncGenerator<Holding> {
  for await (const holding of holdings) {
    count(holding);
    yield holding;
  }
}
