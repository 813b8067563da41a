// One cell of a table, in the words of Vietnamese and English reports. What it
// says is told apart here; the numbers stay as written, since their format is a
// matter of the whole table.
import type { Qualifier, Status } from "../types.js";
import { NUMBER } from "./number.js";
import { clean } from "./text.js";

export type Change = "up" | "down";

export interface Quantity {
  /** As written, for `readNumber`. */
  number: string;
  /** The whole of “15/15”. */
  of?: string;
  /** “%”, “hộ”, “tỷ đồng”; empty where none is written. */
  unit: string;
}

/** What may stand round a number. */
interface Marks {
  qualifier?: Qualifier;
  status?: Status;
  change?: Change;
  /** A sign that points to a note under the table: “*”, “(1)”. */
  footnote?: string;
}

/** Why a cell cannot be read, as a key of a sentence. */
export type Refusal =
  | "cellUnreadable"
  | "cellTooNarrow"
  | "cellError"
  | "cellDate"
  | "cellParentheses"
  | "cellShortened";

export type Cell =
  | { kind: "blank" }
  | { kind: "missing"; status?: Status }
  | { kind: "direction"; direction: Change }
  | ({ kind: "figure"; quantities: Quantity[] } & Marks)
  | { kind: "refused"; why: Refusal };

export function readCell(raw: string): Cell {
  const text = clean(raw).replaceAll("\u200b", "");
  if (text === "") return { kind: "blank" };
  for (const [pattern, cell] of WHOLE) if (pattern.test(text)) return cell;

  const marks: Marks = {};
  const rest = withoutMarks(text, marks);
  if (marks.change && UNQUANTIFIED.test(rest))
    return { kind: "direction", direction: marks.change };
  const quantities = quantitiesOf(rest);
  if (!quantities) return { kind: "refused", why: "cellUnreadable" };
  // A word before two quantities would be one of the first, which has no place for it.
  if (quantities.length > 1 && marks.qualifier) return { kind: "refused", why: "cellUnreadable" };
  return { kind: "figure", quantities, ...marks };
}

const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg ?\\d+";

