/** Opening files, as the features ask for it. */
import type { KnownWorkshop } from "@sameside/replica";
import type { FilesFrame } from "../library/filesFrame.ts";
import type { Words } from "../words/words.ts";
import { takeInEverything } from "./everything.ts";
import { problemSentence } from "./problemSentence.ts";
import { isFromNewer, type TakeInParts, takeInWorkshop } from "./takeIn.ts";

/** `here`: the workshops that this device knows. */
export function filesFrame(parts: TakeInParts, here: readonly KnownWorkshop[], words: Words): FilesFrame {
  const orSentence = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw new Error(problemSentence(error, words), { cause: error });
    }
  };
  return {
    titleHere: (workshop) => here.find(({ id }) => id === workshop)?.title,
    isFromNewer,
    async takeIn(file) {
      const { known, leftOut } = await orSentence(takeInWorkshop(parts, file));
      return { title: known.title, leftOut };
    },
    takeInEverything: (bundle) => orSentence(takeInEverything(parts, bundle)),
  };
}
