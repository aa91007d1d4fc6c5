/** What relays tell and ask each other of a workshop's access, so that a right that ends does so everywhere at once. */
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import * as z from "zod";
import type { RoomBus } from "../roomBus/roomBus.ts";

const News = z.discriminatedUnion("about", [
  /** A person's seat or tokens have changed. */
  z.object({ about: z.literal("person"), person: z.string() }),
  /** The workshop has gone on to another step. */
  z.object({ about: z.literal("step") }),
  /** Some relay asks who is connected … */
  z.object({ about: z.literal("rollCall"), call: z.string() }),
  /** … and another answers for itself. */
  z.object({ about: z.literal("present"), call: z.string(), people: z.array(z.string()) }),
]);
export type News = z.infer<typeof News>;

/** How long other relays may take to say who is connected to them, in milliseconds. */
const ROLL_CALL_MS = 200;

export interface NewsListener {
  hear(news: News): void;
  /** Something may have been lost: all that is known has to be looked up again. */
  missed(): void;
}

type NewsBus = Pick<RoomBus, "isAlone" | "isDown" | "listen" | "publish">;

export class WorkshopNews {
  readonly #bus: NewsBus;
  readonly #listenersByWorkshop = new Map<string, Set<NewsListener>>();

  constructor(bus: NewsBus) {
    this.#bus = bus;
  }

  /** `true` while what other relays tell does not come. */
  get isDeaf(): boolean {
    return this.#bus.isDown;
  }

  /** Tells those who listen here, and all other relays. */
  tell(workshop: string, news: News): void {
    for (const listener of this.#listenersByWorkshop.get(workshop) ?? []) listener.hear(news);
    this.#bus.publish(channelOf(workshop), new TextEncoder().encode(JSON.stringify(news)));
  }

  /** People who are connected to other relays; who is slow to answer, or cannot be heard, is left out. */
  async presentElsewhere(workshop: string): Promise<ReadonlySet<string>> {
    const present = new Set<string>();
    if (this.#bus.isAlone || this.isDeaf) return present;
    const call = randomUUID();
    const stop = await this.listen(workshop, {
      hear(news) {
        if (news.about === "present" && news.call === call) for (const person of news.people) present.add(person);
      },
      missed: () => undefined,
    });
    this.tell(workshop, { about: "rollCall", call });
    await setTimeout(ROLL_CALL_MS);
    await stop();
    return present;
  }

  /** When it resolves, nothing told from then on is missed. Answers how to stop. */
  async listen(workshop: string, listener: NewsListener): Promise<() => Promise<void>> {
    const listeners = this.#listenersByWorkshop.get(workshop) ?? new Set();
    this.#listenersByWorkshop.set(workshop, listeners.add(listener));
    const leave = () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listenersByWorkshop.delete(workshop);
    };
    try {
      const stop = await this.#bus.listen(channelOf(workshop), {
        hear: (message) => hearMessage(message, listener),
        missed: () => listener.missed(),
      });
      return async () => {
        leave();
        await stop();
      };
    } catch (error) {
      leave();
      throw error;
    }
  }
}

function channelOf(workshop: string): string {
  return `workshop:${workshop}`;
}

function hearMessage(message: Uint8Array, listener: NewsListener): void {
  const news = readNews(message);
  // A newer relay may tell what this one cannot name: then everything may have changed.
  if (news) listener.hear(news);
  else listener.missed();
}

function readNews(message: Uint8Array): News | undefined {
  try {
    return News.safeParse(JSON.parse(new TextDecoder().decode(message))).data;
  } catch {
    return undefined;
  }
}
