// The table as it was read: every cell can be changed, and shows under it what it
// was taken for where that is more than its text.
import { create } from "../element-parts.js";
import type { Language } from "../language.js";
import { readCell } from "./cell.js";
import { type NumberFormat, readNumber } from "./number.js";
import { cellName, columnName, type Place, type Problem } from "./problem.js";
import { phrase, plainNumber } from "./sentences.js";
import type { Table } from "./table.js";

// More would make the page slow; the table is read whole all the same.
const MOST_ROWS = 200;
const MOST_COLUMNS = 40;

export interface GridContent {
  rows: readonly string[][];
  table: Table;
  /** Null while it is still asked. */
  format: NumberFormat | null;
  problems: readonly Problem[];
  language: Language;
}

export class GridView {
  readonly #host: HTMLElement;
  readonly #onChange: (place: Place, text: string) => void;
  #inputs: HTMLInputElement[][] = [];
  #readings: HTMLElement[][] = [];

  constructor(host: HTMLElement, onChange: (place: Place, text: string) => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  show(content: GridContent): void {
    const rows = content.rows.slice(0, MOST_ROWS);
    const width = Math.min(Math.max(0, ...rows.map((row) => row.length)), MOST_COLUMNS);
    // A cell that is being typed in stays where it is.
    if (rows.length !== this.#inputs.length || width !== this.#inputs[0]?.length) {
      this.#build(rows.length, width);
    }
    const readings = readingsOf(content);
    const wrong = wrongCells(content.problems);
    for (const [row, inputs] of this.#inputs.entries()) {
      for (const [column, input] of inputs.entries()) {
        const text = rows[row]?.[column] ?? "";
        if (input.value !== text) input.value = text;
        const place = { row, column };
        const values = { row: row + 1, column: columnName(column) };
        input.ariaLabel = phrase("cellLabel", content.language, values);
        input.ariaInvalid = `${wrong.has(cellName(place))}`;
        const reading = this.#readings[row]?.[column];
        if (reading) reading.textContent = readings.get(cellName(place)) ?? "";
      }
    }
    this.#sayCut(content);
  }

  goTo({ row, column }: Place): void {
    const input = this.#inputs[row]?.[column];
    input?.focus();
    input?.select();
  }

  #build(rows: number, columns: number) {
    this.#inputs = [];
    this.#readings = [];
    const head = create("tr", {}, create("td"));
    for (let column = 0; column < columns; column++) {
      head.append(create("th", { scope: "col" }, columnName(column)));
    }
    const body = create("tbody", {}, head);
    for (let row = 0; row < rows; row++) body.append(this.#row(row, columns));
    this.#host.replaceChildren(create("table", {}, body));
  }

  #row(row: number, columns: number): HTMLTableRowElement {
    const line = create("tr", {}, create("th", { scope: "row" }, `${row + 1}`));
    const inputs: HTMLInputElement[] = [];
    const readings: HTMLElement[] = [];
    for (let column = 0; column < columns; column++) {
      const input = create("input", { spellcheck: "false", autocomplete: "off" });
      input.addEventListener("input", () => this.#onChange({ row, column }, input.value));
      input.addEventListener("keydown", ({ key }) => {
        if (key === "Enter") this.goTo({ row: row + 1, column });
      });
      const reading = create("small");
      inputs.push(input);
      readings.push(reading);
      line.append(create("td", {}, input, reading));
    }
    this.#inputs.push(inputs);
    this.#readings.push(readings);
    return line;
  }

  #sayCut({ rows, language }: GridContent) {
    const width = Math.max(0, ...rows.map((row) => row.length));
    const isCut = rows.length > MOST_ROWS || width > MOST_COLUMNS;
    const values = { rows: MOST_ROWS, columns: MOST_COLUMNS };
    this.#host.querySelector("p")?.remove();
    if (isCut) {
      this.#host.append(create("p", {}, phrase("gridCut", language, values)));
    }
  }
}

function wrongCells(problems: readonly Problem[]): Set<string> {
  const errors = problems.filter(({ severity }) => severity === "error");
  return new Set(errors.flatMap(({ place }) => (place ? [cellName(place)] : [])));
}

/** By the name of the cell. */
function readingsOf({ table, format, language }: GridContent): Map<string, string> {
  const readings = new Map<string, string>();
  for (const { head, period, role } of table.columns) {
    const words = [
      ...(period ? [phrase("headPeriod", language, { label: period.label })] : []),
      ...(period?.status ? [phrase(period.status, language)] : []),
      ...(role && role !== "index" ? [phrase(role, language)] : []),
    ];
    if (head.text !== "") readings.set(cellName(head.place), words.join(", "));
  }
  for (const { cells } of table.rows) {
    for (const [i, { text, place }] of cells.entries()) {
      const role = table.columns[i]?.role;
      if (role === "unit" || role === "note" || role === "outcome") continue;
      const reading = describe(text, format, language);
      if (reading !== text) readings.set(cellName(place), reading);
    }
  }
  return readings;
}

function describe(text: string, format: NumberFormat | null, language: Language): string {
  const cell = readCell(text);
  switch (cell.kind) {
    case "blank":
      return "";
    case "missing":
      return phrase(cell.status ?? "readMissing", language);
    case "direction":
      return phrase(cell.direction === "up" ? "readUp" : "readDown", language);
    case "refused":
      return phrase("readRefused", language);
  }
  if (!format) return "";
  const number = (written: string) => {
    const read = readNumber(written, format);
    return read ? plainNumber(read.value, language) : phrase("readRefused", language);
  };
  const { change, status, qualifier, quantities } = cell;
  return [
    ...(status ? [phrase(status, language)] : []),
    ...(change ? [phrase(change === "up" ? "readUp" : "readDown", language)] : []),
    ...(qualifier ? [phrase(qualifier, language)] : []),
    quantities
      .map(({ number: text, of, unit }) =>
        [number(text), ...(of ? [`/ ${number(of)}`] : []), unit].filter(Boolean).join(" "),
      )
      .join("; "),
  ].join(" ");
}
