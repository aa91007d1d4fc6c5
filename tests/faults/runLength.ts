/** How much of a fault is made: a little of it in every `pnpm test`, much of it in `pnpm test:faults`. */

/** `true` in `pnpm test:faults`. */
export const isLongRun = process.env["FAULTS"] === "long";

/** The seed of what is random in this run; printed by the tests, given again as `FAULTS_SEED`. */
export const faultSeed = Number(process.env["FAULTS_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

/** `long` in `pnpm test:faults`, `short` in `pnpm test`. */
export function inRun(short: number, long: number): number {
  return isLongRun ? long : short;
}
