/** Words of pictures and sounds: how they are added, who is in them, and how they are taken out. */
export const attachmentWords = {
  section: "Photos and sounds",
  addPhoto: "Add a photo",
  addSound: "Add a sound",
  /** Under the buttons, where a mouse is at hand. */
  otherWays: "Or drop one here, or paste it.",
  preparing: "Making it small enough to share …",
  open: (what: string) => `Open: ${what}`,
  /** On a card of the map. */
  showLarge: (what: string) => `Show large: ${what}`,
  more: (n: number) => (n === 1 ? "1 more photo" : `${n} more photos`),
  kinds: { photo: "Photo", sound: "Sound" },
  dialog: {
    title: { photo: "Add a photo", sound: "Add a sound" },
    words: { photo: "What does it show?", sound: "What is to be heard?" },
    wordsHint: "For everybody who cannot see or hear it, and for the report.",
    wordsPlaceholder: { photo: "The counter at nine, nobody there", sound: "The waiting music, forty seconds" },
    person: { photo: "Is a person in it?", sound: "Is a person to be heard in it?" },
    no: "No",
    yes: "Yes",
    who: "Who?",
    you: "You",
    somebodyElse: "Somebody who has no seat here",
    askedNote: "It stays on this device until each of them has agreed on their own device.",
    staysNote: "It stays on this device: nobody can agree for somebody who has no seat here.",
    removed: {
      photo: (edge: number) =>
        `Made smaller on this device, at most ${edge} pixels. Where and with which camera it was taken is left out.`,
      sound: "It sounds as it was recorded. What its file says about place, time and device is left out.",
    },
    add: "Add it",
  },
  problems: {
    unreadable: "This browser cannot read the file as a picture. Save it as JPEG or PNG, then add it again.",
    "too-large": (megabytes: number) =>
      `A file may have ${megabytes} MB. Make it smaller or shorter, then add it again.`,
    "unknown-kind": "Only pictures (PNG, JPEG, GIF, WebP) and sounds (MP3, M4A, Ogg, WebM, WAV) can be added.",
    "taken-out": "This file was taken out by somebody who is in it. Add another one.",
    "not-stored": "This device could not store the file. Free some space, then try again.",
    damaged: "The file did not arrive whole. Add it again.",
  },
  where: {
    asked: (names: string) => `On this device only, until ${names} agrees`,
    askedSomebodyElse: "On this device only: somebody without a seat is in it",
    waiting: "On this device, shared with the next connection",
    shared: "Shared with the table",
    refused: (why: string) => `Not shared: ${why}`,
    coming: "On its way …",
    missing: (name: string) => `Not here yet. It comes by itself from the device of ${name}.`,
    missingAsked: (name: string) => `Not shared yet: ${name} is asked first.`,
    takenOut: "Taken out. It is kept nowhere any more.",
  },
  addedBy: (name: string) => `Added by ${name}`,
  takeOut: { pictured: "Take me out", own: "Take it out", anybody: "I am in it: take me out" },
  takeOutQuestion:
    "It is removed here, at the relay and on every device as soon as it connects. This cannot be undone. A copy that somebody saved as a file stays where it is.",
  takeOutGo: "Take it out for good",
  keepIt: "Keep it",
  question: {
    title: { photo: "A photo shows you", sound: "You are to be heard in a sound" },
    text: (name: string, what: string) => `“${what}”, added by ${name}. May it be shared with the table?`,
    seeIt: (name: string) => `It is on the device of ${name} only: ask to see it.`,
    agree: "Share it",
    refuse: "Do not share it",
  },
};
