/** The whole screen for as long as something is presented, where the browser gives it; without, the whole window. */
import { useEffect, useEffectEvent } from "react";

/** `onLeave`: the person left the full screen by the browser's own way, which no key tells of. */
export function useFullScreen(onLeave: () => void): void {
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    const page = document.documentElement;
    // An iPhone has none, and a page in a frame may not.
    if (!document.fullscreenEnabled || document.fullscreenElement) return;
    let isGiven = false;
    const follow = () => {
      if (document.fullscreenElement) isGiven = true;
      else if (isGiven) leave();
    };
    document.addEventListener("fullscreenchange", follow);
    page.requestFullscreen().catch(() => {
      // Refused: it goes on in the window.
    });
    return () => {
      document.removeEventListener("fullscreenchange", follow);
      if (document.fullscreenElement === page) void document.exitFullscreen();
    };
  }, []);
}
