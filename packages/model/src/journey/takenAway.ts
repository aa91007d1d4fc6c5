/** What was taken away because it hurts somebody: removed, and nothing that is shown to the table tells of it. */
export function isTakenAway(record: object): boolean {
  return "takenAway" in record && record.takenAway === true && "del" in record && record.del === true;
}
