/** A workshop's steps, taken as its facilitator's device takes them. */
import type { Page } from "@playwright/test";
import { boardRoom, encodeMessage, type Right, type Step } from "@sameside/protocol";
import { connectDevice, type SocketDevice } from "../relay/socketDevice.ts";
import { heldSeat } from "./people.ts";

export interface StepsTaken {
  /** Gives participants this right on the boards; resolves when it holds. */
  go(right: Right): Promise<void>;
  end(): void;
}

/** `facilitator`: the page of who shared the workshop over the relay at `url`. */
export async function stepsOf(url: string, facilitator: Page): Promise<StepsTaken> {
  const { workshop, group, token } = await heldSeat(facilitator);
  const device: SocketDevice = connectDevice(url, boardRoom(workshop, group), token);
  await device.heard(({ say }) => say === "hello");
  let n = 0;
  return {
    async go(right) {
      n += 1;
      const step: Step = { id: `step${n}`, n, rights: { customer: right, colleague: right, moderator: "write" } };
      device.provider.ws?.send(encodeMessage({ say: "step", step }));
      await device.heard((message) => message.say === "step" && message.step.id === step.id);
    },
    end: () => device.provider.destroy(),
  };
}
