/** What people call the thing they hold: words say "on this phone" on a phone. */
export type DeviceKind = "laptop" | "phone";

export function deviceKind(): DeviceKind {
  return matchMedia("(pointer: coarse) and (max-width: 700px)").matches ? "phone" : "laptop";
}
