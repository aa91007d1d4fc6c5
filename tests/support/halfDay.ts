/** The template of half a day, as far as people of a test see it. */

export const STEPS = {
  read: "Welcome, and the one question",
  listen: "Hear how it really was",
  ask: "Ask what you want to understand",
  pause: "Break",
  map: "Draw it together",
  rate: "How did each step feel?",
} as const;

/** What the template says to each. */
export const INSTRUCTIONS = {
  read: {
    customer: /You are the expert/,
    colleague: /Today you are here to understand, not to explain/,
    moderator: /let everybody say one sentence about themselves/,
  },
  listen: {
    customer: /Tell what happened, step by step/,
    colleague: /Write for yourself what surprises you/,
    moderator: /Draw along what is told/,
  },
} as const;
