/** The workshops that one can begin with, in the order in which they are offered. */
import {
  asking,
  commitment,
  drawing,
  firstGuess,
  inPairs,
  listening,
  pause,
  rating,
  voting,
  welcome,
  whatIf,
} from "./steps.ts";
import type { WorkshopTemplate } from "./template.ts";

const DEPARTMENTS = ["Sales", "Service", "Operations", "Finance", "IT"] as const;
const BRIEF = {
  question: "Where do we win people, and where do we lose them?",
  decision: "Which three steps we change first",
  decider: "Head of service",
  dataKeeper: "The service department",
} as const;

const halfDay: WorkshopTemplate = {
  journey: "service",
  tables: 2,
  seats: 8,
  startsAt: "09:00",
  brief: BRIEF,
  customerTypes: [],
  departments: DEPARTMENTS,
  steps: [
    welcome(15),
    listening(40),
    asking(15),
    pause(15),
    drawing(45),
    rating(15),
    voting(10),
    whatIf(30),
    commitment(25),
  ],
};

const fullDay: WorkshopTemplate = {
  journey: "service",
  tables: 3,
  seats: 8,
  startsAt: "09:00",
  brief: BRIEF,
  customerTypes: [],
  departments: DEPARTMENTS,
  steps: [
    welcome(20),
    firstGuess(15),
    listening(50),
    asking(20),
    pause(15),
    drawing(60),
    pause(60, "Lunch"),
    inPairs(20),
    rating(20),
    pause(15),
    voting(15),
    whatIf(45),
    commitment(35),
  ],
};

const encounter: WorkshopTemplate = {
  journey: "encounter",
  tables: 1,
  seats: 8,
  startsAt: "14:00",
  brief: {
    ...BRIEF,
    question: "What is it really like to live with what we make?",
    decision: "What we stop, start and keep doing",
  },
  customerTypes: [
    { name: "Chose another", who: "They know us and went elsewhere" },
    { name: "Use several", who: "They use us beside others" },
    { name: "Stay with us", who: "They have been with us for years" },
  ],
  departments: DEPARTMENTS,
  steps: [
    welcome(15),
    firstGuess(10),
    listening(45),
    asking(20),
    pause(15),
    inPairs(15),
    rating(15),
    whatIf(25),
    commitment(20),
  ],
};

const townHall: WorkshopTemplate = {
  journey: "townhall",
  tables: 6,
  seats: 8,
  startsAt: "18:00",
  brief: {
    question: "What should the panel hear tonight?",
    decision: "What the panel answers for",
    decider: "The panel",
    dataKeeper: "The office of the panel",
  },
  customerTypes: [],
  departments: [],
  steps: [welcome(10), listening(25), asking(15), rating(10), voting(10), pause(10), whatIf(25), commitment(15)],
};

const scenario: WorkshopTemplate = {
  journey: "csm",
  tables: 2,
  seats: 8,
  startsAt: "09:00",
  brief: {
    ...BRIEF,
    question: "What would it look like if it went just as they need it?",
    decision: "What each department changes to make it so",
  },
  customerTypes: [],
  departments: DEPARTMENTS,
  steps: [
    welcome(20),
    {
      title: "Choose one scenario, and the outcome",
      kind: "read",
      minutes: 20,
      instructions: {
        customer: "Say what you set out to do, for whom, and what must be true at the end.",
        colleague: "Ask until you could tell it yourself. Propose nothing yet.",
        moderator: "Write the outcome and the conditions at the head of the map.",
      },
    },
    {
      title: "Draw it as it should be",
      kind: "map",
      minutes: 60,
      instructions: {
        customer: "Draw it just as you would want it. Leave out how we do it today.",
        colleague: "Draw with them what they say. It need not be possible yet.",
        moderator: "When somebody says “that cannot work”, park it.",
      },
      lanes: ["touchpoint", "thinking", "free"],
      prompts: { thinking: "What I would be able to say then", free: "What I would wish for" },
    },
    pause(15),
    {
      title: "What would stop it?",
      kind: "map",
      minutes: 40,
      instructions: {
        customer: "Mark the moments at which you would turn away.",
        colleague: "Ask how they would measure it: how long, how often, how many.",
        moderator: "No such moment without a number: “at most 24 h”, not “soon”.",
      },
      lanes: ["touchpoint", "pain", "metric"],
      prompts: { pain: "Here I would turn away, because…", metric: "It is good enough for me if…" },
    },
    rating(15),
    pause(60, "Lunch"),
    {
      title: "What it needs behind the scenes",
      kind: "map",
      minutes: 60,
      instructions: {
        customer: "Say whether that would be enough for you.",
        colleague: "Put down in your department's lane what it takes, and what it brings.",
        moderator: "Each department has a lane of its own. An empty one is a question.",
      },
      lanes: ["touchpoint", "support", "metric"],
      prompts: { support: "So that it works for me, somebody has to…" },
    },
    pause(15),
    voting(15),
    commitment(40),
  ],
};

const advisory: WorkshopTemplate = {
  journey: "b2b",
  tables: 1,
  seats: 12,
  startsAt: "10:00",
  brief: {
    question: "What should we do differently in the year ahead?",
    decision: "What goes on next year's plan",
    decider: "Managing director",
    dataKeeper: "The office of the managing director",
  },
  customerTypes: [],
  departments: DEPARTMENTS,
  steps: [
    {
      title: "What became of the last time",
      kind: "read",
      minutes: 20,
      instructions: {
        customer: "Read what was promised, and say what you noticed of it.",
        colleague: "Say plainly what was done, and what was not.",
        facilitator: "Begin with what is still open.",
      },
    },
    listening(45),
    asking(20),
    pause(15),
    drawing(40),
    pause(45, "Lunch"),
    whatIf(35),
    voting(15),
    commitment(30),
  ],
};

export const WORKSHOP_TEMPLATES = {
  halfDay,
  fullDay,
  encounter,
  townHall,
  scenario,
  advisory,
} as const satisfies Record<string, WorkshopTemplate>;
export type WorkshopTemplateId = keyof typeof WORKSHOP_TEMPLATES;
