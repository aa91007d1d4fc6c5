import { expect, it } from "vitest";
import { playRound } from "./round.ts";

const ROUNDS = Number(process.env["FUZZ_ROUNDS"] ?? 300);
const PEERS = Number(process.env["FUZZ_PEERS"] ?? 5);
/** Milliseconds: 10,000 rounds of twenty people take an hour. */
const MAX_TIME = 4 * 3_600_000;
/** Seeds that once found something, kept for ever. */
const KEPT_SEEDS: readonly (readonly [seed: number, people: number])[] = [
  [1009, 5],
  [1282, 5],
  [7524, 20],
];

it.each(KEPT_SEEDS)("seed %i with %i people stays good", (seed, people) => {
  expect(playRound(seed, { people })).toEqual([]);
});

it(`${ROUNDS} random rounds of ${PEERS} people end with equal documents and nothing lost`, {
  timeout: MAX_TIME,
}, () => {
  const first = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
  console.log(
    `fuzzer: seeds ${first} to ${first + ROUNDS - 1}; one again: pnpm fuzz --peers ${PEERS} --rounds 1 --seed N`,
  );
  for (let seed = first; seed < first + ROUNDS; seed++) {
    const problems = playRound(seed, { people: PEERS });
    if (problems.length > 0) throw new Error(`seed ${seed}: ${problems.slice(0, 5).join("; ")}`);
  }
});
