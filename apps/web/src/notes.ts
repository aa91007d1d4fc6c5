/** This device's private notes, as the features beside the map and those that carry things along know them. */
import { openNotebook } from "@sameside/replica";
import type { PrivateNotes } from "./app/privateNotes.ts";

export const notebook = openNotebook();

export const privateNotes: PrivateNotes = {
  all: notebook.all,
  takeIn: notebook.takeIn,
  textsOf: async (workshop) => (await notebook.of(workshop)).map(({ text }) => text),
  forget: notebook.forget,
};
