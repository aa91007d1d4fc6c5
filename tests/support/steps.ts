/** Taking a workshop from step to step, as its facilitator's device does. */
import type { Page } from "@playwright/test";
import { boardRoom, encodeMessage, type Right, type Step } from "@sameside/protocol";
import * as z from "zod";
import { connectDevice, type SocketDevice } from "../relay/socketDevice.ts";
import { heldSeat } from "./people.ts";

export interface Steps {
  /** To the next step, with this right for who maps; resolves when the relay says that it holds. */
  go(right: Right): Promise<void>;
  /** Resolves when a device of somebody has said that so many changes are kept apart on it. */
  saidAside(changes: number): Promise<void>;
  end(): void;
}

/** With the seat of the facilitator who has the board open on this page. `taken`: steps taken before. */
export async function stepsOf(relayUrl: string, facilitator: Page, taken = 0): Promise<Steps> {
  const { workshop, group, token } = await heldSeat(facilitator);
  const device: SocketDevice = connectDevice(relayUrl, boardRoom(workshop, group), token);
  await device.heard(({ say }) => say === "hello");
  let n = taken;
  return {
    async go(right) {
      n += 1;
      const step: Step = { id: `step${n}`, n, rights: { customer: right, colleague: right, moderator: "write" } };
      device.provider.ws?.send(encodeMessage({ say: "step", step }));
      await device.heard((message) => message.say === "step" && message.step.id === step.id);
    },
    saidAside: (changes) =>
      device.heard(
        (message) =>
          message.say === "answers" &&
          message.rows.some(({ topic, value }) => topic === "device" && asideIn(value) === changes),
      ),
    end: () => device.provider.destroy(),
  };
}

function asideIn(value: unknown): number | undefined {
  return z.object({ aside: z.number() }).safeParse(value).data?.aside;
}
