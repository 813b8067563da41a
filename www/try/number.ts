// A written number has up to two readings: `14.120` is 14120 in Vietnamese and
// 14.12 in English. Which one holds is never decided here.

export type NumberFormat = "vi" | "en";

export const FORMATS: readonly NumberFormat[] = ["vi", "en"];

export interface WrittenNumber {
  value: number;
  /** Digits after the decimal mark, as written. */
  decimals: number;
}

/** A number in either format; spaces may stand between groups in both. */
export const NUMBER = String.raw`[-+−–]? ?\d+(?:[.,]\d+| \d{3}(?!\d))*`;

const PATTERNS: Record<NumberFormat, RegExp> = {
  vi: pattern(String.raw`\.`, ","),
  en: pattern(",", String.raw`\.`),
};

// Nobody groups what begins with a zero: 0.123 has a decimal mark.
function pattern(group: string, decimal: string): RegExp {
  const grouped = [group, " "].map((mark) => String.raw`[1-9]\d{0,2}(?:${mark}\d{3})+`);
  return new RegExp(String.raw`^([-+−–]?) ?(${grouped.join("|")}|\d+)(?:${decimal}(\d+))?$`);
}

/** The number that `text` is in a format, null where it is none. */
export function readNumber(text: string, format: NumberFormat): WrittenNumber | null {
  const match = PATTERNS[format].exec(text);
  if (!match) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  const value = Number(`${whole.replace(/\D/g, "")}.${fraction || "0"}`);
  const isNegative = sign !== "" && sign !== "+" && value !== 0;
  return { value: isNegative ? -value : value, decimals: fraction.length };
}

/** The only format in which it is a number; `either` where both agree, `ask` where they do not. */
export type Evidence = NumberFormat | "either" | "ask" | "neither";

export function evidenceOf(text: string): Evidence {
  const [vi, en] = FORMATS.map((format) => readNumber(text, format));
  if (vi && en) return vi.value === en.value ? "either" : "ask";
  if (vi) return "vi";
  return en ? "en" : "neither";
}
