/** Sounds without what their files say beside them (SPEC S26); that they sound the same is told by e2e/sounds.spec.ts. */
import { mediaTypeOf } from "@sameside/protocol";
import { bareSound } from "@sameside/replica";
import { describe, expect, it } from "vitest";
import { tone } from "../support/pictures.ts";
import { openRandom } from "../support/random.ts";
import { mp3, SECRET, taggedMp3, taggedOgg, taggedWav } from "../support/sounds.ts";

const ogg = () => taggedOgg([Buffer.alloc(300, 1), Buffer.alloc(20, 2)], 960);

describe("a sound", () => {
  it("keeps exactly the bytes that sound", () => {
    expect(Buffer.from(bareSound(taggedWav()) ?? []).equals(tone())).toBe(true);
    expect(Buffer.from(bareSound(taggedMp3()) ?? []).equals(mp3())).toBe(true);
  });

  it.each([
    ["WAV", tone()],
    ["MP3", mp3()],
  ])("that has no tags stays as it is: %s", (_, sound) => {
    expect(Buffer.from(bareSound(sound) ?? []).equals(sound)).toBe(true);
  });

  it("whose recorder was stopped short keeps what was recorded", () => {
    const cut = tone().subarray(0, 1_000);
    const bare = Buffer.from(bareSound(cut) ?? []);
    expect(bare.subarray(44).equals(cut.subarray(44))).toBe(true);
    expect(bare.readUInt32LE(40)).toBe(1_000 - 44);
  });

  it("that is none, or of which nobody can say what is in it, is not given", () => {
    const flacInOgg = ogg();
    flacInOgg.write("\x7fFLAC\x01\0\0", 28, "latin1");
    for (const file of [Buffer.from("no sound"), Buffer.from("ID3 and nothing else"), flacInOgg, Buffer.alloc(0)])
      expect(bareSound(file)).toBeUndefined();
  });

  it("that is spoilt anywhere is still a sound of its kind, or none: nothing hangs, nothing throws", () => {
    const random = openRandom(26);
    for (const file of [taggedWav(), taggedMp3(), ogg()])
      for (let round = 0; round < 300; round += 1) {
        const spoilt = Buffer.from(file);
        for (let hit = 0; hit < 4; hit += 1) spoilt[random.below(Math.min(400, spoilt.length))] = random.below(256);
        const bare = bareSound(spoilt.subarray(0, 1 + random.below(spoilt.length)));
        if (bare) expect(mediaTypeOf(bare)).toBe(mediaTypeOf(spoilt));
      }
  });

  it("says nothing more in any of them", () => {
    for (const file of [taggedWav(), taggedMp3(), ogg()]) {
      expect(file.includes(SECRET)).toBe(true);
      expect(Buffer.from(bareSound(file) ?? file).includes(SECRET)).toBe(false);
    }
  });
});
