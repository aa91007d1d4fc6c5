import { mkdtempSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { invitationOf, welcome } from "@sameside/cli";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const HERE = "http://192.168.1.7:4444";
const ELSEWHERE = "http://10.0.0.3:4444";
const host = hostname().toLowerCase();
const NAME = host.includes(".") ? host : `${host}.local`;
const nowhere = async () => [];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sameside-address-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the address people are invited to", () => {
  it("is a name when it leads to this computer, and only then", async () => {
    const here = await invitationOf([HERE, ELSEWHERE], folder, async () => ["192.168.1.7"]);
    expect(here.urls).toEqual([`http://${NAME}:4444`, HERE, ELSEWHERE]);
    for (const answer of [["127.0.1.1"], ["192.168.1.7", "192.168.1.99"], []])
      expect((await invitationOf([HERE], join(folder, "x"), async () => answer)).urls).toEqual([HERE]);
    const failing = async () => Promise.reject(new Error("ENOTFOUND"));
    expect((await invitationOf([HERE], join(folder, "y"), failing)).urls).toEqual([HERE]);
  });

  it("is warned of once, when it is another than last time", async () => {
    expect(await invitationOf([HERE], folder, nowhere)).toEqual({ urls: [HERE] });
    expect(await invitationOf([HERE], folder, nowhere)).toEqual({ urls: [HERE] });
    expect(await invitationOf([ELSEWHERE], folder, nowhere)).toEqual({ urls: [ELSEWHERE], before: HERE });
    expect(await invitationOf([ELSEWHERE], folder, nowhere)).toEqual({ urls: [ELSEWHERE] });
  });

  it("is printed with its code, and with what to do when it has changed", () => {
    const said = welcome("http://localhost:4444", { urls: [HERE, ELSEWHERE], before: "http://10.9.9.9:4444" }, folder);
    expect(said).toContain(`For phones and laptops: ${HERE} `);
    expect(said).toContain(`or:    ${ELSEWHERE}`);
    expect(said).toMatch(/[▀▄█]{10}/);
    expect(said).toContain("it was http://10.9.9.9:4444.");
    expect(said).toContain(`must open ${HERE} once; what they wrote meanwhile arrives then.`);
    expect(welcome("http://localhost:4444", { urls: [HERE] }, folder)).not.toContain("has changed");
    expect(welcome("http://localhost:4444", { urls: [] }, folder)).toContain("No other device reaches this computer");
  });

  it("is remembered while it is one of several, and while there is no network", async () => {
    await invitationOf([HERE], folder, nowhere);
    expect(await invitationOf([ELSEWHERE, HERE], folder, nowhere)).toEqual({ urls: [ELSEWHERE, HERE] });
    expect(await invitationOf([], folder, nowhere)).toEqual({ urls: [] });
    expect((await invitationOf([ELSEWHERE], folder, nowhere)).before).toBe(HERE);
  });
});
