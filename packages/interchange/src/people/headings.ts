/** What the columns and the roles of a list of people are called: English and its neighbours, and a workshop's own words. */
import type { PersonRole } from "@sameside/model";

export type PeopleColumn = "name" | "role" | "department" | "customerType";

const WORDS_BY_COLUMN: Readonly<Record<PeopleColumn, string>> = {
  name: "name, names, full name, person, participant, participants, attendee, who, vorname nachname, teilnehmer, teilnehmerin, nom, nombre, nome, naam, имя, 姓名, 氏名, 이름, الاسم, שם",
  role: "role, function, part, rolle, funktion, fonction, rol, funcao, ruolo",
  department:
    "department, dept, team, unit, area, abteilung, bereich, departement, service, departamento, afdeling, reparto",
  customerType:
    "customer type, type, customer segment, segment, type of customer, kundentyp, kundensegment, type de client, tipo de cliente, klanttype, tipo",
};
const WORDS_BY_ROLE: Readonly<Record<PersonRole, string>> = {
  facilitator: "facilitator, host, workshop leader, lead facilitator, moderation, animateur, facilitador",
  moderator: "moderator, table moderator, table host, moderatorin, tischmoderator, moderateur, moderador",
  junior: "junior, junior facilitator, table helper, helper, scribe, assistant, junior moderator, helfer",
  customer: "customer, client, guest, user, end user, kunde, kundin, cliente, klant",
  colleague:
    "colleague, staff, employee, company, internal, team member, kollege, kollegin, mitarbeiter, mitarbeiterin, collegue, colega, collega",
};

const columnByWord = wordsOf(WORDS_BY_COLUMN);
const roleByWord = wordsOf(WORDS_BY_ROLE);

/** @param own the workshop's own words for roles: “patient type” is what a customer's type is called there */
export function columnOf(heading: string, own: ReadonlyMap<string, PersonRole>): PeopleColumn | undefined {
  const word = plain(heading);
  const isOwnType = own.get(word.replace(/ type$/, "")) === "customer" && word.endsWith(" type");
  return isOwnType ? "customerType" : columnByWord.get(word);
}

/** @param own the workshop's own words for roles, as “patient” for a customer (S3-10) */
export function roleOf(cell: string, own: ReadonlyMap<string, PersonRole>): PersonRole | undefined {
  const word = plain(cell);
  return own.get(word) ?? roleByWord.get(word) ?? roleByWord.get(word.replace(/s$/, ""));
}

/** The workshop's own words as `roleOf` looks them up. */
export function ownRoleWords(
  words: Readonly<Partial<Record<PersonRole, readonly string[]>>>,
): ReadonlyMap<string, PersonRole> {
  return new Map(
    Object.entries(words).flatMap(([role, all]) => all.map((word) => [plain(word), role as PersonRole] as const)),
  );
}

/** A text as it is compared: case, accents and the ways to write one letter do not count. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
}

function wordsOf<Key extends string>(lists: Readonly<Record<Key, string>>): ReadonlyMap<string, Key> {
  return new Map(
    (Object.entries(lists) as [Key, string][]).flatMap(([key, words]) =>
      words.split(",").map((word) => [plain(word), key] as const),
    ),
  );
}
