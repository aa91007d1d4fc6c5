/** A time of the day where this device is, as the clock on the wall shows it. */
export function timeOfDay(time: number): string {
  return new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(time);
}
