import { openEntries } from "../../entries.ts";
import { PLAN } from "../records.ts";

export const entries = openEntries(PLAN);
