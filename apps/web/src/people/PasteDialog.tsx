/** A list of people, pasted or from a file: shows at once what is read of it, and takes it whole or not at all. */
import { decodeText, type PeopleList, readPeople } from "@sameside/interchange";
import { MAX_LISTED_PEOPLE, type PlanView } from "@sameside/model";
import { FileUp } from "lucide-react";
import { useMemo, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "../ui/Button.tsx";
import { CheckList } from "../ui/CheckList.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import { countByRole } from "./planNames.ts";
import type { PeopleProps } from "./props.ts";
import { addList, newWords, writeNames } from "./writePeople.ts";

interface Props extends PeopleProps {
  readonly onClose: () => void;
}

/** More than so many sentences about lines are counted. */
const MOST_SAID = 8;

export function PasteDialog({ live, plan, run, nameOf, tell, onClose }: Props) {
  const words = useWords();
  const say = words.people.pasteDialog;
  const [text, setText] = useState("");
  const [isNoText, setNoText] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const list = useMemo(() => readPeople(text, { roleWords: roleWordsOf(plan) }), [text, plan]);
  const departments = newWords(list.people, "department", plan.departments);
  const customerTypes = newWords(list.people, "customerType", plan.customerTypes);
  const taken = (of: readonly string[]) => of.filter((word) => !left.has(word));
  const leave = (of: readonly string[]) => (ticked: ReadonlySet<string>) =>
    setLeft(new Set([...[...left].filter((word) => !of.includes(word)), ...of.filter((word) => !ticked.has(word))]));

  const readFile = async (file: File | undefined) => {
    if (!file) return;
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
    setNoText(decoded === undefined);
    if (decoded) setText(decoded.text);
  };
  const go = () => {
    const ids = addList({ live, run }, plan, {
      people: list.people,
      departments: taken(departments),
      customerTypes: taken(customerTypes),
    });
    if (ids.length === 0) return;
    const names = list.people.flatMap(({ name }, at) => (ids[at] ? [{ person: ids[at], name }] : []));
    writeNames({ live }, names).catch((error: unknown) => {
      console.warn("A name was not kept", error);
      tell({ tone: "problem", text: words.people.told.nameLost });
    });
    tell({ tone: "news", text: words.people.told.added(ids.length) });
    onClose();
  };
  return (
    <Dialog
      title={say.title}
      closeLabel={words.app.close}
      onClose={onClose}
      size="wide"
      actions={
        <>
          <FileTrigger
            acceptedFileTypes={[".csv", ".tsv", ".txt", "text/csv", "text/plain"]}
            onSelect={(files) => void readFile(files?.[0])}
          >
            <Button icon={<FileUp size={16} aria-hidden />}>{say.file}</Button>
          </FileTrigger>
          <Button look="primary" isDisabled={list.people.length === 0} onPress={go}>
            {say.go(list.people.length)}
          </Button>
        </>
      }
    >
      <TextField
        label={say.label}
        hint={say.hint}
        placeholder={say.placeholder}
        value={text}
        onChange={setText}
        rows={8}
        spellCheck={false}
        autoFocus
      />
      <div className="people-reading" role="status">
        {isNoText ? <p className="people-wrong">{say.notText}</p> : null}
        <Reading list={list} known={plan.people.map(({ id }) => nameOf(id))} />
      </div>
      <Offer label={say.newDepartments} items={departments} ticked={taken(departments)} onChange={leave(departments)} />
      <Offer
        label={say.newTypes}
        items={customerTypes}
        ticked={taken(customerTypes)}
        onChange={leave(customerTypes)}
        hint={say.typeHint}
      />
    </Dialog>
  );
}

/** What was read: how many people, and what to look at or to mend. */
function Reading({ list, known }: { readonly list: PeopleList; readonly known: readonly string[] }) {
  const words = useWords().people;
  const say = words.pasteDialog;
  const { people, problems, sameNames, guessedRoles, isTooLong } = list;
  const there = new Set(known);
  const listed = people.filter(({ name }) => there.has(name)).length;
  if (isTooLong) return <p className="people-wrong">{say.tooLong(MAX_LISTED_PEOPLE)}</p>;
  if (problems.length > 0)
    return (
      <div className="people-wrong">
        <p>{say.wrong(problems.length)}</p>
        <ul>
          {problems.slice(0, MOST_SAID).map(({ code, line, text }) => (
            <li key={line}>{say.problems[code](line, text)}</li>
          ))}
          {problems.length > MOST_SAID ? <li>{say.moreProblems(problems.length - MOST_SAID)}</li> : null}
        </ul>
      </div>
    );
  if (people.length === 0) return null;
  return (
    <>
      <p>
        <strong>{say.found(people.length, words.byRole(countByRole(people)))}</strong>
      </p>
      {guessedRoles > 0 ? <p>{say.guessed(guessedRoles)}</p> : null}
      {sameNames.slice(0, MOST_SAID).map(({ name, lines }) => (
        <p key={name}>{say.sameName(name, lines.join(", "))}</p>
      ))}
      {sameNames.length > MOST_SAID ? <p>{say.moreSameNames(sameNames.length - MOST_SAID)}</p> : null}
      {listed > 0 ? <p>{say.listed(listed)}</p> : null}
    </>
  );
}

interface OfferProps {
  readonly label: string;
  readonly hint?: string;
  readonly items: readonly string[];
  readonly ticked: readonly string[];
  readonly onChange: (ticked: ReadonlySet<string>) => void;
}

/** What the list names and the plan does not have yet, to be added or left out. */
function Offer({ label, hint, items, ticked, onChange }: OfferProps) {
  const say = useWords().people.pasteDialog;
  if (items.length === 0) return null;
  return (
    <section className="people-offer" aria-label={label}>
      <h3>{label}</h3>
      <p className="ui-hint">{hint === undefined ? say.newHint : `${hint} ${say.newHint}`}</p>
      <CheckList
        label={label}
        items={items.map((word) => ({ key: word, label: word }))}
        ticked={new Set(ticked)}
        onChange={onChange}
      />
    </section>
  );
}

/** Roles as this workshop calls them, for one and for many. */
function roleWordsOf({ words }: PlanView) {
  const both = (term: "customer" | "colleague" | "moderator" | "facilitator") => {
    const own = words[term];
    return own ? { [term]: [own.one, own.many] } : {};
  };
  const helper = words.table && { junior: [`${words.table.one} helper`] };
  return { ...both("customer"), ...both("colleague"), ...both("moderator"), ...both("facilitator"), ...helper };
}
