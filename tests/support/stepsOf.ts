/** Takes a workshop through steps as its facilitator's device does. */
import type { Page } from "@playwright/test";
import { boardRoom, encodeMessage, type Right, type Step } from "@sameside/protocol";
import { connectDevice, type SocketDevice } from "../relay/socketDevice.ts";
import { heldSeat } from "./people.ts";

/** `right`: what customers and colleagues may do on their table's board in that step. */
export async function stepsOf(
  relayUrl: string,
  facilitator: Page,
): Promise<{ go(right: Right): Promise<void>; end(): void }> {
  const { workshop, group, token } = await heldSeat(facilitator);
  const device: SocketDevice = connectDevice(relayUrl, boardRoom(workshop, group), token);
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
