/** Words of the board page: its bars, its state, its people, its dialogs. */
import { roomKeys } from "./room.ts";

/** How keys are written, by what they do: in tooltips, in menus, in the palette and in the sheet of keys. */
const keys = {
  card: "N",
  touchpoint: "T",
  moment: "M",
  undo: "Ctrl+Z",
  redo: "Ctrl+Shift+Z",
  fit: "Shift+1",
  fitChosen: "Shift+2",
  whole: "Ctrl+0",
  in: "Ctrl +",
  out: "Ctrl −",
  find: "Ctrl+F",
  findAlso: "/",
  findNext: "F3",
  findPrevious: "Shift+F3",
  palette: "Ctrl+K",
  paletteAlso: "Ctrl+/",
  present: "P",
  sheet: "?",
  print: "Ctrl+P",
  edit: "Enter",
  duplicate: "Ctrl+D",
  remove: "Delete",
};
const noCustomerType = "whose journey?";

export const boardWords = {
  map: (title: string) => `Map: ${title}`,
  title: "Title of the map",
  renameTitle: "Rename the map",
  customerType: (type: string) => `Customer type: ${type || noCustomerType}`,
  customerTypeField: "Customer type",
  customerTypeHint: "They may read this: would you say it to them?",
  noCustomerType,
  variant: (variant: string) => `Shows the journey ${variant}`,
  journeys: (title: string, nth: string) => `Maps on this board. Shown: ${title}, ${nth}`,
  nthJourney: (nth: number, count: number) => `${nth} / ${count}`,
  state: {
    label: (state: string) => `Where the work is: ${state}`,
    typing: "typing…",
    kept: (device: string) => `on this ${device}`,
    /** A power cut would not take it. */
    safe: (device: string) => `safe on this ${device}`,
    waiting: (n: number) => (n === 1 ? "1 change waiting" : `${n} changes waiting`),
    /** The relay has closed the connection and will be asked again: it has answered, so it is neither gone nor moved. */
    notTaken: (n: number) =>
      n === 1
        ? "1 change waiting · the table cannot take it now"
        : `${n} changes waiting · the table cannot take them now`,
    connecting: (device: string) => `on this ${device} · looking for the table`,
    saved: "saved for the table",
    savedOffline: "saved for the table · no connection now",
    readOnly: "read only",
    closed: "read only in this step",
    /** Keys are the replica's; each says the way out. */
    failed: {
      full: "not saved: disk full; keep this tab open, download a copy",
      silent: "not saved: disk full or storage closed; keep this tab open, download a copy",
      blocked: "not saved: an older tab of Sameside holds the storage; close it, or download a copy",
      newer: "not saved: a newer Sameside is open; download a copy, then reload this tab",
      absent: "not saved: this window keeps nothing; keep it open, download a copy",
      failed: "not saved: keep this tab open, download a copy",
    },
    /** In the bar; the line under it says the rest. */
    notSaved: "not saved",
    outdated: "read only: a newer Sameside is open in another tab; reload this one",
    refused: "not connected to the table",
  },
  damaged: (pieces: number) =>
    pieces === 1
      ? "One piece of what was kept here cannot be read. What does not build on it is shown, and nothing was deleted. Download a copy now."
      : `${pieces} pieces of what was kept here cannot be read. What does not build on them is shown, and nothing was deleted. Download a copy now.`,
  seeBefore: "See what is missing",
  /** Why the relay ended the connection; the keys are the protocol's. */
  closed: {
    badRoom: "This address names no board. Open the invite link again, whole.",
    badToken: "This link is not valid at this table any more. Ask for a new one; your work stays on this device.",
    noRight: "You may read this map, not change it.",
    unknownWorkshop:
      "The laptop that shared this map does not know it any more. Invite again from the laptop that has it.",
    refusedUpdate: "A change was not in a form the table takes. Reload; your copy stays on this device.",
    tooLarge: "One change was too large to send. Your copy stays on this device; bring it in smaller parts.",
    tooFast: "Too much was sent at once. Wait a minute, then reload; nothing is lost.",
    roomFull: "This board is full. Start a new board; nothing is lost.",
    tooManyBoards: "This workshop has all the boards it can hold. Use one that is there; nothing is lost.",
    workshopFull: "This workshop has all it can hold. Go on in a new one; your copy stays on this device.",
    cannotStore:
      "The laptop that shares the map cannot store: its disk may be full. Your changes are kept here and sent later.",
    engineAway: "The laptop that shares the map cannot reach its database. Your changes are kept here and sent later.",
    notForYou: "This map is not open to you in this step. It comes back by itself; your work stays on this device.",
    seatEnded: "Your seat in this workshop has ended. Ask the facilitator; your work stays on this device.",
    elsewhere: "You have too many windows open in this workshop. Close some, then reload; nothing is lost.",
    unreadable:
      "The laptop that shares the map cannot read this board. Your copy is safe here; tell the person who runs it.",
    behind: "This device could not keep up with the table. It connects again by itself; nothing is lost.",
    draining: "The laptop that shares the map is stopping. Your changes are kept here and sent later.",
  },
  /** In the place of a map that is shut. */
  shut: {
    "not-open": {
      title: "This map is not open to you now",
      text: "In this step, or at your table, another map is yours. It opens by itself when it may. What you wrote is on this device, and nothing is lost.",
      waiting: (n: number) =>
        n === 1
          ? "1 change is on this device only. It goes out when the map opens to you."
          : `${n} changes are on this device only. They go out when the map opens to you.`,
    },
    "no-table": {
      title: "You sit at no table at the moment",
      text: "As soon as who runs the day seats you at a table, its map opens here by itself. What you wrote is kept: what has not gone out yet waits on this device, and goes to the table as a proposal if it is no longer yours.",
      waiting: (n: number) =>
        n === 1
          ? "1 change is on this device only. It goes out when the map opens to you."
          : `${n} changes are on this device only. They go out when the map opens to you.`,
    },
    "seat-ended": {
      title: "Your seat in this workshop has ended",
      text: "The facilitator has taken it away, or it ran out. Ask them for a new invite. Your copy of the map stays on this device; you can save it as a file.",
      waiting: (n: number) =>
        n === 1
          ? "1 change is on this device only. It goes out when you join here again with a code of your own."
          : `${n} changes are on this device only. They go out when you join here again with a code of your own.`,
    },
    decide: "Do not wait: decide now",
  },
  rights: {
    open: "You can write on this map.",
    closed: "Writing is closed in this step. You can read; what you wrote is kept.",
    reader: "You can read this map now, and not write on it.",
    role: (role: string) => `Your role here changed: ${role}.`,
  },
  closedOtherwise: "The table ended the connection. Your work stays on this device; reload to try again.",
  people: (n: number) => (n === 1 ? "1 person here" : `${n} people here`),
  person: (name: string, role: string) => `${name}, ${role}`,
  you: (name: string) => `${name} (you)`,
  noName: "no name yet",
  morePeople: (n: number) => `+${n}`,
  views: {
    label: "Ways to see the map",
    names: { canvas: "Canvas", table: "Table", outline: "Outline" },
  },
  invite: "Invite",
  more: "More",
  /** What "More" holds behind one item each. */
  mapMenu: "This map",
  meMenu: "Me and my seat",
  exportMenu: "Save in another format",
  settings: "Settings of this device",
  myNotes: "My notes",
  exportMermaid: "Save as Mermaid…",
  exportCsv: "Save as a spreadsheet…",
  exportSameside: "Save a copy (.sameside)",
  withdrawMenu: "Withdraw my words…",
  useSecondDevice: "Use this seat on a second device…",
  seatsMenu: "People and their seats…",
  changeName: "Change my name for today…",
  help: "Keys and gestures",
  tools: "Tools",
  tool: {
    card: "New card",
    /** For who takes part: the loudest button of the page. */
    add: "Add a card",
    touchpoint: "New touchpoint",
    moment: "Moment of truth",
    undo: "Undo",
    redo: "Redo",
  },
  toolWords: { card: "Card", add: "Add", touchpoint: "Touchpoint", moment: "Moment" },
  momentNeedsTouchpoint: "Choose a touchpoint first, then mark it as a moment of truth.",
  keys,
  zoom: {
    bar: "Zoom",
    out: "Zoom out",
    in: "Zoom in",
    fit: "Show the whole map",
    level: (percent: number) => `${percent} %`,
    whole: (percent: number) => `Zoom is ${percent} %. Set it to 100 %`,
  },
  empty: {
    title: "An empty board",
    text: "Nothing is drawn here yet. Start with a blank map, or bring one from the start page.",
    go: "Start a blank map",
    waitingTitle: "The map is on its way",
    waitingText: "It comes from the laptop that shares it. If it takes long, check that both are in the same network.",
    refusedTitle: "The map did not come",
    blankTitle: "A new map",
  },
  news: {
    done: "Done.",
    undone: "Undone.",
    redone: "Done again.",
    nothingToUndo: "There is nothing to undo.",
  },
  paste: {
    title: "Paste many cards?",
    text: (n: number) => `That would make ${n} cards, one for each line.`,
    go: (n: number) => `Make ${n} cards`,
  },
  unplaced: {
    button: (n: number) => `Unplaced: ${n}`,
    title: "Unplaced",
    text: "These lost their place because what they stood on was removed. Nothing is lost.",
    bringPhase: (title: string) => `Bring the phase “${title}” back`,
    bringLane: (title: string) => `Bring the lane “${title}” back`,
    bringTouchpoint: (title: string) => `Bring the touchpoint “${title}” back`,
    moveTo: (title: string) => `Put it on “${title}”`,
    where: "It goes to what is selected on the map, or else to the first phase.",
    touchpoint: "Touchpoint",
    rescued: "Words you typed on a card that was removed meanwhile",
    makeCard: "Make a card of it",
    copy: "Copy the words",
    throwAway: "Throw away",
    noPlace: "There is no phase and lane to put it in. Add them first.",
  },
  inviteDialog: {
    title: "Invite to this map",
    lead: "Everybody with the link can write on this map. They need no account.",
    notYet: "Until you share it, this map stays on this laptop only.",
    share: "Share it and show the link",
    sharing: "Sharing…",
    nameFirst: "First tell the table your name for today.",
    continueWithName: "Go on",
    qr: "Code with the invite link, to scan with a phone",
    writeLink: "Link to write",
    readLink: "Link to read only",
    copy: "Copy",
    copyWrite: "Copy the writing link",
    copyRead: "Copy the reading link",
    copied: "Copied.",
    selected: "Selected. Press Ctrl+C to copy.",
    network: "Address of this laptop",
    sameNetwork: "Phones and laptops must be in the same network as this laptop.",
    onlyHere: "This laptop has no network now: the link works only on this laptop.",
    /** Keys of `PublishError`. */
    problems: {
      "no-answer":
        "Nothing answers at the address of this page. Check that the laptop that serves it is on, and in the same network.",
      "no-relay":
        "What answers at the address of this page is not Sameside. Start Sameside on this laptop, open the map from there, and invite again.",
      "not-ours": "Only the laptop that made this map can share it.",
    },
    refused: (reason: string) => `The relay said no: ${reason}`,
    failed: (reason: string) => `It could not be shared: ${reason}`,
    cannot: "Your seat is not one that invites others. Ask the facilitator for an invite.",
    writeEnded: "The link to write was ended. Add a new invite below when somebody shall join.",
    shortCode: "Or read out:",
    again: "Try again",
    foreign:
      "This map came from a file of another workshop. To share it from here, go on with it as a new workshop; the file stays as it was.",
    continueAsNew: "Go on as a new workshop",
  },
  inviteList: {
    title: "Invites that hold",
    add: "Add an invite",
    lasting: "A new invite holds",
    lasts: { open: "until it is ended", today: "today", week: "for a week" },
    until: (day: string) => `until the end of ${day}`,
    roles: {
      participant: "People at the table",
      dais: "A screen, to look on",
      moderator: "A moderator",
      junior: "A table helper",
      facilitator: "A co-facilitator",
      customer: "A customer",
      colleague: "A colleague",
    },
    personal: (n: number) => (n === 1 ? "1 personal code" : `${n} personal codes`),
    personOf: (name: string, role: string) => `${name} · ${role}`,
    more: (role: string, code: string) => `More about the invite ${code}: ${role}`,
    showLink: "Show the link",
    link: (role: string) => `Link: ${role}`,
    copyLink: (role: string) => `Copy the link: ${role}`,
    end: "End this invite…",
    endQuestion: "End this invite? Nobody gets in by it any more. Who is in stays in.",
    endGo: "End it",
  },
  peopleDialog: {
    title: "People and their seats",
    looking: "Asking who is in…",
    here: "here",
    away: "away",
    atNoTable: (role: string) => `${role} · at no table, without a map`,
    atThisTable: (role: string) => `${role} · this table only`,
    atTable: (role: string, table: string) => `${role} · table ${table} only`,
    atNamedTable: (role: string, table: string) => `${role} · ${table}`,
    move: (table: string) => `Move to ${table}`,
    change: (name: string) => `Change the seat of ${name}`,
    makeRole: (role: string) => `Role: ${role}`,
    anyTable: "Free to go to every table",
    thisTable: "Bound to this table only",
    end: "Take the seat away…",
    endQuestion: (name: string) =>
      `Take the seat of ${name} away? The map closes for them at once. What they wrote stays, here and with them.`,
    endGo: "Take it away",
  },
  secondDevice: {
    title: "Your seat on a second device",
    asking: "Asking for a code…",
    lead: "On the other device choose “Join”, then “my own seat”, and type:",
    where: (address: string) => `The other device opens ${address}. Or scan:`,
    qr: "Code that gives your seat to the device that scans it",
    until: (time: string) => `It works once, until ${time}. Whoever uses it is you here: show it to nobody else.`,
    notShared: "This map is on this device only. Invite first; then it can be on a second device.",
  },
  relayMoved: {
    menu: "The relay has moved…",
    button: "Moved?",
    title: "The relay has another address",
    lead: (before: string) =>
      `This map is shared by ${before}. When the laptop has another address, or another laptop has taken over from its backup, type the new one once.`,
    address: "New address",
    hint: "As the facilitator’s screen shows it, or a whole invite link.",
    stay: (n: number) =>
      n === 0
        ? "Nothing waits on this device. Leave this page open until it says “saved for the table”."
        : `${n === 1 ? "1 change waits" : `${n} changes wait`} on this device and will go there. Leave this page open until it says “saved for the table”.`,
    go: "Go there",
    trying: "Looking…",
    done: (origin: string) => `This map is now shared by ${origin}.`,
    noAddress: "This is no address. It looks like 192.168.1.20:4321.",
    needsHttps: "This page is secure, and may ask secure addresses only: type one that begins with https://.",
    problems: {
      "no-answer": (origin: string) =>
        `Nothing that may be asked from this page answers at ${origin}. Look at the address again; is that laptop on, in the same network, and restored from this relay’s backup?`,
      "no-relay": (origin: string) => `What answers at ${origin} is not Sameside. Look at the address again.`,
    },
  },
  nameDialog: { title: "Your name for today", save: "Keep it" },
  exportDialog: {
    mermaidTitle: "Save as Mermaid",
    csvTitle: "Save as a spreadsheet",
    mermaidAbout:
      "A text that many tools draw as a journey. It holds phases, touchpoints, who takes part, and one feeling each.",
    csvAbout: "A table with one row for each card, to read in any spreadsheet.",
    losses: "What this format cannot hold:",
    nothingLost: "Everything on this map fits into it.",
    keepCopy: "Save a .sameside copy as well if you want all of it back later.",
    save: "Save the file",
  },
  keysDialog: {
    title: "Keys and gestures",
    groups: [
      {
        title: "Going about",
        rows: [
          ["Wheel", "move the map; with Shift sideways; with Ctrl, or by pinching: zoom"],
          ["Space and drag, middle button", "move the map"],
          ["H, V", "the hand that moves the map; back to choosing"],
          ["Arrow keys", "go along the journey"],
          [`${keys.in}, ${keys.out}, ${keys.whole}`, "larger, smaller, full size"],
          [`${keys.fit}, ${keys.fitChosen}`, "the whole map; what is chosen"],
          [`${keys.find} or ${keys.findAlso}`, "find words and people in all maps of this board"],
          [`${keys.findNext}, ${keys.findPrevious}`, "the next one found, the one before"],
          [`${keys.palette} or ${keys.paletteAlso}`, "all commands, by their words"],
          [keys.present, "present, phase by phase"],
          [keys.print, "print, or save as a picture"],
          [keys.sheet, "this sheet"],
        ],
      },
      {
        title: "Choosing",
        rows: [
          ["Click, Shift+click", "choose; one more or one less"],
          ["Drag on the paper", "choose what the frame touches; with Shift: besides"],
          ["Shift with an arrow key", "choose the next one besides"],
          ["Ctrl+A, Esc", "everything; nothing"],
          ["Right mouse button, Shift+F10", "all that can be done with it"],
        ],
      },
      {
        title: "Writing",
        rows: [
          [`${keys.card} or S, ${keys.touchpoint}, ${keys.moment}`, "new card; new touchpoint; moment of truth"],
          ["Double-click an empty place", "write a card there"],
          [`${keys.edit}, Esc`, "write; done"],
          ["Ctrl+Enter, Tab", "done, and the next card below; beside"],
          ["Tab in the table, in the outline", "the cell beside; a level deeper, with Shift a level up"],
          ["+, −", "on a feeling in the table and the outline: better, worse"],
        ],
      },
      {
        title: "Moving and copying",
        rows: [
          ["Drag, Alt with an arrow key", "move; also phases and lanes by their names"],
          [`Alt and drag, ${keys.duplicate}`, "copy"],
          ["Ctrl+C, Ctrl+X, Ctrl+V", "copy, cut, paste: also into another map, and from a spreadsheet"],
          ["Ctrl+Shift+V", "paste all of it as one card"],
          [keys.remove, "remove"],
          [`${keys.undo}, ${keys.redo}`, "undo, redo"],
        ],
      },
      {
        title: "Fingers",
        rows: [
          ["One finger, two fingers", "move the map; zoom"],
          ["A finger that rests", "all that can be done; then the card can be dragged"],
        ],
      },
      roomKeys,
    ],
  },
};
