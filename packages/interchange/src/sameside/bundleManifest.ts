/**
 * What a `.sameside` file of several workshops says about itself: all that somebody has on a device, to take along. It is
 * their own, not to be handed on: it says who they are, and holds the keys of their workshops where they asked for it.
 */
import * as z from "zod";
import { listOfKnown, type SamesideContents } from "./manifest.ts";

/** Another number than of one workshop's files: a program that knows those only says that this one is newer. */
export const BUNDLE_FORMAT = 2;

const Key = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const WorkshopEntry = z.object({
  workshop: Key,
  /** The board that is opened first. */
  group: Key,
  title: z.string().max(500),
  /** A file of one workshop, whole. */
  file: z.string().regex(/^workshops\/\d{1,6}\.sameside$/),
  crc32: z.number().int().nonnegative(),
  /** Who has it runs the workshop. */
  secret: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,128}$/)
    .optional(),
});

const fields = {
  format: z.literal(BUNDLE_FORMAT),
  /** Version of the program that wrote the file. */
  app: z.string().max(40),
  /** Whose things they are. */
  person: Key,
  workshops: z.array(WorkshopEntry),
  /** ISO time, UTC. */
  createdAt: z.iso.datetime(),
};

export const WrittenBundle = z.strictObject(fields);
export const ReadBundle = z.object({ ...fields, workshops: listOfKnown(WorkshopEntry) });

export interface BundledWorkshop {
  readonly group: string;
  readonly title: string;
  readonly secret?: string | undefined;
  readonly contents: SamesideContents;
}

export interface BundleContents {
  readonly app: string;
  readonly person: string;
  readonly createdAt: string;
  readonly workshops: readonly BundledWorkshop[];
  /** What the person wrote in workshops that are over, as whoever keeps it has it. */
  readonly words: readonly unknown[];
  /** Private notes, as whoever keeps them has them: this package never looks inside. */
  readonly notes: readonly unknown[];
}
