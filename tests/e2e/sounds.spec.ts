/** Sounds lose what their files say beside them, and sound the same: told by the browser that decodes them (SPEC S26). */
import { expect, type Page } from "@playwright/test";
import { bareSound } from "@sameside/replica";
import type { RelayProcess } from "../support/relayProcess.ts";
import { SECRET, taggedMp3, taggedMp4, taggedOgg, taggedWav, taggedWebm } from "../support/sounds.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

test("every kind of sound is decoded to the same samples without its tags", async ({ page }) => {
  await page.goto(`${relay.url}/healthz`);
  const [webm, mp4] = [await recorded(page, "audio/webm"), await recorded(page, "audio/mp4")];
  const { packets, samples } = await opusPackets(page);
  for (const [kind, tagged] of Object.entries({
    wav: taggedWav(),
    mp3: taggedMp3(),
    ogg: taggedOgg(packets, samples),
    mp4: taggedMp4(mp4),
    webm: taggedWebm(webm),
  })) {
    expect(tagged.includes(SECRET), `${kind} has a tag`).toBe(true);
    const bare = bareSound(tagged);
    if (!bare) throw new Error(`${kind} was not read.`);
    expect(Buffer.from(bare).includes(SECRET), `${kind} has none any more`).toBe(false);
    const before = await decoded(page, tagged);
    expect(before.length, `${kind} can be decoded`).toBeGreaterThan(100);
    expect(await decoded(page, Buffer.from(bare)), `${kind} sounds the same`).toEqual(before);
    expect(bareSound(bare), `${kind} is bare`).toEqual(bare);
  }
});

/** A moment of a tone, as this browser records it. */
async function recorded(page: Page, type: string): Promise<Buffer> {
  // A page that nobody has touched plays nothing.
  await page.mouse.click(1, 1);
  const bytes = await page.evaluate(async (mimeType) => {
    const context = new AudioContext();
    await context.resume();
    const tone = context.createOscillator();
    const stream = context.createMediaStreamDestination();
    tone.connect(stream);
    tone.start();
    const recorder = new MediaRecorder(stream.stream, { mimeType });
    const pieces: Blob[] = [];
    const heard = new Promise<void>((resolve) => {
      recorder.ondataavailable = ({ data }) => {
        pieces.push(data);
        if (pieces.reduce((sum, { size }) => sum + size, 0) > 2_000) resolve();
      };
    });
    recorder.start(50);
    await heard;
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.stop();
    await stopped;
    await context.close();
    return [...new Uint8Array(await new Blob(pieces).arrayBuffer())];
  }, type);
  return Buffer.from(bytes);
}

/** A tone as bare Opus packets, and how many samples each of them is. */
async function opusPackets(page: Page): Promise<{ packets: Buffer[]; samples: number }> {
  const { packets, samples } = await page.evaluate(async () => {
    const RATE = 48_000;
    const made: number[][] = [];
    const encoder = new AudioEncoder({
      output(chunk) {
        const bytes = new Uint8Array(chunk.byteLength);
        chunk.copyTo(bytes);
        made.push([...bytes]);
      },
      error: (error) => console.error(error),
    });
    encoder.configure({ codec: "opus", sampleRate: RATE, numberOfChannels: 1 });
    const data = Float32Array.from({ length: RATE / 2 }, (_, at) => Math.sin((at * 2 * Math.PI * 440) / RATE) / 2);
    const sound = {
      format: "f32",
      sampleRate: RATE,
      numberOfFrames: data.length,
      numberOfChannels: 1,
      timestamp: 0,
      data,
    };
    encoder.encode(new AudioData(sound as AudioDataInit));
    await encoder.flush();
    return { packets: made, samples: RATE / 50 };
  });
  return { packets: packets.map((packet) => Buffer.from(packet)), samples };
}

/** What the browser hears in it. */
function decoded(page: Page, file: Buffer): Promise<number[]> {
  return page.evaluate(
    async (bytes) => {
      const context = new OfflineAudioContext(1, 1, 48_000);
      const sound = await context.decodeAudioData(Uint8Array.from(bytes).buffer);
      // Enough to compare: every tenth sample.
      return [...sound.getChannelData(0)].filter((_, at) => at % 10 === 0);
    },
    [...file],
  );
}
