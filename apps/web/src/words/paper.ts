/** Words of printing and of pictures: the dialog, and what stands on the paper itself. */
export const paperWords = {
  menu: "Print, or save as a picture…",
  title: "Print, or save as a picture",
  what: "What",
  wholeMap: "The whole map",
  selected: "What is selected",
  size: "How large",
  sizes: {
    page: "One page",
    tiles: "Tiles to glue",
    poster: "One poster",
  },
  sizeNotes: {
    page: "everything on one sheet of paper",
    tiles: "true size on several sheets, with a strip that overlaps",
    poster: "true size on one large sheet, for a printer of posters or a PDF",
  },
  paper: "Paper",
  orientation: "Which way",
  orientations: { landscape: "Landscape", portrait: "Portrait" },
  /** What comes out of the printer. */
  sheets: (n: number, width: number, height: number) =>
    n === 1 ? `1 sheet, ${width} × ${height} mm` : `${n} sheets, each ${width} × ${height} mm`,
  small: "On one page the words get very small. Tiles or a poster can be read on a wall.",
  preview: "What will be printed",
  print: "Print",
  saveSvg: "Save as picture (SVG)",
  savePng: "Save as picture (PNG)",
  drawing: "Drawing…",
  failed: "The picture could not be drawn here. Save it as SVG, or print it.",
  smaller: (percent: number) =>
    `The map is too large for a picture in full size. It was saved at ${percent} %; as SVG nothing gets smaller.`,
  /** On each tile. */
  tile: (title: string, row: number, rows: number, column: number, columns: number) =>
    `${title} · row ${row} of ${rows}, column ${column} of ${columns}`,
  about: (customerType: string, variant: string) => (customerType ? `${customerType} · ${variant}` : variant),
  date: (date: string) => date,
  legend: {
    grade: (grade: string, note: string) => `${grade}: ${note}`,
    customer: "a customer's card",
    colleague: "a colleague's card",
    curve: "how it feels, on average",
    spread: "from the lowest to the highest",
    gap: "how far apart both sides are",
    momentUp: "creates value",
    momentDown: "destroys value",
    backstage: "backstage",
  },
};
