// Periods as offices write them, and their places in time.
import type { Period, Status } from "../types.js";
import type { Category } from "./cube.js";

export interface PeriodColumn {
  period: Period;
  /** “Sơ bộ 2023”: of every figure of the period. */
  status?: Status;
  /** Among the categories of the time dimension. */
  position: number;
}

/** In months since the year 0. */
interface Span {
  start: number;
  end: number;
}

const STATUS_WORDS: readonly [RegExp, Status][] = [
  [/^(?:sơ bộ|prel\.|prel|preliminary|provisional)\s+/i, "provisional"],
  [/^(?:ước tính|ước|est\.|est|estimate|estimated)\s+/i, "estimated"],
];

/** Ways to write a period: y year, z last year, m month, q quarter, h half, n first months. */
const FORMS: readonly RegExp[] = [
  /^(?:năm )?(?<y>\d{4})$/i,
  /^(?<y>\d{4}) ?[-/–] ?(?<z>\d{4})$/,
  /^(?<y>\d{4})[-M](?<m>\d\d)$/i,
  /^(?:tháng )?(?<m>\d\d?)(?:\/| năm )(?<y>\d{4})$/i,
  /^(?<y>\d{4})[- ]?[QK](?<q>[1-4])$/i,
  /^(?:Q|quý )(?<q>[1-4]|IV|I{1,3})(?:\/| | năm )(?<y>\d{4})$/i,
  /^(?<y>\d{4})[- ]?[SH](?<h>[12])$/i,
  /^(?<n>\d\d?) tháng(?: đầu)?(?: năm)? (?<y>\d{4})$/i,
];

const ROMAN = ["I", "II", "III", "IV"];

/**
 * The periods in order of time where all have a place in it (an office may write the
 * newest first), or else in the order given.
 */
export function periodColumns(
  categories: readonly Category[],
  positions: readonly number[],
): PeriodColumn[] {
  const moments = positions.map((position) => {
    const { id, label } = categories[position] as Category;
    const [word, status] = STATUS_WORDS.find(([word]) => word.test(label)) ?? [];
    const bare = word ? label.replace(word, "") : label;
    return { position, label, bare, status, span: spanOf(bare) ?? spanOf(id) };
  });
  const areDistinct = (values: unknown[]) => new Set(values).size === moments.length;
  const middles = moments.map(({ span }) => span && span.start + span.end);
  const areInTime = areDistinct(middles) && !middles.includes(undefined);
  if (areInTime) moments.sort((one, other) => timeOf(one) - timeOf(other));
  // “2023” beside “Sơ bộ 2023” is told apart by the word alone.
  const areBare = areDistinct(moments.map(({ bare }) => bare));
  return moments.map(({ position, label, bare, status, span }) => {
    const shown = areBare ? bare : label;
    const at = areInTime && span ? written(span) : undefined;
    // A year alone needs no word on where it stands.
    const isTold = at === undefined || /^\d{4}$/.test(shown);
    return { period: isTold ? shown : { label: shown, at }, position, status };
  });
}

function timeOf({ span }: { span?: Span }) {
  return span ? span.start + span.end : 0;
}

function spanOf(text: string): Span | undefined {
  for (const form of FORMS) {
    const found = form.exec(text.normalize("NFC").trim())?.groups;
    if (found) return spanOfParts(found);
  }
  return undefined;
}

function spanOfParts({ y, z, m, q, h, n }: Record<string, string>): Span | undefined {
  const year = 12 * Number(y);
  const from = (first: number, length: number) => {
    const isWithin = first >= 0 && length > 0 && first + length <= 12;
    return isWithin ? { start: year + first, end: year + first + length } : undefined;
  };
  if (z) return Number(z) > Number(y) ? { start: year, end: 12 * Number(z) + 12 } : undefined;
  if (m) return from(Number(m) - 1, 1);
  if (q) return from(3 * (ROMAN.indexOf(q.toUpperCase()) + 1 || Number(q)) - 3, 3);
  if (h) return from(6 * Number(h) - 6, 6);
  if (n) return from(0, Number(n));
  return from(0, 12);
}

/** A year, years, a month or months, as a chart's document writes them. */
function written({ start, end }: Span) {
  const isYears = start % 12 === 0 && end % 12 === 0;
  const name = (month: number) => {
    const year = `${Math.floor(month / 12)}`.padStart(4, "0");
    return isYears ? year : `${year}-${`${(month % 12) + 1}`.padStart(2, "0")}`;
  };
  const [first, last] = [name(start), name(end - 1)];
  return first === last ? first : `${first}/${last}`;
}
