/** The peers and the floors: pages of the bench, bundled as the app is, each by itself. */
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { serveTestPage } from "../../support/testPage.ts";
import { peerFolder, peerVersion } from "../documents/peers.ts";
import { FIRST_VIEW, type PlacedCard } from "./benchPage.ts";
import type { Board, Contender, ContenderName } from "./contender.ts";
import { typeKeys } from "./hand.ts";
import { installRecorder } from "./recorder.ts";
import type { Scene } from "./scene.ts";
import { VIEWPORT } from "./stage.ts";

const WEB_MODULES = join(import.meta.dirname, "../../../apps/web/node_modules");
/** The fonts are the app's; everything else is installed beside the peers. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "@fontsource-variable/inter": join(WEB_MODULES, "@fontsource-variable/inter"),
  "@fontsource-variable/newsreader": join(WEB_MODULES, "@fontsource-variable/newsreader"),
  "@excalidraw/excalidraw/index.css": join(peerFolder("@excalidraw/excalidraw"), "dist/prod/index.css"),
  "@excalidraw/excalidraw": peerFolder("@excalidraw/excalidraw"),
  tldraw: peerFolder("tldraw"),
  "react-dom": peerFolder("react-dom"),
  react: peerFolder("react"),
};

interface Peer {
  readonly title: string;
  /** File in `pages/`. */
  readonly page: string;
  zoomDelta(from: number, to: number): number;
}

/** As our own wheel: an octave for 500. */
const byOctave = (from: number, to: number) => -Math.log2(to / from) * 500;

const PEERS: Readonly<Record<Exclude<ContenderName, "ours">, () => Peer>> = {
  "floor-dom": () => ({ title: "floor: culled DOM", page: "domCull.ts", zoomDelta: byOctave }),
  "floor-canvas": () => ({ title: "floor: canvas 2D", page: "canvas2d.ts", zoomDelta: byOctave }),
  dom: () => ({ title: "all cards in the DOM", page: "dom.ts", zoomDelta: byOctave }),
  tldraw: () => ({
    title: `tldraw ${peerVersion("tldraw")}`,
    page: "tldraw.ts",
    // A hundredth of the zoom for each unit.
    zoomDelta: (from, to) => (1 - to / from) * 100,
  }),
  excalidraw: () => ({
    title: `Excalidraw ${peerVersion("@excalidraw/excalidraw")}`,
    page: "excalidraw.ts",
    // A hundredth of 100 % for each unit.
    zoomDelta: (from, to) => (from - to) * 100,
  }),
};

export function peerNamed(name: Exclude<ContenderName, "ours">, browser: Browser): Contender {
  const peer = PEERS[name]();
  return { name, title: peer.title, open: (scene) => openPeer(peer, browser, scene) };
}

/** At least in part. */
function isInFirstView({ x, y }: PlacedCard): boolean {
  const { zoom } = FIRST_VIEW;
  return x * zoom + FIRST_VIEW.x < VIEWPORT.width && y * zoom + FIRST_VIEW.y < VIEWPORT.height;
}

async function openPeer(peer: Peer, browser: Browser, scene: Scene): Promise<Board> {
  const served = await serveTestPage(join(import.meta.dirname, "pages", peer.page), ELSEWHERE);
  served.put("cards.json", Buffer.from(JSON.stringify(scene.cards)));
  const context = await browser.newContext({ viewport: VIEWPORT });
  return {
    context,
    url: served.url,
    prepare: async (page) => {
      await page.addInitScript(installRecorder);
    },
    cards: scene.cards,
    firstCards: scene.cards.filter(isInFirstView).length,
    zoomDelta: peer.zoomDelta,
    select: ({ page }, keys) => page.evaluate((wanted) => window.benchPage?.select?.(wanted) ?? 0, keys),
    async editFromOutside({ page }, orders, apart) {
      await page.evaluate(([all, ms]) => window.recorder.reword(all, ms), [orders, apart] as const);
    },
    outsideTimes(painted) {
      const page = Object.values(painted).map((each) => each.painted - each.order);
      return { page, whole: page };
    },
    async editHere({ page }, order) {
      await page.evaluate((next) => window.recorder.onKey(next), order);
      await typeKeys(page, ["F9"]);
    },
    async close() {
      await context.close();
      served.close();
    },
  };
}
