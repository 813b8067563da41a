// What is wrong with a table, and where. The sentence is made where it is shown.

/** A cell of the text as given, both from 0. */
export interface Place {
  row: number;
  column: number;
}

export type Severity = "error" | "notice";

export interface Problem {
  /** A key of the sentences. */
  key: string;
  severity: Severity;
  place?: Place;
  values?: Record<string, string | number>;
}

export function error(key: string, place?: Place, values?: Problem["values"]): Problem {
  return { key, severity: "error", place, values };
}

export function notice(key: string, place?: Place, values?: Problem["values"]): Problem {
  return { key, severity: "notice", place, values };
}

/** As a spreadsheet calls it: C4. */
export function cellName({ row, column }: Place): string {
  return `${columnName(column)}${row + 1}`;
}

/** A to Z, then AA. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
