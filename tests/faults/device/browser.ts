/** A browser with a profile of its own that outlives it, and the page of the fault tests in it. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "../../support/chromium.ts";
import type { Told } from "./page.ts";

/** The one room of the fault tests. */
export const ROOM = `${"F".repeat(22)}.board.table1`;

export interface Profile {
  readonly folder: string;
  /** Starts a browser on this profile. */
  launch(): Promise<Session>;
  remove(): void;
}

export interface Session {
  readonly context: BrowserContext;
  /** Opens the page with its room; `heard` gets all that it tells. */
  open(url: string, heard?: (told: Told) => void): Promise<Page>;
  /** `kill -9` to every process of this browser; resolves when they are gone. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export function newProfile(folder = mkdtempSync(join(tmpdir(), "sameside-profile-"))): Profile {
  return {
    folder,
    launch: () => launch(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function launch(folder: string): Promise<Session> {
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(folder, {
    args: CHROMIUM_ARGS,
    ...(executablePath ? { executablePath } : {}),
  });
  return {
    context,
    async open(url, heard) {
      const page = await context.newPage();
      if (heard) await page.exposeFunction("tell", heard);
      await page.goto(url);
      await page.waitForFunction(() => "faults" in window);
      await page.evaluate((room) => window.faults.open(room), ROOM);
      return page;
    },
    async kill() {
      const gone = new Promise<void>((resolve) => context.once("close", () => resolve()));
      for (const pid of processesOf(folder)) kill(pid);
      await gone;
      // The lock of a browser that could not tidy up would keep the next one away.
      for (const name of readdirSync(folder)) if (name.startsWith("Singleton")) rmSync(join(folder, name));
    },
    close: () => context.close(),
  };
}

/** Only processes that name this profile, which no other browser does; the others of the family follow their parent. */
function processesOf(folder: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`--user-data-dir=${folder}`);
      } catch {
        return false;
      }
    });
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It went by itself.
  }
}

/** A file system of its own size in memory; `undefined` where it cannot be mounted. */
export function mountSmallDisk(megabytes: number): { readonly folder: string; remove(): void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), "sameside-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    remove() {
      execFileSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
