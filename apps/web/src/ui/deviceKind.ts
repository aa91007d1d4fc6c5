/** What people call the thing they hold: words say "on this phone" on a phone. */
export type DeviceKind = "laptop" | "phone";

const phone = matchMedia("(pointer: coarse) and (max-width: 700px)");

export function deviceKind(): DeviceKind {
  return phone.matches ? "phone" : "laptop";
}
