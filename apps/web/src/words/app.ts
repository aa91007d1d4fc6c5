/** Words of the frame: document titles, what happens when something breaks, the device. */
import { ariaWords } from "./aria.ts";

export const appWords = {
  name: "Sameside",
  titleHome: "Sameside: customer journeys, drawn together",
  titleBoard: (journey: string) => `${journey} · Sameside`,
  titleJoin: "Join a map · Sameside",
  /** What the device is called in sentences. */
  devices: { laptop: "laptop", phone: "phone" },
  close: "Close",
  cancel: "Cancel",
  back: "Back to the start page",
  messages: "Messages",
  opening: "Opening the map…",
  theme: "Look of the page",
  themes: { device: "As this device", light: "Light", dark: "Dark" },
  newVersion: "A new version is here. Reload when it suits you; nothing you wrote is lost.",
  reload: "Reload now",
  again: "Try again",
  later: "Later",
  /** Said once where the browser cannot keep the app itself. */
  reloadNeedsRelay: "Your work is kept on this device. To reload the page, the laptop that shares the map must be on.",
  storageOff:
    "This browser window keeps nothing when it is closed (a private window, or no space left). Download a copy before you go.",
  broken: {
    title: "Something broke on this page",
    kept: "What you wrote up to now is kept on this device. Reload the page to go on; if it breaks again, download a copy first.",
    reload: "Reload the page",
    home: "Go to the start page",
    copy: "Download a copy",
    details: "What went wrong, for the person who helps you",
  },
  /** Of who was moved to another table. */
  moved: {
    here: (table: string) =>
      table === ""
        ? "You were moved: this is your map now. What you wrote before stays on the other one."
        : `You sit at ${table} now: this is its map. What you wrote before stays on the other one.`,
    sent: (n: number, table: string) =>
      `${n === 1 ? "1 change" : `${n} changes`} that had not reached ${table} when you were moved: sent to who leads it, to be taken there.`,
    tooLarge: (table: string) =>
      `What had not reached ${table} when you were moved is too much to send. It is kept on this device, apart.`,
    another: "your map from before",
  },
  unknownBoard: {
    title: "This map is not on this device",
    text: "Open it by its invite link, or from the file that holds it.",
  },
  join: {
    title: "You are invited to the table",
    /** The keys say what one is invited to. */
    leads: {
      write: "Two short questions, then the map. No account, nothing to install.",
      read: "You were invited to look at this map. Tell the table who is looking.",
      help: "You were invited to help run this workshop. One short question, then the map.",
    },
    go: "Go to the map",
    going: "Joining…",
    refusedTitle: "You are not in yet",
    refused: {
      wrongCode:
        "This invite lets nobody in here: it was ended, used up or mistyped, or it belongs to another laptop. Look closely, or ask for a new one.",
      over: "The time of this invite is over. Ask who invited you for a new one. Who has joined by it is still in.",
      ended: "Your seat in this workshop was taken away. Ask the facilitator; what you wrote stays on this device.",
      taken:
        "This seat cannot be given now: the workshop is full, or somebody has it already. Ask the facilitator for another invite, or make a personal code on your other device.",
      tooMany: (seconds: number) =>
        seconds === 1
          ? "Too many tries came from here. Wait a second, then try again."
          : `Too many tries came from here. Wait ${seconds} seconds, then try again.`,
      "no-answer":
        "The laptop that shares the map does not answer. Check that it is on, and that both are in the same network; then try again.",
      "no-relay":
        "What answers at this address does not share maps. Ask for the invite again, or scan the code once more.",
      otherwise: (reason: string) => `It did not work: ${reason}`,
    },
    wrongLink: "This invite link is not whole. Ask for it again, or scan the code once more.",
  },
  you: {
    name: "Your name for today",
    nameHint: "First name or initials are enough. The table sees it; it is not on the map's cards.",
    nameNeeded: "Write a name for today.",
    role: "At this table I am",
    roles: {
      customer: { label: "a customer", note: "I live what we draw" },
      colleague: { label: "a colleague", note: "I work for the company" },
    },
  },
  /** A text of the program that stands in no catalogue: what the relay answered, the lanes of a template. */
  said: (text: string) => text,
  aria: ariaWords,
};
