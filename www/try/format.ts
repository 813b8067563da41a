// Which number format a table is in: what its own cells settle, never a guess.
import { readCell } from "./cell.js";
import { evidenceOf, FORMATS, type NumberFormat, readNumber } from "./number.js";
import type { Place } from "./problem.js";
import type { Table } from "./table.js";

/** A number of the table, and the value that it has in each format. */
export interface Example {
  place: Place;
  text: string;
  values: Record<NumberFormat, number | null>;
}

export type FormatFinding =
  /** Every number reads the same in both. */
  | { kind: "either" }
  | { kind: "settled"; format: NumberFormat; by: Example }
  /** Some read differently, and nothing else in the table tells. */
  | { kind: "ask"; examples: Example[] }
  /** Cells that contradict each other, one for each format. */
  | { kind: "mixed"; examples: Example[] };

const MOST_EXAMPLES = 3;

export function findFormat(table: Table): FormatFinding {
  const found: Record<NumberFormat | "ask", Example[]> = { vi: [], en: [], ask: [] };
  for (const example of numbersOf(table)) {
    const evidence = evidenceOf(example.text);
    if (evidence === "vi" || evidence === "en" || evidence === "ask") found[evidence].push(example);
  }
  const [vi] = found.vi;
  const [en] = found.en;
  if (vi && en) return { kind: "mixed", examples: [vi, en] };
  if (vi) return { kind: "settled", format: "vi", by: vi };
  if (en) return { kind: "settled", format: "en", by: en };
  if (found.ask.length === 0) return { kind: "either" };
  return { kind: "ask", examples: found.ask.slice(0, MOST_EXAMPLES) };
}

function* numbersOf({ rows, columns }: Table): Iterable<Example> {
  for (const { cells } of rows) {
    for (const [i, { text, place, given }] of cells.entries()) {
      const role = columns[i]?.role;
      if (given || role === "note" || role === "unit" || role === "outcome") continue;
      const cell = readCell(text);
      if (cell.kind !== "figure") continue;
      for (const { number, of } of cell.quantities) {
        for (const written of of === undefined ? [number] : [number, of]) {
          yield { place, text: written, values: valuesOf(written) };
        }
      }
    }
  }
}

function valuesOf(text: string): Example["values"] {
  const [vi, en] = FORMATS.map((format) => readNumber(text, format)?.value ?? null);
  return { vi: vi ?? null, en: en ?? null };
}
