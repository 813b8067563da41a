// What a cell gives to a figure, once the format of the numbers is known.
import type { Figure, QualifiedFigure } from "../types.js";
import { readCell } from "./cell.js";
import type { Kind } from "./names.js";
import { type NumberFormat, readNumber, type WrittenNumber } from "./number.js";
import { error, type Place, type Problem } from "./problem.js";
import type { Entry } from "./table.js";

/** One number of a cell, or the reason why there is none. */
export interface Said {
  number: WrittenNumber | null;
  more: Omit<QualifiedFigure, "value">;
  unit: string;
  place: Place;
  footnote?: string;
}

export type Reading = Partial<Record<Kind | "plain", Said>>;

/** A figure that needs no reading: itself, and the count and the whole behind it. */
export interface Given {
  main: Said;
  count?: Said;
  of?: Said;
}

/** A blank cell gives nothing; one that cannot be read gives a problem. */
export function readingOf(
  entry: Entry,
  format: NumberFormat,
  kind: Kind | undefined,
): Reading | Problem {
  const { place, given } = entry;
  if (given) {
    const { main, ...behind } = given;
    return { [kind ?? "plain"]: main, ...behind };
  }
  const cell = readCell(entry.text);
  const refuse = (key: string) => error(key, place, { text: entry.text });
  const none = (more: Said["more"]): Reading => ({
    [kind ?? "plain"]: { number: null, more, unit: "", place },
  });
  switch (cell.kind) {
    case "blank":
      return {};
    case "missing":
      return none(cell.status ? { status: cell.status } : {});
    case "direction":
      return none({ direction: cell.direction });
    case "refused":
      return refuse(cell.why);
  }

  const { quantities, qualifier, status, change, footnote } = cell;
  // “Giảm trên 2%” is below −2: a qualifier that a figure cannot hold.
  if (change === "down" && qualifier && qualifier !== "about") return refuse("cellFallQualified");
  const reading: Reading = {};
  const more = { ...(qualifier ? { qualifier } : {}), ...(status ? { status } : {}) };
  for (const { number: text, of, unit } of quantities) {
    const number = readNumber(text, format);
    const whole = of === undefined ? undefined : readNumber(of, format);
    if (!number || whole === null) return refuse(format === "vi" ? "cellNotVi" : "cellNotEn");
    if (change === "down") number.value = -number.value;
    const isRate = unit === "%" && kind !== "contribution";
    const own = isRate ? "rate" : quantities.length > 1 || whole ? "count" : (kind ?? "plain");
    reading[own] = { number, more, unit, place, footnote };
    if (whole) reading.of = { number: whole, more: {}, unit: "", place };
  }
  return reading;
}

export function isProblem(read: Reading | Problem): read is Problem {
  return "severity" in read;
}

const MOST_DECIMALS = 6;

/** As the document has it: a bare number where nothing more is said. */
export function figureOf({ number, more }: Said, extra: Said["more"] = {}): Figure {
  const all = { ...more, ...extra };
  if (!number) return Object.keys(all).length > 0 ? { value: null, ...all } : null;
  const { value } = number;
  const decimals = Math.min(number.decimals, MOST_DECIMALS);
  const written = `${value}`.split(".")[1]?.length ?? 0;
  if (decimals > written) all.decimals = decimals;
  return Object.keys(all).length > 0 ? { value, ...all } : value;
}
