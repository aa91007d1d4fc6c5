/** Runs `body` with ids that follow from the seed: a seed that found something finds it again. */
import { openRandom } from "../support/random.ts";

/** @returns what `body` gives; the platform's randomness is back when it ends, also when it throws. */
export function withSeededIds<T>(seed: number, body: () => T): T {
  const random = openRandom(seed ^ 0x1d5);
  const platform = Object.getOwnPropertyDescriptor(crypto, "getRandomValues");
  Object.defineProperty(crypto, "getRandomValues", {
    configurable: true,
    value: (bytes: Uint8Array) => {
      for (let i = 0; i < bytes.length; i++) bytes[i] = random.below(256);
      return bytes;
    },
  });
  try {
    return body();
  } finally {
    Reflect.deleteProperty(crypto, "getRandomValues");
    if (platform) Object.defineProperty(crypto, "getRandomValues", platform);
  }
}
