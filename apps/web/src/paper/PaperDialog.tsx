/** What to print and how large, with a look at the sheets; or the same as a picture in a file. */
import { type Orientation, PAPERS, type PaperName, type PrintChoice, type PrintSize, pagesOf } from "@sameside/layout";
import type { Id, JourneyView } from "@sameside/model";
import { type ReactNode, useState } from "react";
import { useCustomerTypes } from "../journey/customerTypes.ts";
import { useFeelingView } from "../journey/feelingView.ts";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { download, fileNameFrom } from "../ui/download.ts";
import { useWords } from "../words/words.ts";
import { PrintedPages } from "./PrintedPages.tsx";
import { pngOf } from "./pngOf.ts";
import { firstChoice, LEAST_READABLE, shareOfTrueSize } from "./printChoice.ts";
import { SheetsPreview } from "./SheetsPreview.tsx";
import { pictureToKeep, usePicture } from "./usePicture.ts";

interface Props {
  readonly journey: JourneyView;
  readonly selected: ReadonlySet<Id>;
  readonly asked: ReactNode;
  readonly onClose: () => void;
}

const ALL: ReadonlySet<Id> = new Set();
const SIZES: readonly PrintSize[] = ["page", "tiles", "poster"];
const ORIENTATIONS: readonly Orientation[] = ["landscape", "portrait"];

export function PaperDialog({ journey, selected, asked, onClose }: Props) {
  const words = useWords();
  const say = words.paper;
  const [what, setWhat] = useState<"all" | "selected">("all");
  const part = what === "selected" ? selected : ALL;
  const picture = usePicture(journey, part);
  const [choice, setChoice] = useState<PrintChoice>(() => firstChoice(picture));
  const change = (chosen: Partial<PrintChoice>) => setChoice((before) => ({ ...before, ...chosen }));
  const pages = pagesOf(picture, choice);
  const title = journey.title || words.journey.untitled;
  const files = useFiles(journey, part, title);
  return (
    <>
      <Dialog
        title={say.title}
        closeLabel={words.app.close}
        onClose={onClose}
        size="wide"
        actions={
          <>
            <Button isDisabled={files.isDrawing} onPress={files.saveSvg}>
              {say.saveSvg}
            </Button>
            <Button isDisabled={files.isDrawing} onPress={files.savePng}>
              {say.savePng}
            </Button>
            <Button look="primary" onPress={() => window.print()}>
              {say.print}
            </Button>
          </>
        }
      >
        <SheetsPreview picture={picture} pages={pages} journey={journey.id} />
        <p role="status">{files.said ?? sheetsSentence(pages, say.sheets)}</p>
        {shareOfTrueSize(picture, choice) < LEAST_READABLE ? <p>{say.small}</p> : null}
        {selected.size > 0 ? (
          <Choice
            label={say.what}
            value={what}
            onChange={setWhat}
            options={[
              { value: "all", label: say.wholeMap },
              { value: "selected", label: say.selected },
            ]}
          />
        ) : null}
        {asked}
        <Choice
          label={say.size}
          look="list"
          value={choice.size}
          onChange={(size) => change({ size })}
          options={SIZES.map((size) => ({ value: size, label: say.sizes[size], note: say.sizeNotes[size] }))}
        />
        {choice.size === "poster" ? null : (
          <div className="paper-pair">
            <Choice
              label={say.paper}
              value={choice.paper}
              onChange={(paper) => change({ paper })}
              options={(Object.keys(PAPERS) as PaperName[]).map((paper) => ({ value: paper, label: paper }))}
            />
            <Choice
              label={say.orientation}
              value={choice.orientation}
              onChange={(orientation) => change({ orientation })}
              options={ORIENTATIONS.map((value) => ({ value, label: say.orientations[value] }))}
            />
          </div>
        )}
      </Dialog>
      <PrintedPages picture={picture} pages={pages} title={title} />
    </>
  );
}

function sheetsSentence(
  pages: ReturnType<typeof pagesOf>,
  sheets: (n: number, width: number, height: number) => string,
): string {
  const { width = 0, height = 0 } = pages[0]?.paper ?? {};
  return sheets(pages.length, Math.round(width), Math.round(height));
}

/** Saving the picture; `said` is what there is to say about it. */
function useFiles(journey: JourneyView, part: ReadonlySet<Id>, title: string) {
  const words = useWords();
  const drawn = { journey, part, feelings: useFeelingView(), types: useCustomerTypes() };
  const [isDrawing, setIsDrawing] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const draw = async (save: () => Promise<string | null>) => {
    setIsDrawing(true);
    setSaid(words.paper.drawing);
    try {
      setSaid(await save());
    } catch (error) {
      console.warn("The picture was not drawn", error);
      setSaid(words.paper.failed);
    } finally {
      setIsDrawing(false);
    }
  };
  return {
    isDrawing,
    said,
    saveSvg: () =>
      void draw(async () => {
        const { svg } = await pictureToKeep(drawn, words);
        download(fileNameFrom(title, "svg"), svg, "image/svg+xml");
        return null;
      }),
    savePng: () =>
      void draw(async () => {
        const { bytes, share } = await pngOf(await pictureToKeep(drawn, words));
        download(fileNameFrom(title, "png"), bytes, "image/png");
        return share < 1 ? words.paper.smaller(Math.round(share * 100)) : null;
      }),
  };
}
