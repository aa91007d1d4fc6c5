/** A check under way: begun at the relay, and looked at until its page is left. */
import { useCallback, useEffect, useRef, useState } from "react";
import { RelayError } from "../../live/device.ts";
import { beginCheck, type CheckedDevice, checkedDevices, checkedOrigins } from "../../live/roomCheck.ts";

const LOOK_AGAIN_MS = 1_500;
/** After so long without anybody it is said what may be wrong. */
const PATIENCE_MS = 15_000;
const NOT_FOUND = 404;

export type RoomCheckState =
  | { readonly is: "beginning" }
  /** Nobody could reach this laptop. */
  | { readonly is: "no-address" }
  | { readonly is: "ended" }
  | { readonly is: "failed"; readonly why: string }
  | {
      readonly is: "open";
      readonly check: string;
      readonly origins: readonly string[];
      readonly devices: readonly CheckedDevice[];
      readonly isLate: boolean;
    };

/** `begin` begins another one, in place of the one before. */
export function useRoomCheck(relay: string): { readonly state: RoomCheckState; readonly begin: () => void } {
  const [state, setState] = useState<RoomCheckState>({ is: "beginning" });
  const leave = useRef(() => {});
  const begin = useCallback(() => {
    leave.current();
    leave.current = follow(relay, setState);
  }, [relay]);
  useEffect(() => {
    begin();
    return () => leave.current();
  }, [begin]);
  return { state, begin };
}

function follow(relay: string, tell: (state: RoomCheckState) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLeft = false;
  const run = async () => {
    tell({ is: "beginning" });
    if ((await checkedOrigins(relay)).length === 0) return tell({ is: "no-address" });
    const check = await beginCheck(relay);
    const begun = performance.now();
    const look = async () => {
      // The laptop may have gone to another network meanwhile: that is what is tried when nobody comes.
      const [devices, origins] = await Promise.all([checkedDevices(relay, check), checkedOrigins(relay)]);
      if (isLeft) return;
      tell({ is: "open", check, origins, devices, isLate: performance.now() - begun > PATIENCE_MS });
      timer = setTimeout(() => look().catch(stop), LOOK_AGAIN_MS);
    };
    await look();
  };
  const stop = (error: unknown) => {
    if (isLeft) return;
    const isEnded = error instanceof RelayError && error.status === NOT_FOUND;
    tell(isEnded ? { is: "ended" } : { is: "failed", why: error instanceof Error ? error.message : String(error) });
  };
  run().catch(stop);
  return () => {
    isLeft = true;
    clearTimeout(timer);
  };
}
