/** What a step says on the map itself: what each lane is asked, as who lives it would say it, and which lanes rest. */
export const guideWords = {
  /** By kind of lane, in the voice of who lives it; "" where a lane is asked nothing. */
  prompts: {
    touchpoint: "Where we met",
    feeling: "",
    doing: "What I did",
    thinking: "What went through my mind",
    pain: "What made it hard for me",
    strength: "What was good for me",
    opportunity: "What would have helped me",
    metric: "How I would measure it",
    evidence: "What I can show of it",
    "what-if": "What it would change for me",
    action: "What I hope to hear of",
    support: "What went on where I could not see it",
    free: "",
  },
  aside: "not in this step",
  /** A place to write in, with what is asked there. */
  asked: (place: string, prompt: string) => `${place}. ${prompt}`,
  /** A lane's name where the step leaves it aside. */
  asideName: (lane: string) => `${lane}, not in this step`,
};
