/** How the bench's figures are told. */

export type Figures = Readonly<Record<string, number>>;

export function print(name: string, value: number, unit: string): void {
  console.log(`  ${name.padEnd(44)}${value.toFixed(value < 100 ? 1 : 0).padStart(10)} ${unit}`);
}

/** A figure with what was aimed for. */
export function goal(name: string, value: number, met: boolean): void {
  print(`goal: ${name}`, value, met ? "met" : "NOT met");
}

/** The value that this share of them does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
