/** The page of who is invited, before the day: what will happen, what to do, what they need. */
import { BeforePage } from "../before/page/BeforePage.tsx";
import { useWords } from "../words/words.ts";
import { ConsentGate } from "./ConsentGate.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { boardAddress, route } from "./routes.ts";
import { saveForPreparing, saveStoredCopy } from "./saveCopy.ts";
import { type OpenedWorkshop, WorkshopPage, type WorkshopParts } from "./WorkshopPage.tsx";

interface Props extends WorkshopParts {
  readonly workshop: string;
}

export function BeforeRoute({ workshop, ...parts }: Props) {
  const say = useWords().before.page;
  return (
    <WorkshopPage
      parts={parts}
      workshop={workshop}
      unknown={{ title: say.unknownTitle, text: say.unknown }}
      gate={(known, page) => (
        <ConsentGate {...parts} known={known}>
          {page}
        </ConsentGate>
      )}
    >
      {(opened) => <LivePage {...opened} />}
    </WorkshopPage>
  );
}

function LivePage({ known, live }: OpenedWorkshop) {
  const save = () => {
    saveStoredCopy(known).catch((error: unknown) => console.error("The copy could not be saved", error));
  };
  const giveAnswers = () => {
    const { person } = live.seat.get();
    const rows = [...live.rows("preTask").get(), ...live.rows("needs").get()].filter((row) => row.person === person);
    saveForPreparing(known, rows).catch((error: unknown) => console.error("The file could not be saved", error));
  };
  return (
    <ErrorBoundary onCopy={save}>
      <BeforePage
        live={live}
        title={known.title}
        onFile={giveAnswers}
        onMap={() => route.go(boardAddress(known.id, known.group))}
      />
    </ErrorBoundary>
  );
}
