/** The bus of a relay that is alone: there is nobody to tell. */
import type { RoomBus } from "./roomBus.ts";

export function aloneBus(): RoomBus {
  return {
    isAlone: true,
    isDown: false,
    listen: async () => async () => undefined,
    publish: () => undefined,
    close: async () => undefined,
  };
}
