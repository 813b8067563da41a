// The cells of a <table> as rows of texts, where a merged cell is its text and empty ones.
import type { Place } from "../try/problem.js";
import { clean } from "../try/text.js";

export interface Grid {
  rows: string[][];
  cellAt(place: Place): HTMLTableCellElement | undefined;
  /** The head of the row and of the column, as a person would name the cell. */
  namesOf(place: Place): { row: string; column: string };
}

/** A caption is the first row, as a title stands above a table in a spreadsheet. */
export function gridOf({ caption, rows }: HTMLTableElement): Grid {
  const cells: (HTMLTableCellElement | undefined)[][] = [];
  const texts: string[][] = [];
  const title = clean(caption?.textContent ?? "");
  const above = title === "" ? 0 : 1;
  if (above) texts[0] = [title];
  for (let row = 0; row < rows.length; row++) {
    for (const cell of rows[row]?.cells ?? []) put(cell, row);
  }

  function put(cell: HTMLTableCellElement, row: number) {
    let column = 0;
    while (texts[row + above]?.[column] !== undefined) column++;
    for (let y = row; y < Math.min(row + (cell.rowSpan || 1), rows.length); y++) {
      texts[y + above] ??= [];
      cells[y + above] ??= [];
      for (let x = column; x < column + cell.colSpan; x++) {
        const isFirst = y === row && x === column;
        (texts[y + above] as string[])[x] = isFirst ? textOf(cell) : "";
        if (isFirst) (cells[y + above] as HTMLTableCellElement[])[x] = cell;
      }
    }
  }

  return {
    // A row may be shorter than one that reaches into it from above.
    rows: Array.from(texts, (row = []) => Array.from(row, (text = "") => text)),
    cellAt: ({ row, column }) => cells[row]?.[column],
    namesOf: ({ row, column }) => ({
      row: texts[row]?.[0] ?? "",
      column: texts[above]?.[column] ?? "",
    }),
  };
}

/** What a head is read as, where its words are others; what the chart works out is no data. */
function textOf(cell: HTMLTableCellElement): string {
  if (cell.closest("[data-computed]")) return "";
  return clean(cell.dataset.head ?? cell.textContent ?? "");
}
