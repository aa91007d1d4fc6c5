/** Steps that many workshops share, with what each role is asked to do. */
import type { LaneKind } from "../../journey/schema.ts";
import type { PlannedStep } from "./template.ts";

const STORY: readonly LaneKind[] = ["touchpoint", "doing", "thinking"];
const OUTCOME: readonly LaneKind[] = ["touchpoint", "pain", "strength"];

export function welcome(minutes: number): PlannedStep {
  return {
    title: "Welcome, and the one question",
    kind: "read",
    minutes,
    instructions: {
      customer: "Read what today is about. You are the expert: nobody knows better what it is like.",
      colleague: "Read what today is about. Today you are here to understand, not to explain.",
      moderator: "Say who sits here, and let everybody say one sentence about themselves.",
      facilitator: "Read the one question aloud, and say what is decided with the answer, and by whom.",
    },
  };
}

export function firstGuess(minutes: number): PlannedStep {
  return {
    title: "What do you think it is like for them?",
    kind: "guess",
    minutes,
    instructions: {
      customer: "Have a look at the map. Yours is the next word.",
      colleague: "Say for each step what you think they felt. It stays sealed; nobody is blamed for a wrong guess.",
      moderator: "Ask for quiet. A guess is made alone.",
    },
  };
}

export function listening(minutes: number): PlannedStep {
  return {
    title: "Hear how it really was",
    kind: "listen",
    minutes,
    instructions: {
      customer: "Tell what happened, step by step. You choose where to begin, and what matters.",
      colleague: "Listen. Write for yourself what surprises you; your questions come right after this.",
      moderator: "Draw along what is told, in the words in which it is told.",
      facilitator: "Nobody interrupts. Whoever explains is reminded, kindly, that questions come next.",
    },
    lanes: STORY,
  };
}

export function asking(minutes: number): PlannedStep {
  return {
    title: "Ask what you want to understand",
    kind: "questions",
    minutes,
    instructions: {
      customer: "Answer what you like to answer. “I do not know” is an answer, too.",
      colleague: "Ask at most three of your questions. Ask what it was like, not why they did not do otherwise.",
      moderator: "Put each answer on the step that it is about.",
    },
  };
}

export function drawing(minutes: number): PlannedStep {
  return {
    title: "Draw it together",
    kind: "map",
    minutes,
    instructions: {
      customer: "Put down what happens, in the order in which it happens. Change what is not right.",
      colleague: "Put down what you heard, and what you do meanwhile behind the scenes.",
      moderator: "Keep the order: first what happens, then what is hard, then what is good.",
    },
    lanes: [...OUTCOME, "doing", "thinking", "support"],
  };
}

export function inPairs(minutes: number): PlannedStep {
  return {
    title: "Two by two",
    kind: "pair",
    minutes,
    instructions: {
      customer: "Tell the person beside you about the one moment that you remember best.",
      colleague: "Write down their words, not yours. Read them aloud: is it what they said?",
      moderator: "See that nobody is left without a partner. Change over at half time.",
    },
    prompts: { doing: "What I did at that moment", thinking: "What I said to myself" },
  };
}

export function rating(minutes: number): PlannedStep {
  return {
    title: "How did each step feel?",
    kind: "rate",
    minutes,
    instructions: {
      customer: "Say for each step how it felt to you. Leave out what you have not done.",
      colleague: "Say for each step what you think they felt, now that you have heard them.",
      moderator: "Nobody looks over a shoulder. The two lines appear together.",
      facilitator: "When all are ready, show both lines, and let the biggest gap be told by those who lived it.",
    },
    lanes: ["touchpoint", "feeling"],
  };
}

export function voting(minutes: number): PlannedStep {
  return {
    title: "Where is it won or lost?",
    kind: "vote",
    minutes,
    instructions: {
      customer: "Choose the steps that decide whether you stay.",
      colleague: "Choose the steps that you think decide whether they stay.",
      moderator: "The choice is made alone. Afterwards ask for the reasons.",
    },
  };
}

export function whatIf(minutes: number): PlannedStep {
  return {
    title: "What if…?",
    kind: "what-if",
    minutes,
    instructions: {
      customer: "Say what would change for you if it were otherwise.",
      colleague: "Ask “what if we…?”, and listen to what it would change.",
      moderator: "One “what if” for each step where it is lost. No promises yet.",
    },
    lanes: ["touchpoint", "what-if", "opportunity"],
    prompts: { "what-if": "If it were like this, I would…", opportunity: "What would have helped me" },
  };
}

export function commitment(minutes: number): PlannedStep {
  return {
    title: "What happens next",
    kind: "commit",
    minutes,
    instructions: {
      customer: "Say what you want to hear of again, and by when.",
      colleague: "Write one thing that you do yourself, and by when.",
      moderator: "See that each next step has somebody who does it, and a day.",
      facilitator: "Say when people hear what became of it. Thank everybody by name.",
    },
    lanes: ["action"],
  };
}

export function pause(minutes: number, title = "Break"): PlannedStep {
  return { title, kind: "break", minutes, instructions: {} };
}
