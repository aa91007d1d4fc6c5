/** Words of what a map says of itself. */
export const aboutMapWords = {
  menu: "About this map…",
  title: "About this map",
  persona: "Whom it is told of",
  personaPlaceholder: "Mia, runs two shops",
  scenario: "What happens",
  scenarioPlaceholder: "A pump fails on a Friday afternoon",
  goal: "What they want in the end",
  goalPlaceholder: "Running again today",
  conditions: "They are content when",
  context: "What else matters",
  status: "How far it is",
  statuses: { draft: "a draft", "in review": "being looked at", agreed: "agreed", outdated: "out of date" },
  owner: "Who looks after it",
  nextReview: "Looked at again on",
  dayPlaceholder: "2027-03-31",
  dayWrong: "A day is written as 2027-03-31.",
};
