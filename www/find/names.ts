// What can be found in a chart, and where its table and its document have it.
import type { Chart } from "../chart.js";
import { asItIsNow, rowsOf } from "../selection.js";
import type { ChartKind, Dataset } from "../types.js";
import { fold } from "./match.js";

/** A row that can be brought forward, and the last of its figures, counted from 0. */
interface NamedRow {
  id: string;
  last: number;
}

/** In the order of the rows. */
export interface Names {
  rows: NamedRow[];
  /** As the table has them. */
  shown: string[];
  folded: string[];
  /** How many rows of the table stand before the first of them. */
  above: number;
}

/** Thousands of rows have the page wait, so they are read a part at a time. */
const ROWS_AT_ONCE = 500;

/** The rows, their names still to be read. */
export function namesOf(chart: Chart, document: Dataset): Names {
  const rows = asItIsNow(() => rowsToFind(chart.kind(), document), []);
  return { rows, shown: [], folded: [], above: chart.rowCount() - rows.length };
}

/** Reads names that come next; whether there are more. */
export function readNames(chart: Chart, { rows, shown, folded, above }: Names): boolean {
  const from = above + shown.length;
  for (const { header } of chart.table(from, from + ROWS_AT_ONCE).rows) {
    shown.push(header);
    folded.push(fold(header));
  }
  return shown.length < rows.length;
}

function rowsToFind(kind: ChartKind, document: Dataset): NamedRow[] {
  if (kind !== "ntm-criteria") {
    return rowsOf(kind, document).map(({ id, figures }) => ({ id, last: figures.length - 1 }));
  }
  // Bins have no name, and an area's figure as a whole is its first.
  return (document.ntm?.areas ?? []).map(({ code }) => ({ id: code, last: 0 }));
}
