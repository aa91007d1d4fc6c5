/** Words about what is on this device: the page that lists it, taking it along, and leaving a workshop that is over. */
const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;
const GIGABYTE = KILOBYTE * MEGABYTE;

/** "340 kB", "12 MB". */
function size(bytes: number): string {
  if (bytes < KILOBYTE) return "less than 1 kB";
  if (bytes < MEGABYTE) return `${Math.round(bytes / KILOBYTE)} kB`;
  if (bytes >= GIGABYTE) return `${(bytes / GIGABYTE).toFixed(1)} GB`;
  const megabytes = bytes / MEGABYTE;
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const laptopWords = {
  documentTitle: (device: string) => `What is on this ${device} · Sameside`,
  title: (device: string) => `What is on this ${device}`,
  /** The way to the page, beside the list of maps. */
  more: "Sizes, copies, taking along",
  lead: (device: string) => `Everything here was stored on this ${device} by this browser, and belongs to you.`,
  size,
  total: (n: number, bytes: number) => `${count(n, "workshop")} · ${size(bytes)}`,
  guess: (used: number, most: number) =>
    `The browser says: about ${size(used)} used at this address, of ${size(most)} it may use.`,
  reading: "Looking what is here…",
  none: "There is no workshop here. One that you start, open or join stands here.",
  columns: { title: "Workshop", size: "Size", state: "Where the work is", copy: "Last copy saved", relay: "Shared by" },
  states: {
    waiting: (n: number) => `${count(n, "change")} waiting`,
    setAside: (n: number) => `${count(n, "change")} set aside`,
    alone: (device: string) => `Only on this ${device}`,
    saved: "Saved for the table",
  },
  files: (n: number) => count(n, "picture or sound", "pictures and sounds"),
  noCopy: "no copy yet",
  copied: (when: string) => when,
  notShared: "not shared",
  over: {
    closed: (day: string) => `Closed on ${day}`,
    until: (day: string) => `Words are kept until ${day}`,
    expired: (day: string) => `Words were to be kept until ${day}`,
    waits: "It goes from here when what waits is with the table: open it where the table can be reached.",
    yours: "You run it: it stays here until you forget it.",
  },
  lasting: {
    title: "Does it stay here?",
    promised: "Yes. The browser has promised to keep it until you delete it.",
    refused:
      "The browser has not promised it. It keeps everything for now, and may throw it away when the disk runs short: save a copy of what matters.",
    "not-asked":
      "The browser was not asked yet. It may throw away what pages store when the disk runs short; asked, most of them promise not to.",
    absent: (address: string) =>
      `At ${address} no page can ask the browser to keep it for good. It stays for now; save a copy of what matters.`,
    ask: "Ask the browser to keep it",
  },
  address: {
    title: "Where it can be reached",
    secure: (address: string) =>
      `It belongs to ${address}. This page opens without any network, too. At another address this browser shows none of it.`,
    lan: (address: string) =>
      `It belongs to ${address}, and a reload needs the laptop that serves this page. Should that address change, take your things along before: at another address this browser shows none of it.`,
  },
  /** On the start page, where a reload needs the relay. */
  homeLan: (address: string) =>
    `What is here is kept for ${address} only, and a reload needs the laptop that serves this page.`,
  /** Beside an invite, where people will come by an address that cannot be kept. */
  inviteLan:
    "Who comes by this address can work on without a connection, but not reload the page. Nothing they wrote is lost.",
  offlineLan:
    "The table cannot be reached. Go on working, and do not reload this page: that needs the laptop that shares the map.",
  along: {
    action: "Take my things along…",
    title: "Take my things along",
    lead: "One file with every workshop that is here, their pictures and sounds, your own answers, and your private notes. Opened on another device, or at another address, it is put together with what is there.",
    own: "It is yours. To hand one workshop on to somebody, save a copy of that workshop instead.",
    keys: "With the keys of workshops that I made",
    keysNote: "Needed to go on running them elsewhere. Whoever has the file can run them, too.",
    go: "Save the file",
    saved: (n: number) => `Saved: ${count(n, "workshop")} in one file.`,
    leftOut: (n: number) =>
      `${count(n, "picture or sound", "pictures or sounds")} found no room in the file. Save a copy of the workshop they belong to.`,
  },
  takeIn: {
    action: "Open files…",
    title: (n: number) => `Open ${count(n, "file")}`,
    reading: "Reading…",
    isKnown: (title: string) => `Belongs to “${title}”: both are put together, nothing is lost on either side.`,
    isNew: (title: string) => `“${title}” is new here and is kept from now on.`,
    isEverything: (n: number) =>
      `Everything of a device: ${count(n, "workshop")}. It is put together with what is here.`,
    isMap: "A map in another format. Open it by itself, on the start page.",
    newer: "It was changed by a newer Sameside: here it can be read, and not changed, until this one is newer, too.",
    go: "Put them together",
    going: "Putting them together…",
    done: "Done.",
    taken: (title: string) => `“${title}” is up to date with the file.`,
    damaged: (n: number) => `${count(n, "picture or sound", "pictures or sounds")} in it were damaged and left out.`,
    nothing: "None of these can be opened here. Nothing was changed.",
  },
  forget: {
    waiting: (n: number) => `${count(n, "change")} that the table does not have`,
    setAside: (n: number) => `${count(n, "change")} that were set aside`,
    files: (n: number) => count(n, "picture or sound", "pictures and sounds"),
    onlyFiles: (n: number) => `${count(n, "picture or sound", "pictures and sounds")} that the table does not have`,
    notes: "your private notes on it",
    lost: "With it goes from this device, for good:",
    lastCopy: (when: string) => `The last copy was saved ${when}.`,
    noCopy: "No copy of it was ever saved here.",
  },
  end: {
    action: "Close the workshop…",
    title: "The end of this workshop",
    until: "Keep people's words until",
    untilHint:
      "After this day the devices of people at the table remove their copy by themselves, once all they wrote is with the table, and keep only their own words. Empty: no day.",
    keep: "Keep this day",
    closeTitle: "Close it now",
    closedTitle: "It is closed",
    close:
      "People at the table keep their own words, and their devices remove the rest as soon as everything they wrote is here. Your device, and other facilitators', keep all of it.",
    closeGo: "Close the workshop",
    closedOn: (day: string) => `It was closed on ${day}. Devices that come by remove their copy.`,
    reopen: "Open it again",
    refused: "This could not be written: the plan was made with a newer Sameside.",
    wrongDay: "Write the day as year, month and day.",
  },
  leaving: {
    waits: (n: number) =>
      n === 0
        ? "This workshop is over. When you have finished writing, this device keeps your own words and removes the rest."
        : `This workshop is over. ${count(n, "change")} of yours must reach the table first; then this device keeps your own words and removes the rest.`,
    title: (title: string) => `“${title}” is over`,
    closed: (device: string) =>
      `The facilitator has closed the workshop. Everything you wrote is with the table. This ${device} has removed its copy, and keeps your own words.`,
    expired: (device: string) =>
      `The day until which this workshop's words are kept has passed. Everything you wrote is with the table. This ${device} has removed its copy, and keeps your own words.`,
    told: (title: string) => `“${title}” is over. Its copy was removed from here; your own words are kept.`,
    see: "See what is here",
  },
  kept: {
    title: "My words from workshops that are over",
    lead: "The workshops themselves are removed from this device.",
    from: (title: string, day: string) => `${title} · left on ${day}`,
    show: (title: string) => `Read my words from ${title}`,
    save: "Save as a file",
    saveOf: (title: string) => `Save my words from ${title} as a file`,
    forget: "Delete…",
    forgetOf: (title: string) => `Delete my words from ${title}…`,
    forgetTitle: (title: string) => `Delete your words from “${title}”?`,
    forgetText: "They are on this device only. Deleted, they are gone for good.",
    forgetGo: "Delete them",
    fileName: (title: string) => `My words from ${title}`,
  },
  ownWords: {
    title: (title: string) => `My words from ${title}`,
    lead: (day: string) =>
      `What I wrote, rated and answered in this workshop. The rest of it was removed from my device on ${day}.`,
    saidAloud: "What I said, as it was written down",
    wholeMap: "About the map as a whole",
    talkAbout: "What I wanted to talk about",
    unplaced: "Without a place",
    answers: "Answers",
    notes: "My private notes",
    rated: (value: number, min: number, max: number) => `Felt: ${value} (from ${min} to ${max})`,
    topics: {
      name: "My name for the day",
      consent: "Consent",
      rating: "A rating",
      vote: "A vote",
      upvote: "A question I want answered, too",
      guess: "A guess",
      pulse: "How true it was",
      maturity: "The company's stage",
      commitment: "What I will do",
      agreement: "Agreed to a next step",
      roleCard: "Role card, read",
      preTask: "A task before the day",
      needs: "What I need on the day",
      showMine: "My feelings may be shown at my table",
      practised: "Practised",
      credits: "Named in the credits",
      question: "My question",
      reaction: "A reaction",
      seen: "Has read a message",
      help: "Asked for help",
      done: "Done",
      spoke: "Spoke",
      guardian: "A guardian agreed",
      writesForMe: "Writes for me",
      pictured: "Shown in a picture",
      withdrawn: "Withdrawn",
      carriedOut: "Emptied after a withdrawal",
      proposal: "Proposed",
    },
  },
  notReloaded:
    "What you wrote is not stored on this device yet, so the page was not reloaded. Download a copy, or wait a moment and try again.",
};
