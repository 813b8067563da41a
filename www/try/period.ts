// A period at the head of a column, as reports write it.
import type { Status } from "../types.js";
import { clean, fold } from "./text.js";

export interface ReadPeriod {
  period: string | { label: string; at: string };
  label: string;
  /** Its middle in years, by which periods are put in order. */
  middle: number;
  /** “Sơ bộ 2023” says so of every figure below. */
  status?: Status;
}

const STATUSES: [RegExp, Status][] = [
  [/\(?\b(?:so bo|sb|prel\.?|preliminary|provisional)(?!\w)\)?/, "provisional"],
  [/\(?\b(?:uoc(?: tinh| thuc hien| th)?|estimated?|est\.?)(?!\w)\)?/, "estimated"],
  [/\(?\b(?:dieu chinh|revised)(?!\w)\)?/, "revised"],
];

const YEAR = "((?:19|20)\\d{2})";
/** Between a part of a year and the year. */
const OF = "(?: (?:nam )?|/|-)";

const two = (number: string | number) => `${number}`.padStart(2, "0");
const isMonth = (text: string) => Number(text) >= 1 && Number(text) <= 12;
const QUARTERS = ["i", "ii", "iii", "iv"];

/** By folded text: what it is in time, null where it is a year and nothing more. */
const PATTERNS: [RegExp, (...groups: string[]) => string | null | undefined][] = [
  [new RegExp(`^(?:nam |year )?${YEAR}$`), () => null],
  [
    new RegExp(`^(\\d{1,2}) ?(?:thang|t)(?: dau)?${OF}${YEAR}$`),
    (months, year) => (isMonth(months) ? `${year}-01/${year}-${two(months)}` : undefined),
  ],
  [
    new RegExp(`^(\\d{1,2}) thang cuoi${OF}${YEAR}$`),
    (months, year) =>
      isMonth(months) ? `${year}-${two(13 - Number(months))}/${year}-12` : undefined,
  ],
  [
    new RegExp(`^(?:quy|q) ?(i{1,3}|iv|[1-4])${OF}${YEAR}$`),
    (quarter, year) => {
      const number = QUARTERS.indexOf(quarter) + 1 || Number(quarter);
      return `${year}-${two(3 * number - 2)}/${year}-${two(3 * number)}`;
    },
  ],
  [
    new RegExp(`^(?:thang |t)?(\\d{1,2})(?:${OF})${YEAR}$`),
    (month, year) => (isMonth(month) ? `${year}-${two(month)}` : undefined),
  ],
  [
    new RegExp(`^${YEAR}-(\\d{2})(?:-\\d{2})?$`),
    (year, month) => (isMonth(month) ? `${year}-${month}` : undefined),
  ],
  [
    new RegExp(`^(?:(?:tinh )?den )?(?:ngay )?\\d{1,2}[/.-](\\d{1,2})[/.-]${YEAR}$`),
    (month, year) => (isMonth(month) ? `${year}-${two(month)}` : undefined),
  ],
  [new RegExp(`^(?:cuoi nam|cuoi|end of) ${YEAR}$`), (year) => `${year}-12`],
  [new RegExp(`^(?:dau nam|dau) ${YEAR}$`), (year) => `${year}-01`],
  [
    new RegExp(`^(?:giai doan )?${YEAR} ?[-–/] ?${YEAR}$`),
    (from, to) => (from < to ? `${from}/${to}` : undefined),
  ],
];

/** Null where the text is no period. */
export function readPeriod(text: string): ReadPeriod | null {
  const { rest, status } = withoutStatus(clean(text));
  // A spreadsheet that groups thousands makes 2.023 of a year.
  const folded = fold(rest).replace(/^(19|20)[.,](\d{2}\b)|^([12])[.,](\d{3})$/, "$1$2$3$4");
  for (const [pattern, placeIn] of PATTERNS) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const [, ...groups] = match;
    const at = placeIn(...groups);
    if (at === undefined) return null;
    const label = at === null ? (groups[0] ?? "") : rest;
    const period = at === null ? label : { label, at };
    return { period, label, middle: middleOf(at ?? label), ...(status ? { status } : {}) };
  }
  return null;
}

/** Of a year, a month, or an interval of either. */
export function middleOf(at: string): number {
  const ends = at.split("/").map((end) => end.split("-").map(Number));
  const [[startYear = 0, startMonth = 1] = []] = ends;
  const [endYear = 0, endMonth = 12] = ends.at(-1) ?? [];
  return (startYear + (startMonth - 1) / 12 + endYear + endMonth / 12) / 2;
}

/** A year that stands somewhere in a sentence, where there is just one. */
export function yearIn(text: string): string | null {
  const years = new Set(fold(text).match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

function withoutStatus(text: string): { rest: string; status?: Status } {
  let rest = text;
  let status: Status | undefined;
  for (const [pattern, own] of STATUSES) {
    // Yearbooks write it in two languages: “Sơ bộ - Prel. 2023”.
    for (;;) {
      const match = pattern.exec(fold(rest));
      if (!match || fold(rest).length !== rest.length) break;
      status ??= own;
      rest = clean(rest.slice(0, match.index) + rest.slice(match.index + match[0].length));
      rest = rest.replace(/^[-–/] ?/, "");
    }
  }
  return status ? { rest, status } : { rest };
}
