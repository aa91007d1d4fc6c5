/** Words of the room check: do phones reach this laptop? */
export const roomCheckWords = {
  title: "Do phones reach this laptop?",
  pageTitle: "Room check · Sameside",
  open: "Do phones reach this laptop? Check the room",
  back: "Back",
  lead: "Scan this with a phone that is in the Wi-Fi of the room. Nothing of any workshop is in it.",
  qr: "Code to scan: it leads to the check",
  address: "Address",
  addressHint: "This laptop has several. The right one is that of the network the phones are in.",
  noCode: "No code to scan? Type this address on a phone. If the start page opens, phones reach this laptop.",
  waiting: "Waiting for the first phone…",
  reaches: (ms: number) => `Phones reach this laptop, ${ms}\u00a0ms`,
  reachesAlso: (ms: number) => `Other devices reach this laptop, ${ms}\u00a0ms`,
  measuring: "A phone is here. Measuring…",
  slow: "That is slow. Writing works; photos and sounds will take their time. Move nearer to the access point, or ask for less company on this Wi-Fi.",
  good: "Good enough for everything. Try one more phone at the far end of the room.",
  devices: "Who came",
  kinds: { phone: "Phone", laptop: "Laptop" },
  device: (kind: string, n: number, ms: number | null) =>
    ms === null ? `${kind} ${n}` : `${kind} ${n}: ${ms}\u00a0ms`,
  onlyRelay:
    "So far only this laptop has come to itself. That says nothing about the Wi-Fi: scan the code with a phone.",
  nobody: "Nobody has come yet",
  nobodyLead: "If a phone has scanned it and nothing opens, it is one of these:",
  causes: [
    {
      title: "The phone is in another network",
      what: "It uses mobile data, or the guests' Wi-Fi while the laptop is in the company's.",
      do: "Put both into the same Wi-Fi, choose the address of that network above, and scan again.",
    },
    {
      title: "The Wi-Fi keeps devices apart",
      what: "Hotels, guest networks and many companies do so (“client isolation”). The phone's page loads for long and then gives up.",
      do: "Ask whoever runs the Wi-Fi for a network without isolation, or bring a small router of your own, or let the laptop open a hotspot for the phones.",
    },
    {
      title: "This laptop's firewall shuts them out",
      what: "The phone's page often fails at once. The laptop may have asked “allow incoming connections?” and heard no.",
      do: "Windows: Settings → Privacy & security → Windows Security → Firewall → Allow an app → Node.js, for private networks. macOS: System Settings → Network → Firewall → Options → allow node.",
    },
  ],
  whichTitle: "Wi-Fi or firewall?",
  which:
    "Join the laptop to the phone's own hotspot, choose the new address above, and scan with that phone. It works there: this room's Wi-Fi keeps devices apart. It does not work there either: it is the laptop's firewall.",
  what: "Do",
  noAddress: "This laptop has no address that a phone could reach.",
  noAddressDo:
    "Join it to the Wi-Fi of the room. If it is in it already, the relay was told to listen on this laptop only: start it again without that.",
  failed: "The check could not go on.",
  ended: "This check has ended, or the relay was started again.",
  again: "Begin a new check",
  phone: {
    title: "Room check",
    pageTitle: "Room check · Sameside",
    going: "Asking the laptop…",
    done: (ms: number) => `This device reaches the laptop, ${ms}\u00a0ms`,
    doneText: "The laptop knows it by now. You can close this page.",
    problem: "It did not work",
    ended: "This check has ended. Ask for the new code on the laptop, and scan that.",
    tryAgain: "Try again",
  },
};
