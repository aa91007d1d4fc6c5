/** Words of taking away what hurts somebody, without saying whose it was. */
export const takenAwayWords = {
  act: "Take it away: it hurts somebody",
  done: "It is off the map. Nobody is told whose it was; who wrote it is told why, kindly, and alone.",
  undo: "Put it back",
  label: "For you alone",
  kind: "Something you wrote or said was taken off the map, because it may hurt somebody here. Nobody is told that it was yours. What happened to you counts: you are welcome to say it again, about the matter.",
  yours: "You had written:",
  ok: "All right",
};
