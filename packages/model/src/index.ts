export type * from "./journey/schema.ts";
export { DEFAULT_SCALE, GRADES, LANE_KINDS, MOMENT_KINDS, MOMENT_VALUE, ROLES, VARIANTS } from "./journey/schema.ts";
