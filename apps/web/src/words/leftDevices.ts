/** Words about devices that people have gone on without, and about what waits there or elsewhere for somebody. */
const changes = (n: number) => (n === 1 ? "1 change" : `${n} changes`);
const are = (n: number) => (n === 1 ? "is" : "are");

export const leftDeviceWords = {
  title: "Not at the table yet",
  /** While the screen may be seen by all. */
  somebody: "somebody",
  gone: (n: number, name: string, device: string, time: string) =>
    `${changes(n)} of ${name} ${are(n)} still on a ${device} that is not connected; it said so at ${time}.`,
  back: (n: number, name: string, device: string) =>
    `${changes(n)} of ${name} ${are(n)} still on a ${device} that they went on without. It is connected.`,
  comes: "It goes out by itself when that device is connected again.",
  decides: "What was not taken is kept apart there, until somebody decides on it.",
  goesOn: (name: string, device: string, time: string) =>
    `${name} goes on with another device. On the ${device} before nothing waited when it was last heard of, at ${time}; what was written there since comes when it is connected again.`,
  seen: "All right",
  seenLabel: (name: string) => `All right: ${name} goes on with another device`,
  proposal: (name: string, n: number, table: string) => `${name} proposes ${changes(n)} at ${table}`,
  /** In a line of the list of people. */
  short: {
    left: (n: number, device: string) => `${changes(n)} still on a ${device} of theirs`,
    goesOn: (device: string) => `goes on without the ${device} from before`,
  },
};
