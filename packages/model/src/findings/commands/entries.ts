import { openEntries } from "../../entries.ts";
import { FINDINGS } from "../records.ts";

export const entries = openEntries(FINDINGS);
