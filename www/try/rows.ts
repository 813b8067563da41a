// Tables come as text with tabs (what a spreadsheet puts on the clipboard), as CSV,
// or as the HTML that spreadsheets put beside it. All become rows of texts.
import { Parser } from "htmlparser2";
import Papa from "papaparse";
import { FORMATS, type NumberFormat, readNumber } from "./number.js";
import type { Place } from "./problem.js";
import { clean } from "./text.js";

export function readRows(text: string): string[][] {
  const lines = text.replace(/^\ufeff/, "").replace(/[\r\n]+$/, "");
  return parse(lines, delimiterOf(lines));
}

const parse = (text: string, delimiter: string, preview?: number) =>
  Papa.parse<string[]>(text, { delimiter, preview }).data;

// A comma may stand within numbers and words: one before it wins by half as many rows.
const DELIMITERS = ["\t", ";", "|", ","];
const ENOUGH_ROWS = 100;

/** The one that makes most rows equally wide; titles and notes may be narrower. */
function delimiterOf(text: string): string {
  const evenRows = DELIMITERS.map((delimiter) => {
    const counts = new Map<number, number>();
    for (const { length } of parse(text, delimiter, ENOUGH_ROWS)) {
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values());
  });
  const most = Math.max(...evenRows);
  return DELIMITERS.find((_, i) => (evenRows[i] ?? 0) * 2 >= most) ?? ",";
}

/** As a spreadsheet would put it on the clipboard. */
export function writeRows(rows: readonly string[][]): string {
  return Papa.unparse(rows as string[][], { delimiter: "\t", newline: "\n" });
}

/** A cell whose shown text is its number in one format only. */
export interface Witness {
  format: NumberFormat;
  place: Place;
  shown: string;
}

export interface PastedTable {
  rows: string[][];
  witness?: Witness;
}

/**
 * The first table of a piece of HTML, null where there is none. A merged cell is
 * its text and empty cells. LibreOffice gives the number itself beside what a
 * cell shows (`sdval`): that settles which format it is shown in.
 */
export function readHtmlTable(html: string): PastedTable | null {
  const table = new TableBuilder();
  const parser = new Parser({
    onopentag: (name, attributes) => table.open(name, attributes),
    ontext: (text) => table.write(text),
    onclosetag: (name) => table.close(name),
  });
  parser.end(html);
  return table.rows.length > 0 ? { rows: table.rows, witness: table.witness } : null;
}

class TableBuilder {
  readonly rows: string[][] = [];
  witness: Witness | undefined;
  #row = -1;
  #column = 0;
  #isInCell = false;
  #number: number | undefined;
  #tables = 0;
  /** Cells that a cell above reaches into, as "row,column". */
  readonly #covered = new Set<string>();

  open(name: string, attributes: Record<string, string>): void {
    if (name === "table") this.#tables++;
    if (this.#tables !== 1) return;
    if (name === "tr") this.#openRow();
    else if (name === "br") this.write(" ");
    else if (name === "td" || name === "th") this.#openCell(attributes);
  }

  write(text: string): void {
    const row = this.rows[this.#row];
    if (this.#isInCell && row) row[this.#column] += text;
  }

  close(name: string): void {
    if (name === "table" && this.rows.length > 0) this.#tables = Number.POSITIVE_INFINITY;
    if (name === "td" || name === "th") this.#closeCell();
  }

  #openRow() {
    this.#row++;
    this.rows.push([]);
  }

  #openCell(attributes: Record<string, string>) {
    if (this.#row < 0) this.#openRow();
    const row = this.rows[this.#row] ?? [];
    while (this.#covered.has(`${this.#row},${row.length}`)) row.push("");
    this.#column = row.length;
    this.#isInCell = true;
    this.#number = attributes.sdval === undefined ? undefined : Number(attributes.sdval);
    row.push("", ...Array(span(attributes.colspan) - 1).fill(""));
    for (let below = 1; below < span(attributes.rowspan); below++) {
      for (let column = this.#column; column < row.length; column++) {
        this.#covered.add(`${this.#row + below},${column}`);
      }
    }
  }

  #closeCell() {
    const row = this.rows[this.#row];
    if (!this.#isInCell || !row) return;
    this.#isInCell = false;
    const shown = clean(row[this.#column] ?? "");
    row[this.#column] = shown;
    const format = this.#number === undefined ? null : formatShown(shown, this.#number);
    if (format) {
      this.witness ??= { format, shown, place: { row: this.#row, column: this.#column } };
    }
  }
}

const MOST_COLUMNS = 1000;

function span(text: string | undefined): number {
  const count = Number.parseInt(text ?? "1", 10);
  return Math.min(Math.max(count || 1, 1), MOST_COLUMNS);
}

/** The one format in which `shown` is `number`, as far as its digits go. */
function formatShown(shown: string, number: number): NumberFormat | null {
  const isPercent = shown.endsWith("%");
  const text = shown.replace(/\s*%$/, "");
  const fitting = FORMATS.filter((format) => {
    const read = readNumber(text, format);
    if (!read) return false;
    const exact = isPercent ? number * 100 : number;
    return Math.abs(read.value - exact) <= 0.5000001 * 10 ** -read.decimals;
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
