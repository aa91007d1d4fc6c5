/** Words of who has spoken and who has been quiet. */
const times = (n: number, once: string, often: (n: number) => string) => (n === 1 ? once : often(n));

export const balanceWords = {
  title: "Who has spoken",
  close: "Close who has spoken",
  lead: "For you alone: close it before others look at this screen. Counts only, in the order of names, and deleted at the end of the day.",
  roomLead: "Counts only, in the order of names, and deleted at the end of the day.",
  hidden: "Hidden while it is safe to show.",
  nobody: "Nobody is here yet whose part could be counted.",
  at: (table: string) => `Who has spoken at ${table}`,
  quietAt: (table: string, n: number) => `${table} · ${times(n, "1 is quiet", (many) => `${many} are quiet`)}`,
  counts: (written: number, spoken: number) =>
    [
      written === 0 ? "" : times(written, "wrote once", (n) => `wrote ${n} times`),
      spoken === 0 ? "" : times(spoken, "spoke once", (n) => `spoke ${n} times`),
    ]
      .filter((part) => part !== "")
      .join(", ") || "nothing yet",
  quiet: (ms: number) => `quiet for ${Math.floor(ms / 60_000)} minutes`,
  spoke: "Spoke",
  spokeFor: (name: string) => `${name} spoke`,
  noted: (name: string) => `Noted that ${name} spoke.`,
  notKept: "This device could not note it. Free some space, then try again.",
};