/** Cells that are known as a whole. */
const WHOLE: [RegExp, Cell][] = [
  [/^(?:[-–—]+|\.{1,4}|…+|x|n\/?a\.?|null)$/i, { kind: "missing" }],
  [/^\(?(?:chưa|không) (?:có|nêu)(?: số(?: liệu)?| dữ liệu)?\)?$/i, { kind: "missing" }],
  [/^\(?(?:no|not) (?:data|figure|available|published yet)\)?$/i, { kind: "missing" }],
  [/^(?:không công bố|suppressed|confidential)$/i, { kind: "missing", status: "suppressed" }],
  [
    /^(?:không thu thập|không điều tra|not collected)$/i,
    { kind: "missing", status: "notCollected" },
  ],
  [/^(?:không áp dụng|not applicable)$/i, { kind: "missing", status: "notApplicable" }],
  [/^#{2,}$/, { kind: "refused", why: "cellTooNarrow" }],
  [/^#[A-Z/0]+[!?]?$|^err:\d+$/i, { kind: "refused", why: "cellError" }],
  [/^\d+([.,]\d+)?e[+-]?\d+$/i, { kind: "refused", why: "cellShortened" }],
  [
    /^\d{1,2}([/.-])\d{1,2}\1\d{2,4}$|^\d{4}-\d{1,2}-\d{1,2}$/,
    { kind: "refused", why: "cellDate" },
  ],
  [
    new RegExp(`^(\\d{1,2}[- ])?(${MONTHS})([- ]\\d{2,4})?$|^\\d{1,2}[- ](${MONTHS})`, "i"),
    { kind: "refused", why: "cellDate" },
  ],
  [new RegExp(`^\\(${NUMBER}\\)$`), { kind: "refused", why: "cellParentheses" }],
];

/** Words and signs that may stand before a number, in any order. */
const BEFORE: [string, Marks][] = [
  ["(?:đều )?tăng|increased?|rose|up|▲|↑", { change: "up" }],
  ["(?:đều )?giảm|decreased?|fell|down|▼|↓", { change: "down" }],
  ["sơ bộ|provisional|preliminary|prel\\.?", { status: "provisional" }],
  ["ước(?: tính| thực hiện)?|estimated?|est\\.?", { status: "estimated" }],
  ["≤|<=|không quá|tối đa|nhiều nhất|at most|up to", { qualifier: "atMost" }],
  ["≥|>=|ít nhất|tối thiểu|at least", { qualifier: "atLeast" }],
  [">|trên|hơn|over|more than|above", { qualifier: "over" }],
  ["<|dưới|chưa đến|under|less than|below", { qualifier: "under" }],
  ["~|≈|khoảng|xấp xỉ|about|around|approx(?:\\.|imately)?", { qualifier: "about" }],
  ["gần|nearly|almost", { qualifier: "nearly" }],
  // They add nothing to the figure.
  ["đạt|còn|thêm|cao nhất|thấp nhất|by|to", {}],
];

/** The same after a number. */
const AFTER: [string, Marks][] = [
  ["\\(?(?:sơ bộ|sb|provisional|preliminary|prel\\.?)\\)?", { status: "provisional" }],
  ["\\(?(?:ước(?: tính| thực hiện)?|estimated?|est\\.?)\\)?", { status: "estimated" }],
  ["\\(?(?:điều chỉnh|đã điều chỉnh|revised)\\)?", { status: "revised" }],
  ["trở lên|or more|and over", { qualifier: "atLeast" }],
  ["trở xuống|or less|or fewer", { qualifier: "atMost" }],
  ["so với cùng kỳ(?: năm trước)?", {}],
];

const STARTS = BEFORE.map(([words, marks]) => {
  return [new RegExp(`^(?:${words})(?!\\p{L})\\s*`, "iu"), marks] as const;
});
const ENDS = AFTER.map(([words, marks]) => {
  return [new RegExp(`(?<=[^\\p{L}(]\\s*)(?:${words})$`, "iu"), marks] as const;
});
const FOOTNOTE = /(?<=[\d%)\p{L}]\s?)(\*+|[¹²³⁴⁵⁶⁷⁸⁹]|\(\d{1,2}\)|\[\d{1,2}\])$/u;
/** Of an area or a volume, not of a note. */
const POWER_OF_UNIT = /\b[cdkm]?m[²³]$/i;
const UNQUANTIFIED = /^[,;]?\s*\(?(?:không nêu số|chưa nêu số|no figure)?\)?$/i;

/** What is left when every mark is put into `marks`. */
function withoutMarks(text: string, marks: Marks): string {
  let rest = text;
  const footnote = POWER_OF_UNIT.test(rest) ? null : FOOTNOTE.exec(rest);
  if (footnote) {
    marks.footnote = footnote[0];
    rest = rest.slice(0, footnote.index).trim();
  }
  for (const patterns of [STARTS, ENDS]) {
    for (let found = true; found; ) {
      found = false;
      for (const [pattern, mark] of patterns) {
        const shorter = rest.replace(pattern, "").trim();
        if (shorter === rest) continue;
        Object.assign(marks, mark);
        rest = shorter;
        found = true;
      }
    }
  }
  return rest;
}

const UNIT = String.raw`(?:%|‰|\p{L}[^\d()%,;]*[²³]?(?:(?<=m)[23])?)?`;
const QUANTITY = String.raw`(${NUMBER})\s*(?:(?:/|trong|of)\s*(${NUMBER}))?\s*(${UNIT})`;
const BEING = String.raw`(?:chiếm|bằng|đạt|tỷ lệ|tương đương|=)\s*`;
const QUANTITIES = [
  `^${QUANTITY}$`,
  String.raw`^${QUANTITY}\s*\(\s*(?:${BEING})?${QUANTITY}\s*\)$`,
  String.raw`^${QUANTITY}\s*[,;]?\s*${BEING}${QUANTITY}$`,
].map((pattern) => new RegExp(pattern, "iu"));

/** One quantity, or two that say the same in other words: “1.011 hộ (2,33%)”. */
function quantitiesOf(text: string): Quantity[] | null {
  for (const pattern of QUANTITIES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [, ...parts] = match;
    const quantities: Quantity[] = [];
    for (let i = 0; i < parts.length; i += 3) {
      const [number = "", of, unit = ""] = parts.slice(i, i + 3);
      quantities.push({
        number: number.trim(),
        unit: unitOf(unit),
        ...(of === undefined ? {} : { of: of.trim() }),
      });
    }
    return areTold(quantities) ? quantities : null;
  }
  return null;
}

function unitOf(text: string): string {
  const unit = text.trim().replace(/[.,;:]+$/, "");
  return /^(phần trăm|percent|per cent)$/i.test(unit) ? "%" : unit;
}

/** Of two quantities just one is a rate. */
function areTold([one, other]: Quantity[]): boolean {
  return !other || (one?.unit === "%") !== (other.unit === "%");
}
